"""Whether two mentions tell one event: nothing disagrees, and something holds them together."""

from __future__ import annotations

from loaders.lexicons.words import event_nouns
from loaders.threads import times
from loaders.threads.drafts import EventDraft
from loaders.threads.places import WHOLE_COUNTRY

KIN = {  # heads that can call one and the same event by another word
    "conference": "c", "conferences": "c", "summit": "c", "summits": "c", "peace conference": "c", "forum": "c",
    "congress": "c", "gathering": "cm", "gatherings": "cm", "session": "cm", "meeting": "cmt", "meetings": "cmt",
    "event": "cmt", "events": "cmt", "talks": "ct", "negotiation": "t", "negotiations": "t", "dialogue": "t",
    "consultations": "t", "peace process": "t", "discussion": "tm", "discussions": "tm",
}  # fmt: skip
KIN_BY_TYPE = {"consult.conference": "c", "consult.talks": "t", "consult.meeting": "cmt"}
LEAD = 4
"""Within so many sentences "a summit" of the lead may be that of the headline or caption."""
BACK = 8
"""So many sentences back "the attack" without a day or a place of its own finds the one it means."""
LOOSE_MEETINGS = frozenset(["meeting", "meetings", "event", "events", "gathering", "session", "sessions"])
LONG = frozenset(["war", "civil war", "conflict", "insurgency", "offensive", "uprising", "revolt"])
LOOSE_ATTACKS = frozenset(
    ["attack", "attacks", "assault", "assaults", "raid", "incident", "violence", "strike", "strikes"]
)


def _kinds(head: str) -> set[str]:
    """What a head can call: c a conference, m a meeting, t talks."""
    noun = event_nouns().get(head)
    return set(KIN.get(head) or KIN_BY_TYPE.get(noun.type if noun else "", ""))


def kin(a: EventDraft, b: EventDraft) -> bool:
    """Whether the heads of two mentions can name one event."""
    if a.family != b.family:
        return False
    if a.type != b.type and {a.type, b.type} & {"consult.visit", "consult.call"}:
        return False
    if a.family == "consult":
        return any(_kinds(x) & _kinds(y) for x in a.heads for y in b.heads) or not (a.heads and b.heads)
    if a.family == "assault":
        return (
            a.type == b.type
            or any(e.type == "assault.other" and not e.heads for e in (a, b))
            or bool((a.heads | b.heads) & LOOSE_ATTACKS)
            or "suicide" in a.type + b.type
            and "bomb" in a.type
            and "bomb" in b.type
        )
    if a.family == "other":
        return a.rule == b.rule or bool(a.heads & b.heads)
    return a.type == b.type


def same_place(a: EventDraft, b: EventDraft) -> bool | None:
    """True where places agree or one lies in the other's country, False where they differ, None where it is open."""
    if a.place is None or b.place is None:
        known, land = (a.place, b.land) if a.place else (b.place, a.land)
        return True if known and known.country and known.country == land else None
    if a.place.key and a.place.key == b.place.key or a.place.name == b.place.name:
        return True
    if a.place.country and a.place.country == b.place.country:
        return WHOLE_COUNTRY in (a.place.precision, b.place.precision)
    return False


def are_one(a: EventDraft, b: EventDraft) -> bool:
    """Whether two mentions tell one event, whichever was read first: nouns are read before what verbs tell."""
    family = a.family
    if family != b.family or _told_apart(a, b):
        return False
    if family == "assault" and b.start < a.start and a.block == b.block:
        return one_event(a, b) or one_event(b, a)
    return one_event(a, b)


