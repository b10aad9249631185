"""The cascade: a sentence with atoms goes in, one with chunks comes out (counted people, people with offices, events).

Each row of chunks.yaml rewrites the masked sentence once, left to right; a chunk's mask holds the masks inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.annotate.atoms import kinds
from loaders.annotate.masked import Masked
from loaders.lexicons.titles import title_classes
from loaders.lexicons.words import EventNoun, event_nouns, load, with_parts, word_classes
from loaders.patterns import Compiler, Line, Pattern, Sieve, slots_of

AFTER_MODAL = re.compile(
    r"(?<!\w)(?:will|would|to|could|can|may|might|must|should|shall|not|n't|did|does|do)\s+$", re.I
)
"""Behind these a bare event noun is a verb: "they will exit Chad". """
VICTIMS = ("people", "number", "person", "individual", "office", "name", "nationals")
"""Before these an -ing noun is a verb: "killing four people". """
AFTER_BE = re.compile(
    r"(?<!\w)(?:is|are|was|were|been|be|am|'s|'re)\s+(?:also\s|now\s|still\s|currently\s|not\s|reportedly\s)?$", re.I
)
"""Behind these a bare "meeting" is a verb: "is meeting with the envoy". """
WHOLE = re.compile(r"^(?:all|both|only)\s+")
PRONOUN = re.compile(r"(?:him|her|them|himself|themselves)\b", re.I)
KINDS_OF_EVENTS = ("meeting", "attack", "pact")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One row of the cascade: the kind of mask it makes, its pattern, and a mark at its end that stays outside."""

    kind: str
    pattern: Pattern
    trail: str


@cache
def compiler() -> Compiler:
    """The compiler over all word classes of the lexicons."""
    return Compiler({**word_classes(), **title_classes()}, kinds())


@cache
def chunks() -> tuple[Chunk, ...]:
    """The rows of the cascade, in order."""
    return tuple(
        Chunk(r["kind"], compiler().compile(r["say"]), r.get("trail", "")) for r in with_parts(load("chunks.yaml"))
    )


@cache
def _sieve() -> Sieve:
    return Sieve.of([chunk.pattern for chunk in chunks()])


def find_chunks(masked: Masked) -> None:
    """Run the cascade over a sentence. A mask that a row makes can be what a later row needs."""
    line, sieve, done = Line.of(masked.string), _sieve(), 0
    rows, met = sieve.opened_by(line.have)
    while (number := next(sieve.through(rows >> done << done, met), None)) is not None:
        chunk, before, done = chunks()[number], len(masked.masks), number + 1
        line = _rewrite(masked, chunk, line)
        if len(masked.masks) > before:
            kind = masked.kinds.codes[chunk.kind]
            more, also = sieve.opened_by(kind)
            rows, met = rows | more, met | also


def _rewrite(masked: Masked, chunk: Chunk, line: Line) -> Line:
    """Mask what a row finds; answers the line of what the sentence then is."""
    pos = 0
    while match := chunk.pattern.search(line, pos):
        start, stop = match.span()
        stop = start + len(masked.string[start:stop].rstrip(" "))
        if chunk.trail and masked.string[start:stop].endswith(chunk.trail):
            stop -= len(chunk.trail)
            stop = start + len(masked.string[start:stop].rstrip(" "))
        if stop <= start or chunk.kind in KINDS_OF_EVENTS and _is_verb(masked.string[:start], match):
            pos = match.end() + 1
            continue
        slots = {name: tuple(numbers) for name, numbers in slots_of(match).items()}
        value = event_noun(match) if chunk.kind in KINDS_OF_EVENTS else None
        pos = masked.replace(start, stop, chunk.kind, value, slots)
        line = line.masked(start, stop, masked.string[start:pos])
    return line


def _is_verb(before: str, match: re.Match[str]) -> bool:
    """Whether the event noun of a match is a verb here."""
    noun = event_noun(match)
    if noun is None:
        return False
    following = match.string[_head(match)[1] :]
    following = WHOLE.sub("", following)
    is_hit = following[:1] in {kinds().codes[kind] for kind in VICTIMS} or PRONOUN.match(following)
    if noun.head.endswith("ing") and is_hit:
        return True
    is_bare = match[0].strip().lower().startswith(noun.head)
    if is_bare and noun.head == "meeting" and AFTER_BE.search(before):
        return bool(re.match(r"\s*(?:(?:with|in|at|on|for|to)\s|[\ue000-\uefff])", match.string[_head(match)[1] :]))
    return is_bare and not noun.is_plural and bool(AFTER_MODAL.search(before))


def _head(match: re.Match[str]) -> tuple[str, int]:
    """The words in the group "head" of an event chunk and where they end; ("", 0) without one."""
    groups = (name for name, text in match.groupdict().items() if name.startswith("head__") and text)
    name = next(groups, "")
    return (match[name], match.end(name)) if name else ("", 0)


def event_noun(match: re.Match[str]) -> EventNoun | None:
    """The event noun in the group "head" of an event chunk."""
    return event_nouns().get(" ".join(_head(match)[0].lower().split()))
