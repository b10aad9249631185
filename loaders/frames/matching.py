"""Matching: a masked sentence goes in, its claims come out. A frame consumes its region and its counts."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from loaders.annotate.chunks import compiler
from loaders.annotate.masked import Mask, Masked
from loaders.annotate.verbs import VerbGroup
from loaders.frames.acts import act_type
from loaders.frames.between import without_days
from loaders.frames.catalogue import EVERY, FIGURES, ROLES, Frame, candidates, may_be_told
from loaders.frames.subjects import complete
from loaders.lexicons.words import verb_forms
from loaders.patterns import Bits, Line, Pattern, Sieve, slots_of
from loaders.patterns.kinds import NUMBER_BASE, TOLD_ONCE, VERB_MASK, numbers_in

SPEECH = (
    "{actor|force|state|city|office|person|pronoun|name|individual|nationals:who} ~ "
    "(<manner>|meanwhile|however)* ({say}|{say.passive} as)",
    ", {say} {actors:who}",
    "according to {actors:who}",
)  # fmt: skip
COUNTED = (*FIGURES, "none")
"""Slots that a swallowing frame empties."""
CRIME = ("accused of", "suspected of")
"""Behind these a deed was done, whoever did it."""
FACTUAL = ("done", "present", "ongoing", "begun", "negated")


@dataclass(frozen=True, slots=True)
class Claim:
    """A frame that matched: numbers of the masks in each slot, mood of its verb, half-open span in the sentence.

    `at` and `until` bound it in the masked string, `said_by` are the masks of who says so.
    `act` is the type of a verbal act.
    """

    frame: Frame
    slots: Mapping[str, tuple[int, ...]]
    mood: str
    start: int
    stop: int
    at: int
    until: int = 0
    said_by: tuple[int, ...] = ()
    act: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """A frame that matched and tells nothing, with a reason of SILENCES; half-open span in the sentence."""

    frame: Frame
    why: str
    start: int
    stop: int


SILENCES = {
    "closed": "an earlier frame has read these words",
    "word": "a word that it asks for is missing",
    "verb": "it asks for another verb",
    "nothing": "these words mean that nothing is told",
    "no act": "the verb's mood tells no act",
    "unreal": "the verb's mood tells no fact",
    "nobody": "nobody stands in its slots",
}
"""Why a frame that matched tells nothing."""


@dataclass(frozen=True, slots=True)
class _Speech:
    start: int
    stop: int
    who: tuple[int, ...]


@cache
def speech_patterns() -> tuple[Pattern, ...]:
    """How English names a speaker."""
    return tuple(map(compiler().compile, SPEECH))


@cache
def speech_sieve() -> Sieve:
    """Which of them a sentence may match."""
    return Sieve.of(speech_patterns())


def read_claims(masked: Masked) -> list[Claim]:
    """The claims of one sentence: of its main string, then of what was lifted out as asides."""
    return [each for each in _matches(masked, with_silences=False) if isinstance(each, Claim)]


def read_matches(masked: Masked) -> list[Claim | Silence]:
    """All frames that match a sentence, those that tell nothing among them."""
    return _matches(masked, with_silences=True)


def _matches(masked: Masked, *, with_silences: bool) -> list[Claim | Silence]:
    taken: set[int] = set()
    told = EVERY if with_silences else may_be_told(masked.text)
    line = Line.of(without_days(masked.string))
    speeches = list(_speeches(masked, line))
    found = [_spanned(each, masked) for each in _clause(masked, line, taken, speeches, told, with_silences)]
    for number, mask in enumerate(masked.masks):
        if mask.kind == "aside":
            found += [
                _placed(each, masked, number)
                for each in _clause(masked, Line.of(mask.string), taken, [], told, with_silences, is_aside=True)
            ]
    return found


def _speeches(masked: Masked, line: Line) -> Iterator[_Speech]:
    patterns, sieve = speech_patterns(), speech_sieve()
    for number in sieve.through(*sieve.opened_by(line.have)):
        for match in patterns[number].all(line):
            who = tuple(n for n in slots_of(match).get("who", ()) if masked.masks[n].kind != "aside")
            yield _Speech(match.start(), match.end(), who)


def _clause(
    masked: Masked,
    line: Line,
    taken: set[int],
    speeches: list[_Speech],
    told: Bits,
    with_silences: bool,
    *,
    is_aside: bool = False,
) -> Iterator[Claim | Silence]:
    consumed: dict[str, list[tuple[int, int]]] = {"position": [], "event": [], "act": []}
    for frame in candidates(line.have, told):
        if is_aside and (frame.is_act or frame.far):
            continue
        pos, regions = 0, consumed["act" if frame.is_act else "event" if frame.event_type else "position"]
        while match := frame.pattern.search(line, pos):
            pos = _next(match)
            claim = _claim(masked, frame, match, taken, regions)
            if isinstance(claim, Claim):
                yield replace(claim, said_by=_speaker(match, speeches))
            elif with_silences and not frame.far:
                yield Silence(frame, claim, *match.span())


def _next(match: re.Match[str]) -> int:
    """Where to search on: the last mask may open the next claim ("A met B and C met D")."""
    return max(match.start() + 1, match.end() - 4) if match.end() - match.start() > 4 else match.end() + 1


def _claim(
    masked: Masked, frame: Frame, match: re.Match[str], taken: set[int], regions: list[tuple[int, int]]
) -> Claim | str:
    """The claim of a match, or why it tells nothing: its words are consumed already, or mean nothing."""
    found = slots_of(match)
    slots = {
        k: tuple(n for n in ns if masked.masks[n].kind != "aside" and (k not in COUNTED or n not in taken))
        for k, ns in found.items()
    }
    slots = {name: numbers for name, numbers in slots.items() if numbers}
    if not complete(masked, frame, match, slots):
        return "nobody"
    is_figure = any(name in FIGURES for name in slots) or frame.means == "none"
    if not is_figure and _is_taken(match, regions):
        return "closed"
    if frame.needs_word and not re.search(frame.needs_word, _words(masked, match), re.I):
        return "word"
    if frame.verb and not any(_lemma(masked.masks[n]).startswith(frame.verb) for n in slots.get("how", ())):
        return "verb"
    if frame.means == "nothing":
        insort(regions, match.span())
        taken.update(slots.get("x", ()))
        return "nothing"
    act = act_type(frame, _group(masked, slots)) if frame.is_act else ""
    if frame.is_act and not act:
        return "no act"
    told = next((m for m in map(_mood, map(masked.masks.__getitem__, slots.get("how", ()))) if m), "done")
    mood = _shared(masked, match, slots) or told
    if is_figure:
        if mood not in FACTUAL and not (mood == "wished" and (frame.means or _is_deed(masked, slots))):
            taken.update(n for name in FIGURES for n in slots.get(name, ()))
            return "unreal"
        taken.update(n for name in (*FIGURES, "x") for n in slots.get(name, ()))
    elif not (frame.is_act or frame.status or frame.event_type) and not slots.keys() & {*ROLES, "at"}:
        return "nobody"
    else:
        insort(regions, match.span())
    return Claim(frame, slots, mood, *match.span(), *match.span(), act=act)


def _is_taken(match: re.Match[str], regions: list[tuple[int, int]]) -> bool:
    """Whether an earlier claim tells the same words; whom both name, both may have: "met rebels who killed two".

    Regions stand in order, and none lies within another, so the first that ends before the match ends the search.
    """
    for number in range(bisect_left(regions, (match.end(),)) - 1, -1, -1):
        start, stop = regions[number]
        if stop <= match.start():
            return False
        shared = max(start, match.start()), min(stop, match.end())
        if shared in (match.span(), regions[number]) or re.search(TOLD_ONCE, match.string[slice(*shared)], re.S):
            return True
    return False


def _how(masked: Masked, slots: Mapping[str, tuple[int, ...]]) -> str:
    """The words of a frame's verb."""
    return masked.words(slots["how"][0]).lower()


