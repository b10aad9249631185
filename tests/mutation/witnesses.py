"""What may notice that a rule is broken: names go in, checks come out. A check is a test of the suite, called again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bench.measures import gold
from bench.quality import below
from tests.annotate import drawn, test_drawn
from tests.clean import test_pages
from tests.dates import test_phrases
from tests.extract import test_evidence
from tests.frames import test_casualties, test_examples, test_positions
from tests.lexicons import test_resolving
from tests.structure.tree import ROOT
from tests.threads import test_stories

Check = Callable[[], Any]

TRAPS = ROOT / "bench" / "corpus" / "traps"
FLOORS = ROOT / ".ci" / "floors.json"


def _frames() -> Iterator[Check]:
    """The examples and counter-examples of every frame."""
    for frame, line in test_examples.YES:
        is_swallower = test_examples.is_swallower(frame)
        test = (
            test_examples.test_what_means_nothing_swallows_its_examples
            if is_swallower
            else test_examples.test_a_frame_finds_what_its_examples_draw
        )
        yield partial(test, frame, line)
    for frame, line in test_examples.NO:
        yield partial(test_examples.test_a_frame_is_silent_in_its_counter_examples, frame, line)


def _casualties() -> Iterator[Check]:
    """Sentences with their figures, and sentences that have none."""
    for line in test_casualties.lines("house_styles.txt"):
        yield partial(test_casualties.test_a_sentence_counts_who_is_drawn_and_nobody_else, line)
    for line in test_casualties.lines("traps.txt"):
        yield partial(test_casualties.test_a_sentence_that_counts_nobody_gives_no_figure, line)


def _positions() -> Iterator[Check]:
    """Small articles with who stands where."""
    test = test_positions.test_an_article_tells_exactly_the_positions_that_are_drawn
    return (partial(test, *case) for case in test_positions.CASES)


def _stories() -> Iterator[Check]:
    """Small articles with their events."""
    return (partial(test_stories.test_a_story_tells_the_events_drawn_below_it, story) for story in test_stories.STORIES)


def _masks() -> Iterator[Check]:
    """Sentences with names, numbers, dates, chunks and verbs."""
    for line in drawn.lines("atoms.txt"):
        yield partial(test_drawn.test_the_atoms_of_a_sentence_are_those_drawn, line)
    for line in drawn.lines("chunks.txt"):
        yield partial(test_drawn.test_the_chunks_of_a_sentence_are_those_drawn, line)
    for line in drawn.lines("verbs.txt"):
        yield partial(test_drawn.test_a_verb_group_has_the_form_and_mood_drawn, line)


def _dates() -> Iterator[Check]:
    """Sentences with date phrases and their days."""
    return (
        partial(test_phrases.test_a_sentence_holds_just_the_dates_that_are_drawn_in_it, line)
        for line in test_phrases.LINES
    )


def _pages() -> Iterator[Check]:
    """Pages with the kind of each line, and their headers."""
    for path in test_pages.PAGES:
        yield partial(test_pages.test_each_line_of_a_page_is_of_the_kind_drawn_before_it, path)
        yield partial(test_pages.test_the_header_of_a_page_is_what_is_drawn_above_it, path)


def _places() -> Iterator[Check]:
    """Names that several places share."""
    return (partial(test_resolving.test_a_name_means_one_place_or_none, *row) for row in test_resolving._rows())


def _evidence() -> Iterator[Check]:
    """The words on which facts rest."""
    return (partial(test_evidence.test_evidence_is_the_words_that_tell_the_fact, line) for line in test_evidence.DRAWN)


def _traps() -> Iterator[Check]:
    """Articles of traps: their figures keep above their floors."""

    def check() -> None:
        floors = json.loads(FLOORS.read_text(encoding="utf-8"))
        assert list(below({"traps": floors["traps"]}, {"traps": gold.measure(TRAPS)})) == []

    yield check


WITNESSES: dict[str, Callable[[], Iterator[Check]]] = {
    "frames": _frames,
    "casualties": _casualties,
    "positions": _positions,
    "stories": _stories,
    "masks": _masks,
    "dates": _dates,
    "pages": _pages,
    "places": _places,
    "evidence": _evidence,
    "traps": _traps,
}


def notices(name: str) -> str:
    """What the first check that fails says; empty where all hold."""
    for check in WITNESSES[name]():
        try:
            check()
        except AssertionError as error:
            return str(error) or "failed"
    return ""
