"""Mentions of events: a mask of an event goes in, a draft with type, place, days, status and parties comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.annotate.atoms import Known
from loaders.annotate.verbs import VerbGroup
from loaders.facts import PlaceFact, Published, Window
from loaders.lexicons.words import EventNoun
from loaders.patterns.kinds import NOUN_MASK, VERB_MASK
from loaders.threads import times
from loaders.threads.cast import Cast
from loaders.threads.drafts import EventDraft
from loaders.threads.places import place_of, stands_in
from loaders.threads.reading import Reading

PLANNED = re.compile(
    r"\b(?:planned|plans?|upcoming|scheduled|proposed|next|future|potential|possible|to be held|coming|forthcoming|deadline|ahead of|invited|expected|would-be|pushing for|call(?:s|ed)? for|suggest(?:s|ed)?|until|will)\b",
    re.I,
)
STALLED = re.compile(
    r"\b(?:stalled|deadlocked|suspended|stalemated|postponed|on hold|broken-down|frozen|moribund)\b", re.I
)
ONGOING = re.compile(
    r"\b(?:ongoing|continu(?:ed|ing)|current|despite|stuttering|amid|underway|under way|escalated|increase in|surge in|wave of|string of|campaign of|rising)\b",
    re.I,
)
SET = re.compile(r"^(?:in\s+)?(?:both|either|the two|two|the three|three|neither)\b", re.I)
DEFINITE = re.compile(r"^(?:the|this|that|these|those|today's|its|his|her|their|such)\b", re.I)
INDEFINITE = re.compile(r"^(?:an?|another|new|fresh|further|more|one)\b", re.I)
SEPARATE = re.compile(r"^(?:direct|separate|bilateral|secret|parallel|additional|other|secret)\b", re.I)
UNCOUNTED = ("talks", "negotiations", "discussions", "consultations", "contacts", "dialogues", "polls", "fighting")
BACKGROUND = re.compile(r"\b(?:amid|despite|following|after|since|ahead of|before)\s+(?:the\s+|a\s+)?$", re.I)
BEGUN = re.compile(r"\b(?:begun|began|started|launched|since)\b", re.I)
DENIED = re.compile(r"^\s*(?:is|are|was|were|has|have|did|do|does)(?:n't| not| never)\b", re.I)
MAY_BE = re.compile(r"^\W*(?:could|would|may|might|will|should|to be|is expected|are expected)\b", re.I)
EVENT_KINDS = ("meeting", "attack", "pact")
ROLES = {
    "meeting": {"host": "host", "organiser": "organiser", "who": "participant"},
    "attack": {"by": "perpetrator", "target": "target"},
}  # fmt: skip
PACT_ROLES = {
    "agree": {"by": "signatory", "who": "signatory"},
    "retreat.withdrawal": {"by": "participant", "who": "participant"},
    "retreat.release": {"by": "participant", "who": "participant"},
    "protest": {"by": "participant", "who": "participant"},
    "sanction": {"by": "perpetrator", "target": "target"},
    "coerce": {"by": "perpetrator", "who": "target"},
    "mobilize": {"by": "participant", "who": "participant"},
    "vote": {},
}  # fmt: skip
POSITIONS = {  # role → position when the event is planned, and when it is past or going on
    "participant": ("expected", "attended"), "host": ("confirmed", "did"), "organiser": ("confirmed", "did"),
    "mediator": ("confirmed", "did"), "observer": ("expected", "attended"), "signatory": ("expected", "did"),
    "perpetrator": ("alleged", "did"), "target": ("did", "did"), "speaker": ("expected", "did"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What the article tells every mention: its day of publication, and the countries it is about, most named first."""

    published: Published
    countries: tuple[str, ...]


def event_numbers(reading: Reading, string: str | None = None) -> list[int]:
    """Numbers of the event masks of a sentence, outermost ones, in the order of the text."""
    kinds = reading.masked.kinds.codes
    opening = "".join(kinds[k] for k in EVENT_KINDS)
    text = reading.masked.string if string is None else string
    found = [ord(m[1]) - 0xF0000 for m in re.finditer(f"[{opening}](.)", text, re.S)]
    if string is None:
        for mask in reading.masked.masks:
            if mask.kind == "aside":
                found += event_numbers(reading, mask.string)
    return found


