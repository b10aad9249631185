"""The command explain: why the reports of an event are one, in words and with the quotes, and what nearly joined.

In: the id of an event. Out: a page for a terminal, or JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli.opening import reading
from eventdb.cli.showing import in_a_line

if TYPE_CHECKING:
    from loaders.link import Explained
    from loaders.link.explaining import Near, Tie, Told

LONGEST_QUOTE = 160


class Page(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


def explain(
    event_id: Annotated[int, typer.Argument(metavar="EVENT_ID", help="As `eventdb show timeline` gives it.")],
    form: Annotated[Page, typer.Option("--format", help="Text for eyes, JSON for programs.")] = Page.TEXT,
) -> None:
    """Tell why the reports of an event are one, and what nearly joined.

    Each link has its ground, a score and what the two reports have in common; other events that are near have what
    stands between. `eventdb judge` sets right what is wrong.

    \b
    Examples:
      eventdb explain 4273690125487612345
      eventdb explain 4273690125487612345 --format json
    """
    from loaders.link import explain_event

    with reading() as connection:
        found = explain_event(connection, event_id)
    if form is Page.JSON:
        print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found)))


def _lines(found: Explained) -> list[str]:
    numbers = {each.report_id: str(number) for number, each in enumerate(found.reports, start=1)}
    same = [f"  {_link(tie, numbers)}" for tie in found.ties if tie.verdict == "same"]
    apart = [f"  {_link(tie, numbers)}" for tie in found.ties if tie.verdict == "different"]
    near = [line for each in found.near for line in _near(each)]
    return [
        f"event {found.event_id}: {found.label} ({found.status})",
        *("", "reports", *(line for each in found.reports for line in _report(each, numbers[each.report_id]))),
        *("", "why they are one", *(same or ["  there is one report only"])),
        *(("", "told apart by people", *apart) if apart else ()),
        *("", "what nearly joined", *(near or ["  nothing"])),
    ]


def _report(each: Told, number: str) -> Iterator[str]:
    published = "/".join(dict.fromkeys(day or "?" for day in (each.published_from, each.published_to)))
    told = f"{in_a_line(each.file)}, published {published}: {each.type}, {each.status}"
    yield f"  {number}  {told}"
    yield f"     “{_shortened(in_a_line(each.quote))}”  (fact_id {each.report_id})"
    if each.sentence and in_a_line(each.sentence) != in_a_line(each.quote):
        yield f"     in: {_shortened(in_a_line(each.sentence))}"


def _near(each: Near) -> tuple[str, str, str]:
    return (
        f"  {each.label} (event {each.event_id})",
        f"     in common: {in_a_line(each.common)}",
        f"     against: {in_a_line(each.against)}",
    )


def _link(tie: Tie, numbers: dict[int, str]) -> str:
    pair = " and ".join(sorted(numbers.get(each, f"report {each}") for each in (tie.left_id, tie.right_id)))
    score = "" if tie.score is None else f" {tie.score:.2f}"
    return f"{pair}:{score} {in_a_line(tie.reason)}  [{in_a_line(tie.made_by)}]"


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 2] + " …"
