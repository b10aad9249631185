"""One sentence read as an article of its own: a line goes in, its masked form and its claims come out."""

from __future__ import annotations

from loaders.annotate.masked import Masked
from loaders.extract import mask_sentence, surroundings
from loaders.frames import Claim, read_claims
from loaders.frames.catalogue import FIGURES


def masked(sentence: str) -> Masked:
    """The sentence through all annotators."""
    return mask_sentence(sentence, surroundings(sentence, [(0, len(sentence))]))


def slots(found: Masked, claims: list[Claim]) -> list[tuple[str, str]]:
    """Slot and words of every mask that the claims hold, but for verb groups and what is passed over ("x")."""
    return [
        (name, found.words(number))
        for claim in claims
        for name, numbers in claim.slots.items()
        if name not in ("how", "x")
        for number in numbers
    ]


def claims_of(rule: str, found: Masked) -> list[Claim]:
    """The claims of one frame."""
    return [claim for claim in read_claims(found) if claim.frame.rule == rule]


def counted(claims: list[Claim]) -> list[Claim]:
    """The claims that hold figures."""
    return [claim for claim in claims if set(FIGURES) & claim.slots.keys() or claim.frame.means == "none"]