def _shared(masked: Masked, match: re.Match[str], slots: Mapping[str, tuple[int, ...]]) -> str:
    """The mood that an infinitive behind "and" has from the verb before it: "wants to storm it and free the men".

    Behind a past form it hangs on what is no verb of the lexicon: "told them to retake it and free the men".
    """
    group = _group(masked, slots)
    if group is None or group.chain or {form for _, form, _ in verb_forms().get(_how(masked, slots), ())} != {"inf"}:
        return ""
    before = match.string[: match.string.find(chr(NUMBER_BASE + slots["how"][0]))][:-1]
    verbs = re.findall(VERB_MASK, before, re.S) if before.endswith("and ") else ()
    mood = _mood(masked.masks[numbers_in(verbs[-1])[0]]) if verbs else ""
    return "wished" if mood == "done" else mood


def _is_deed(masked: Masked, slots: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether a crime is told by its suspects: whom they are accused of killing is dead."""
    groups = [masked.masks[n].value for n in slots.get("how", ())]
    return any(isinstance(g, VerbGroup) and g.chain.endswith(CRIME) for g in groups)


def _words(masked: Masked, match: re.Match[str]) -> str:
    """The text under a match: what its masks cover included."""
    numbers = numbers_in(match[0])
    return match[0] + " " + " ".join(masked.words(n) for n in numbers)


def _lemma(mask: Mask) -> str:
    return mask.value.lemma if isinstance(mask.value, VerbGroup) else ""


def _group(masked: Masked, slots: Mapping[str, tuple[int, ...]]) -> VerbGroup | None:
    values = (masked.masks[n].value for n in slots.get("how", ()))
    return next((value for value in values if isinstance(value, VerbGroup)), None)


def _mood(mask: Mask) -> str:
    return mask.value.mood if isinstance(mask.value, VerbGroup) else ""


def _speaker(match: re.Match[str], speeches: list[_Speech]) -> tuple[int, ...]:
    """Speaker of the nearest speech that does not overlap the claim."""
    apart = [s for s in speeches if s.who and (s.stop <= match.start() + 1 or s.start >= match.end())]
    chosen = min(apart, key=lambda s: (s.start > match.start(), abs(s.start - match.start())), default=None)
    return chosen.who if chosen else ()


def _spanned(claim: Claim | Silence, masked: Masked) -> Claim | Silence:
    """A match in the main string with its span in the sentence."""
    start, stop = masked.span(claim.start, claim.stop)
    return replace(claim, start=start, stop=stop)


def _placed(claim: Claim | Silence, masked: Masked, number: int) -> Claim | Silence:
    """A match in an aside: its span and place are the aside's."""
    mask = masked.masks[number]
    if isinstance(claim, Silence):
        return replace(claim, start=mask.start, stop=mask.stop)
    at = masked.string.find(masked.kinds.codes["aside"] + chr(NUMBER_BASE + number))
    return replace(claim, start=mask.start, stop=mask.stop, at=max(at, 0), said_by=())
