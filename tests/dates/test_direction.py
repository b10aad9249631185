"""The tense of a date's own clause, and the cue file that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.errors import LexiconError
from loaders.dates import direction, find_phrases
from loaders.dates.direction import FIELDS, FILE, clause_of, cues, tense
from loaders.lexicons.reading import Item, read_items

CUES = read_items(FILE, "cues", FIELDS)


def _tense(sentence: str) -> str:
    (phrase,) = find_phrases(sentence)
    return tense(sentence, phrase)


@pytest.mark.parametrize("cue", CUES, ids=[f"{number}-{cue.text('tense')}" for number, cue in enumerate(CUES)])
def test_a_cue_reads_its_examples_and_not_its_counterexamples(cue: Item) -> None:
    assert {_tense(sentence) for sentence in cue.texts("examples")} == {cue.text("tense")}
    found = {_tense(sentence) for sentence in cue.texts("counterexamples")}
    assert found and cue.text("tense") not in found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The king will land in Oslo on Saturday.", "future"),
        ("The king landed in Oslo on Saturday.", "past"),
        ("The king said on Saturday that he will land soon.", "past"),
        ("The king said he will land on Saturday.", "future"),
        ("The king, who fled in haste, is to return Saturday.", "future"),
        ("By Saturday evening the harbour had fallen.", "past"),
        ("The harbour, shut since Saturday, is calm.", "past"),
        ("The harbour fell, but the fort will hold until Saturday.", "future"),
        ("A fleet left. On Saturday it will return.", "future"),
        ("Saturday, calm seas.", "unknown"),
        ("The armed men of Saturday.", "unknown"),
        ("The trial opens Tuesday.", "future"),
        ("The king's speech on Tuesday will matter.", "future"),
        ("The king fears the May 1 deadline.", "future"),
        ("The king thanked them in a May 1 letter.", "past"),
        ("He had hoped that it would end on Saturday.", "future"),
        ("The vote, scheduled for Saturday, alarms him.", "future"),
        ("Mr. Paz arrived at the U.S. Embassy on Saturday.", "past"),
    ],
)
def test_the_verb_group_next_to_a_date_tells_its_direction(sentence: str, expected: str) -> None:
    phrase = find_phrases(sentence)[-1]
    assert direction(sentence, phrase) == expected


def test_what_looks_ahead_from_the_past_is_told_apart() -> None:
    assert _tense("He hoped that the siege would end on Saturday.") == "conditional"


def test_a_clause_ends_with_its_sentence_and_at_a_conjunction() -> None:
    sentence = "It fell. The fort held on Monday, but the king fled."
    (phrase,) = find_phrases(sentence)
    start, stop = clause_of(sentence, phrase.start, phrase.stop)
    assert sentence[start:stop] == "The fort held on Monday"


def test_a_cue_of_an_unknown_tense_is_refused_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("cues:\n- {tense: soon, where: verb, pattern: x}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="date_tenses.yaml, line 2: tense 'soon'"):
        cues((tmp_path,))
