"""`ArticleFacts` → one JSON object, the shape that `docs/article.schema.json` describes.

In: the facts of one article and the name of its file. Out: plain dicts, lists, strings, numbers and None.
Evidence is cut out of the article's own text, never re-worded. It reads no file and writes none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .facts import (
    ActorFact,
    ArticleFacts,
    Credit,
    DateSpan,
    Day,
    EventFact,
    FigureFact,
    ParticipationFact,
    Published,
    Speaker,
    Window,
)
from .naming import names_of

Json = dict[str, Any]

# PLOVER's root for each type, after the event types of its codebook v0.8; versions of PLOVER move modes between
# roots, so this is a table and not the upper-cased family: an abduction is an ASSAULT there, a cease-fire a RETREAT.
# A family is looked up where the type itself is absent; None: PLOVER has no such event.
PLOVER_ROOT: dict[str, str | None] = {
    "agree": "AGREE",
    "agree.ceasefire": "RETREAT",
    "assault": "ASSAULT",
    "coerce": "COERCE",
    "coerce.kidnapping": "ASSAULT",
    "consult": "CONSULT",
    "mobilize": "MOBILIZE",
    "other": None,
    "protest": "PROTEST",
    "retreat": "RETREAT",
    "sanction": "SANCTION",
    "say.accuse": "ACCUSE",
    "say.agree": "AGREE",
    "say.aid": "AID",
    "say.coerce": "COERCE",
    "say.concede": "CONCEDE",
    "say.cooperate": "COOPERATE",
    "say.deny": None,
    "say.investigate": "ACCUSE",
    "say.mobilize": "MOBILIZE",
    "say.reject": "REJECT",
    "say.request": "REQUEST",
    "say.retreat": "RETREAT",
    "say.sanction": "SANCTION",
    "say.support": "SUPPORT",
    "say.threaten": "THREATEN",
    "vote": None,
}
SIGNED = frozenset({"events/signed-pact"})
"""Rules that tell the signing of a pact: PLOVER counts as AGREE what is promised, as SUPPORT what is signed."""
TEXT_BASES = frozenset({"text", "byline"})


def plover_of(event: EventFact) -> str | None:
    """PLOVER's root of an event: its type's, but for a pact that is told to have been signed."""
    is_signed = any(each.rule in SIGNED for each in event.participations)
    return "SUPPORT" if is_signed and event.type == "agree.agreement" else plover_root(event.type)


def plover_root(event_type: str) -> str | None:
    """`consult.talks` → `CONSULT`; None where PLOVER has no such event. An unknown family raises KeyError."""
    return PLOVER_ROOT[event_type] if event_type in PLOVER_ROOT else PLOVER_ROOT[event_type.partition(".")[0]]


def article_json(facts: ArticleFacts, *, file: str, full: bool = False) -> Json:
    """One article as an object: file, article, actors, events; `full` adds text, blocks and spans."""
    names = names_of(facts)
    slim: Json = {
        "file": file,
        "article": _article(facts),
        "actors": [_actor(*each) for each in zip(facts.actors, names, strict=True)],
        "events": [_event(facts, names, event, number) for number, event in enumerate(facts.events, start=1)],
    }
    return slim | _annotations(facts, names) if full else slim


def _article(facts: ArticleFacts) -> Json:
    return {
        "title": facts.title,
        "publisher": facts.publisher,
        "dateline": facts.dateline,
        "authors": list(facts.authors),
        "credits": list(dict.fromkeys(_credit(facts, credit) for credit in facts.credits)),
        "published": _published(facts.published),
    }


def _published(published: Published) -> Json:
    """The interval of the day of publication. One whose year is not known stands apart, for it bounds no date."""
    first, last = _iso(published.first), _iso(published.last)
    rest: Json = {
        "year_in_text": _has_year(published.first) and published.basis in TEXT_BASES,
        "basis": published.basis,
    }
    if any(day and not day.year for day in (published.first, published.last)):
        return {"earliest": None, "latest": None, **rest, "yearless": {"earliest": first, "latest": last}}
    return {"earliest": first, "latest": last, **rest}


def _credit(facts: ArticleFacts, credit: Credit) -> str:
    """The agency; of a photo the whole credit as written, "AP Photo/Ana Ruiz, Pool"."""
    if credit.kind != "photo":
        return credit.agency
    return " ".join(facts.text[credit.start : credit.stop].split())


def _actor(actor: ActorFact, name: str) -> Json:
    return {
        "name": name,
        "aliases": [each for each in dict.fromkeys((actor.name, *actor.aliases)) if each != name],
        "kind": actor.kind,
        "roles": [{"title": role.title, "of": role.organisation} for role in actor.roles],
    }


def _event(facts: ArticleFacts, names: Sequence[str], event: EventFact, number: int) -> Json:
    return {
        "id": f"e{number}",
        "core": event.is_core,
        "type": event.type,
        "plover": plover_of(event),
        "status": event.status,
        **_days(event.when),
        "place": event.place.name if event.place else None,
        "country": event.place.country if event.place else None,
        "evidence": facts.text[event.start : event.stop],
        "participants": [_participant(facts, names, each) for each in event.participations],
        "casualties": [_casualty(facts, names, each) for each in event.figures],
    }


def _days(when: Window | None) -> Json:
    if when is None:
        return {"start": None, "end": None, "precision": "unknown"}
    return {"start": _iso(when.first), "end": _iso(when.last), "precision": when.precision}


def _participant(facts: ArticleFacts, names: Sequence[str], each: ParticipationFact) -> Json:
    return {
        "actor": names[each.actor],
        "role": each.role,
        "status": each.position,
        "said_by": _speaker(names, each.said_by),
        "evidence": facts.text[each.start : each.stop],
    }


def _casualty(facts: ArticleFacts, names: Sequence[str], each: FigureFact) -> Json:
    return {
        "kind": each.kind,
        "value": each.value,
        "qualifier": "exact" if each.qualifier == "stated_none" else each.qualifier,
        "low": each.low,
        "high": each.high,
        "victims": each.victims,
        "said_by": _speaker(names, each.said_by),
        "evidence": facts.text[each.start : each.stop],
    }


def _speaker(names: Sequence[str], speaker: Speaker | None) -> str | None:
    """The speaker's full name where the article has one ("Ruiz" → "Ana Ruiz"), else the words as written."""
    if speaker is None:
        return None
    return speaker.name if speaker.actor is None else names[speaker.actor]


