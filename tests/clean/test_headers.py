"""What a page says of itself, and what metadata say better."""

from __future__ import annotations

import pytest

from loaders.clean import blocks, header
from loaders.sources import Metadata

BODY = "A ferry sank off Gozo at dawn on Monday, and nine of the people aboard are missing."


def page(*lines: str) -> str:
    return "\n\n".join(("Ferry sinks off Gozo with nine aboard", *lines))


def credits(text: str) -> list[tuple[str, str, str]]:
    return [(each.agency, each.kind, text[each.start : each.stop]) for each in header(text, blocks(text)).credits]


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ((BODY, "Copyright 2015 The Associated Press. All rights reserved."), "AP"),
        ((BODY, "© 2015 Gozo Tribune. All rights reserved."), "Gozo Tribune"),
        (("By Ada Obi, Al Jazeera", BODY), "Al Jazeera"),
        ((f"VALLETTA (Reuters) - {BODY}",), "Reuters"),
        ((BODY, "“It went down fast,” a diver told Al Jazeera."), "Al Jazeera"),
        ((BODY, "“It went down fast,” a diver told Al Jazeera. Al Jazeera reported a fire."), None),
        ((BODY, "“It went down fast,” a diver told Reuters."), None),
        ((BODY, "A diver told the BBC of a fire, and another told CNN that there was none."), None),
        ((BODY,), None),
    ],
)
def test_the_publisher_is_named_by_evidence_or_not_at_all(lines: tuple[str, ...], publisher: str | None) -> None:
    text = page(*lines)
    assert header(text, blocks(text)).publisher == publisher


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Based on reporting by Reuters and dpa", [("Reuters", "based_on"), ("dpa", "based_on")]),
        ("With reporting by Ada Obi and AFP", [("AFP", "based_on")]),
        ("Associated Press writer Ada Obi in Accra contributed to this report.", [("AP", "written_by")]),
        ("(TASS)", [("TASS", "written_by")]),
        ("Some information for this report was provided by AP and AFP.", [("AP", "based_on"), ("AFP", "based_on")]),
        ("Source: Xinhua", [("Xinhua", "based_on")]),
        ("With inputs from PTI and ANI", [("PTI", "based_on"), ("ANI", "based_on")]),
        ("(Photo: Ada Obi/EPA)", [("EPA", "photo")]),
        ("The cause is not known, Interfax and TASS reported.", [("Interfax", "cited"), ("TASS", "cited")]),
        ("A diver told the dpa news agency that there was a fire.", [("dpa", "cited")]),
        ("Translated by Ada Obi. Edited by Lars Holm. With reporting by AFP.", [("AFP", "based_on")]),
    ],
)
def test_an_agency_is_credited_by_what_the_line_says_of_it(line: str, credit: list[tuple[str, str]]) -> None:
    assert [(agency, kind) for agency, kind, _ in credits(page(BODY, line))] == credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("(AP Photo/Ada Obi, Pool)", "AP Photo/Ada Obi, Pool"),
        ("[File: Ada Obi/Reuters]", "Ada Obi/Reuters"),
        ("Image source, Getty Images", "Getty Images"),
        ("Image: A. Obi/dpa/picture alliance", "A. Obi/dpa/picture alliance"),
        ("Photo: Ada Obi", "Ada Obi"),
        ("Credit: Ada Obi for The Times", "Ada Obi for The Times"),
        ("(By Ada Obi -- Reuters)", "Ada Obi -- Reuters"),
        ("© Stringer, AFP", "AFP"),
        ("(PTI File Photo)", "PTI"),
        ("REUTERS/Stringer", "REUTERS/Stringer"),
        ("Photo credit: Ada Obi | Gozo Media Group", "Ada Obi"),
        ("Image: Harbour Board.", None),
    ],
)
def test_a_picture_is_credited_as_its_line_says(line: str, credit: str | None) -> None:
    between = "\n\n" if line.startswith("Image") else " "
    text = page("Divers search the wreck of the ferry off Gozo, Malta, May 4, 2015." + between + line, BODY)
    photos = [written for _, kind, written in credits(text) if kind == "photo"]
    assert photos == ([credit] if credit else [])


def test_a_credit_points_to_the_name_as_written() -> None:
    assert credits(page(BODY, "A diver told the Deutsche Presse-Agentur so.")) == [
        ("dpa", "cited", "Deutsche Presse-Agentur")
    ]


def test_an_agency_that_the_lexicon_lacks_is_credited_by_its_initials_in_the_dateline() -> None:
    assert credits(page(f"VALLETTA, 3 May (GNX) - {BODY}")) == [("GNX", "written_by", "GNX")]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Associated Press writers Ada Obi in Accra and Lars Holm in Oslo contributed.", ("Ada Obi", "Lars Holm")),
        ("(Reporting by Ada Obi and Lars Holm; Editing by Mia Tan)", ("Ada Obi", "Lars Holm")),
        ("Translated by Mia Tan. Written in English by Ada Obi.", ("Ada Obi",)),
    ],
)
def test_those_who_wrote_or_contributed_are_authors_and_editors_are_not(line: str, authors: tuple[str, ...]) -> None:
    text = page(BODY, line)
    assert header(text, blocks(text)).authors == authors


def test_a_site_s_name_above_the_headline_names_the_publisher() -> None:
    text = f"Haaretz | World\n\n{page(BODY)}"
    assert header(text, blocks(text)).publisher == "Haaretz"


@pytest.mark.parametrize(
    "first", ["Ferry sinks off Gozo - BBC News\n\nHome\n\nFerry sinks off Gozo", "Ferry sinks off Gozo | BBC"]
)
def test_a_site_s_name_behind_the_headline_is_no_part_of_it(first: str) -> None:
    text = f"{first}\n\n{BODY}"
    found = header(text, blocks(text))
    assert (found.title, found.publisher) == ("Ferry sinks off Gozo", "BBC")


def test_the_writer_may_stand_behind_the_time_stamp() -> None:
    text = page("Monday, 4 May 2015 15:22  Written by Ada Obi", BODY)
    assert header(text, blocks(text)).authors == ("Ada Obi",)


def test_names_above_a_time_stamp_are_authors_each() -> None:
    text = page("Ada Obi", "Lars Holm", "May 4, 2015 8:51 pm", BODY)
    assert header(text, blocks(text)).authors == ("Ada Obi", "Lars Holm")


def test_days_and_names_of_other_stories_below_the_report_are_clutter() -> None:
    text = page("May 4, 2015", BODY, "The navy searches.", "Bishop dies", "May 9, 2016", "By Mia Tan")
    found = [(block.kind, text[block.start : block.stop]) for block in blocks(text)]
    assert found[-3:] == [("clutter", "Bishop dies"), ("clutter", "May 9, 2016"), ("clutter", "By Mia Tan")]


def test_metadata_win_over_the_page() -> None:
    text = page("By Ada Obi, Al Jazeera", BODY)
    given = Metadata(title="Ferry lost", authors=("Mia Tan",), publisher="the Associated Press")
    found = header(text, blocks(text), given)
    assert (found.title, found.authors, found.publisher) == ("Ferry lost", ("Mia Tan",), "AP")


def test_the_address_names_the_publisher_where_metadata_give_no_other() -> None:
    text = page(BODY)
    assert header(text, blocks(text), Metadata(url="https://www.aljazeera.com/news/1")).publisher == "Al Jazeera"


def test_a_publisher_that_the_lexicon_lacks_is_kept_as_given() -> None:
    text = page(BODY)
    assert header(text, blocks(text), Metadata(publisher="Gozo Tribune")).publisher == "Gozo Tribune"
