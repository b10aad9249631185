"""Casualty figures: a claim's count mask goes in, a figure with its bounds comes out, on the event that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.annotate.masked import Mask
from loaders.annotate.numbers import Quantity, bounded
from loaders.facts import FigureFact, Speaker
from loaders.frames import Claim
from loaders.frames.catalogue import FIGURES
from loaders.threads.cast import ARTICLE
from loaders.threads.reading import Reading

ATTACKERS = re.compile(r"\b(?:attackers?|assailants?|(?:suicide )?bombers?|gunm[ae]n|hijackers?|perpetrators?)\b", re.I)
LOOSE = frozenset(
    [
        "people",
        "others",
        "other",
        "more",
        "persons",
        "additional",
        "victims",
        "dead",
        "deaths",
        "casualties",
        "of",
        "them",
        "bodies",
        "lives",
        "fatalities",
        "them",
        "injuries",
    ]
)


def figures(reading: Reading, claim: Claim, said_by: Speaker | None) -> Iterator[FigureFact]:
    """The figures of a claim, in the order of the sentence."""
    if claim.frame.means == "none":
        yield from _none(reading, claim, said_by)
        return
    for kind in FIGURES:
        for number in claim.slots.get(kind, ()):
            found = _quantity(reading, number, claim)
            if found:
                start, stop = _span(reading, claim, number)
                victims = victims_of(reading, number)
                yield FigureFact(
                    kind,
                    victims,
                    found.value,
                    found.qualifier,
                    found.low,
                    found.high,
                    None,
                    said_by,
                    start,
                    stop,
                    claim.frame.rule,
                )


def _none(reading: Reading, claim: Claim, said_by: Speaker | None) -> Iterator[FigureFact]:
    words = reading.masked.text[claim.start : claim.stop].lower()
    stated = [
        m.value for n in claim.slots.get("none", ()) for m in reading.masked.below(n) if isinstance(m.value, Quantity)
    ]
    if not stated or stated[0].value != 0:
        return
    kinds = (
        ("killed",)
        if re.search("death|fatalit", words)
        else ("injured",)
        if "injur" in words
        else ("killed", "injured")
    )
    span = (reading.start + claim.start, reading.start + claim.stop)
    for kind in kinds:
        yield FigureFact(kind, "people", 0, "exact", 0, 0, None, said_by, *span, claim.frame.rule)


def _quantity(reading: Reading, number: int, claim: Claim) -> Quantity | None:
    masked = reading.masked
    mask = masked.masks[number]
    stated = next((m.value for m in masked.below(number) if isinstance(m.value, Quantity)), None)
    if claim.mood == "negated":
        return bounded(0, "exact") if stated is None or stated.value in (0, 1) else None
    if stated is not None:
        return stated
    if mask.kind == "people":
        return None
    if mask.kind == "name" and not _is_person(reading, mask):
        return None
    return bounded(1, "exact")


def _is_person(reading: Reading, mask: Mask) -> bool:
    return len(reading.masked.text[mask.start : mask.stop].split()) > 1


def victims_of(reading: Reading, number: int) -> str:
    """Who was hit, in the words of the text without number and article; attackers by that name, people where unsaid."""
    masked = reading.masked
    mask = masked.masks[number]
    words = masked.words(number)
    if ATTACKERS.search(words):
        return "attackers"
    if mask.kind in ("person", "name"):
        name = next((m for m in masked.below(number) if m.kind == "name"), mask)
        return " ".join(masked.text[name.start : name.stop].split())
    quantity = next((m for m in masked.below(number) if isinstance(m.value, Quantity)), None)
    rest = masked.text[quantity.stop : mask.stop] if quantity else masked.text[mask.start : mask.stop]
    rest = re.sub(r"^\s*(?:of\s+(?:the|them|those|his|her|its)?|or more)\s+", "", " " + rest)
    plain = ARTICLE.sub("", " ".join(rest.split()))
    return plain if plain and not set(plain.lower().split()) <= LOOSE else "people"


def _span(reading: Reading, claim: Claim, number: int) -> tuple[int, int]:
    start, stop = reading.span(number)
    low, high = reading.start + claim.start, reading.start + claim.stop
    return (min(start, low), max(stop, high)) if high > low else (start, stop)


def repeats(figure: FigureFact, known: list[FigureFact]) -> bool:
    """Whether the same figure was told before: same kind and bounds, and same victims or one of them loose."""
    for other in known:
        same = (other.kind, other.value, other.low, other.high) == (figure.kind, figure.value, figure.low, figure.high)
        if same and (
            figure.value != 1
            or other.victims.split()[-1] == figure.victims.split()[-1]
            or "people" in (other.victims, figure.victims)
        ):
            return True
    return False