def draft(reading: Reading, number: int, cast: Cast, scene: Scene) -> EventDraft | None:
    """The event that a mask mentions; None where its head is no event."""
    mask = reading.masked.masks[number]
    noun = mask.value
    if not isinstance(noun, EventNoun):
        return None
    words = reading.masked.words(number)
    start, stop = reading.span(number)
    event = EventDraft(
        noun.type, "occurred", reading.number, start, stop, f"nouns/{noun.head.replace(' ', '-')}", {noun.head}
    )
    event.is_definite = bool(DEFINITE.match(words))
    event.is_definite = event.is_definite and not INDEFINITE.match(words)
    event.is_indefinite = bool(INDEFINITE.match(words)) or noun.is_plural and bool(SEPARATE.match(words))
    event.is_set = _is_set(words, noun)
    event.is_headline = reading.block == "title"
    if DENIED.match(reading.masked.text[mask.stop :]) or words.lower().startswith(("no ", "neither ")):
        return None
    _place(event, reading, number, scene)
    _days(event, reading, number, scene)
    event.status = status_of(event, reading, number, scene)
    _parties(event, reading, number, cast)
    return event


def _is_set(words: str, noun: EventNoun) -> bool:
    """Whether the words stand for several events: "both summits", "either event", "the conferences"."""
    if noun.kind != "meeting" or noun.head in UNCOUNTED:
        return False
    return (
        bool(SET.match(words))
        and (noun.is_plural or words.lower().startswith("either"))
        or noun.is_plural
        and bool(DEFINITE.match(words))
    )


def _place(event: EventDraft, reading: Reading, number: int, scene: Scene) -> None:
    slots = reading.masked.masks[number].slots
    event.place = next(filter(None, (place_of(reading, n, scene.countries) for n in slots.get("at", ()))), None)
    if event.place is None and event.family == "consult":
        for n, relation in premodifiers(reading, number):
            if reading.masked.masks[n].kind in ("city", "state") and relation == "":
                event.place = place_of(reading, n, scene.countries)
    if event.place is None:
        event.place = _place_behind(reading, number, scene)


def _place_behind(reading: Reading, number: int, scene: Scene) -> PlaceFact | None:
    """A place that follows the event or its verb: "a summit will be held in Accra"."""
    at = position(reading, number)
    kinds = reading.masked.kinds.codes
    geo = kinds["city"] + kinds["place"] + kinds["state"]
    behind = re.match(
        rf"..\s*(?:{VERB_MASK}\s*)?(?:(?:{kinds['date']}.|on)\s*)*(?:in|at)\s(?:the\s)?(?:[\w-]+\s(?:of\s)?){{0,3}}?[{geo}](.)",
        reading.masked.string[at:],
        re.S,
    )
    return place_of(reading, ord(behind[1]) - 0xF0000, scene.countries) if at >= 0 and behind else None


def premodifiers(reading: Reading, number: int) -> list[tuple[int, str]]:
    """Masks before the head of an event and what ties them to it: "" (Moscow talks), "'s", "-", "led", "backed" …"""
    found = []
    for n in reading.masked.masks[number].slots.get("pre", ()):
        behind = reading.masked.text[reading.masked.masks[n].stop :][:12].lower()
        tie = re.match(r"['’]s?|[-‑ ](backed|led|sponsored|hosted|mediated|brokered|organi[sz]ed|drafted)\b|-", behind)
        found.append((n, "" if tie is None else tie[1] or tie[0]))
    return found


def _days(event: EventDraft, reading: Reading, number: int, scene: Scene) -> None:
    if event.is_set:
        return
    inside = [n for n in _below(reading, number) if reading.masked.masks[n].kind == "date"]
    windows = [times.window_of(reading, n, scene.published) for n in inside]
    event.when = next((w for w in windows if w is not None), None)
    if event.when and BEGUN.search(reading.masked.words(number)):
        event.when = Window(event.when.first, None, event.when.precision, is_lasting=True)
    if event.when is None:
        event.when = _deadline(reading, number, scene) or nearest_date(reading, number, scene)


def _deadline(reading: Reading, number: int, scene: Scene) -> Window | None:
    """ "a May 1 deadline for the withdrawal": an open start and that last day."""
    at = position(reading, number)
    date = re.escape(reading.masked.kinds.codes["date"])
    before = re.search(
        rf"{date}(.)\sdeadline\s(?:[\w-]+\s){{0,2}}?for\s(?:the\s)?$", reading.masked.string[: max(at, 0)], re.S
    )
    window = times.window_of(reading, ord(before[1]) - 0xF0000, scene.published) if before else None
    return Window(None, window.last, window.precision) if window else None


def _below(reading: Reading, number: int) -> list[int]:
    found = []
    for inner in reading.masked.masks[number].inside:
        found += [inner, *_below(reading, inner)]
    return found


