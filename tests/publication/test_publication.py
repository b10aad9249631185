"""The ladder to the day of publication: what stands beside the text, what the page says, what the text implies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import find_phrases
from loaders.facts import Block, Day, Published
from loaders.publication import Term, publication, written_on
from loaders.publication.offices import terms_in_text


@dataclass(frozen=True, slots=True)
class Beside:
    """Metadata as the stage reads them."""

    url: str | None = None
    published: tuple[date, date] | None = None


TERMS = (
    Term("Ana Mora", "President", date(2010, 3, 1), date(2014, 2, 28)),
    Term("Ana Mora", "President", date(2014, 3, 1), date(2018, 2, 28)),
    Term("Li Tan", "Prime Minister", date(2012, 6, 1), date(2012, 12, 31)),
    Term("Jon Vik", "Secretary of State", date(2016, 1, 1), None),
)


def read(text: str, *, kinds: str = "", **known: object) -> Published:
    """The article's day; `kinds` names a block for each line, all "body" without it."""
    blocks, sentences, start = [], [], 0
    for number, line in enumerate(text.split("\n")):
        names = kinds.split()
        blocks.append(Block(names[number] if number < len(names) else "body", start, start + len(line)))
        sentences.append((start, start + len(line)))
        start += len(line) + 1
    return publication(
        text,
        tuple(blocks),
        tuple(sentences),
        Beside(known.get("url"), known.get("published")),  # type: ignore[arg-type]
        known.get("file_name"),  # type: ignore[arg-type]
        find_phrases(text),
        offices=known.get("offices", ()),  # type: ignore[arg-type]
    )


def drawn(found: Published) -> str:
    """`2019-05-14..2019-05-16 text`; an open end is empty."""
    first, last = (day.iso() if day else "" for day in (found.first, found.last))
    return f"{first if first == last else f'{first}..{last}'} {found.basis}".strip()


