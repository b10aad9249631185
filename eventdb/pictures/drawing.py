"""Pieces that all pictures are made of: drawings, sections, tables beside them, links to the words.

In: values of a picture. Out: markup. Drawings have no colour of their own: classes do, and the page's sheet knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventdb.markup import Child, Markup, tag
from eventdb.pictures.values import Event

LONGEST = 160
EDGE, ROOM = 0.06, 0.26
"""Shares of a scale: where names would run over its end, and what a date needs on a small screen."""
SIDES = {"together": "talks, deals, releases", "against": "attacks, arrests, protests", "other": "other"}
DAYS_AT_THE_END = re.compile(r",? (?:by )?(?:--|\d{4}\b)[-\d]*(?: to [-\d]+)?$")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The facts whose words stand on the page."""

    facts: frozenset[int]

    def of(self, fact_id: int | None, event_id: int) -> str:
        """The address of a fact's words, else of its event's."""
        return f"#f{fact_id}" if fact_id in self.facts else f"#e{event_id}"


def name_of(event: Event) -> str:
    """Short words for an event without its days, which stand beside it: `Conference, Moscow`."""
    words = DAYS_AT_THE_END.sub("", event.label) or event.label
    return cut(words[:1].upper() + words[1:])


def cut(words: str, longest: int = LONGEST) -> str:
    """Words that do not run over; what is cut is marked."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "\u2026"


def percent(share: float) -> str:
    """A place between 0 and 1 as SVG has it."""
    return f"{100 * share:.2f}%"


def many(count: int, one: str, more: str = "") -> str:
    """`1 event`, `2,000 events`."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def drawing(name: str, about: str, *children: Child, key: str, width: int, height: int, class_: str) -> Markup:
    """A drawing that scales, with marks that can be followed; a screen reader gets its name and what it shows."""
    return tag(
        "svg",
        tag("title", name, id=f"{key}-name"),
        tag("desc", about, id=f"{key}-about"),
        children,
        role="group",
        aria_labelledby=f"{key}-name",
        aria_describedby=f"{key}-about",
        viewBox=f"0 0 {width} {height}",
        class_=class_,
    )


def strip(name: str, *children: Child, class_: str = "strip", is_group: bool = False) -> Markup:
    """A drawing one line high: places along it are shares of its width, so that it fits any screen."""
    return tag("svg", tag("title", name), children, role="group" if is_group else "img", aria_label=name, class_=class_)


def scale(marks: Iterable[tuple[float, str]], *, room: float = ROOM) -> Markup:
    """The names under which the lines of strips stand; they say nothing that rows do not say, so it is not read out."""
    found = list(marks)
    if len(found) > 1 and found[0][0] < EDGE and found[1][0] - found[0][0] < room:
        found = found[1:]  # its name, moved in from the edge, would run into the next one on a small screen
    names = [
        tag("text", words, x=percent(at), y="14", class_="start" if at < EDGE else "end" if at > 1 - EDGE else None)
        for at, words in found
    ]
    return tag("svg", names, ruled(found), class_="scale", aria_hidden="true")


def ruled(marks: Iterable[tuple[float, str]]) -> list[Markup]:
    """Lines of a scale behind a strip."""
    return [tag("line", x1=percent(at), x2=percent(at), y1="0", y2="100%", class_="rule") for at, _ in marks]


def link(words: str, address: str, *children: Child, class_: str | None = None) -> Markup:
    """A mark in a drawing that leads to words on this page."""
    return tag("a", tag("title", words), children, href=address, aria_label=words, class_=class_)


def section(key: str, title: str, lede: Child, *children: Child) -> Markup:
    """A part of the page with its heading."""
    heading = tag("h2", title, id=f"{key}-title")
    return tag(
        "section", heading, tag("p", lede, class_="lede"), children, id=key, aria_labelledby=f"{key}-title", class_=key
    )


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    """The numbers of a picture, to be opened beside it; the first cell of a row is its heading."""
    head = tag("tr", [tag("th", column, scope="col") for column in columns])
    body = [tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]]) for row in rows]
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", body))
    scrolled = tag("div", whole, class_="scrolled", tabindex="0", role="region", aria_label=caption)
    return tag("details", tag("summary", f"The same as a table ({many(len(body), 'row')})"), scrolled, class_="numbers")


def left_out(count: int, what: str, why: str, more: str = "") -> Markup | None:
    """That something is not shown: it is told, never passed over."""
    return tag("p", f"Not shown: {many(count, what, more)}. {why}", class_="left-out") if count else None


def legend(*items: tuple[Child, str]) -> Markup:
    """What the marks mean: each drawn once more, with words."""
    return tag(
        "ul",
        [
            tag("li", tag("svg", sign, class_="swatch", width="26", height="16", aria_hidden="true"), words)
            for sign, words in items
        ],
        class_="legend",
        aria_label="Legend",
    )
