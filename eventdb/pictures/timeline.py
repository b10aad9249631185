"""Events along time: a column for each month of all events, then one line for each of the most reported.

In: `Contents`. Out: a section. Each line leads to the words of its event; events without a day stand below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from eventdb.markup import Markup, tag
from eventdb.pictures.days import Axis, axis_of, in_words
from eventdb.pictures.drawing import (
    SIDES,
    left_out,
    legend,
    many,
    name_of,
    percent,
    ruled,
    scale,
    section,
    strip,
    table,
)
from eventdb.pictures.values import Contents, Event, MonthCount

MOST_COLUMNS = 60
FEW = 30
"""Fewer events than this need no columns."""
NARROWEST = 0.004
MORE_TOLD = "Others have more independent sources, or as many and are newer."


def timeline(contents: Contents) -> Markup:
    """The section."""
    return section(
        "timeline",
        "Timeline",
        _lede(contents),
        _columns(contents) if contents.dated.total > FEW else None,
        _lines(contents),
        left_out(
            contents.dated.left_out,
            "dated event",
            f"{MORE_TOLD} --since, --until and --country show them.",
        ),
        _undated(contents),
        _numbers(contents),
    )


def _lede(contents: Contents) -> str:
    count = contents.summary.events
    dated, undated = contents.dated.total, contents.undated.total
    told = [f"{many(count, 'event')}: {dated:,} with a day or a window of days"]
    told += [f"{undated:,} without"] if undated else []
    if contents.summary.undated_left_out:
        told.append(f"{contents.summary.undated_left_out:,} more without a day are left out by --since or --until")
    return ", ".join(told) + ". Each line leads to the words that it rests on."


def _first(event: Event) -> date:
    day = event.starts_from or event.starts_to
    assert day is not None  # only dated events are asked for
    return day


def _last(event: Event) -> date:
    return max(_first(event), event.ends_to or event.starts_to or _first(event))


def _lines(contents: Contents) -> Markup | None:
    events = sorted(contents.dated.rows, key=lambda each: (_first(each), _last(each), each.event_id))
    if not events:
        return None
    axis = axis_of([*map(_first, events), *map(_last, events)])
    marks = axis.marks()
    head = tag("div", tag("span", "day"), tag("span", "event"), scale(marks), class_="head", aria_hidden="true")
    lines = [tag("li", _line(each, axis, marks)) for each in events]
    return tag("figure", tag("figcaption", _legend()), head, tag("ol", lines, class_="lines"))


def _legend() -> Markup:
    dot = tag("circle", cx="13", cy="8", r="5", class_="mark together occurred")
    return legend(
        (dot, SIDES["together"]),
        (tag("circle", cx="13", cy="8", r="5", class_="mark against occurred"), SIDES["against"]),
        (tag("circle", cx="13", cy="8", r="5", class_="mark other occurred"), SIDES["other"]),
        (tag("circle", cx="13", cy="8", r="5", class_="mark other planned"), "planned, or called off"),
        (
            tag("rect", x="2", y="4", width="22", height="8", rx="4", class_="mark other span"),
            "some day in this window",
        ),
    )


def _line(event: Event, axis: Axis, marks: Sequence[tuple[float, str]]) -> Markup:
    days = in_words(event.starts)
    told = f"{event.status}, {many(event.sources, 'independent source')}"
    drawn = strip(f"{name_of(event)}: {days}, {told}", ruled(marks), _mark(event, axis))
    name = tag("span", name_of(event), " ", tag("small", told), class_="name")
    return tag("a", tag("span", days, class_="day"), name, drawn, href=f"#e{event.event_id}", class_="line")


def _mark(event: Event, axis: Axis) -> Markup:
    start, end = axis.at(_first(event)), axis.at(_last(event))
    look = f"mark {event.side} {event.status}"
    if end < 0:
        arrow = "M14,6 L4,12 L14,18 Z"
        return tag("path", d=arrow, class_=f"{look} before")
    if end - start <= NARROWEST:
        return tag("circle", cx=percent(start), cy="50%", r=str(4 + min(event.sources, 5)), class_=look)
    start = max(start, 0)
    return tag("rect", x=percent(start), width=percent(end - start), y="7", height="10", rx="5", class_=f"{look} span")


def _undated(contents: Contents) -> Markup | None:
    if not contents.undated.rows:
        return None
    links = [
        tag(
            "li",
            tag("a", name_of(each), href=f"#e{each.event_id}", class_=f"{each.side} {each.status}"),
            _yearless(each),
        )
        for each in contents.undated.rows
    ]
    return tag(
        "div",
        tag("h3", "No day known, or no year"),
        tag("ul", links, class_="undated"),
        left_out(contents.undated.left_out, "event without a day", MORE_TOLD, "events without a day"),
    )


def _yearless(event: Event) -> Markup | None:
    return tag("small", " ", in_words(event.starts)) if event.starts else None


def _columns(contents: Contents) -> Markup:
    """All events, a column for each month, year or more of them."""
    groups, years = _grouped(contents.months)
    highest = max(sum(each.values()) for _, each in groups)
    width = 1 / len(groups)
    drawn = [_column(number * width, width, each, highest) for number, (_, each) in enumerate(groups)]
    first, last = groups[0][0], groups[-1][0]
    unit = "month" if not years else "year" if years == 1 else f"{years} years"
    name = f"Events by {unit}, {first} to {last}; at most {highest:,}"
    caption = tag("p", f"All {contents.dated.total:,} dated events by {unit}; the highest column has {highest:,}.")
    ends = tag("div", tag("span", first), tag("span", last), class_="ends", aria_hidden="true")
    return tag("figure", caption, strip(name, drawn, class_="columns"), ends, class_="months")


def _column(at: float, width: float, sides: Counter[str], highest: int) -> list[Markup]:
    base, parts = 1.0, []
    for side in SIDES:
        height = sides[side] / highest
        base -= height
        if height:
            parts.append(
                tag(
                    "rect", x=percent(at), y=percent(base), width=percent(width * 0.82), height=percent(height),
                    class_=f"bar {side}",
                )
            )  # fmt: skip
    return parts


def _grouped(months: Sequence[MonthCount]) -> tuple[list[tuple[str, Counter[str]]], int]:
    """The counts by month, or by as many years as give few columns; also those with nothing in between."""
    first, last = months[0].month, months[-1].month
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    years = 0 if count <= MOST_COLUMNS else -(-(last.year - first.year + 1) // MOST_COLUMNS)
    if not years:
        names = [f"{number // 12}-{number % 12 + 1:02}" for number in range(_months(first), _months(last) + 1)]
    else:
        names = [str(year) for year in range(first.year, last.year + 1, years)]
    groups = {name: Counter[str]() for name in names}
    for each in months:
        offset = (each.month.year - first.year) // years if years else _months(each.month) - _months(first)
        groups[names[offset]][each.side] += each.events
    return list(groups.items()), years


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _numbers(contents: Contents) -> Markup:
    events = sorted(contents.dated.rows, key=lambda each: (_first(each), each.event_id)) + list(contents.undated.rows)
    rows = [
        (
            tag("a", name_of(each), href=f"#e{each.event_id}"),
            in_words(each.starts),
            each.status,
            each.place or "\u2013",
            f"{each.articles:,}",
            f"{each.sources:,}",
        )
        for each in events
    ]
    return table("Events", ("event", "day", "state", "place", "articles", "independent sources"), rows)
