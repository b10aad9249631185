"""Days of events: date masks go in, windows resolved against the day of publication come out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from loaders.annotate.verbs import VerbGroup
from loaders.dates import DatePhrase, counts_from_an_event, counts_from_another, direction, is_aside, resolve
from loaders.facts import Day, Published, Window
from loaders.patterns.kinds import NOUN_MASK, NUMBER_BASE, VERB_MASK, number_of
from loaders.threads import cues
from loaders.threads.reading import Reading
from loaders.threads.scene import EVENT_KINDS, below


def hint(mood: str, block: str) -> str:
    """Where a verb's mood points: "meet on Monday" in the body of a report is ahead."""
    if mood in ("planned", "expected", "undecided") or mood == "present" and block == "body":
        return "future"
    return "unknown"


def window_of(
    reading: Reading, number: int, published: Published, *, hint: str = "unknown", inside: int | None = None
) -> Window | None:
    """The days that a date mask stands for; None where it was refused or the anchor does not fix it.

    `hint` is the direction where the clause itself does not tell; `inside` the mask of an event in whose words the date
    stands: what is said "after Monday's raid" bounds something else, and the raid was on Monday.
    """
    phrase = reading.masked.masks[number].value
    if not isinstance(phrase, DatePhrase) or phrase.is_refused:
        return None
    if inside is not None and phrase.bound and phrase.start - len(phrase.bound) <= reading.masked.masks[inside].start:
        phrase = replace(phrase, bound="")
    told = leaning(reading, number)
    told = direction(reading.masked.text, phrase) if told == "unknown" and hint != "past" else told
    reference = _told_before(reading, phrase, published) if counts_from_another(phrase) else None
    window = resolve(phrase, published, direction=hint if told == "unknown" else told, reference=reference)
    return window if window is None or window.precision != "unknown" else None


def leaning(reading: Reading, number: int) -> str:
    """Where the verb before a date of the main string points: "will meet on Monday" is ahead; else unknown."""
    string, masks = reading.masked.string, reading.masked.masks
    at = string.find(reading.masked.kinds.codes["date"] + chr(NUMBER_BASE + number))
    if at < 0:
        holders = (
            m.start() for m in re.finditer(NOUN_MASK, string, re.S) if number in below(reading, number_of(m[0][1]))
        )
        at = next(holders, -1)
    for verb in reversed(list(re.finditer(VERB_MASK, string[: max(at, 0)], re.S))):
        group = masks[number_of(verb[0][1])].value
        if isinstance(group, VerbGroup) and group.form not in ("ing", "to"):
            return "future" if group.lemma in PLANNING else LEANS.get(group.mood, "unknown")
    return "unknown"


def _told_before(reading: Reading, phrase: DatePhrase, published: Published) -> Window | None:
    """The days of the date before it in its sentence, from which "the next day" counts; None if it has none."""
    text = reading.masked.text
    values = [mask.value for mask in reading.masked.masks]
    dates = [value for value in values if isinstance(value, DatePhrase) and not value.is_refused]
    before = [each for each in dates if each.stop <= phrase.start and not counts_from_another(each)]
    if not before or counts_from_an_event(text, phrase):
        return None
    last = max(before, key=lambda each: each.start)
    if is_aside(text, last, phrase):
        return None
    return resolve(last, published, direction=direction(text, last), is_open=False)


def free_dates(reading: Reading) -> list[tuple[int, int]]:
    """(place in the masked string, mask number) of the dates of the main string that do not date somebody's words."""
    string, masks = reading.masked.string, reading.masked.masks
    found = []
    for match in re.finditer(re.escape(reading.masked.kinds.codes["date"]) + "(.)", string, re.S):
        number = number_of(match[1])
        if isinstance(masks[number].value, DatePhrase) and not _dates_words(reading, match.start(), match.end()):
            found.append((match.start(), number))
    return found


def _dates_words(reading: Reading, start: int, stop: int) -> bool:
    """Whether the date belongs to "said on Wednesday" or "a March 9 statement"."""
    string, kinds = reading.masked.string, reading.masked.kinds
    before = re.sub(r"\s+(?:on|in|late|early)\s*$", "", string[max(0, start - 40) : start].rstrip() + " ").rstrip()
    says = tuple(kinds.codes[f"say.{form}"] for form in ("active", "bare", "passive"))
    if re.match(
        r"\s*(?:\w+\s){0,2}?(?:statement|press|interview|letter|report|speech|briefing|tweet)", string[stop : stop + 30]
    ):
        return True
    if cues.within("somebodys_words", before[-30:]) or cues.within("toll_changes", before[-16:]):
        return True
    return (
        any(code in before[-4:] for code in says)
        or any(code in string[stop : stop + 3] for code in says)
        and start == 0
        or _is_told_to_somebody(reading, start)
    )


def _is_told_to_somebody(reading: Reading, start: int) -> bool:
    """ "told reporters in Accra on Monday that …": only hearer and place stand between the verb and the date."""
    string, codes = reading.masked.string, reading.masked.kinds.codes
    verbs = list(re.finditer(VERB_MASK, string[:start], re.S))
    verb = verbs[-1] if verbs else None
    if verb is None or verb[0][0] not in (codes["say.active"], codes["say.bare"]):
        return False
    between = string[verb.end() : start]
    events = "".join(codes[kind] for kind in EVENT_KINDS)
    return not re.search(
        rf"[{events}]|\b(?:that|if|whether|as|who|which|when|no|more|for|since|until|by)\b|\d|:", between
    )


PLANNING = ("plan", "schedule", "prepare")
"""Verbs whose object is ahead: "leaders plan a summit on Monday"."""
LEANS = {"planned": "future", "expected": "future", "undecided": "future"}
LAST = Day(9999, 12, 31)


def is_future(window: Window, published: Published) -> bool | None:
    """Whether days lie after the day of publication (True), before it (False) or cannot be told (None)."""
    first, last = window.first or window.last, window.last or window.first
    if not (first and last and published.first and published.last):
        return None
    if _comparable(first, published.last) and _key(first, published) > _key(published.last, published):
        return True
    if _comparable(last, published.first) and _key(last, published) < _key(published.first, published):
        return False
    return None


def _comparable(a: Day, b: Day) -> bool:
    return bool(a.year) == bool(b.year)


def _key(day: Day, published: Published) -> tuple[int, int, int]:
    return (day.year, day.month, day.day)


def ordinal(day: Day) -> int:
    """Days since year 1 of a day whose year is known."""
    return date(day.year, day.month, min(day.day, 28)).toordinal() + day.day - min(day.day, 28)


def agree(a: Window | None, b: Window | None) -> bool | None:
    """Whether two windows can be the same days: True, False, or None where either is unknown."""
    if a is None or b is None:
        return None
    a_first, a_last = a.first or a.last, a.last or a.first
    b_first, b_last = b.first or b.last, b.last or b.first
    if not (a_first and a_last and b_first and b_last):
        return None
    a_last = LAST if a.is_lasting and a.last is None and a_first.year else a_last
    b_last = LAST if b.is_lasting and b.last is None and b_first.year else b_last
    if 0 in (a_first.year, b_first.year):
        ends = [(d.month, d.day) for d in (a_first, a_last, b_first, b_last)]
        return ends[0] <= ends[3] and ends[2] <= ends[1]
    return a_first <= b_last and b_first <= a_last


def sharper(a: Window | None, b: Window | None) -> Window | None:
    """The more exact of two windows."""
    order = ("day", "week", "month", "season", "year", "unknown")
    known = [w for w in (a, b) if w is not None]
    return min(known, key=lambda w: order.index(w.precision)) if known else None
