"""Parties that a mention names itself: "talks between X and Y", "U.S. air strikes", "its attacks"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.annotate.atoms import Known
from loaders.annotate.masked import Mask
from loaders.annotate.verbs import VerbGroup
from loaders.facts import Speaker
from loaders.patterns.kinds import NOUN_MASK, VERB_MASK, number_of
from loaders.threads import cues
from loaders.threads.cast import Cast
from loaders.threads.drafts import EventDraft
from loaders.threads.places import WHOLE_COUNTRY
from loaders.threads.positions import AHEAD
from loaders.threads.reading import Reading
from loaders.threads.scene import position, premodifiers
from loaders.threads.struck import struck

ROLES = {
    "meeting": {"host": "host", "organiser": "organiser", "who": "participant"},
    "attack": {"by": "perpetrator", "target": "target"},
}  # fmt: skip
PACT_ROLES = {
    "agree": {"by": "signatory", "who": "signatory"},
    "retreat.withdrawal": {"by": "participant", "who": "participant"},
    "retreat.release": {"by": "participant", "who": "participant"},
    "protest": {"by": "participant", "who": "participant", "target": "target"},
    "sanction": {"by": "perpetrator", "target": "target"},
    "coerce": {"by": "perpetrator", "who": "target"},
    "mobilize": {"by": "participant", "who": "participant"},
    "vote": {},
}  # fmt: skip
ALLEGING = ("allege", "accuse", "claim", "charge")
POSITIONS = {  # role → position when the event is planned, and when it is past or going on
    "participant": ("expected", "attended"), "host": ("confirmed", "did"), "organiser": ("confirmed", "did"),
    "mediator": ("confirmed", "did"), "observer": ("expected", "attended"), "signatory": ("expected", "did"),
    "perpetrator": ("alleged", "did"), "target": ("did", "did"), "speaker": ("expected", "did"),
}  # fmt: skip


LED = re.compile(rf"\s*,?\s*(?:led|headed|fronted) by\s+(?:the\s+|its\s+)?{NOUN_MASK.removesuffix('.')}(.)", re.S)
"""Behind those who are led."""
OPPOSED = re.compile(
    r"\banti-?(?:government|regime|junta)\b|\bagainst\s+(?:the\s+)?(?:\w+\s+)?(?:government|regime|authorities|junta)\b",
    re.I,
)
BEHIND = 60
"""So many characters behind a protest may say against whom it is."""
MEETING_TIES = {"hosted": "host", "mediated": "mediator", "brokered": "mediator"}
"""Word between a party and a meeting → the party's role; after another word ("led", "backed") it is the organiser."""


def name_parties(event: EventDraft, reading: Reading, number: int, cast: Cast) -> None:
    """Add the parties that the words of a mention name, with the position that its status gives them."""
    mask = reading.masked.masks[number]
    table = ROLES.get(mask.kind) or PACT_ROLES.get(event.type) or PACT_ROLES.get(event.family) or {}
    rows = [(role, n) for slot, role in table.items() for n in with_asides(reading, mask.slots.get(slot, ()))]
    if event.type == "consult.visit":  # "a visit by the envoy": who comes
        rows = [("participant" if role == "host" else role, n) for role, n in rows]
    if event.family == "sanction" and event.place and event.place.precision == WHOLE_COUNTRY:
        rows += [("target", n) for n in mask.slots.get("at", ())]  # "sanctions on Chad": Chad is no place here
        event.place = None
    rows = [*_leading_parties(event, reading, number, table), *rows, *_named_behind(reading, number, table)]
    for role, n in rows:
        for actor in struck(cast, reading, n) if role == "target" else cast.resolve(reading, n):
            accuser = _accuser(reading, number, cast) if role == "perpetrator" else None
            event.add(
                actor, role, "alleged" if accuser else stand(event, role), accuser, reading.span(number), event.rule
            )
    _claimants(event, reading, number, cast, table)
    _possessor(event, reading, number, cast, table)
    oppose_government(event, reading.masked.text[mask.start : mask.stop + BEHIND], cast, reading.span(number))


def oppose_government(event: EventDraft, words: str, cast: Cast, span: tuple[int, int]) -> None:
    """Who is opposed by a protest that its words call one against the government; words that name nobody else."""
    if event.family != "protest" or event.actors("target") or not OPPOSED.search(words):
        return
    government = cast.government()
    if government is not None:
        event.add(government, "target", "did", None, span, event.rule)


def stand(event: EventDraft, role: str) -> str:
    """The position that the status of an event gives a role."""
    if event.family == "sanction" and event.status == "planned":
        return "expected"
    position = POSITIONS[role][event.status not in AHEAD]
    return "did" if position == "attended" and event.family != "consult" else position


