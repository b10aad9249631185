"""Trials of frames, verbs and nouns of events: each example is a sentence, read as an article of its own.

In: a user's file. Out: trials. A frame must find what its `yes` lines draw and be silent in its `no` lines; a verb or a
noun must cover just what stands in [brackets].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from loaders.annotate.masked import Masked
from loaders.annotate.verbs import VerbGroup
from loaders.extract import extract, mask_sentence, surroundings
from loaders.frames import Claim, Frame, frames, read_claims
from loaders.frames.catalogue import FIGURES
from loaders.lexicons.reading import read_yaml
from loaders.lexicons.words import EventNoun
from loaders.patterns import Line
from loaders.proof.trial import Trial

UNDRAWN = ("how", "x")
"""Slots that examples do not draw: verb groups, and what is passed over."""
Pair = tuple[str, str]


def read_alone(sentence: str) -> Masked:
    """A sentence through all annotators, as if it were an article."""
    return mask_sentence(sentence, surroundings(sentence, [(0, len(sentence))]))


def parts(line: str) -> tuple[str, list[Pair]]:
    """`A raid killed two. => killed: two` → the sentence and its drawn slots."""
    sentence, _, wanted = line.partition("=>")
    pairs = [part.partition(":") for part in wanted.split(";") if part.strip()]
    return sentence.strip(), [(slot.strip(), words.strip()) for slot, _, words in pairs]


def slots(found: Masked, claims: Sequence[Claim]) -> list[Pair]:
    """Slot and words of every mask that the claims hold."""
    held = [(name, numbers) for claim in claims for name, numbers in claim.slots.items() if name not in UNDRAWN]
    return [(name, found.words(number)) for name, numbers in held for number in numbers]


def frame_trials(name: str, path: Path) -> Iterator[Trial]:
    """The examples and counter-examples of a file of frames."""
    own = {f"{name.removeprefix('frames/').removesuffix('.yaml')}/{row.get('name')}" for row in read_yaml(path)}
    tried = {frame.rule: frame for frame in reversed(frames()) if frame.rule in own}
    for frame in reversed(tried.values()):
        yield from ((_act if frame.is_act else _yes)(name, frame, line) for line in frame.yes)
        yield from (_no(name, frame, line) for line in frame.no)


def _act(file: str, frame: Frame, line: str) -> Trial:
    """An act is told where threads find who does it to whom, so the sentence is read as an article."""
    sentence, wanted = parts(line)
    facts = extract(sentence)
    types = {frame.event_type, frame.planned, frame.refused} - {""}
    told = [event for event in facts.events if event.type in types or not types and event.type.startswith("say.")]
    sides = [[(p.role, facts.actors[p.actor].name) for p in event.participations] for event in told]
    is_right = not told if frame.means == "nothing" else sorted(wanted) in map(sorted, sides)
    got = next((each for each in sides if sorted(each) == sorted(wanted)), [pair for each in sides for pair in each])
    shown = _told(got) or "nothing"
    return Trial(file, frame.rule, sentence, False, is_right, _told(wanted), shown, read_alone(sentence).render())


def _yes(file: str, frame: Frame, line: str) -> Trial:
    sentence, wanted = parts(line)
    found = read_alone(sentence)
    claims = read_claims(found)
    is_figure = frame.rule.startswith("casualties/")
    if frame.means == "nothing":
        got = slots(found, [each for each in claims if not is_figure or set(FIGURES) & each.slots.keys()])
        is_right = bool(frame.pattern.search(Line.of(found.string))) and got == wanted
    else:
        got = slots(found, [claim for claim in claims if claim.frame.rule == frame.rule])
        is_right = bool(wanted) and (sorted(got) == sorted(wanted) if is_figure else set(wanted) <= set(got))
    return Trial(
        file, frame.rule, sentence, False, is_right, _told(wanted), _told(got) or _others(claims), found.render()
    )


def _no(file: str, frame: Frame, line: str) -> Trial:
    found = read_alone(line)
    got = slots(found, [claim for claim in read_claims(found) if claim.frame.rule == frame.rule])
    return Trial(file, frame.rule, line, True, not got, "", _told(got), found.render())


def _told(pairs: Sequence[Pair]) -> str:
    return "; ".join(f"{slot}: {words}" for slot, words in pairs)


def _others(claims: Sequence[Claim]) -> str:
    return "nothing" + "".join(f"; {claim.frame.rule} matched" for claim in claims)


def verb_trials(name: str, path: Path) -> Iterator[Trial]:
    """The examples of a user's verbs."""
    for entry, row in read_yaml(path).get("classes", {}).items():
        yield from _bracketed(name, entry, row, VerbGroup)


def noun_trials(name: str, path: Path) -> Iterator[Trial]:
    """The examples of a user's nouns of events."""
    for row in read_yaml(path):
        yield from _bracketed(name, row["type"], row, EventNoun)


def _bracketed(file: str, entry: str, row: dict[str, Any], kind: type) -> Iterator[Trial]:
    for line in row.get("examples", ()):
        sentence, wanted = line.replace("[", "").replace("]", ""), re.findall(r"\[([^\]]+)\]", line)
        found = read_alone(sentence)
        got = _masks(found, entry, kind)
        yield Trial(
            file, entry, sentence, False, set(wanted) <= set(got), ", ".join(wanted), ", ".join(got), found.render()
        )
    for line in row.get("counter", ()):
        found = read_alone(line)
        got = _masks(found, entry, kind)
        yield Trial(file, entry, line, True, not got, "", ", ".join(got), found.render())


def _masks(found: Masked, entry: str, kind: type) -> list[str]:
    """Words under the masks of a class of verbs or a type of event."""
    own = [n for n, mask in enumerate(found.masks) if isinstance(mask.value, kind) and _class(mask.value) == entry]
    return [found.words(number) for number in own]


def _class(value: object) -> str:
    return value.verb_class if isinstance(value, VerbGroup) else value.type if isinstance(value, EventNoun) else ""
