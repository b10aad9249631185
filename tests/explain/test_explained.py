"""An explanation is the extraction itself: no fact is lost on the way, no word of a sentence changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.explain import Explanation, Match, Piece, Sentence, explain
from loaders.extract import extract
from loaders.sources import Document
from loaders.sources.metadata import NO_METADATA
from tests.structure.tree import ROOT

ARTICLES = sorted((ROOT / "examples" / "articles").glob("*.txt"))[::3]
TEXT = """Togo to host peace talks in June

By Ana Ruiz

LOME, May 4, 2022 -- Togo will host a peace conference in Lome on June 3, 2022, its foreign ministry said on Wednesday.

Rebels threatened to kill nine teachers. Gunmen killed five guards, Peru said on Monday. The weather was fine.

Read more: Ten towns to visit
"""


def explained(text: str) -> Explanation:
    return explain(("a.txt", Document(text, "utf-8", "en", NO_METADATA)))


def sentences(each: Explanation) -> list[Sentence]:
    return [sentence for stretch in each.stretches for sentence in stretch.sentences]


def opening(words: str) -> Sentence:
    """The sentence of TEXT that begins with these words."""
    (found,) = [each for each in sentences(explained(TEXT)) if said(each.pieces).startswith(words)]
    return found


def said(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def match(sentence: Sentence, rule: str) -> Match:
    (found,) = [each for each in sentence.matches if each.rule == rule]
    return found


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_fact_rests_on_a_sentence_and_every_word_is_the_article_s(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    each = explained(text)
    facts = each.facts
    assert facts == extract(text, file_name="a.txt")
    rested = {(ref.event, ref.kind, ref.start, ref.rule) for s in sentences(each) for m in s.matches for ref in m.facts}
    assert rested == {
        *((n, "event", e.start, e.rule) for n, e in enumerate(facts.events)),
        *((n, "participation", p.start, p.rule) for n, e in enumerate(facts.events) for p in e.participations),
        *((n, "figure", f.start, f.rule) for n, e in enumerate(facts.events) for f in e.figures),
    }
    assert [said(s.pieces) for s in sentences(each)] == [text[a:b] for a, b in facts.sentences]
    assert [stretch.text for stretch in each.stretches] == [text[b.start : b.stop] for b in facts.blocks]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_lies_inside_a_mask_is_its_words(path: Path) -> None:
    pieces = [p for s in sentences(explained(path.read_text(encoding="utf-8"))) for p in s.pieces]
    while pieces:
        piece = pieces.pop()
        assert not piece.inside or said(piece.inside) == piece.text
        pieces += piece.inside


def test_a_stretch_that_is_not_read_has_its_kind_and_no_sentences() -> None:
    stretches = {stretch.kind: stretch for stretch in explained(TEXT).stretches}
    assert (stretches["byline"].text.strip(), stretches["byline"].sentences) == ("By Ana Ruiz", ())
    assert stretches["clutter"].sentences == ()


def test_a_frame_shows_its_slots_its_mood_and_who_says_so() -> None:
    found = match(opening("Togo will host"), "positions/hosts")
    assert ("host", "Togo") in found.slots
    assert found.mood == "planned"
    assert match(opening("Gunmen"), "casualties/killed-active").said_by == "Peru"


def test_words_that_mean_nothing_say_so() -> None:
    sentence = opening("Rebels threatened")
    assert not any(ref.kind == "figure" for each in sentence.matches for ref in each.facts)
    assert any(each.is_silent for each in sentence.matches if each.rule.startswith("casualties/"))


def test_a_figure_stands_under_its_frame() -> None:
    facts = [ref.words for each in opening("Gunmen").matches for ref in each.facts]
    assert "killed: 5 guards (exactly 5), says Peru" in facts


def test_a_sentence_that_no_frame_matched_has_no_matches() -> None:
    assert opening("The weather").matches == ()