def one_event(a: EventDraft, b: EventDraft) -> bool:
    """Whether the later mention `b` tells the event `a`."""
    if not kin(a, b) or a.is_set or b.is_set:
        return False
    place, day = same_place(a, b), times.agree(a.when, b.when)
    if place is False or day is False or _is_row(a) != _is_row(b):
        return False
    if a.is_headline and b.sentence - a.sentence <= 4 and (a.status == b.status or a.status == "occurred"):
        return True
    if a.family == "consult" and place and a.status == b.status == "planned" and (a.land or b.land):
        return True
    if day and a.heads & b.heads and a.actors("perpetrator") & b.actors("perpetrator"):
        return True
    if a.block != b.block and b.sentence - a.sentence <= LEAD and a.heads & b.heads and a.status == b.status:
        return True
    if a.family == "consult" and place and not (a.heads and b.heads) and 0 <= b.sentence - a.sentence <= LEAD:
        return not _only_country(a, b) and a.status == b.status
    is_new = b.is_indefinite and (a.block == b.block == "body" or b.sentence - a.sentence > LEAD)
    if is_new and not (place and day) and b.family in ("consult", "assault"):
        return False
    parties = a.actors() & b.actors()
    is_met_again = a.type == b.type == "consult.meeting" and len(parties) > 1
    if _vague(a) != _vague(b) and not (b.is_definite or is_met_again) and (place is None or day is None):
        return False
    if a.family == "consult" and not (day or place and b.is_definite) and _plan_and_fact(a, b):
        return False
    hosts = a.actors("host", "organiser") & b.actors("host", "organiser")
    if (
        day
        and (place or parties or hosts)
        or place
        and (day or b.is_definite and not (a.family == "assault" and _only_country(a, b)))
    ):
        return True
    if hosts and a.type == "retreat.release" and not a.actors("target") & b.actors("target"):
        return False
    if hosts or len(parties) > 1 or (place and (parties or a.family in ("retreat",))):
        return True
    return _goes_back(a, b)


def _goes_back(a: EventDraft, b: EventDraft) -> bool:
    """Whether a mention that names nothing of its own ("the attack") means an earlier one near it."""
    if a.family == "assault" and not (b.heads <= LOOSE_ATTACKS | a.heads or a.type == b.type and b.is_definite):
        return False
    near = b.sentence - a.sentence
    if a.family == "assault" and b.is_definite and not (b.when or b.place) and near <= BACK:
        return True
    return bool(b.is_definite and (near <= 3 or a.family != "assault" and near <= 40 and not _more_specific(b, a)))


def _is_row(event: EventDraft) -> bool:
    """Whether an event is a row of many since a month or a year: "attacks since 2012"; none of them is it."""
    return (
        event.when is not None
        and event.when.is_lasting
        and event.when.last is None
        and event.when.precision in ("month", "year")
        and event.type not in ("consult.talks", "agree.ceasefire")
        and not event.heads & LONG
    )


def _told_apart(a: EventDraft, b: EventDraft) -> bool:
    """Whether one sentence tells one after or before the other."""
    return a.sentence == b.sentence and (a.is_elsewhen or b.is_elsewhen)


def _plan_and_fact(a: EventDraft, b: EventDraft) -> bool:
    return a.status != b.status and "planned" in (a.status, b.status)


def _only_country(a: EventDraft, b: EventDraft) -> bool:
    return any(e.place is not None and e.place.precision == WHOLE_COUNTRY for e in (a, b))


def _vague(event: EventDraft) -> bool:
    return event.status == "stalled" or event.status == "ongoing" and event.type != "consult.conference"


def _more_specific(b: EventDraft, a: EventDraft) -> bool:
    """Whether the later mention brings a place, day or parties that the earlier one lacks."""
    return bool(b.place and not a.place or b.when and not a.when or b.actors() - a.actors() and a.actors())


def absorb(a: EventDraft, b: EventDraft) -> None:
    """Take into `a` what the mention `b` of the same event adds."""
    if b.place and (a.place is None or b.place.precision < a.place.precision):
        a.place = b.place
    a.land = a.land or b.land
    a.when = times.sharper(a.when, b.when)
    a.heads |= b.heads
    a.is_wished = a.is_wished and b.is_wished
    if a.type.endswith(".other") and not b.type.endswith(".other"):
        a.type = b.type
    if a.type == "consult.meeting" and a.heads <= LOOSE_MEETINGS:
        a.type = b.type
    if a.block == b.block and b.start < a.start and b.family == "assault":
        a.start, a.stop, a.sentence, a.rule = b.start, b.stop, b.sentence, b.rule
    if a.is_headline and not b.is_headline:
        a.status, a.block, a.is_headline = b.status, b.block, False
        a.start, a.stop, a.sentence = b.start, b.stop, b.sentence
    if b.is_firm and not a.is_firm or a.status == "occurred" and b.status in ("stalled", "rejected", "cancelled"):
        a.status, a.is_firm = b.status, b.is_firm
    held = {(p.actor, p.role) for p in a.participations}
    for row in b.participations:
        if row.rule.startswith("nouns/") and (row.actor, row.role) in held:
            continue
        a.add(row.actor, row.role, row.position, row.said_by, (row.start, row.stop), row.rule)
    known = {(f.kind, f.value, f.low, f.high) for f in a.figures}
    a.figures += [f for f in b.figures if (f.kind, f.value, f.low, f.high) not in known]
