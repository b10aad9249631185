"""The opening "KABUL, Afghanistan (AP) --" of a report. In: a paragraph's words. Out: its place, agency and end.

Only the shape is judged here; whether the place exists is for the stages that know places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clean.page_words import page_words

MONTH = r"(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[A-Za-z]*\.?"
YEAR = r"(?:\d{4}|\d{2})(?!\d)"
DATE = rf"(?:{MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {MONTH}(?: {YEAR})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
CAPITALS = (
    r"[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|[.'’-])+(?:[ /-](?:[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|[.'’-])*|de|al|el|la)){0,4}"
)
CAPITALISED = r"[^\W\d_a-zß-ÿ][\w'’.-]+(?:[ /-](?:[^\W\d_a-zß-ÿ][\w'’.-]*|de|al|el|la|do|da|es|city|province)){0,4}"
REGION = rf"(?:, {CAPITALISED}(?: of {CAPITALISED})?){{0,2}}"
COUNTRY = r"(?: \([A-Z][\w. ]{1,30}\)(?=,? \d))?"
AGENCY = r"\((?P<agency>[A-Z][^()\d]{1,40})\)"
LATER_AGENCY = AGENCY.replace("agency", "later_agency")
STATION = r"\((?P<agency>[^()]{2,50})\)"
OPENING = r"(?=[^\W\d_a-zß-ÿ]|[“\"'‘\[(]|\d)"
DASH = r"\s*(?:--+|[–—-]|_(?= ))\s*"

# "[report] [press committee] [text]", as monitoring services set before what they translate.
TAG = (
    r"\[(?i:text|report|excerpts?|interview|statement|communique|speech|press conf|news conf|commentary|editorial)"
    r"[^\[\]]{0,120}\]"
)
TAGS = re.compile(rf"(?:{TAG}\s*(?:\[[^\[\]]{{1,160}}\]\s*){{0,3}})?")

SHOUTED = re.compile(
    rf"\s*(?P<place>{CAPITALS}{REGION})(?:,? \(?{WEEKDAY}{DATE}\)?)?(?: ?{AGENCY})?(?:,? {WEEKDAY}{DATE})?"
    rf"(?:\s*(?:--+|[–—]|_(?= ))\s*|\s+-\s*|\s*: ){OPENING}"
)
DATED = re.compile(
    rf"\s*(?P<place>{CAPITALISED}{REGION}){COUNTRY}(?:,? (?:\(?{WEEKDAY}{DATE}\)?(?:,? {STATION})?|"
    rf"{LATER_AGENCY}(?:,? {WEEKDAY}{DATE})?))"
    rf"(?:{DASH}|\s*[:.] ){OPENING}"
)
PLAIN = re.compile(rf"\s*(?P<place>{CAPITALISED}{REGION})(?:\s+(?:--+|[–—-])\s+|--+|—){OPENING}")
BRACKETED = re.compile(
    rf"\s*(?:\[(?P<place>{CAPITALISED}{REGION})\] ?(?:{DASH})?"
    rf"|\((?P<inside>{CAPITALISED}(?:, {CAPITALISED})??)(?:,? {WEEKDAY}{DATE})?\){DASH}){OPENING}"
)
# As in "BISHKEK, August 19. /TASS/." and "BAKU. June 2 (Interfax) -".
SLASHED = re.compile(
    rf"\s*(?P<place>{CAPITALS}{REGION})[.,]? (?:{WEEKDAY}{DATE}[.,]? ?)?"
    rf"(?:/(?P<agency>[A-Z][^/\d]{{1,40}})/|{LATER_AGENCY})(?:{DASH}|[.:]? ){OPENING}"
)
# As in "Tehran, Jan 31, IRNA -" and "TEHRAN, Jan. 31 (MNA) -": the agency stands without brackets.
UNBRACKETED = re.compile(
    rf"\s*(?P<place>{CAPITALISED}{REGION}),? {WEEKDAY}{DATE},? (?P<agency>[A-Z]{{2,}}(?: [A-Z][\w]+)?){DASH}{OPENING}"
)
ALONE = re.compile(
    rf"\s*(?P<place>{CAPITALISED}(?:, {CAPITALISED})??)"
    rf"(?:,? \(?{WEEKDAY}{DATE}\)?(?: ?{AGENCY})?| {LATER_AGENCY})\s*(?:--+|[–—:-])?\s*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Positions inside the paragraph: the place `[start, stop)`, the agency's span, and where the report begins."""

    start: int
    stop: int
    agency: tuple[int, int] | None
    end: int


def dateline(words: str, *, is_first: bool) -> Dateline | None:
    """The dateline that opens a paragraph; a place in small letters without date or agency only opens the first one."""
    patterns = (SHOUTED, DATED, SLASHED, UNBRACKETED, *((BRACKETED, PLAIN) if is_first else ()))
    matches = (pattern.match(words) for pattern in patterns)
    found = (_dateline(match) for match in matches if match)
    return next((each for each in found if _is_place(words[each.start : each.stop])), None)


def lone_dateline(words: str) -> Dateline | None:
    """A line that is nothing but a place with a date or an agency: "Accra, 3 May 2017"."""
    found = ALONE.fullmatch(words)
    return _dateline(found) if found and _is_place(found["place"]) else None


def _is_place(place: str) -> bool:
    return len(place) > 2 and place.split()[0].strip("-,").casefold() not in page_words("openings")


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    place = "place" if groups.get("place") else "inside"
    agency = next((name for name in ("agency", "later_agency") if groups.get(name)), None)
    tags = TAGS.match(match.string, match.end())
    end = tags.end() if tags else match.end()
    start, stop = match.span(place)
    is_dotted = match[place].endswith(".") and match[place].count(".") == 1
    return Dateline(start, stop - is_dotted, match.span(agency) if agency else None, end)
