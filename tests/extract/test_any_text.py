"""Extraction is a pure function of any text: it never fails, answers the same twice, and all spans lie in the text."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.annotate.atoms import Surroundings
from loaders.extract import extract, mask_sentence
from loaders.facts import ArticleFacts
from loaders.frames import read_claims
from loaders.sources.metadata import Metadata

PIECES = [
    *("Gunmen killed at least eight people in Kano on Monday.", "A car bomb", "wounded", "dozens", "police said"),
    *("Kenya will host a summit in Nairobi on May 20", ".", ",", "both conferences", "Both sides", "it said", "\n\n"),
    *("President Ana Ruiz", "Ruiz", "The militant group", "Boko Haram claimed responsibility for the attack.", "“"),
    *("has yet to decide whether to attend", "the talks", "which", "(", ")", " – ", "said", "\n", "the attack"),
    *("By Ana Ruiz", "2019-05-14", "of the", "and", "not", "Chad", "between", "\ue003\U000f0001", "¦", ";", "’s", "20"),
    *("”", "KABUL, May 3 (Reuters) -"),
]
OPENING = (
    "Oslo was quiet on Monday, and the town had slept well. The mayor went to his office, and then he went home.\n\n"
)
"""What makes the rest the body of an article, so that it is not taken for headlines and clutter."""
TEXTS = st.one_of(
    st.text(max_size=150),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: OPENING + " ".join(pieces)),
)
DAY = Metadata(published=(date(2019, 5, 14), date(2019, 5, 15)))
SETTINGS = settings(max_examples=80, deadline=None)
PATHOLOGICAL = {
    "capitals": "Ali Baba ",
    "capitals with commas": "Ali, ",
    "commas": ", ",
    "numbers": "12 ",
    "numbers and words": "twelve of the ",
    "and": "and ",
    "open brackets": "(",
    "brackets": "() ",
    "quotes": "“",
    "dashes": " – a",
    "titles": "police chief ",
    "words of titles": "police ",
    "states": "Chad, Mali and ",
    "killings": "Gunmen killed two people. ",
    "one long word": "a",
    "one sentence": "the men of the town who ",
    "line ends": "\n",
    "headlines": "TALKS IN OSLO\n",
    "dates": "Monday ",
    "clauses": "said that ",
}


def spans(found: ArticleFacts) -> Iterator[tuple[str, int, int]]:
    """Every span of the facts with what it belongs to."""
    for name in ("credits", "blocks", "dates", "mentions", "events"):
        yield from ((name, each.start, each.stop) for each in getattr(found, name))
    yield from (("sentences", start, stop) for start, stop in found.sentences)
    yield from (("roles", role.start, role.stop) for actor in found.actors for role in actor.roles)
    for event in found.events:
        yield from ((row.rule, row.start, row.stop) for row in event.participations)
        yield from ((row.rule, row.start, row.stop) for row in event.figures)


def numbers(found: ArticleFacts) -> list[int]:
    """Every number that stands for an actor."""
    rows = [row for event in found.events for row in event.participations]
    said = [row.said_by for row in rows] + [row.said_by for event in found.events for row in event.figures]
    named = [*[row.actor for row in rows], *[speaker.actor for speaker in said if speaker]]
    return [number for number in (*named, *[m.actor for m in found.mentions]) if number is not None]


@given(TEXTS)
@SETTINGS
def test_every_span_lies_in_the_text_and_every_number_stands_for_an_actor(text: str) -> None:
    found = extract(text, metadata=DAY)
    assert found.text == text
    assert [span for span in spans(found) if not 0 <= span[1] <= span[2] <= len(text)] == []
    assert set(numbers(found)) <= set(range(len(found.actors)))


@given(TEXTS)
@SETTINGS
def test_spans_stand_in_the_order_of_the_text(text: str) -> None:
    found = extract(text, metadata=DAY)
    for rows in (found.blocks, found.dates, found.mentions, found.events):
        starts = [row.start for row in rows]
        assert starts == sorted(starts)
    assert apart(found.sentences)
    assert apart([(date.start, date.stop) for date in found.dates])


def apart(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether spans are ordered and do not overlap."""
    return all(before[1] <= after[0] for before, after in zip(pairs, pairs[1:], strict=False))


@given(TEXTS)
@SETTINGS
def test_the_same_text_twice_gives_the_same_facts(text: str) -> None:
    assert extract(text, metadata=DAY) == extract(text, metadata=DAY)


def test_other_articles_in_between_change_nothing() -> None:
    text = "Kenya will host a summit in Nairobi on May 20. Chad and Mali will attend both conferences. It said so."
    before = extract(text, metadata=DAY)
    extract("Boko Haram attacked Kano on Monday. Both sides signed a truce. They met President Ana Ruiz.", metadata=DAY)
    assert extract(text, metadata=DAY) == before
    assert before.events


def test_texts_of_these_pieces_do_tell_events() -> None:
    texts = [f"{OPENING}{piece} {other}" for piece in PIECES for other in PIECES[::9]]
    assert sum(bool(extract(text, metadata=DAY).events) for text in texts) > len(texts) / 8


@pytest.mark.parametrize("piece", PATHOLOGICAL.values(), ids=PATHOLOGICAL.keys())
def test_work_grows_with_the_length_of_a_text_and_not_with_its_square(piece: str) -> None:
    short, long = (calls(lambda text: extract(text, metadata=DAY), OPENING, piece, size) for size in (1_500, 6_000))
    assert long < 5 * short


@pytest.mark.parametrize("piece", PATHOLOGICAL.values(), ids=PATHOLOGICAL.keys())
def test_work_grows_with_the_length_of_a_sentence_and_not_with_its_square(piece: str) -> None:
    short, long = (calls(read_sentence, "", piece, size) for size in (1_500, 6_000))
    assert long < 5 * short + 500


def read_sentence(text: str) -> None:
    """A sentence through annotators and frames."""
    read_claims(mask_sentence(text, Surroundings()))


def calls(read: Callable[[str], object], opening: str, piece: str, size: int) -> int:
    """How many functions are called to read a text of that many characters: the same on every machine, however busy.

    Calls inside the engine of regexes are not seen; tests/patterns has an eye on that.
    """
    counted = Counter[str]()
    text = opening + piece * (size // len(piece))
    read(text)  # what is loaded at first use is no work of this text
    sys.setprofile(lambda frame, event, _: counted.update([event]))
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\0", "\ufffd", "🙂", "a\u0301", "—", "“", "12", "Ünïcödé İstanbul ſ K"]
)
def test_a_text_that_tells_nothing_has_no_events(text: str) -> None:
    assert extract(text).events == ()