def nearest_date(reading: Reading, number: int, scene: Scene) -> Window | None:
    """The date of the main string that dates the event: the next one behind it before another event, or the opening one."""
    at = position(reading, number)
    if at < 0 or BACKGROUND.search(reading.masked.string[:at]):
        return None
    others = [p for p in (position(reading, n) for n in event_numbers(reading)) if p >= 0 and p != at]
    for place, date_number in sorted(times.free_dates(reading), key=lambda d: (d[0] < at, abs(d[0] - at))):
        low, high = sorted((place, at))
        if place > at and (
            any(low < other < high for other in others) or _other_clause(reading.masked.string[low:high])
        ):
            continue
        if place < at and (
            any(other < at for other in others) and place > 6 or _leads_on(reading.masked.string[low:high])
        ):
            continue
        window = times.window_of(reading, date_number, scene.published)
        if window is not None:
            return window
    return None


def _leads_on(string: str) -> bool:
    """Whether a date dates something that stands before the event: "on Monday ahead of talks"."""
    return bool(re.search(r"\b(?:ahead of|before|after|following|since|until|amid|despite|for)\s", string))


def _other_clause(string: str) -> bool:
    """Whether a stretch of a masked sentence leads into another clause."""
    string = re.sub(rf"(?:which|that) (?:was |were |is |are |will be )?(?:{VERB_MASK}|held|due|set)", "", string, flags=re.S)
    verbs = re.findall(VERB_MASK, string, re.S)
    return len(verbs) > 1 or bool(
        re.search(r"\b(?:after|before|when|since|as|while|until|that|who|which|and|but)\s", string[2:])
    )


def position(reading: Reading, number: int) -> int:
    """Where a mask stands in the main string, or -1."""
    masked = reading.masked
    return masked.string.find(masked.kinds.codes[masked.masks[number].kind] + chr(0xF0000 + number))


def status_of(event: EventDraft, reading: Reading, number: int, scene: Scene) -> str:
    """planned, ongoing, occurred, stalled, cancelled: by its days, its own words, then the verb that governs it."""
    words = reading.masked.words(number)
    governed = _by_verb(reading, number)
    if governed == "wished":
        event.is_wished, governed = True, "planned"
    if STALLED.search(words) or governed == "stalled":
        return "stalled"
    if governed == "cancelled":
        return governed
    future = times.is_future(event.when, scene.published) if event.when else None
    if future is not None and not (event.when and event.when.is_lasting):
        return "planned" if future else "occurred"
    if governed:
        return governed
    if MAY_BE.match(reading.masked.text[reading.masked.masks[number].stop :]):
        return "planned"
    around = reading.masked.text[max(0, reading.masked.masks[number].start - 50) : reading.masked.masks[number].start]
    if PLANNED.search(words) or PLANNED.search(around):
        return "planned"
    return "ongoing" if ONGOING.search(words) or ONGOING.search(around[-28:]) else "occurred"


def _by_verb(reading: Reading, number: int) -> str | None:
    """What the nearest verb group of the clause says of an event: "will be held", "have stalled", "was called off"."""
    at = position(reading, number)
    if at < 0:
        return None
    string, masks = reading.masked.string, reading.masked.masks
    behind = re.match(r"..(?:\s*[\ue000-\uefff].)?,?\s*(?:\w+\s){0,2}?([\ue000-\uefff])(.)", string[at:], re.S)
    before = re.search(r"([\ue000-\uefff])(.)\s*(?:(?:to|in|on|for|at|the|a|its|their)\s+)*$", string[:at], re.S)
    for match in filter(None, (behind, before)):
        mask = masks[ord(match[2]) - 0xF0000]
        if isinstance(mask.value, VerbGroup):
            status = status_by_group(mask.value)
            if status:
                return status
    return None


def status_by_group(group: VerbGroup) -> str | None:
    """The status that a verb group gives the event it governs."""
    if group.verb_class in ("postpone",):
        return "stalled" if group.lemma not in ("postpone", "delay", "put off") else "planned"
    if group.verb_class == "cancel":
        return "cancelled"
    if group.verb_class in ("propose", "urge", "invite") or group.lemma in ("announce", "order", "approve"):
        return "planned"
    if group.mood == "wished" and group.verb_class in ("hold", "go", "agree"):
        return "wished"
    if group.mood in ("planned", "expected", "undecided", "declined", "wished"):
        return "planned"
    if group.mood == "ongoing" or group.lemma in ("continue", "step up", "intensify", "maintain"):
        return "ongoing"
    if group.mood in ("done", "begun") and group.verb_class in (
        "host",
        "hold",
        "meet",
        "agree",
        "go",
        "withdraw",
        "mediate",
        "clash",
        "invade",
        "kill",
    ):
        return "occurred"
    return None


