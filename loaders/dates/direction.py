"""Does the clause around a phrase speak of the past or of the future? Its own verb group tells.

In goes the text with a phrase in it, out comes a word: past, future, unknown. Never a guess from the anchor. The
words that tell are data: `date_tenses.yaml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from loaders.dates.phrase import DatePhrase
from loaders.lexicons.reading import Folders, read_items

FILE: Final = "date_tenses.yaml"
FIELDS: Final = frozenset(("tense", "where", "opening", "pattern", "examples", "counterexamples"))
TENSES: Final = ("past", "future", "present", "conditional")
_REACH: Final = 220
# A sentence ends here, unless the point belongs to an initial or a title; and a clause.
# Both begin with a class of signs, so that a search runs over letters at once.
SENTENCE_END: Final = re.compile(
    r"[.!?\n;](?:(?<=[\n;])|(?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b(?:Gen|Col|Sgt|Mrs|Rep|Sen|Gov|Adm).)"
    r"[\"”’)]*\s+(?=[\"“‘(]?[A-Z]))"
)
_CLAUSE_BREAK: Final = re.compile(
    r"[,\s—–:“”\"](?:(?<=[—–:“”\"])|(?<=\s)--\s|(?<=,)\s+(?:and|which|who|where|when|as)\s|"
    r"\s*(?<=\s)(?:but|while|whereas|although|though|because)\s)"
)
_ATTRIBUTIVE: Final = re.compile(r"(?<![a-z])(?:an?|the|of|its|their|his|her|more|some|these|those|many)\s+\Z", re.I)
_ASIDE: Final = re.compile(r",\s+(?:an?|the|whose)\s[^,]*\Z")
_NOT_VERBS: Final = frozenset(
    ("united", "hundred", "need", "indeed", "speed", "seed", "red", "bed", "used", "based", "armed")
)


@cache
def cues(folders: Folders = ()) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Verb cues as one pattern, noun cues as another, and the tense that each of their groups means.

    Raises LexiconError with file and line for a tense or a place that it does not know.
    """
    groups: dict[str, list[str]] = {"verb": [], "noun": []}
    tenses: dict[str, str] = {}
    for number, item in enumerate(read_items(FILE, "cues", FIELDS, folders)):
        tense_, where, opening = item.text("tense"), item.text("where"), item.text("opening")
        if tense_ not in TENSES or where not in groups or opening not in ("", *TENSES):
            raise item.fault(
                f"tense {tense_!r}, where {where!r}; one of {', '.join(TENSES)}; verb or noun, would be right"
            )
        tenses[f"c{number}"], tenses[f"c{number} opening"] = tense_, opening or tense_
        groups[where].append(f"(?P<c{number}>{item.text('pattern')})")
    # Without regard to case the engine could not tell by its first letter that a branch does not fit: thrice as slow.
    verbs = re.compile(rf"(?:(?<![\w-])|(?=['’]))(?:{'|'.join(groups['verb'])})(?![\w-])")
    return verbs, re.compile("|".join(groups["noun"]), re.I), tenses


def clause_of(text: str, start: int, stop: int) -> tuple[int, int]:
    """The clause around `[start, stop)`: the sentence, cut where another clause begins."""
    left, right = max(0, start - _REACH), min(len(text), stop + _REACH)
    for pattern in (SENTENCE_END, _CLAUSE_BREAK):
        for match in pattern.finditer(text, left, start):
            left = match.end()
        following = pattern.search(text, stop, right)
        right = following.start() if following else right
    return left, right


def direction(text: str, phrase: DatePhrase) -> str:
    """Whether the phrase's clause looks to the "past" or the "future", else "unknown".

    "The envoy will land on Saturday" looks ahead, "said on Saturday" back; a present tense with a day in it is a
    timetable ("the fair opens Tuesday") and looks ahead as well.
    """
    found = tense(text, phrase)
    return "future" if found in ("present", "conditional") else found


@lru_cache(2048)
def tense(text: str, phrase: DatePhrase) -> str:
    """As `direction`, but "present" for a present tense, and "conditional" for what looks ahead from the past."""
    verbs, nouns, tenses = cues()
    noun = nouns.match(text, phrase.stop)
    if noun is not None:
        return tenses[noun.lastgroup or ""]
    if phrase.bound == "since":
        return "past"
    left, right = clause_of(text, phrase.start, phrase.stop)
    clause = _begun_small(text[left:right])
    start, stop = phrase.start - left, phrase.stop - left
    best, best_distance = "unknown", float("inf")
    for match in verbs.finditer(clause):
        is_inside = start <= match.start() < stop
        if is_inside or _is_no_verb(clause, match) or _is_purpose(clause, match, stop):
            continue
        distance = _distance(clause, match, start, stop)
        if distance < best_distance:
            name = f"{match.lastgroup} opening" if match.start() >= stop else match.lastgroup or ""
            best, best_distance = tenses[name], distance
    return best


def _begun_small(clause: str) -> str:
    """The clause with a small first letter, as it has inside a sentence: "Planned for Saturday, the vote"."""
    return clause if clause.startswith("May") else clause[:1].lower() + clause[1:]


def _is_no_verb(text: str, match: re.Match[str]) -> bool:
    """ "The armed", "a stalled": a participle before its noun says nothing about the clause."""
    word = match[0].lower()
    if not word.endswith("ed") or " " in word:
        return False
    return word in _NOT_VERBS or _ATTRIBUTIVE.search(text, max(0, match.start() - 8), match.start()) is not None


def _is_purpose(text: str, match: re.Match[str], stop: int) -> bool:
    """ "met on Monday to discuss trade": right behind the day "to" tells what for."""
    return match[0][:3] == "to " and match.start() >= stop and not text[stop : match.start()].strip()


def _distance(text: str, match: re.Match[str], start: int, stop: int) -> float:
    if match.start() < start:
        between = text[match.end() : start]
        return len(between) + 25.0 * between.count(",")
    between = text[stop : match.start()]
    # "On Monday, X, a candidate in the vote to be held in May, said": what stands in an aside is not the clause's verb.
    is_aside = _ASIDE.search(between) is not None and "," in text[match.end() :]
    # A verb behind the phrase is its own only if the phrase opens the clause; else the verb before it is nearer.
    return 1.5 * len(between) + 15 + 25.0 * between.count(",") + 200.0 * is_aside
