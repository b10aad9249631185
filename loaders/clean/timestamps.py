"""Lines that only tell when: "Updated 5:14 PM ET, Sat March 13, 2021". In: words. Out: whether they are a time stamp.

Never reads the date: that is the business of the stage that finds the day of publication.
"""

from __future__ import annotations

import re

from loaders.clean.page_words import page_words

NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|\d{1,2}(?:am|pm|h)|\d+[hmd]")
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?|z|hrs?|h)?|\d{4}(?:hrs?|h|z)")
NUMERIC_DATE = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:t\d\d:?\d\d.*)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|\d{1,2}[-/](?:"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/]\d{2,4}"
)
OFFSET = re.compile(r"(?:gmt|utc)?[+-]\d{1,2}(?::?\d\d)?")
AGO = re.compile(r"\b(?:\d+|an?)\s?(?:h|m|d|hours?|hrs?|minutes?|mins?|days?|weeks?|months?)\s+ago\b", re.IGNORECASE)
# As lines run together where a page's boxes met: "May 4, 201510:14 AM", "13:05Modified:".
GLUED = re.compile(r"((?:19|20)\d\d|\d:\d\d)(?=[A-Z]|\d{1,2}:\d\d)()")
# "0203 GMT": four digits are a time before a zone only.
HALF_DAY = re.compile(r"\b([AaPp])\. ?([Mm])\.")
HOURS = re.compile(r"\b([0-2]\d)([0-5]\d)(?= (?:GMT|UTC|[A-Z]{2,3}T)\b)")
LONGEST = 120
DIGIT = re.compile(r"\d|\b(?:an?|one) \w+ ago\b", re.IGNORECASE)
LABEL_AFTER = re.compile(r"\s+(?:in|under) [A-Z][\w&]*(?: [A-Z&][\w]*){0,2}$|\s+[|·•]\s+[^\W\d][\w-]*(?: [\w-]+){0,2}$")
TAIL = re.compile(
    r"(?:\s*[|·•,–—-]\s*|\s+)(?=(?:[A-Z][a-z]{2,8}\.?,?\s)?\d|(?:[A-Z][a-z]+day|[A-Z][a-z]{2}),?\s|(?:Published|Updated|Posted)\b)"
)


def is_timestamp(words: str) -> bool:
    """Whether every word belongs to a date, a clock time or a label ("Updated"), and one of them is a date or time."""
    if len(words) > LONGEST or not DIGIT.search(words):
        return False
    words = LABEL_AFTER.sub("", words)
    words = HOURS.sub(r"\1:\2", GLUED.sub(r"\1 \2", HALF_DAY.sub(r"\1\2", words)))
    tokens = [token.strip(".:,;*").casefold() for token in re.findall(r"[^\s,|·•()\[\]–—]+", words)]
    tokens = [token for token in tokens if token.strip("-/")]
    if not tokens or not all(map(_belongs, tokens)):
        return False
    return _tells_when(tokens) or bool(AGO.search(words))


def is_clock(words: str) -> bool:
    """Whether a time stamp tells no day: "14.10 BST", "4h ago", as live pages set above each entry."""
    tokens = [token.strip(".:,;").casefold() for token in words.split()]
    return is_timestamp(words) and not any(
        token in page_words("months") or NUMERIC_DATE.fullmatch(token) for token in tokens
    )


def _belongs(token: str) -> bool:
    if any(token in page_words(section) for section in ("stamp", "months", "days", "zones")):
        return True
    return any(pattern.fullmatch(token) for pattern in (NUMBER, CLOCK, NUMERIC_DATE, OFFSET))


def _tells_when(tokens: list[str]) -> bool:
    has_number = any(token[0].isdigit() for token in tokens)
    if has_number and any(token in page_words("months") for token in tokens):
        return True
    return any(CLOCK.fullmatch(token) or NUMERIC_DATE.fullmatch(token) for token in tokens)


def timestamp_tail(words: str) -> int | None:
    """Where a time stamp begins that ends the line ("By Ada Obi, 3 March 2020"), or None."""
    for match in TAIL.finditer(words):
        if is_timestamp(words[match.end() :]):
            return match.end()
    return None
