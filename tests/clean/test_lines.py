"""Time stamps, bylines, datelines and headlines, one line each."""

from __future__ import annotations

import pytest

from loaders.clean.bylines import byline, is_newsroom_line, is_role_line
from loaders.clean.datelines import dateline, lone_dateline
from loaders.clean.timestamps import is_clock, is_timestamp, timestamp_tail
from loaders.clean.titles import is_pulled_quote, masthead, title_among, title_end


@pytest.mark.parametrize(
    "words",
    [
        "Monday, 4 May 2015",
        "May 4, 2015",
        "2015-05-04",
        "2015-05-04T10:12:00Z",
        "Updated 5:14 PM ET, Sat May 4, 2015",
        "Published On 4 May 2015",
        "Issued on: 04/05/2015 - 10:15 Modified: 04/05/2015 - 11:20",
        "Last updated: 14:05 GMT, 04-May-2015",
        "Mon 4 May 2015 10.32 BST",
        "3 hours ago",
        "May 4, 201510:14 AM ET",
        "May 4, 2015 -- Updated 0203 GMT (1003 HKT)",
        "17.12.2021, 16.34 Uhr",
        "4h ago",
        "14:32 GMT",
        "May 4, 2015 12:00AM EDT | News Release",
        "Date: Mon, 4 May 2015 11:02:31 -0500",
        "4 mayo".replace("mayo", "May"),
        "Page last updated at 10:47 GMT, Monday, 4 May 2015",
    ],
)
def test_a_line_of_dates_times_and_labels_is_a_time_stamp(words: str) -> None:
    assert is_timestamp(words)


@pytest.mark.parametrize(
    "words",
    ["", "May left on Monday", "12 killed in 2015", "Published", "Sat down in March", "The 4 of May", "1984", "Monday"],
)
def test_a_line_with_other_words_or_without_a_day_or_time_is_no_time_stamp(words: str) -> None:
    assert is_timestamp(words) is (words == "The 4 of May")


def test_a_clock_time_alone_tells_no_day() -> None:
    assert [is_clock(words) for words in ("14.10 BST", "4h ago", "14:10 on 4 May 2015")] == [True, True, False]


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("By Ada Obi, 3 March 2020", "3 March 2020"),
        ("Ada Obi | Updated March 3, 2020", "Updated March 3, 2020"),
        ("By Ada Obi in Accra", None),
    ],
)
def test_a_time_stamp_that_ends_a_byline_is_cut_off(words: str, tail: str | None) -> None:
    start = timestamp_tail(words)
    assert (words[start:] if start else None) == tail


@pytest.mark.parametrize(
    ("words", "authors"),
    [
        ("By Ada Obi", ["Ada Obi"]),
        ("By ADA OBI and LARS HOLM", ["ADA OBI", "LARS HOLM"]),
        ("By Ada Obi, Lars Holm and Mei-Ling Tan", ["Ada Obi", "Lars Holm", "Mei-Ling Tan"]),
        ("By Ada Obi in Accra and Lars Holm in Oslo", ["Ada Obi", "Lars Holm"]),
        ("By Ada Obi, New York", ["Ada Obi"]),
        ("By Jan van der Berg, Senior Correspondent", ["Jan van der Berg"]),
        ("Ada Obi, Associated Press", ["Ada Obi"]),
        ("Ada Obi | Reuters", ["Ada Obi"]),
        ("Ada Obi, West Africa correspondent", ["Ada Obi"]),
        ("EXCLUSIVE by ADA OBI, Chief Reporter", ["ADA OBI"]),
        ("By AFP", []),
        ("By Our Correspondent", []),
        ("By: Ada Obi - @gozotribune", ["Ada Obi"]),
        ("**By Ada Obi**", ["Ada Obi"]),
        ("By ADA OBI ada.obi@example.org", ["ADA OBI"]),
        ("Interview by Ada Obi", ["Ada Obi"]),
        ("By RFE/RL's Kazakh Service", ["RFE/RL's Kazakh Service"]),
        ("Posted by the newsroom", []),
    ],
)
def test_a_byline_names_its_authors(words: str, authors: list[str]) -> None:
    found = byline(words)
    assert found is not None
    assert [words[start:stop] for start, stop in found.authors] == authors


@pytest.mark.parametrize(
    "words",
    [
        "By boat to the island",
        "By Monday the road was open.",
        "Ada Obi",
        "Minister Ada Obi, Reuters said, will go",
        "Press Release",
        "By dawn, Ada Obi had left?",
    ],
)
def test_a_sentence_or_a_bare_name_is_no_byline(words: str) -> None:
    assert byline(words) is None


def test_a_bare_name_is_a_byline_where_one_is_expected() -> None:
    found = byline("Ada Obi (now) and Lars Holm (earlier)", is_expected=True)
    assert found is not None
    assert len(found.authors) == 2


def test_a_role_and_a_newsroom_are_told_by_themselves() -> None:
    assert is_role_line("West Africa correspondent")
    assert not is_role_line("West Africa summit")
    assert is_newsroom_line("BBC News, Valletta")
    assert not is_newsroom_line("BBC staff go on strike")


