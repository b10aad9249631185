"""Blocks cover the page whole, whatever the page is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.clean import BLOCK_KINDS, READABLE_KINDS, blocks, header, readable
from loaders.clean.paragraphs import paragraphs

LINES = st.sampled_from(
    [
        "",
        " ",
        "By Ada Obi",
        "ACCRA (AP) -- The port was shut.",
        "4 May 2015",
        "• An item of a list that goes on",
        "> quoted",
        "— Ada Obi",
        "Related",
        "Ferry sinks off Gozo",
        "“We go,” she said. (Reuters)",
        "A\tB\tC",
        "Subject: [x] Re: Ferry",
        "ENDS",
        "(Photo: X/EPA)",
        "é\u00a0ß",
    ]
)
PAGES = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=25).map("\n".join))


@given(PAGES)
@example("Ferry sinks - BBC News\n\nACCRA: It sank. (AFP)")
@settings(max_examples=150, deadline=None)
def test_every_character_but_white_space_lies_in_exactly_one_block(text: str) -> None:
    found = blocks(text)
    covered = [position for block in found for position in range(block.start, block.stop)]
    assert covered == sorted(set(covered))
    assert {i for i, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(text[block.start : block.stop].strip() == text[block.start : block.stop] != "" for block in found)
    assert {block.kind for block in found} <= set(BLOCK_KINDS)


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_every_credit_points_to_a_name_in_the_text(text: str) -> None:
    found = header(text, blocks(text))
    assert all(0 <= credit.start < credit.stop <= len(text) for credit in found.credits)


def test_only_readable_kinds_may_yield_facts() -> None:
    text = "Ferry sinks off Gozo\nBy Ada Obi\n\nACCRA -- The ferry sank at dawn near the island.\n\nShare\n"
    found = blocks(text)
    assert [block.kind for block in found] == ["title", "byline", "dateline", "body", "clutter"]
    assert [block.kind for block in readable(found)] == ["title", "body"]
    assert set(BLOCK_KINDS) > READABLE_KINDS


def test_lines_broken_at_a_column_are_one_paragraph() -> None:
    text = (
        "The ferry that sank at dawn near the island carried ninety people and\n"
        "some cattle, the port authority said, but the list of passengers was\n"
        "lost with it and nobody knows their names.\n"
        "The owner has fled to the mainland in a small boat and took with him\n"
        "the papers of the ship, according to a clerk.\n"
    )
    assert [text[p.start : p.stop].split()[0] for p in paragraphs(text)] == ["The", "The"]


def test_short_lines_that_were_never_wrapped_stay_apart() -> None:
    assert len(paragraphs("Home\nNews\nSport\nFerry sinks off Gozo\nBy Ada Obi\n")) == 5


def test_an_item_of_a_list_begins_a_paragraph() -> None:
    text = "The ministers agreed upon three things, of which\n- the first is a road\n- the second\n"
    assert len(paragraphs(text)) == 3


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_an_empty_page_has_no_blocks(text: str) -> None:
    assert blocks(text) == ()


@pytest.mark.parametrize(
    "line",
    ["Home " + "> " * 60 + "x" * 60, "More " + "in " * 300, "Ada Obi, " * 400, "(" * 3000, "By " + "Ada Obi and " * 15]
    + ["Reuters, AFP and " * 400, "#a " * 900, "12 " * 900, "word " * 20_000, "&a;" * 300 + "x", "A. " * 5_000],
    ids=lambda line: line[:12].strip(),
)
def test_no_line_makes_the_rules_run_away(line: str) -> None:
    found = blocks(f"Ferry sinks off Gozo\n\n{line}\n")
    assert found[-1].stop == len(f"Ferry sinks off Gozo\n\n{line}".rstrip())