def _claimants(event: EventDraft, reading: Reading, number: int, cast: Cast, table: dict[str, str]) -> None:
    """ "an IS-claimed raid": who is named there says so himself."""
    for n, tie in premodifiers(reading, number):
        for actor in cast.resolve(reading, n) if tie == "claimed" and "by" in table else ():
            said_by = Speaker(cast.actors[actor].name, actor)
            event.add(actor, table["by"], "claimed", said_by, reading.span(number), event.rule)


def _accuser(reading: Reading, number: int, cast: Cast) -> Speaker | None:
    """Who alleges the deed: the subject of "alleged", "claimed" or "accused" before its mention."""
    string, masks = reading.masked.string, reading.masked.masks
    for verb in reversed(list(re.finditer(VERB_MASK, string[: max(position(reading, number), 0)], re.S))):
        group = masks[number_of(verb[0][1])].value
        if isinstance(group, VerbGroup) and group.lemma in ALLEGING:
            subject = re.search(rf"{NOUN_MASK}\s*$", string[: verb.start()], re.S)
            found = cast.resolve(reading, number_of(subject[0][1])) if subject else ()
            return Speaker(cast.actors[found[0]].name, found[0]) if found else None
    return None


def leading_role(event: EventDraft) -> str:
    """The role of who makes an event of this type: signatory of a truce, perpetrator of a sanction, host of a rally."""
    table = PACT_ROLES.get(event.type) or PACT_ROLES.get(event.family) or {}
    return table.get("by", "participant")


def _possessor(event: EventDraft, reading: Reading, number: int, cast: Cast, table: dict[str, str]) -> None:
    """ "its attacks": the subject of the sentence is the party."""
    owned = re.match(r"(?:its|their|his|her)\b", reading.masked.words(number), re.I)
    is_with = event.family == "consult" and (
        event.type == "consult.visit" or reading.masked.masks[number].slots.get("who")
    )
    role = "participant" if is_with else table.get("by")
    at = position(reading, number)
    if not role or at < 0 or not owned:
        return
    subject = re.search(rf"{NOUN_MASK}", reading.masked.string[:at], re.S)
    found = cast.resolve(reading, number_of(subject[0][1])) if subject else ()
    if is_with and owned[0].lower() in ("his", "her"):
        person = cast.recent.person_before(reading.number, reading.span(number)[0])
        found = () if person is None else (person,)
    for actor in found:
        event.add(actor, role, stand(event, role), None, reading.span(number), event.rule)


def _leading_parties(event: EventDraft, reading: Reading, number: int, table: dict[str, str]) -> list[tuple[str, int]]:
    """Parties named before the head: "U.S. air strikes", "a Norway-backed summit", "the U.S.-Taliban deal"."""
    found = []
    for n, tie in premodifiers(reading, number):
        mask = reading.masked.masks[n]
        if mask.kind in ("city", "place", "date", "number"):
            continue
        if mask.kind == "adjective" and not tie and event.family in ("consult", "protest", "vote", "agree"):
            continue
        if role := _role_before(event, mask, tie, table):
            found.append((role, n))
    return found


def _role_before(event: EventDraft, mask: Mask, tie: str, table: dict[str, str]) -> str:
    """The role of a party named before the head; empty where its tie gives it none."""
    if event.family == "consult":
        if tie in ("'s", "’s", "'", "’", "s") and mask.kind in ("person", "name", "office"):
            return "participant"  # whose visit it is, or his meeting with others
        is_igo = isinstance(mask.value, Known) and mask.value.entry.tag == "igo"
        return MEETING_TIES.get(tie, "organiser" if len(tie) > 2 or is_igo else "")
    if tie in ("backed", "claimed"):
        return ""
    return "mediator" if tie in ("mediated", "brokered") else table.get("by", "")


def _named_behind(reading: Reading, number: int, table: dict[str, str]) -> list[tuple[str, int]]:
    """Parties of an aside right behind the event: "talks with three states – including Chad and Mali – …"."""
    at = position(reading, number)
    aside = reading.masked.kinds.codes["aside"]
    behind = re.match(rf"..\s*{aside}(.)", reading.masked.string[at:], re.S) if at >= 0 else None
    if not behind or "who" not in table:
        return []
    return [(table["who"], n) for n in with_asides(reading, [number_of(behind[1])])]


def with_asides(reading: Reading, numbers: Iterable[int]) -> Iterator[int]:
    """Masks of a list, and those that an aside behind it names ("countries – including Chad and Mali – …")."""
    for n in numbers:
        mask = reading.masked.masks[n]
        if mask.kind != "aside":
            yield n
        elif cues.opens("including", reading.masked.text[mask.start : mask.stop]):
            yield from mask.inside


def with_leaders(reading: Reading, numbers: Iterable[int]) -> Iterator[int]:
    """Masks, and those of whom the words behind them say that he leads them: "rebels led by Ana Ruiz met the mayor"."""
    for n in numbers:
        yield n
        at = position(reading, n)
        led = LED.match(reading.masked.string, at + 2) if at >= 0 else None
        if led and reading.masked.masks[number := number_of(led[1])].kind in ("person", "name"):
            yield number
