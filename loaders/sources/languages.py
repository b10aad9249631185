"""Which language a text is in, told by its small words. In: text. Out: a language code, `und` where none is sure.

A guard against reading a French page by English rules, no more: it counts function words (languages.yaml), and letters
where a script is enough. Short texts stay `und`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from loaders.lexicons.reading import read_items

UNSURE = "und"
ENGLISH = "en"
LANGUAGE_FIELDS = frozenset({"code", "name", "words", "examples", "counterexamples"})
SCRIPT_FIELDS = frozenset({"script", "code"})
SAMPLE = 20_000
LETTERS_SAMPLED = 1_000
FEWEST_WORDS = 6
SURE_SHARE = 0.12
AHEAD_OF_ENGLISH = 1.3


@dataclass(frozen=True, slots=True)
class Language:
    """A language with its small words and the sentences that prove them."""

    code: str
    name: str
    words: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def languages() -> tuple[Language, ...]:
    """All languages that can be told."""
    items = read_items("languages.yaml", "languages", LANGUAGE_FIELDS)
    return tuple(
        Language(
            item.text("code"),
            item.text("name"),
            frozenset(item.text("words").split()),
            item.texts("examples"),
            item.texts("counterexamples"),
        )
        for item in items
    )


@cache
def _scripts() -> dict[str, str]:
    return {item.text("script"): item.text("code") for item in read_items("languages.yaml", "scripts", SCRIPT_FIELDS)}


@cache
def language_name(code: str) -> str:
    """The language's name for a message, or its code."""
    return next((language.name for language in languages() if language.code == code), code)


def language(text: str) -> str:
    """ISO 639-1 code of the text's language, or `und`."""
    sample = text[:SAMPLE]
    words = Counter(word.casefold() for word in re.findall(r"[^\W\d_]+", sample))
    script = _script(sample)
    best, share = _best(words)
    if script:
        return best if share >= SURE_SHARE and best != ENGLISH else script
    if words.total() < FEWEST_WORDS or share < SURE_SHARE:
        return UNSURE
    english = _share(words, next(each for each in languages() if each.code == ENGLISH))
    return best if best == ENGLISH or share >= AHEAD_OF_ENGLISH * english else UNSURE


def _best(words: Counter[str]) -> tuple[str, float]:
    shares = ((each.code, _share(words, each)) for each in languages())
    return max(shares, key=lambda pair: pair[1])


def _share(words: Counter[str], language: Language) -> float:
    return sum(count for word, count in words.items() if word in language.words) / max(1, words.total())


def _script(sample: str) -> str | None:
    """The language that the script alone points to, where most letters are in it."""
    letters = [character for character in sample if character.isalpha()][:LETTERS_SAMPLED]
    counts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in letters)
    commonest, count = next(iter(counts.most_common(1)), ("", 0))
    if commonest == "CJK" and counts["HIRAGANA"]:
        commonest = "HIRAGANA"
    return _scripts().get(commonest) if count * 2 > len(letters) else None