def _annotations(facts: ArticleFacts, names: Sequence[str]) -> Json:
    spans = [*_date_spans(facts), *_name_spans(facts, names), *_claim_spans(facts)]
    return {
        "text": facts.text,
        "blocks": [{"kind": block.kind, "start": block.start, "stop": block.stop} for block in facts.blocks],
        "spans": sorted(spans, key=lambda span: (span["start"], -span["stop"], span["kind"])),
    }


def _span(kind: str, start: int, stop: int, value: str | None) -> Json:
    return {"kind": kind, "start": start, "stop": stop, "value": value}


def _date_spans(facts: ArticleFacts) -> list[Json]:
    return [_date_span(each) for each in facts.dates]


def _date_span(each: DateSpan) -> Json:
    days = _days(each.window)
    found = {"from": days["start"], "to": days["end"], "precision": days["precision"], "refused": each.is_refused}
    return _span("date", each.start, each.stop, _interval(each.window)) | found


def _interval(when: Window | None) -> str | None:
    """ISO 8601 as a user writes it: one day, or `first/last` with `..` for an open end."""
    if when is None or (when.first is None and when.last is None):
        return None
    first, last = _iso(when.first) or "..", _iso(when.last) or ".."
    return first if first == last else f"{first}/{last}"


def _name_spans(facts: ArticleFacts, names: Sequence[str]) -> list[Json]:
    return [
        *(_span("actor", m.start, m.stop, None if m.actor is None else names[m.actor]) for m in facts.mentions),
        *(_span("role", role.start, role.stop, role.title) for actor in facts.actors for role in actor.roles),
        *(_span("credit", credit.start, credit.stop, credit.agency) for credit in facts.credits),
    ]


def _claim_spans(facts: ArticleFacts) -> list[Json]:
    return [span for event in facts.events for span in _event_spans(event)]


def _event_spans(event: EventFact) -> list[Json]:
    return [
        _span("event", event.start, event.stop, event.type),
        *(_span("participation", each.start, each.stop, each.position) for each in event.participations),
        *(_span("casualty", each.start, each.stop, each.kind) for each in event.figures),
    ]


def _has_year(day: Day | None) -> bool:
    return day is not None and day.year > 0


def _iso(day: Day | None) -> str | None:
    return day.iso() if day else None