@pytest.mark.parametrize(
    "drawn",
    [
        "[ACCRA] -- |The port was shut.",
        "[ACCRA, Ghana] (AP) — |The port was shut.",
        "[LOME], May 3 (Reuters) - |The port was shut.",
        "[NEW YORK/GENEVA] (3 May 2015) – |The port was shut.",
        "[ISLAMABAD]: |The port was shut.",
        "[Nairobi], 12 May 2015 – |The port was shut.",
        "[TBILISI], Jan. 5 (Xinhua) -- |“The port was shut.”",
        "[SÃO PAULO] (Reuters) - |The port was shut.",
        "([Maseru], October 3, 2012) – |The port was shut.",
        "[Kyiv] – |The port was shut.",
        "[BISHKEK], August 19. /TASS/. |The port was shut.",
        "[BAKU]. June 2 (Interfax) - |The port was shut.",
        "[Quito] (Ecuador), 9 Jan 88 (radio Andina) -- |The port was shut.",
        "[ACCRA, Ghana] (AP) _ |The port was shut.",
        "[Accra], Jan 31, GNA - |The port was shut.",
        "[PORT-AU-PRINCE], Haiti — |A port was shut.".replace("], Haiti", ", Haiti]"),
    ],
)
def test_a_dateline_gives_its_place_and_ends_where_the_report_begins(drawn: str) -> None:
    words = drawn.replace("[", "").replace("]", "").replace("|", "")
    found = dateline(words, is_first=True)
    assert found is not None
    assert words[found.start : found.stop] == drawn[drawn.index("[") + 1 : drawn.index("]")]
    assert words[found.end :] == drawn.split("|")[1]


@pytest.mark.parametrize(
    "words",
    [
        "BREAKING: The port was shut.",
        "NATO – The alliance met.",
        "The port – a small one – was shut.",
        "Accra is calm - for now.",
        "UPDATE 2- The port was shut.",
        "Q: Was the port shut?",
    ],
)
def test_a_label_or_a_sentence_with_a_dash_is_no_dateline(words: str) -> None:
    assert dateline(words, is_first=True) is None


def test_a_place_in_small_letters_opens_only_the_first_paragraph() -> None:
    assert dateline("Kyiv – The port was shut.", is_first=False) is None


@pytest.mark.parametrize("words", ["Accra, 3 May 2017", "ACCRA (AFP)", "Accra, Ghana, May 3, 2017 —"])
def test_a_line_of_place_and_day_is_a_dateline_of_its_own(words: str) -> None:
    found = lone_dateline(words)
    assert found is not None
    assert words[found.start : found.stop].casefold().startswith("accra")


@pytest.mark.parametrize(
    ("lines", "prose", "title"),
    [
        (["World", "Ferry sinks off Gozo with nine aboard"], "", 1),
        (["The voice of the islands", "Ferry sinks off Gozo"], "A ferry sank off Gozo at dawn.", 1),
        (["Gozo Tribune", "Storm over"], "", 1),
        (["“We are done, and nobody will ever make us go back to that room,” he said.", "Gozo talks end"], "", 1),
        (["News Sport Business Gozo", "Ferry sinks off Gozo"], "A ferry sank off Gozo. Its business was news.", 1),
        (["Home / Gozo / Ferry sinks off Gozo", "Ferry sinks off Gozo"], "A ferry sank off Gozo.", 1),
        (
            ["Sea and storm", "Ferry sinks off Gozo", "Nine missing as ferry sinks off Gozo in a storm"],
            "A ferry in a storm.",
            1,
        ),
        (["4 May 2015 10.15 Ferry", "Ferry sinks off Gozo"], "A ferry sank off Gozo.", 1),
        (["Islands"], "", 0),
        ([], "", None),
    ],
)
def test_the_headline_is_the_first_long_line_that_shares_words_with_the_report(
    lines: list[str], prose: str, title: int | None
) -> None:
    assert title_among(lines, prose) == title


def test_a_quoted_headline_is_no_pulled_quotation() -> None:
    assert not is_pulled_quote("‘No one will leave’")
    assert is_pulled_quote("“No one will leave this camp before the rain comes, and the rain is late.”")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("GOZO TRIBUNE", "Gozo Tribune"),
        ("Radio Gozo 97.5 FM -- Voice of the islands", "Radio Gozo"),
        ("Gozo fears for its ferry", None),
        ("Post offices shut on Gozo", None),
    ],
)
def test_a_masthead_is_a_short_name_of_which_one_word_only_the_press_bears(line: str, name: str | None) -> None:
    assert masthead(line) == name


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ferry sinks off Gozo - BBC News", "Ferry sinks off Gozo"),
        ("Ferry sinks | Reuters", "Ferry sinks"),
        ("Ferry sinks - nine are missing", "Ferry sinks - nine are missing"),
    ],
)
def test_the_site_after_a_headline_is_no_part_of_it(line: str, title: str) -> None:
    assert line[: title_end(line)] == title