def test_metadata_come_first() -> None:
    found = read("Lima, May 2, 2019", published=(date(2019, 4, 1), date(2019, 4, 3)), url="https://x.org/2018/01/02/a")
    assert drawn(found) == "2019-04-01..2019-04-03 metadata"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2019/05/14/mine", "2019-05-14 metadata"),
        ("https://example.org/news/2019-05-14-mine.html?x=2001/01/01", "2019-05-14 metadata"),
        ("https://example.org/2019/may/14/mine", "2019-05-14 metadata"),
        ("https://example.org/a/20190514/mine", "2019-05-14 metadata"),
        ("https://example.org/2019/05/mine", "2019-05-01..2019-05-31 metadata"),
        ("https://example.org/2019/13/45/mine", "unknown"),
        ("https://example.org/mine-120190514", "unknown"),
    ],
)
def test_an_address_may_hold_the_day(url: str, expected: str) -> None:
    assert drawn(read("A mine caved in.", url=url)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2019-05-14-mine.txt", "2019-05-14 metadata"),
        ("in/2018/mine_20190514.txt", "2019-05-14 metadata"),
        ("mine_2019_05_14.html", "2019-05-14 metadata"),
        ("007_8bf20190514cca31.txt", "unknown"),
        ("20191445.txt", "unknown"),
        ("mine.txt", "unknown"),
    ],
)
def test_a_file_s_name_may_hold_the_day_but_a_hash_is_none(name: str, expected: str) -> None:
    assert drawn(read("A mine caved in.", file_name=name)) == expected


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("Mine caves in\nTuesday, May 14, 2019 \n\nSix died.", "", "2019-05-14 byline"),
        ("Mine caves in\nPublished: 14 May 2019 at 10:30 GMT\nSix died.", "", "2019-05-14 byline"),
        ("Mine caves in\nUpdated 16 May 2019\nPublished 14 May 2019\nSix died.", "", "2019-05-14 byline"),
        ("Mine caves in\n14 May 2019\n16 May 2018\nSix died.", "", "2019-05-14 byline"),
        ("Mine caves in\nUpdated 16 May 2019\n14 May 2019\nSix died.", "", "2019-05-14 byline"),
        ("Mine caves in\nBy Ana Paz | May 14, 2019\nSix died.", "", "2019-05-14 byline"),
        ("Mine caves in\nThe Lima Daily, May 14, 2019\nSix died.", "title timestamp body", "2019-05-14 byline"),
        ("LIMA, May 14, 2019 (Andina) -- Six died.", "", "2019-05-14 byline"),
        ("Lima, 14 May 19 (Efe) -- Six died.", "", "2019-05-14 byline"),
        ("LIMA, May 14 (Andina) — Six died in a mine.", "", "--05-14 byline"),
        ("LIMA, May 14 (Andina) — Six died in 2018. Ana Paz fled on June 2, 2018.", "", "2019-05-14 byline"),
        ("(Andina) May 14, 2019 -- Six died.", "", "2019-05-14 byline"),
        ("(Lima, May 14, 2019, Andina News) – Six died.", "", "2019-05-14 byline"),
        ("Mine caves in\nPublished 14.05.19\nSix died.", "title timestamp body", "2019-05-14 byline"),
        ("Six died in a mine on May 14, 2019, it was said.", "", "2019-05-14.. text"),
    ],
)
def test_a_line_that_holds_a_date_and_nothing_else_is_the_article_s_own(text: str, kinds: str, expected: str) -> None:
    assert drawn(read(text, kinds=kinds)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the newest past day and the nearest day announced bound the article
        ("Six died on May 2. Ana Paz will land on May 9.", "--05-02..--05-08 text"),
        ("Six died on April 20, six on May 2. Ana will land on May 9 and leave on June 1.", "--05-02..--05-08 text"),
        ("Six died on December 30. Ana Paz will land on January 3.", "--12-30..--01-02 text"),
        # a deadline may be the day itself
        ("Six died on May 2. Ships must leave by May 9.", "--05-02..--05-09 text"),
        # reported and announced for one day: that day
        ("Ana Paz said on May 2 that it was over. Her party is set to leave on May 2.", "--05-02 text"),
        # the caption's day is past, though its tense is the present
        ("Ana Paz waves in Lima, Thursday, May 2, 2019.\nShe resigned on Thursday.", "2019-05-02..2019-05-08 text"),
        # years named elsewhere tell the year
        ("It began on June 21, 2018. Six died on May 2. Ana will land on May 9, 2019.", "2019-05-02..2019-05-08 text"),
        ("It began on November 21, 2018. Six died on May 2. They will leave by June 2019. Ana will speak on May 9.",
         "2019-05-02..2019-05-08 text"),
        # "next month" and a named day in that month
        ("Ana will shun the talks early next month. The September 4 talks will fail.", "--08-01..--08-31 text"),
        # a deadline under a deal that needs its year
        ("Six died on May 2.\nA July 1 deadline looms under a pact signed in May 2018.", "2019-05-02..2019-07-01 text"),
        # nothing to go by
        ("Six died in a mine.", "unknown"),
        ("Six died on Thursday.", "unknown"),
        ("The mine opened in 1998.", "unknown"),
        ("Six died on May 2.", "--05-02.. text"),
        ("Six died on December 27 and on January 3.", "--01-03.. text"),
        ("Six died on January 3 and on July 5.", "unknown"),
        ("Ana Paz will land on May 9.", "..--05-08 text"),
        # what was planned in the past announces nothing
        ("He said in 2015 it would end by 2016. Six died on May 2. Ana will land on May 9.", "--05-02..--05-08 text"),
        # two gaps: no guess
        ("Six died on May 2 and on October 2. Ana will land on June 1 and Jon will land on December 1.", "unknown"),
    ],
)  # fmt: skip
def test_a_text_bounds_its_own_day(text: str, expected: str) -> None:
    assert drawn(read(text)) == expected


