"""Casualty figures: a claim's count mask goes in, a figure with its bounds comes out. It knows one sentence.

What counts no people ("killed 12 cows", "captured nine villages") gives none, nor does a plural without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.annotate.masked import Mask
from loaders.annotate.numbers import Quantity, bounded
from loaders.annotate.verbs import VerbGroup
from loaders.facts import FigureFact, Speaker
from loaders.frames import Claim
from loaders.frames.catalogue import FIGURES
from loaders.lexicons.words import EventNoun, noun_classes
from loaders.patterns.kinds import VERB_FORMS
from loaders.threads.cast import ARTICLE
from loaders.threads.reading import Reading
from loaders.threads.scene import position, premodifiers

ATTACKERS = re.compile(r"\b(?:attackers?|assailants?|bombers?|gunm[ae]n|hijackers?|perpetrators?)\b", re.I)
PART_OF = re.compile(r"^\s*(?:of\s+(?:the|them|whom|those|these|his|her|its|their)?|or more)\s+")
STATE = re.compile(r"\s+(?:dead|hostages?|captive|prisoner|alive|(?:suffered|sustained|received)\b.*)$")
COLLECTIVE = frozenset(["family", "household", "couple", "crew", "team", "staff", "patrol"])
"""Singulars that are more than one human being."""
NUMBERED = re.compile(r"\w\W+(?!On\b|In\b|At\b|The\b)[A-Z][a-z]+\s$")
"""A name before a number numbers it: "Channel 7", "the Second Battalion 32"."""
PART = "casualties/part-of"
FEW = 10
"""Up to so many, a vague part of a whole ("several of them") tells nothing."""
UNCOUNTED = re.compile(r"(?:many|numerous|an unknown number|an unspecified number)\b", re.I)
"""Words that count nobody: the article has no figure."""
BOTH = re.compile(r"\bboth\s+(?:of\s+)?(?:the\s+)?$", re.I)
TOPPED = re.compile(r"\b(?:exceed|topp?ed|tops|surpass|passed|past|crossed)")
DEEDS = ("attack", "pact")
KINDS_OF_DEEDS = {
    "killed": re.compile(
        r"\b(?:killings?|murders?|assassinations?|massacres?|executions?|slayings?|beheadings?)\s+of\b", re.I
    ),
    "captured": re.compile(
        r"\b(?:arrests?|detentions?|kidnappings?|abductions?)\s+of\b|^(?:\S+\s+){1,4}?(?:arrests|kidnappings|abductions)$",
        re.I,
    ),
}
"""What a noun that holds its victims says of them: "the murder of two bishops"."""

NONE_OF = {
    "killed": re.compile(r"kill|death|dead|die[sd]?\b|fatalit|slain|casualt|los[est]|victims", re.I),
    "injured": re.compile(r"injur|wound|hurt|casualt", re.I),
}
NOUN_BEHIND = re.compile(
    r"\s+(?:(?!(?:in|on|at|and|or|by|of|as|but|after|when|while|to|from|with|were|was|had|have)\b)[a-z-]+\s+){0,1}?([a-z]{3,}s)\b"
)


def figures(reading: Reading, claim: Claim, said_by: Speaker | None) -> Iterator[FigureFact]:
    """The figures of a claim, in the order of the sentence."""
    return (figure for _, figure in counted(reading, claim, said_by))


def counted(reading: Reading, claim: Claim, said_by: Speaker | None) -> Iterator[tuple[int, FigureFact]]:
    """The figures of a claim, each with the number of the mask that it counts."""
    if claim.frame.means == "none":
        yield from _none(reading, claim, said_by)
        return
    for kind in FIGURES:
        numbers = claim.slots.get(kind, ())
        kind = _kind_of_whole(reading, claim, numbers[0], kind) if numbers and PART in claim.frame.rule else kind
        if any(reading.masked.masks[n].kind in DEEDS and not _counted(reading, n, kind) for n in numbers):
            continue
        for number in numbers:
            for each in _counted(reading, number, kind):
                if found := _quantity(reading, each, claim, kind):
                    span, victims = _span(reading, claim, each), victims_of(reading, each)
                    yield each, _figure(kind, victims, found, said_by, span, claim.frame.rule)


def _kind_of_whole(reading: Reading, claim: Claim, number: int, kind: str) -> str:
    """What the last verb before a part tells of it: "killed nine and wounded six, two of them nurses"."""
    kinds, before = reading.masked.kinds, reading.masked.string[claim.at : max(position(reading, number), claim.at)]
    ends = {
        each: max(before.rfind(kinds.codes[f"{verb}.{form}"]) for verb in verbs for form in VERB_FORMS)
        for each, verbs in (("killed", ("kill", "die")), ("injured", ("hurt",)))
    }
    last = max(ends, key=lambda each: ends[each])
    return last if kind in ends and ends[last] >= 0 else kind


def _figure(
    kind: str, victims: str, found: Quantity, said_by: Speaker | None, span: tuple[int, int], rule: str
) -> FigureFact:
    return FigureFact(kind, victims, found.value, found.qualifier, found.low, found.high, None, said_by, *span, rule)


def _counted(reading: Reading, number: int, kind: str) -> tuple[int, ...]:
    """The masks that count: the mask itself, or the victims inside a noun that names the deed ("the murder of …")."""
    mask = reading.masked.masks[number]
    if mask.kind not in DEEDS:
        return (number,)
    if kind == "killed" and (owner := _murdered(reading, number)) is not None:
        return (owner,)
    deed = KINDS_OF_DEEDS.get(kind)
    if deed is None or not deed.search(reading.masked.words(number)):
        return ()
    inside = mask.slots.get("target", ()) or mask.slots.get("who", ())
    return inside or tuple(n for n in mask.inside if reading.masked.masks[n].kind in ("number", "people"))[:1]


def _murdered(reading: Reading, number: int) -> int | None:
    """Whose killing a deed is: "the senator's murder"."""
    value = reading.masked.masks[number].value
    if isinstance(value, EventNoun) and value.type == "assault.assassination" and not value.is_plural:
        owners = [n for n, tie in premodifiers(reading, number) if tie in ("'s", "’s")]
        return next((n for n in owners if reading.masked.masks[n].kind in ("person", "name", "office")), None)
    return None


def _none(reading: Reading, claim: Claim, said_by: Speaker | None) -> Iterator[tuple[int, FigureFact]]:
    """Nobody: 0 of each kind that the words name; "no casualties" are no dead and no wounded."""
    words = reading.masked.text[claim.start : claim.stop]
    for number in claim.slots.get("none", ()):
        stated = next((m.value for m in reading.masked.below(number) if isinstance(m.value, Quantity)), None)
        if stated is not None and stated.value != 0:
            return
        span, victims = (reading.start + claim.start, reading.start + claim.stop), victims_of(reading, number)
        for kind in (kind for kind, pattern in NONE_OF.items() if pattern.search(words)):
            yield number, _figure(kind, victims, bounded(0, "exact"), said_by, span, claim.frame.rule)


def _quantity(reading: Reading, number: int, claim: Claim, kind: str) -> Quantity | None:
    mask = reading.masked.masks[number]
    stated = next((m.value for m in reading.masked.below(number) if isinstance(m.value, Quantity)), None)
    if stated and UNCOUNTED.match(reading.masked.words(number)):
        return None
    if stated and PART in claim.frame.rule and stated.value is None and (stated.low or 0) <= FEW:
        return None
    if mask.kind in ("person", "name"):
        stated = None  # the number is an age
    if claim.mood == "negated":
        return bounded(0, "exact") if stated is None or stated.value in (0, 1) else None
    if stated is None:
        return _unstated(reading, mask)
    if mask.kind == "number" and _counts_things(reading, mask, kind):
        return None
    before = reading.masked.text[claim.start : mask.start]
    if claim.frame.rule.startswith("casualties/toll") and stated.qualifier == "exact" and TOPPED.search(before[-24:]):
        return bounded(stated.value or 0, "more_than")
    return stated


def _unstated(reading: Reading, mask: Mask) -> Quantity | None:
    """How many a mask without a number stands for: one human being, two behind "both"."""
    before, words = reading.masked.text[: mask.start], reading.masked.text[mask.start : mask.stop].split()
    is_both = BOTH.search(before) and words[-1].lower() in _plurals()
    if mask.kind != "person" and (is_both or words[-1].lower() == "couple"):
        return bounded(2, "exact")
    return bounded(1, "exact") if _is_one_person(reading, mask) else None


def _is_one_person(reading: Reading, mask: Mask) -> bool:
    """Whether a mask without a number is one human being."""
    words = reading.masked.text[mask.start : mask.stop].split()
    if mask.kind == "name":
        return len(words) > 1
    if mask.kind == "office":
        return not _is_plural(words[-1].lower()) and "and" not in words
    if isinstance(mask.value, VerbGroup) or mask.kind == "date":
        return True
    if words[-1].lower() in COLLECTIVE:
        return False
    return mask.kind in ("individual", "person") or mask.kind == "pronoun" and words[-1].lower() in ("he", "she")


def _is_plural(word: str) -> bool:
    return word in _plurals() or word.endswith("s") and not word.endswith("ss")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(noun_classes()[name])


@cache
def _plurals() -> frozenset[str]:
    """Last words of the plurals of human nouns."""
    return frozenset(word.rpartition(" ")[2] for word in noun_classes()["human.pl"]) | {"spokesmen", "ministers"}


def _counts_things(reading: Reading, mask: Mask, kind: str) -> bool:
    """Whether a bare number is followed by a noun that names no people."""
    text, before = reading.masked.text[mask.stop :].lower(), reading.masked.text[: mask.start]
    if NUMBERED.search(before) or text.startswith(",") and before.endswith(", "):
        return True
    if not _list("thing").isdisjoint(re.findall(r"[a-z]+|[^\sa-z]", text)[:2]):
        return True
    match = NOUN_BEHIND.match(text)
    is_noun = match and match[1] not in _list("no_plural") and match[1] not in _plurals()
    return bool(is_noun) and kind in ("captured", "displaced", "missing")


def victims_of(reading: Reading, number: int) -> str:
    """Who was hit, in the words of the text without number and article; attackers by that name, people where unsaid."""
    masked = reading.masked
    mask = masked.masks[number]
    if mask.kind in ("pronoun", "date") or isinstance(mask.value, VerbGroup):
        return "people"
    if ATTACKERS.search(masked.words(number)):
        return "attackers"
    if mask.kind in ("person", "name"):
        name = next((m for m in masked.below(number) if m.kind == "name"), mask)
        return " ".join(masked.text[name.start : name.stop].split())
    quantity = next((m for m in masked.below(number) if isinstance(m.value, Quantity)), None)
    rest = masked.text[quantity.stop : mask.stop] if quantity else masked.text[mask.start : mask.stop]
    plain = STATE.sub("", ARTICLE.sub("", " ".join(PART_OF.sub("", " " + rest).split())))
    return plain if plain and not set(plain.lower().split()) <= _list("loose_victim") else "people"


def _span(reading: Reading, claim: Claim, number: int) -> tuple[int, int]:
    start, stop = reading.span(number)
    low, high = reading.start + claim.start, reading.start + claim.stop
    return (min(start, low), max(stop, high)) if high > low else (start, stop)


def _are_apart(one: FigureFact, other: FigureFact) -> bool:
    """Whether one counts attackers and the other those whom they attacked."""
    sides = {one.victims, other.victims}
    return len(sides) == 2 and "attackers" in sides and "people" not in sides


def repeats(figure: FigureFact, known: list[FigureFact]) -> bool:
    """Whether the same figure was told before: same kind and bounds, and same victims or one of them loose."""
    for other in [each for each in known if not _are_apart(each, figure)]:
        same = (other.kind, other.value, other.low, other.high) == (figure.kind, figure.value, figure.low, figure.high)
        if same and (
            figure.value != 1
            or other.victims.split()[-1] == figure.victims.split()[-1]
            or "people" in (other.victims, figure.victims)
        ):
            return True
    return False
