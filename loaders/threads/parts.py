"""Parts of a figure: a sentence and what it counts go in, figures of "including two children" come out.

A part has the kind of its whole and does not add to it. One nameless human being ("including a policeman") is a part
only beside others that have a number, or as an attacker. It knows one sentence and reads no frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.annotate.numbers import Quantity, bounded
from loaders.facts import FigureFact
from loaders.threads.figures import ATTACKERS, FEW, victims_of
from loaders.threads.reading import Reading

OPENING = re.compile(
    r"[,\s]\s*(?:including|among them|among whom were|of whom|which included)\s+(?:the\s+)?"
    r"|,\s+(?=(?:at least |about |some )?[\w-]+ of (?:them|whom)\b)"
    r"|:\s+",
    re.I,
)
"""Behind a whole these open the list of its parts."""
BETWEEN = re.compile(r"\s*(?:,|,?\s*\band\b|,?\s*\bas well as\b)\s*")
APART = re.compile(r"[.;:]\s|\b(?:but|while|whereas|after|before)\b")
"""Between a whole and its parts no other clause begins."""
BADLY = re.compile(
    r"\W*(?:\w+\s+)?(?:very\s+)?(?:seriously|critically|gravely|badly|severely|mortally|fatally|lightly|slightly"
    r"|in (?:an? )?(?:critical|serious|grave|stable|intensive)\b)"
)
"""How parts were hurt is no figure."""


def with_parts(reading: Reading, wholes: Sequence[tuple[int, FigureFact]]) -> Iterator[tuple[int, FigureFact]]:
    """Each figure, and behind it the figures of its parts."""
    stops = sorted(reading.masked.masks[number].start for number, _ in wholes)
    for number, whole in wholes:
        yield number, whole
        if whole.value in (0, 1):
            continue
        limit = next((stop for stop in stops if stop > reading.masked.masks[number].start), len(reading.masked.text))
        for part in _listed(reading, reading.masked.masks[number].stop, limit, whole.value):
            if (figure := _part(reading, part, whole)) is not None:
                yield part, figure


def _listed(reading: Reading, start: int, limit: int, whole: int | None) -> list[int]:
    """The masks of the parts behind a whole, without single ones where none has a number; a colon opens the whole."""
    text = reading.masked.text
    opening = OPENING.search(text, start, limit)
    if opening is None or APART.search(text, start, opening.start()) or _is_counted(reading, start, opening.start()):
        return []
    found = list(_list_from(reading, opening.end(), limit))
    stated = [each for each in (_stated(reading, number) for number in found) if each is not None]
    if opening[0].startswith(":") and (sum(each.value or 0 for each in stated) != whole or len(found) == 1):
        return []
    return [n for n in found if stated or ATTACKERS.search(reading.masked.words(n))]


def _list_from(reading: Reading, at: int | None, limit: int) -> Iterator[int]:
    text = reading.masked.text
    while at is not None and at < limit:
        number = _mask_at(reading, at)
        if number is None:
            return
        yield number
        between = BETWEEN.match(text, reading.masked.masks[number].stop)
        at = between.end() if between else None


def _is_counted(reading: Reading, start: int, stop: int) -> bool:
    """Whether something else with a number stands between a whole and the list: the list is its own."""
    return any(start <= m.start < stop and isinstance(m.value, Quantity) for m in reading.masked.masks)


def _mask_at(reading: Reading, at: int) -> int | None:
    """The widest mask of people or of one human being that begins at a place."""
    masks = reading.masked.masks
    found = [n for n, m in enumerate(masks) if m.start == at and m.kind in ("people", "individual")]
    return max(found, key=lambda n: masks[n].stop, default=None)


def _stated(reading: Reading, number: int) -> Quantity | None:
    return next((m.value for m in reading.masked.below(number) if isinstance(m.value, Quantity)), None)


def _part(reading: Reading, number: int, whole: FigureFact) -> FigureFact | None:
    """The figure of a part: never more than its whole, and no vague few."""
    mask, stated = reading.masked.masks[number], _stated(reading, number) or bounded(1, "exact")
    is_vague = stated.value is None and (stated.low or 0) <= FEW and stated.high is None
    is_more = whole.value is not None and (stated.value or stated.low or 0) > whole.value
    if is_vague or is_more or BADLY.match(reading.masked.text, mask.stop):
        return None
    start, stop = reading.span(number)
    return replace(
        whole,
        value=stated.value,
        qualifier=stated.qualifier,
        low=stated.low,
        high=stated.high,
        victims=victims_of(reading, number),
        start=start,
        stop=stop,
    )
