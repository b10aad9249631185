"""Text → date phrases: where words name days, or only look as if they did.

One small pattern finds the words that a phrase can begin with; the forms and rows that know the word are tried
there, and the longest match wins. Nothing here depends on an anchor, and nothing is dated: see `resolve`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from loaders.dates.business import BUSINESS
from loaders.dates.context import bound_of, is_date_here, with_article, with_known_year
from loaders.dates.conventions import NamedDay, Row, named_days, table
from loaders.dates.forms import Form
from loaders.dates.lookalikes import LOOKALIKES
from loaders.dates.patterns import FORMS
from loaders.dates.phrase import DatePhrase
from loaders.dates.readers import YEARS_AWAY, Fields, decade_year
from loaders.dates.words import CAPITAL_MONTHS, DECADES, NUMBER_HEADS, SEASONS, WEEKDAYS, month_number, number

_COUNTED: Final = (
    r"(?:and\s+a\s+half\s+)?(?:more\s+)?"
    r"(?i:second|minute|hour|day|night|week|month|year|decade|centur|fortnight)"
)
# A number begins a date only before these: most numbers of a report count people.
_DIGITS: Final = (
    rf"\d{{4}}(?!\d)|\d{{1,3}}(?!\d)(?:[/.–—-]|\s*[/–—-]|(?i:st|nd|rd|th)\b|['’]?s\b|Q|[\s-]+{_COUNTED}|"
    rf"\s+(?:[A-Z]|of\b|may\b|to\b|through\b|un?till?\b|and\b|or\b))|(?<=['’‘])\d\d"
)
# Words so frequent that they count as a beginning only before these.
_FREQUENT: Final = dict.fromkeys(NUMBER_HEADS, rf"[\s-]+(?:[a-z]+[\s-]+)?{_COUNTED}") | {
    "a": r"\s+(?:few|couple|number|day|week|month|year|decade|fortnight)",
    "an": r"\s+hour",
    "that": r"\s+(?:same|day|week|month|year|morning|afternoon|evening|night|(?-i:[A-Z]))",
    "like": r"\s+(?:quarter|period)",
    "year": r"(?:-|['’]s?\s+end|\s+\d)",
    "no": r"\.",
    "law": r"\s+(?:[Nn]o|\d)",
    "order": r"\s+(?:[Nn]o|\d)",
    "some": r"\s+[a-z]+s\b",
    "many": r"\s+[a-z]+s\b",
    "second": r"[\s-]+(?:quarter|half|week)",
    "first": r"[\s-]+(?:quarter|half|week|[\w-]+\s+(?:days|months))",
}


def _named_days() -> list[Form]:
    return [Form("feast" if day.rule else "day", day.heads, day.pattern, _reader(day)) for day in named_days()]


def _reader(day: NamedDay) -> Callable[[re.Match[str]], Fields]:
    fixed: Fields = {"unit": day.rule} if day.rule else {"month": day.month, "day": day.day}
    return lambda match: fixed | {"year": day.year or int(match.groupdict().get("year") or 0)}


def _by_head() -> dict[str, tuple[Form | Row, ...]]:
    index: dict[str, list[Form | Row]] = defaultdict(list)
    # A row that looks at the word before it is the more exact one, so it comes before its like.
    rows = sorted(table().values(), key=lambda row: "(?<=" not in row.pattern.pattern)
    forms: tuple[Form | Row, ...] = (*rows, *_named_days(), *BUSINESS, *FORMS, *LOOKALIKES)
    for form in forms:
        for head in dict.fromkeys(form.heads):
            index[head].append(form)
    return {head: tuple(forms) for head, forms in index.items()}


def _head_pattern(heads: list[str]) -> str:
    by_initial: dict[str, list[str]] = defaultdict(list)
    for head in sorted(heads, key=len, reverse=True):
        ahead = f"(?={_FREQUENT[head]})" if head in _FREQUENT else ""
        by_initial[head[0]].append(re.escape(head[1:]) + "(?![A-Za-z])" + ahead)
    return "|".join(f"[{initial.upper()}{initial}](?:{'|'.join(ends)})" for initial, ends in sorted(by_initial.items()))


@cache
def _machine() -> tuple[re.Pattern[str], dict[str, tuple[Form | Row, ...]]]:
    index = _by_head()
    heads = _head_pattern([head for head in index if head != "#"])
    return re.compile(rf"(?<![A-Za-z0-9/])(?:(?={_DIGITS})|{heads}|(?:{CAPITAL_MONTHS}|FY)(?![A-Za-z]))"), index


def _row_fields(match: re.Match[str], row: Row) -> Fields:
    found = match.groupdict()
    fields: Fields = {"row": row.key, "modifier": (found.get("which") or "").lower()}
    if "n" in found:
        fields["count"] = number(found["n"] or "one")
    if found.get("weekday"):
        fields["count"] = WEEKDAYS[found["weekday"].lower()]
    if row.first.name in "PQ" or row.last.name in "PQ":
        fields |= _period_fields(found, row)
    return fields


def _period_fields(found: dict[str, Any], row: Row) -> Fields:
    unit = row.key.rpartition("_")[2]
    if found.get("decade") or found.get("named"):
        year = decade_year(found["decade"]) if found.get("decade") else DECADES[found["named"].lower()]
        return {"unit": unit, "year": year}
    month = month_number(found["month"]) if found.get("month") else 0
    month = SEASONS[found["season"].lower()] if found.get("season") else month
    fields: Fields = {"unit": unit, "year": int(found.get("year") or 0), "month": month}
    if found.get("year_named"):
        fields |= {"modifier": "counted", "count": YEARS_AWAY[found["year_named"].lower()]}
    return fields


def _read(match: re.Match[str], form: Form | Row) -> Fields | None:
    if isinstance(form, Row):
        return _row_fields(match, form)
    return form.read(match)


def _longest(text: str, start: int, forms: tuple[Form | Row, ...]) -> DatePhrase | None:
    best: DatePhrase | None = None
    for form in forms:
        match = form.pattern.match(text, start)
        if match is None or match.end() <= (best.stop if best else start):
            continue
        fields: Any = _read(match, form)
        if fields is None:
            continue
        kind = "row" if isinstance(form, Row) else form.kind
        best = _checked(text, DatePhrase(start, match.end(), kind, match.group(), **fields)) or best
    return best


def _checked(text: str, phrase: DatePhrase) -> DatePhrase | None:
    return phrase if is_date_here(text, phrase) else None


def find_phrases(text: str) -> tuple[DatePhrase, ...]:
    """All date phrases of a text in their order, without overlap, those refused as durations or numbers included.

    >>> [phrase.surface for phrase in find_phrases("Envoys met on Monday after a 3-day truce.")]
    ['Monday', '3-day']
    """
    candidates, index = _machine()
    found: list[DatePhrase] = []
    position = 0
    while (candidate := candidates.search(text, position)) is not None:
        start = candidate.start()
        phrase = _longest(text, start, index.get(candidate.group().lower() or "#", ()))
        if phrase is None:
            position = _past_word(text, start)
            continue
        position = phrase.stop
        found.append(bound_of(text, with_article(text, phrase)))
    return with_known_year(text, found)


_WORD: Final = re.compile(r"[A-Za-z0-9]+")


def _past_word(text: str, start: int) -> int:
    match = _WORD.match(text, start)
    return match.end() if match else start + 1