def test_a_weekday_with_its_day_tells_the_year_among_those_that_other_words_allow() -> None:
    text = "President Ana Mora said it on Wednesday, May 2. Jon Vik will land on May 9."
    assert drawn(read(text, offices=TERMS)) == "2012-05-02..2012-05-08 text"


def test_office_holders_tell_the_year() -> None:
    text = "Six died on July 2, said Prime Minister Li Tan. Ships will leave on July 9."
    assert drawn(read(text)) == "--07-02..--07-08 text"
    assert drawn(read(text, offices=TERMS)) == "2012-07-02..2012-07-08 text"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Li Tan resigned.", "2012-06-01..2012-12-31 text"),
        ("President Ana Mora and Prime Minister Li Tan met.", "2012-06-01..2012-12-31 text"),
        ("Former Prime Minister Li Tan resigned.", "unknown"),
        ("President-elect Ana Mora resigned.", "2009-11-01..2010-03-01 text"),
        ("Secretary of State Jon Vik resigned.", "unknown"),
        ("Li Tan, a baker, resigned.", "unknown"),
        ("A pact signed under Prime Minister Li Tan failed.", "unknown"),
    ],
)
def test_a_term_of_office_bounds_the_article_only_while_it_is_held(text: str, expected: str) -> None:
    assert drawn(read(text, offices=TERMS)) == expected


def test_the_first_weekday_told_is_the_dateline_s_and_tells_its_year() -> None:
    text = "Lima, Jan 31, GNX -\nEnvoys met here on Sunday.\nA first team came to Lima in November 2019."
    assert drawn(read(text, kinds="dateline body body")) == "2021-01-31 byline"


def test_a_wire_signs_off_with_the_day() -> None:
    assert drawn(read("Envoys met in Lima on Monday.\nAP-NY-09-14-98 1325EDT")) == "1998-09-14 byline"


def test_a_weekday_announced_is_the_next_after_what_is_reported() -> None:
    text = "A mine burns in Lima, Monday, Jan. 29, 2018.\nThree died on Monday. The envoy is to leave on Wednesday."
    assert drawn(read(text, kinds="caption body")) == "2018-01-29..2018-01-30 text"


def test_clutter_and_credits_are_no_witnesses() -> None:
    text = "Six died on May 2.\nRead more: Ana Paz will land on May 9\nShips will leave on June 1."
    assert drawn(read(text, kinds="body clutter body")) == "--05-02..--05-31 text"


def test_the_copyright_year_closes_what_the_text_leaves_open() -> None:
    assert drawn(read("Six died in a mine.\nCopyright 2019 Inca Daily")) == "2019-01-01..2019-12-31 text"
    assert drawn(read("Six died on May 2. Ana will land on May 9.\n© 2019 Inca")) == "2019-05-02..2019-05-08 text"


def test_bounds_that_contradict_each_other_widen_the_interval() -> None:
    text = "Six died on June 2, 2019. Ana Paz will land on May 9, 2019."
    assert drawn(read(text)) == "2019-05-08..2019-06-02 text"


def test_a_month_in_the_address_narrows_what_the_text_says() -> None:
    text = "Six died on May 2. Ana Paz will land on May 9."
    assert drawn(read(text, url="https://example.org/2019/05/mine")) == "2019-05-02..2019-05-08 text"


