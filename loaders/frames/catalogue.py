"""The frames: YAML rows go in, compiled frames and a sieve over what they need come out.

A row: `name`, `say` (the pattern), and one of `means` (nothing, none), `is` (a position or how to find it), `type` (an
event that the verb itself tells), `status`; `yes` and `no` are its examples and counter-examples, which run as tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from eventdb.errors import LexiconError
from loaders.annotate.chunks import compiler
from loaders.frames.own import with_own
from loaders.lexicons.words import load, with_parts
from loaders.patterns import Bits, Literals, Pattern, Sieve

FILES = ("casualties", "positions", "attribution", "politics", "events", "deeds", "moves")
TELLING = ("events/", "politics/", "moves/", "deeds/")
"""Rules of frames whose verb tells an event itself."""
ACTS = "verbal"
"""The file of frames for what one actor says or does to another; they leave the frames of the other files alone."""
FIGURES = ("killed", "injured", "missing", "captured", "displaced")
ROLES = (
    "who", "host", "organiser", "mediator", "observer", "signatory", "perpetrator", "target", "speaker", "party",
    "proposer",
)  # fmt: skip
EVERY: Bits = -1
"""The set of all frames."""
KEYS = frozenset(
    ["name", "say", "means", "is", "type", "status", "yes", "no", "needs_word", "verb", "carried", "far", "whole",
     "planned", "refused"]
)  # fmt: skip

SUBJECT = re.compile(r"\{[\w|]+:(?P<role>who|perpetrator|organiser|party|signatory|host)\} (?:@clad )?@doing (?=[{(])")
"""How a frame opens whose subject may stand before an earlier verb; `carried` keeps the slot that it fills."""
FAR = re.compile(r"\{[\w|]+:(?P<role>\w+)\} (?:@clad |@aside |@doing |,\? |\([^()]*\)[*?] )*(?=[{(])")
"""How a frame opens whose subject may stand farther off; `far` keeps the slot that it fills."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say a fact. `rule` ("casualties/toll") names it in the database.

    `is_act` tells that it is of what one actor says or does to another.
    """

    rule: str
    pattern: Pattern
    means: str = ""
    position: str = ""
    event_type: str = ""
    status: str = ""
    needs_word: str = ""
    verb: str = ""
    carried: str = ""
    far: str = ""
    whole: str = ""
    planned: str = ""
    refused: str = ""
    is_act: bool = False
    yes: tuple[str, ...] = field(default=(), compare=False)
    no: tuple[str, ...] = field(default=(), compare=False)


def _frames() -> Iterator[Frame]:
    parts = load("frames/parts.yaml")
    files = {file: with_own(load(f"frames/{file}.yaml"), f"frames/{file}.yaml", parts) for file in (*FILES, ACTS)}
    ordered = [(file, list(_with_second_verbs(files[file]))) for file in FILES]
    # last: a subject right before its verb is surer
    ordered += [(file, list(_from_afar(files[file]))) for file in FILES]
    for file, rows in [*ordered, (ACTS, list(_with_second_verbs(files[ACTS])))]:
        for row in with_parts([*parts, *rows]):
            if unknown := row.keys() - KEYS:
                raise LexiconError(
                    f"frames/{file}.yaml, {row.get('name')}: unknown {sorted(unknown)}; known are {sorted(KEYS)}"
                )
            yield Frame(
                rule=f"{file}/{row['name']}",
                pattern=compiler().compile(row["say"]),
                means=row.get("means", ""),
                position=row.get("is", ""),
                event_type=row.get("type", ""),
                status=row.get("status", ""),
                needs_word=row.get("needs_word", ""),
                verb=row.get("verb", ""),
                carried=row.get("carried", ""),
                far=row.get("far", ""),
                whole=row.get("whole", ""),
                planned=row.get("planned", ""),
                refused=row.get("refused", ""),
                is_act=file == ACTS,
                yes=tuple(row.get("yes", ())),
                no=tuple(row.get("no", ())),
            )


def _with_second_verbs(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows, and each that opens with its subject once more behind "and": "seized a bus and shot the driver"."""
    for row in rows:
        yield {**row, "far": ""} | _whole(row)
        if said := SUBJECT.match(row.get("say", "")):
            rest = row["say"][said.end() :]
            yield {**row, "say": f"(and|but|before|then) (<manner>)* {rest}", "carried": said["role"], "far": ""}


def _whole(row: dict[str, Any]) -> dict[str, str]:
    """The slot of a subject of which other words may part the first names from the verb."""
    said = FAR.match(row["say"]) if row.get("far") else None
    return {"whole": said["role"]} if said else {}


def _from_afar(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows with `far` without their subject, from which words part them: "The envoy, in Accra since Monday, met"."""
    for row in rows:
        if row.get("far") and (said := FAR.match(row["say"])):
            yield {**row, "say": row["say"][said.end() :], "far": said["role"]}


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in order of priority."""
    return tuple(_frames())


@cache
def sieve() -> Sieve:
    """The sieve of all frames."""
    return Sieve.of([frame.pattern for frame in frames()])


@cache
def _words_asked_for() -> Literals:
    """What the `needs_word` of each frame asks for."""
    return Literals.of([frame.needs_word for frame in frames()])


def may_be_told(text: str) -> Bits:
    """The frames of whose `needs_word` a sentence has all that is certain; what they match may lie under masks."""
    return _words_asked_for().may_match(text)


def candidates(have: Set[str], told: Bits = EVERY) -> Iterator[Frame]:
    """The frames among those told that a sentence with these words and kinds may match, in order of priority."""
    every, (found, met) = frames(), sieve().opened_by(have)
    return (every[number] for number in sieve().through(found & told, met))
