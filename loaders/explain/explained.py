"""An extraction as a reader can follow it: stretches of the page, their sentences, what matched, what rests on it.

In: a document. Out: frozen values. Facts are joined to matches by the rule and the span that each fact carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.annotate.masked import Masked
from loaders.annotate.verbs import VerbGroup
from loaders.explain.words import category_of, figure_words, participation_words
from loaders.extract import Extraction, extraction
from loaders.facts import ArticleFacts
from loaders.frames import SILENCES, Claim, Silence, read_matches
from loaders.outcome import Named
from loaders.threads import Reading

UNUSED = "it led to no fact: no event to belong to, nobody known, or told before"
NOUN = "nouns/"


@dataclass(frozen=True, slots=True)
class Ref:
    """A fact: the number of its event, and what it says; `kind` is event, participation or figure."""

    event: int
    kind: str
    words: str
    rule: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence: a mask of a kind with what lies inside it, or plain text (no kind)."""

    text: str
    kind: str = ""
    detail: str = ""
    inside: tuple[Piece, ...] = ()

    @property
    def category(self) -> str:
        """What readers see in one colour."""
        return category_of(self.kind) if self.kind else ""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame or noun that matched: words, slots, mood, meaning, speaker; the facts on it, or why there are none."""

    rule: str
    start: int
    stop: int
    words: str
    slots: tuple[tuple[str, str], ...] = ()
    mood: str = ""
    means: str = ""
    said_by: str = ""
    why: str = ""
    facts: tuple[Ref, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether it tells nothing by its own meaning, not for want of an event."""
        return bool(self.why) and self.why != UNUSED


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its pieces, the form that patterns see, what matched, and the events that its nouns stand for."""

    number: int
    pieces: tuple[Piece, ...]
    masked: str
    matches: tuple[Match, ...]
    mentions: tuple[tuple[str, int | None], ...]

    @property
    def has_facts(self) -> bool:
        """Whether a fact rests on it."""
        return any(match.facts for match in self.matches)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of the page; one that is not read has no sentences."""

    kind: str
    text: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with its facts, explained."""

    file: str
    facts: ArticleFacts
    stretches: tuple[Stretch, ...]


def explain(named: Named) -> Explanation:
    """The explanation of a document, given with its file's name."""
    name, read = named
    found = extraction(read.text, file_name=name, metadata=read.metadata)
    refs = tuple(_refs(found.facts))
    return Explanation(name, found.facts, tuple(_stretches(found, refs)))


def _refs(facts: ArticleFacts) -> Iterator[Ref]:
    """Every event, participation and figure as a reference."""
    for number, event in enumerate(facts.events):
        yield Ref(number, "event", f"{event.type}, {event.status}", event.rule, event.start, event.stop)
        for row in event.participations:
            words = participation_words(facts, row)
            yield Ref(number, "participation", words, row.rule, row.start, row.stop)
        for figure in event.figures:
            yield Ref(number, "figure", figure_words(figure), figure.rule, figure.start, figure.stop)


def _stretches(found: Extraction, refs: Sequence[Ref]) -> Iterator[Stretch]:
    text = found.facts.text
    for block in found.facts.blocks:
        inside = [reading for reading in found.readings if block.start <= reading.start < block.stop]
        sentences = tuple(_sentence(found, reading, refs) for reading in inside)
        yield Stretch(block.kind, text[block.start : block.stop], sentences)


def _sentence(found: Extraction, reading: Reading, refs: Sequence[Ref]) -> Sentence:
    masked = reading.masked
    here = [ref for ref in refs if reading.start <= ref.start < reading.stop]
    matches = [_match(reading, each, here) for each in read_matches(masked) if _is_telling(each)]
    led = {ref for match in matches for ref in match.facts}
    matches += _by_nouns(found.facts.text, [ref for ref in here if ref not in led])
    mentions = tuple(
        (masked.words(number), found.meant.get((reading.number, number)))
        for number, mask in enumerate(masked.masks)
        if category_of(mask.kind) == "event"
    )
    once = sorted(dict.fromkeys(matches), key=lambda match: (bool(match.why), match.start, match.stop))
    return Sentence(reading.number, _pieces(masked), masked.render(), tuple(once), mentions)


def _is_telling(each: Claim | Silence) -> bool:
    """Whether a reader learns from it: frames whose own conditions fail, and acts read already, are many and plain."""
    return (
        isinstance(each, Claim) or each.why not in ("word", "verb") and not (each.frame.is_act and each.why == "closed")
    )


def _match(reading: Reading, each: Claim | Silence, refs: Sequence[Ref]) -> Match:
    masked, start, stop = reading.masked, reading.start + each.start, reading.start + each.stop
    words = " ".join(masked.text[each.start : each.stop].split())
    if isinstance(each, Silence):
        return Match(each.frame.rule, start, stop, words, why=SILENCES[each.why])
    rows = [(name, masked.words(number)) for name, numbers in each.slots.items() for number in numbers]
    said_by = ", ".join(masked.words(number) for number in each.said_by)
    frame = each.frame
    means = each.act or " ".join(filter(None, (frame.event_type, frame.status, frame.position, frame.means)))
    led = tuple(ref for ref in refs if ref.rule == frame.rule and ref.start < max(stop, start + 1) and start < ref.stop)
    return Match(frame.rule, start, stop, words, tuple(rows), each.mood, means, said_by, "" if led else UNUSED, led)


def _by_nouns(text: str, refs: Iterable[Ref]) -> Iterator[Match]:
    """Facts that no frame of the sentence told: nouns that name an event, with the parties, places and days inside."""
    groups: dict[tuple[str, int, int], list[Ref]] = {}
    for ref in refs:
        groups.setdefault((ref.rule, ref.start, ref.stop), []).append(ref)
    for (rule, start, stop), led in groups.items():
        means = "a noun that names an event" if rule.startswith(NOUN) else "what an earlier sentence says"
        yield Match(rule, start, stop, " ".join(text[start:stop].split()), means=means, facts=tuple(led))


def _pieces(masked: Masked) -> tuple[Piece, ...]:
    """The sentence as pieces: its outermost masks, each with those inside it, and the text between."""
    inner = {number for mask in masked.masks for number in mask.inside}
    outer = [number for number in range(len(masked.masks)) if number not in inner]
    return tuple(_between(masked, outer, 0, len(masked.text)))


def _between(masked: Masked, numbers: Iterable[int], start: int, stop: int) -> Iterator[Piece]:
    at = start
    for number in sorted(numbers, key=lambda n: (masked.masks[n].start, -masked.masks[n].stop)):
        mask = masked.masks[number]
        if mask.start < at or mask.stop > stop:
            continue
        if mask.start > at:
            yield Piece(masked.text[at : mask.start])
        inside = tuple(_between(masked, mask.inside, mask.start, mask.stop)) if mask.inside else ()
        words = masked.text[mask.start : mask.stop]
        yield Piece(words, mask.kind, _detail(mask.value), inside if len(inside) > 1 or _is_mask(inside) else ())
        at = mask.stop
    if at < stop:
        yield Piece(masked.text[at:stop])


def _is_mask(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind for piece in pieces)


def _detail(value: object) -> str:
    """The mood of a verb group."""
    return value.mood if isinstance(value, VerbGroup) else ""