PIECES = [
    *("Six died on", "Ana will land on", "by", "May 2.", "June 9.", "Thursday, March 18, 2021.", "next month", "\n"),
    *("in 2019", "February 29.", "29 February 2020.", "Copyright 2018", "since", "President Ana Mora", "Thursday", ","),
    *("LIMA, May 14 --", "Published", "will leave by", "said", "December 31.", "January 1.", "31 June 2020."),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_an_interval_runs_forward_and_no_text_breaks_it(text: str) -> None:
    found = read(text, offices=TERMS)
    assert found.basis in ("byline", "text", "unknown")
    assert (found.basis == "unknown") == (found.first is None and found.last is None)
    if found.first and found.last and found.first.year and found.last.year:
        assert found.first <= found.last


@given(st.text(max_size=120))
def test_any_text_has_a_published_value(text: str) -> None:
    assert read(text).basis in ("byline", "text", "unknown")


def test_a_vice_president_s_term_does_not_date_a_president() -> None:
    terms = [
        Term("Ana Ruiz", "president", date(2021, 1, 20), date(2025, 1, 20)),
        Term("Ana Ruiz", "vice president", date(2009, 1, 20), date(2017, 1, 20)),
    ]
    spoken = terms_in_text("President Ana Ruiz called the talks.", terms)
    assert spoken == [(date(2021, 1, 20), date(2025, 1, 20))]


@pytest.mark.parametrize(
    ("page", "kinds", "expected"),
    [
        ("Ferry sinks\nPTI / Updated: Jul 4, 2022, 14:32 IST\nIt sank.", "title credit body", "2022-07-04"),
        ("Ferry sinks\nSource: Xinhua| 2021-06-30 20:14:37|Editor: ab\nIt sank.", "title credit body", "2021-06-30"),
        ("Ferry sinks\nFebruary 9, 201710:14 AM ET\nIt sank.", "title timestamp body", "2017-02-09"),
        ("Ferry sinks\n2021.03.14\nIt sank.", "title timestamp body", "2021-03-14"),
        ("Ferry sinks\n14-Mar-2021 10:15\nIt sank.", "title timestamp body", "2021-03-14"),
        ("March 9, 2024\nFerry sinks\nMay 4, 2015\nIt sank.", "timestamp title timestamp body", "2015-05-04"),
        ("May 4, 2015\nFerry sinks\nIt sank.\nJune 9, 2019", "timestamp title body timestamp", "2015-05-04"),
        (
            "Ferry sinks\n11/10/2021 - 13:05\nGozo, October 11, 2021\nIt sank.",
            "title timestamp caption body",
            "2021-10-11",
        ),
        ("Ferry sinks\n11/10/2021 - 13:05\nIt sank.", "title timestamp body", "2021-11-10"),
        (
            "Ferry sinks\nUpdated May 6, 2015\nPublished May 4, 2015\nIt sank.",
            "title timestamp timestamp body",
            "2015-05-04",
        ),
        (
            "Ferry sinks\nMay 4, 2015\nIt sank.\nBishop dies\nMay 9, 2016",
            "title timestamp body clutter clutter",
            "2015-05-04",
        ),
    ],
)
def test_the_day_in_the_head_of_a_page_is_the_article_s_own(page: str, kinds: str, expected: str) -> None:
    found = read(page, kinds=kinds)
    assert found.first is not None
    assert (found.first.iso(), found.first) == (expected, found.last)


@pytest.mark.parametrize(
    ("head", "printed", "expected"),
    [
        ("LIMA, May 13 (Andina) -- Six died today.", "2019-05-14", "2019-05-13"),
        ("LIMA, May 14 (Andina) -- Six died today.", "2019-05-14", "2019-05-14"),
        ("LIMA, Dec. 31 (Andina) -- Six died today.", "2019-01-01", "2018-12-31"),
        ("LIMA, April 2 (Andina) -- Six died today.", "2019-05-14", "2019-05-14"),
        ("Six died on May 13 -- and more.", "2019-05-14", "2019-05-14"),
    ],
)
def test_a_report_counts_from_its_dateline_where_it_was_printed_later(head: str, printed: str, expected: str) -> None:
    day = Day(*map(int, printed.split("-")))
    found = written_on(head, (Block("body", 0, len(head)),), find_phrases(head), Published(day, day, "byline"))
    assert found.first is not None and found.first == found.last and found.first.iso() == expected
