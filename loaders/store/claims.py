"""The events of an article → rows of `event_report`, `participation` and `casualty_figure`.

In: `ArticleFacts`. Out: rows as dicts of columns, without article_id and version. Pure.

Each claim has an id made from its content (article, kind, the words it rests on …), so that corrections, judgements
and events find it again after a new extraction. The same content twice in an article is told apart by a count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from ..facts import ArticleFacts, EventFact, FigureFact, ParticipationFact, PlaceFact, Speaker
from ..keys import key
from .days import dated

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Namer = Callable[..., int]


def distinct_keys() -> Namer:
    """A `key` that counts: the same content again within an article gets a key of its own."""
    seen: Counter[int] = Counter()

    def distinct(namespace: str, *parts: object) -> int:
        plain = key(namespace, *parts)
        seen[plain] += 1
        return plain if seen[plain] == 1 else key(namespace, *parts, seen[plain])

    return distinct


def claim_rows(facts: ArticleFacts, article_id: int) -> Rows:
    """All claims of an article, numbered from 0 in the order of its events."""
    distinct = distinct_keys()
    rows: Rows = {"event_report": [], "participation": [], "casualty_figure": []}
    for ordinal, event in enumerate(facts.events):
        report = _report(facts, event, ordinal, distinct, article_id)
        rows["event_report"].append(report)
        for participation in event.participations:
            rows["participation"].append(
                {"ordinal": len(rows["participation"])} | _participation(facts, participation, report, distinct)
            )
        for figure in event.figures:
            rows["casualty_figure"].append(
                {"ordinal": len(rows["casualty_figure"])} | _figure(facts, figure, report, distinct)
            )
    return rows


def _report(facts: ArticleFacts, event: EventFact, ordinal: int, distinct: Namer, article_id: int) -> Row:
    words = facts.text[event.start : event.stop]
    return {
        "ordinal": ordinal,
        "event_report_id": distinct("event_report", article_id, event.type, words),
        "event_id": None,
        "type_code": event.type,
        "status_code": event.status,
        "is_core": event.is_core,
        "is_lasting": event.when.is_lasting if event.when else False,
        "window_precision_code": event.when.precision if event.when else None,
        **dated(event.when),
        **_located(event.place),
        "rule": event.rule,
        "is_retracted": False,
        **_span(facts, event.start, event.stop),
    }


def _located(place: PlaceFact | None) -> Row:
    return {
        "place_id": key("place", place.key) if place and place.key else None,
        "place_name": place.name if place else None,
        "country_code": place.country if place else None,
        "place_precision_code": place.precision if place else None,
    }


def _participation(facts: ArticleFacts, each: ParticipationFact, report: Row, distinct: Namer) -> Row:
    actor = facts.actors[each.actor]
    said = _said(each.said_by)
    return {
        "participation_id": distinct(
            "participation", report["event_report_id"], actor.kind, actor.name, each.role, each.position, *said.values()
        ),
        "report_ordinal": report["ordinal"],
        "actor_ordinal": each.actor,
        "role_code": each.role,
        "position_code": each.position,
        **said,
        "rule": each.rule,
        "is_retracted": False,
        **_span(facts, each.start, each.stop),
    }


def _figure(facts: ArticleFacts, each: FigureFact, report: Row, distinct: Namer) -> Row:
    said = _said(each.said_by)
    told = (each.kind, each.victims, each.value, each.qualifier, each.low, each.high)
    return {
        "casualty_figure_id": distinct("casualty_figure", report["event_report_id"], *told, said["said_by_name"]),
        "report_ordinal": report["ordinal"],
        "kind_code": each.kind,
        "victims": each.victims,
        "value": each.value,
        "qualifier_code": each.qualifier,
        "low": each.low,
        "best": best(each.value, each.qualifier, each.low, each.high),
        "high": each.high,
        "includes_attackers": each.includes_attackers,
        **said,
        "rule": each.rule,
        "is_retracted": False,
        **_span(facts, each.start, each.stop),
    }


def best(value: int | None, qualifier: str, low: int | None, high: int | None) -> int | None:
    """The number to count with: the stated one, moved inside the bounds ("more than 150" → 151, "nearly 50" → 49).

    None for "up to", for ranges and for vague words: the text gives no number to count with.
    """
    if value is None or qualifier == "up_to":
        return None
    at_least = max(value, low if low is not None else value)
    return min(at_least, high if high is not None else at_least)


def _said(speaker: Speaker | None) -> Row:
    return {"said_by_name": speaker.name if speaker else None, "said_by_ordinal": speaker.actor if speaker else None}


def _span(facts: ArticleFacts, start: int, stop: int) -> Row:
    return {"start": start, "stop": stop, "text_length": len(facts.text)}
