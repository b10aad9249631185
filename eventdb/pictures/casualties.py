"""Casualties with their bounds: for each event a bar from the lowest to the highest number, and a mark for each claim.

In: `Contents`. Out: a section, a scale for each kind of casualty. Numbers are combined by UCDP's rule; marks of claims
lead to their words. Open bounds are drawn open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from statistics import median

from eventdb.markup import Markup, tag
from eventdb.pictures.days import in_words
from eventdb.pictures.drawing import (
    Anchors,
    left_out,
    legend,
    link,
    many,
    name_of,
    percent,
    ruled,
    scale,
    section,
    strip,
    table,
)
from eventdb.pictures.values import Claim, Contents, Event, Some, Toll

UNEVEN = 12
"""A highest number so many times the middle one asks for a logarithmic scale."""
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 100_000, 1_000_000)
MOST_MARKS = 5
ROOM = 0.1
"""What a number needs beside another, as a share of a small screen."""
RIGHT = 0.94
"""The share of the width that the highest number takes: beyond it is room for what is open."""
VERBS = {
    "killed": "Killed", "injured": "Injured", "missing": "Missing", "captured": "Captured", "displaced": "Displaced",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers of people from left to right."""

    highest: int
    is_logarithmic: bool

    def at(self, number: int) -> float:
        """Where a number lies, 0 at the left."""
        if self.is_logarithmic:
            return RIGHT * log10(1 + number) / log10(1 + self.highest)
        return RIGHT * number / self.highest

    def marks(self) -> list[tuple[float, str]]:
        """Round numbers on it."""
        return [(self.at(number), _short(number)) for number in self._round() if number <= self.highest]

    def _round(self) -> list[int]:
        if self.is_logarithmic:
            powers = [10**power for power in range(1, len(str(self.highest)))]
            return [0, *powers[:: -(-len(powers) // MOST_MARKS) or 1]]
        step = next((each for each in STEPS if self.highest / each <= MOST_MARKS), self.highest)
        return list(range(0, self.highest + 1, step))


def _short(number: int) -> str:
    for size, sign in ((1_000_000, "m"), (1_000, "k")):
        if number >= size:
            return f"{number / size:g}{sign}"
    return str(number)


def scale_of(numbers: Sequence[int]) -> Scale:
    """A scale that shows all of the numbers, the small ones too."""
    highest = max(numbers, default=1) or 1
    return Scale(highest, highest > UNEVEN * max(1, median(numbers)) if numbers else False)


def casualties(contents: Contents, anchors: Anchors) -> Markup:
    """The section."""
    title = "Casualties"
    if not contents.tolls:
        return section("casualties", title, "No figure is reported; that does not mean that nobody was hurt.")
    claims: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in contents.claims:
        claims[claim.event_id, claim.kind].append(claim)
    lede = (
        "What the words of the articles bound: a bar from the lowest to the highest number, combined by the rule of "
        "UCDP, and a dot for each figure as one article states it. No bar is a confidence interval. Figures of "
        "different events may overlap, so they are not added up."
    )
    charts = [_chart(kind, some, claims, contents.events, anchors) for kind, some in contents.tolls]
    return section("casualties", title, lede, _legend(), charts, _numbers(contents))


def _legend() -> Markup:
    return legend(
        (tag("rect", x="1", y="4", width="24", height="8", rx="2", class_="bounds"), "lowest to highest"),
        (tag("rect", x="11", y="1", width="3", height="14", class_="best"), "number to count with"),
        (tag("circle", cx="13", cy="8", r="4", class_="claim"), "one figure; leads to its words"),
        (tag("circle", cx="13", cy="8", r="3", class_="claim beside"), "one for a part of the victims, or set aside"),
        (tag("path", d="M4,3 L22,8 L4,13 Z", class_="open"), "no upper bound is given"),
    )


def _chart(
    kind: str,
    tolls: Some[Toll],
    claims: Mapping[tuple[int, str], list[Claim]],
    events: Mapping[int, Event],
    anchors: Anchors,
) -> Markup:
    found = [n for toll in tolls.rows for n in (toll.low, toll.best, toll.high) if n is not None]
    found += [claim.best for toll in tolls.rows for claim in claims[toll.event_id, kind] if claim.best is not None]
    on = scale_of(found)
    told = f"{VERBS[kind]}: {many(tolls.total, 'event')}"
    note = " (scale: each step is ten times the one before)" if on.is_logarithmic else ""
    rows = sorted(tolls.rows, key=lambda toll: (-_size(toll), toll.event_id))
    lines = [tag("li", _line(toll, claims[toll.event_id, kind], events[toll.event_id], on, anchors)) for toll in rows]
    head = tag(
        "div",
        tag("span", "event"),
        tag("span", "people"),
        scale(on.marks(), room=ROOM),
        class_="head",
        aria_hidden="true",
    )
    rest = left_out(tolls.left_out, "event", "Each has one claim, or smaller numbers.")
    return tag("figure", tag("h3", told, tag("small", note)), head, tag("ol", lines, class_="lines"), rest, class_=kind)


def _size(toll: Toll) -> int:
    return next((n for n in (toll.best, toll.high, toll.low) if n is not None), 0)


def _line(toll: Toll, claims: Sequence[Claim], event: Event, on: Scale, anchors: Anchors) -> Markup:
    disputed = tag("span", "disputed", class_="badge") if toll.is_disputed else None
    day = tag("small", in_words(event.starts) if event.starts else "no day known")
    name = tag("a", name_of(event), href=f"#e{event.event_id}", class_="name")
    return tag(
        "div", tag("span", name, " ", day, " ", disputed), tag("span", _words(toll), class_="figure"),
        strip(f"{name_of(event)}: {_words(toll)}", ruled(on.marks()), _bar(toll, on),
              [_dot(claim, toll, on, anchors) for claim in claims], is_group=True),
        class_="line disputed" if toll.is_disputed else "line",
    )  # fmt: skip


def _words(toll: Toll) -> str:
    """`8`, `22 (6–50)`, `up to 40`, `none known`."""
    if toll.is_none_reported:
        return "none known"
    if toll.low == toll.high == toll.best and toll.best is not None:
        return f"{toll.best:,}"
    bounds = f"{_or_open(toll.low)}\u2013{_or_open(toll.high)}"
    return bounds if toll.best is None else f"{toll.best:,} ({bounds})"


def _or_open(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def _bar(toll: Toll, on: Scale) -> list[Markup]:
    low, high = on.at(toll.low or 0), RIGHT if toll.high is None else on.at(toll.high)
    parts = [
        tag("rect", x=percent(low), y="9", width=percent(max(high - low, 0.004)), height="8", rx="2", class_="bounds")
    ]
    if toll.high is None:
        parts.append(
            tag("svg", tag("path", d="M0,6 L12,13 L0,20 Z", class_="open"), x=percent(RIGHT), overflow="visible")
        )
    if toll.best is not None:
        parts.append(tag("rect", x=percent(on.at(toll.best)), y="4", width="3", height="18", class_="best"))
    return parts


def _dot(claim: Claim, toll: Toll, on: Scale, anchors: Anchors) -> Markup:
    number = next((n for n in (claim.best, claim.low, claim.high) if n is not None), 0)
    said = f", says {claim.said_by}" if claim.said_by else ""
    words = f"{number:,} {claim.victims} {claim.kind}{said}; {in_words(claim.published)}"
    is_beside = number < (toll.low or 0) or (toll.high is not None and number > toll.high)
    size, look = ("3.5", "claim beside") if is_beside else ("5", "claim")
    dot = tag("circle", cx=percent(on.at(number)), cy="13", r=size, class_=look)
    return link(words, anchors.of(claim.fact_id, claim.event_id), dot)


def _numbers(contents: Contents) -> Markup:
    rows = [
        (
            tag("a", name_of(contents.events[toll.event_id]), href=f"#e{toll.event_id}"),
            kind,
            _or_open(toll.low),
            _or_open(toll.best),
            _or_open(toll.high),
            f"{toll.claims:,}",
            f"{toll.sources:,}",
            "disputed" if toll.is_disputed else "\u2013",
        )
        for kind, some in contents.tolls
        for toll in some.rows
    ]
    columns = ("event", "kind", "lowest", "to count with", "highest", "claims", "independent sources", "disputed")
    return table("Casualties by the rule of UCDP; ? is an open bound", columns, rows)
