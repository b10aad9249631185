"""Trials of date phrases, their tenses, credits, and lines of a page. In: a user's file. Out: trials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from loaders.clean.citations import citations, cues
from loaders.clean.shapes import masked, shapes
from loaders.dates import DatePhrase, direction, find_phrases, resolve
from loaders.dates.direction import tense
from loaders.facts import Day, Window
from loaders.lexicons.reading import read_yaml
from loaders.proof.trial import Trial

DRAWN = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
BRACKETED = re.compile(r"\[(.*?)\]")


def phrase_trials(name: str, path: Path) -> Iterator[Trial]:
    """`2019-05-14: The court sits [today|2019-05-14].`: the phrase is found and stands for those days."""
    content = read_yaml(path)
    for row in [*content.get("rows", ()), *content.get("named_days", ())]:
        entry = row.get("key") or row["phrase"]
        for line in row.get("examples", ()):
            anchor, _, drawn = line.partition(": ")
            sentence, wanted = DRAWN.sub(r"\1", drawn), ["|".join(each) for each in DRAWN.findall(drawn)]
            got = [f"{phrase.surface}|{_days(sentence, anchor, phrase)}" for phrase in find_phrases(sentence)]
            yield Trial(name, entry, sentence, False, got == wanted, ", ".join(wanted), ", ".join(got))
        for line in row.get("counterexamples", ()):
            got = [phrase.surface for phrase in find_phrases(line) if phrase.row == row.get("key")]
            yield Trial(name, entry, line, True, not got, "", ", ".join(got))


def _days(sentence: str, anchor: str, phrase: DatePhrase) -> str:
    if phrase.is_refused:
        return "refused"
    found = resolve(phrase, _window(anchor), direction=direction(sentence, phrase))
    if found is None:
        return "?"
    ends = [end.iso() if end else "" for end in (found.first, found.last)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def _window(drawn: str) -> Window | None:
    """`2019-05-14`, `2019-05-06..2019-05-12`, or None for `?`."""
    if drawn == "?":
        return None
    first, dots, last = drawn.partition("..")
    return Window(_day(first), _day(last if dots else first), "day")


def _day(drawn: str) -> Day | None:
    if not drawn:
        return None
    year, month, number = ("0", *drawn[2:].split("-")) if drawn.startswith("--") else drawn.split("-")
    return Day(int(year), int(month), int(number))


def tense_trials(name: str, path: Path) -> Iterator[Trial]:
    """The tense that a cue tells of the one date in a sentence."""
    for row in read_yaml(path).get("cues", ()):
        lines = [(line, False) for line in row.get("examples", ())]
        for line, is_counter in [*lines, *((line, True) for line in row.get("counterexamples", ()))]:
            got = [tense(line, phrase) for phrase in find_phrases(line)]
            is_right = bool(got) and (row["tense"] in got) != is_counter
            yield Trial(name, row["tense"], line, is_counter, is_right, row["tense"], ", ".join(got))


def cue_trials(name: str, path: Path) -> Iterator[Trial]:
    """The outlets that a sentence credits."""
    own = {row["class"] for row in read_yaml(path).get("cues", ())}
    for cue in (cue for cue in cues() if cue.name in own):
        for drawn in cue.examples:
            words, wanted = re.sub(r"[\[\]]", "", drawn), BRACKETED.findall(drawn)
            got = [words[each.hit.start : each.hit.stop] for each in citations(words)]
            yield Trial(name, cue.name, words, False, got == wanted, ", ".join(wanted), ", ".join(got))
        for words in cue.counterexamples:
            got = [words[each.hit.start : each.hit.stop] for each in citations(words)]
            yield Trial(name, cue.name, words, True, not got, "", ", ".join(got))


def line_trials(name: str, path: Path) -> Iterator[Trial]:
    """Lines of a page that are of a class, and lines that are not."""
    content = read_yaml(path)
    own = {row["class"] for section in content.values() for row in section}
    for shape in (shape for shape in shapes() if shape.name in own):
        lines = [(line.lstrip("* "), False) for line in shape.examples]
        for line, is_counter in [*lines, *((line, True) for line in shape.counterexamples)]:
            is_of = shape.matches(line, masked(line))
            yield Trial(
                name, shape.name, line, is_counter, is_of != is_counter, shape.name, shape.name if is_of else ""
            )
