"""The tense of a date's own clause, and the cue file that tells it."""

from __future__ import annotations

import pytest
import yaml

from eventdb.errors import LexiconError
from loaders.dates import direction, find_phrases
from loaders.dates.direction import CUES, clause_of, compile_cues, tense

ENTRIES = yaml.load(CUES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)["cues"]


def _tense(sentence: str) -> str:
    (phrase,) = find_phrases(sentence)
    return tense(sentence, phrase)


@pytest.mark.parametrize("cue", ENTRIES, ids=[f"{number}-{cue['tense']}" for number, cue in enumerate(ENTRIES)])
def test_a_cue_reads_its_example_and_not_its_counter_example(cue: dict[str, str]) -> None:
    assert _tense(cue["example"]) == cue["tense"]
    assert _tense(cue["counter_example"]) != cue["tense"]


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


def test_a_cue_of_an_unknown_tense_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match="tense 'soon'"):
        compile_cues("cues: [{tense: soon, where: verb, pattern: x}]")