def _parties(event: EventDraft, reading: Reading, number: int, cast: Cast) -> None:
    mask = reading.masked.masks[number]
    table = ROLES.get(mask.kind) or PACT_ROLES.get(event.type) or PACT_ROLES.get(event.family) or {}
    rows = [(role, n) for slot, role in table.items() for n in with_asides(reading, mask.slots.get(slot, ()))]
    rows = [*_leading_parties(event, reading, number, table), *rows, *_named_behind(reading, number, table)]
    for role, n in rows:
        for actor in cast.resolve(reading, n):
            stand = POSITIONS[role][event.status != "planned"]
            stand = "did" if stand == "attended" and event.family != "consult" else stand
            event.add(actor, role, stand, None, reading.span(number), event.rule)
    _possessor(event, reading, number, cast, table)


def leading_role(event: EventDraft) -> str:
    """The role of who makes an event of this type: signatory of a truce, perpetrator of a sanction, host of a rally."""
    table = PACT_ROLES.get(event.type) or PACT_ROLES.get(event.family) or {}
    return table.get("by", "participant")


def _possessor(event: EventDraft, reading: Reading, number: int, cast: Cast, table: dict[str, str]) -> None:
    """ "its attacks": the subject of the sentence is the party."""
    role = table.get("by")
    at = position(reading, number)
    if not role or at < 0 or not re.match(r"(?:its|their|his|her)\b", reading.masked.words(number), re.I):
        return
    subject = re.search(rf"{NOUN_MASK}", reading.masked.string[:at], re.S)
    for actor in cast.resolve(reading, ord(subject[0][1]) - 0xF0000) if subject else ():
        event.add(actor, role, POSITIONS[role][event.status != "planned"], None, reading.span(number), event.rule)


def _leading_parties(event: EventDraft, reading: Reading, number: int, table: dict[str, str]) -> list[tuple[str, int]]:
    """Parties named before the head: "U.S. air strikes", "a Norway-backed summit", "the U.S.-Taliban deal"."""
    found = []
    for n, tie in premodifiers(reading, number):
        kind = reading.masked.masks[n].kind
        if (
            kind in ("city", "place", "date", "number")
            or kind == "adjective"
            and event.family in ("consult", "protest", "vote", "agree")
        ):
            continue
        if event.family == "consult":
            role = {"hosted": "host", "mediated": "mediator", "brokered": "mediator"}.get(
                tie, "organiser" if len(tie) > 2 else ""
            )
        else:
            role = "mediator" if tie in ("mediated", "brokered") else table.get("by", "")
        igo = isinstance(reading.masked.masks[n].value, Known) and reading.masked.masks[n].value.entry.tag == "igo"  # type: ignore[union-attr]
        if event.family == "consult" and role == "" and igo:
            role = "organiser"
        if role and not (tie == "backed" and event.family != "consult"):
            found.append((role, n))
    return found


def _named_behind(reading: Reading, number: int, table: dict[str, str]) -> list[tuple[str, int]]:
    """Parties of an aside right behind the event: "talks with three states – including Chad and Mali – …"."""
    at = position(reading, number)
    aside = reading.masked.kinds.codes["aside"]
    behind = re.match(rf"..\s*{aside}(.)", reading.masked.string[at:], re.S) if at >= 0 else None
    if not behind or "who" not in table:
        return []
    return [(table["who"], n) for n in with_asides(reading, [ord(behind[1]) - 0xF0000])]


INCLUDING = re.compile(r"^[\s,(–—-]*(?:including|among them|such as|namely)\b", re.I)


def with_asides(reading: Reading, numbers: Iterable[int]) -> Iterator[int]:
    """Masks of a list, and those that an aside behind it names ("countries – including Chad and Mali – …")."""
    for n in numbers:
        mask = reading.masked.masks[n]
        if mask.kind != "aside":
            yield n
        elif INCLUDING.match(reading.masked.text[mask.start : mask.stop]):
            yield from mask.inside


def local_place(reading: Reading, scene: Scene, *, at: int = -1) -> PlaceFact | None:
    """A place of the main string behind "in", "at", "near": the nearest to `at`, the most exact first."""
    kinds = reading.masked.kinds.codes
    hits = []
    for match in re.finditer(f"[{kinds['city']}{kinds['place']}{kinds['state']}](.)", reading.masked.string, re.S):
        number = ord(match[1]) - 0xF0000
        if stands_in(reading, number) and (place := place_of(reading, number, scene.countries)):
            hits.append((abs(match.start() - at) if at >= 0 else 0, place))
    return min(hits, key=lambda hit: (hit[1].precision == 6, hit[0]))[1] if hits else None
