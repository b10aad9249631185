"""Whether two names of persons can be one name in two spellings: Mohammad and Muhammed, Rahimi and Raheemi.

In: names. Out: `alike`, `nearly_alike`, `is_shorter`; `family` and `others`, equal where names are alike. Pure.

Vowels that English writes in several ways for one sound are made one; an e stands for any vowel, as it does in
transliteration. Consonants must agree but for those that one letter of another script becomes (q and k, th and t). What
differs more than that is another name: Karimi is not Karami.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\W|_", ""),
        (r"(?<=d)q[uv]", "kv"),
        (r"ck|q|c(?=[aoulrkt]|$)|kh", "k"),
        (r"c(?=[ei])", "s"),
        (r"ph", "f"),
        (r"th", "θ"),
        (r"dh", "d"),
        (r"gh", "g"),
        (r"tch|tsch|tsh|ch", "č"),
        (r"sh", "š"),
        (r"z", "s"),
        (r"dj|^di(?=[ao])", "j"),
        (r"ou|oo|w(?![aeiouy])", "u"),
        (r"w", "v"),
        (r"ee|ii", "i"),
        (r"iye|ie|aiy", "e"),
        (r"[ae]y+(?=[^aeiouy]|$)|[ae]i", "e"),
        (r"y", "i"),
        (r"o", "u"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeiu])h(?![aeiu])", ""),
    )
)
"""In this order: letters → the sound that they stand for."""
VOWELS = frozenset("aeiu")
# Letters that stand for one sound in two ways to write a language, or for two sounds of it.
ALIKE = frozenset(map(frozenset, ("θs", "θt", "jg", "xh", "xk", "uv")))
FIRM = (("tsh", ""), ("th", "s"), ("z", "s"), ("f", "p"), ("j", "g"))
LEAST_NEAR = 5  # letters; in shorter names one letter more or less is another name
LEAST_SHORT = 4  # letters of a short form: Emeka for Chukwuemeka


def folded(name: str) -> str:
    """A name without case and accents, to know the same name elsewhere."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).casefold().split())


@cache
def sounds(name: str) -> str:
    """A name as it sounds, roughly; spaces and hyphens do not sound."""
    return "".join(_word(word) for word in _words(name))


def _word(word: str) -> str:
    for pattern, sound in RULES:
        word = pattern.sub(sound, word)
    return word


def alike(left: str, right: str) -> bool:
    """Whether two names differ in spelling only."""
    one, other = sounds(left), sounds(right)
    return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))


def _same(one: str, other: str) -> bool:
    return one == other or frozenset((one, other)) in ALIKE or ("e" in (one, other) and {one, other} <= VOWELS)


@cache
def family(name: str) -> str:
    """Firm consonants of the last name, the same in all its spellings: rm of Rahimi and Raheemi."""
    last = _words(name)[-1]
    for letters, firm in FIRM:
        last = last.replace(letters, firm)
    firm_only = re.sub(r"[^bdglmnprst]", "", last)
    return re.sub(r"(.)\1+", r"\1", firm_only) or last


@cache
def others(name: str) -> str:
    """Firmest consonants of all names but the last, the same in all their spellings: m of Mohammad and Muhammed."""
    firm_only = re.sub(r"[^bglmnpr]", "", "".join(_words(name)[:-1]).replace("f", "p").replace("j", "g"))
    return re.sub(r"(.)\1+", r"\1", firm_only)


def nearly_alike(left: str, right: str, *, in_a_vowel: bool = False) -> bool:
    """Whether names differ in one letter of a long word, or in a short form of it: only an office can prove them one.

    In a vowel only if asked: Karimi and Karami, Hassan and Hussein are two names more often than one.
    """
    ours, theirs = _words(left), _words(right)
    if len(ours) != len(theirs):
        return False
    other = [(sounds(a), sounds(b)) for a, b in zip(ours, theirs, strict=True) if not alike(a, b)]
    return len(other) == 1 and (_one_apart(*other[0], in_a_vowel=in_a_vowel) or _is_short_form(*other[0]))


def _one_apart(one: str, other: str, *, in_a_vowel: bool) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) < LEAST_NEAR:
        return False
    if len(shorter) == len(longer):
        differing = [{a, b} for a, b in zip(shorter, longer, strict=True) if not _same(a, b)]
        return len(differing) == 1 and (in_a_vowel or not differing[0] & VOWELS)
    return len(longer) - len(shorter) == 1 and any(
        all(map(_same, longer[:n] + longer[n + 1 :], shorter)) for n in range(len(longer))
    )


def _is_short_form(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LEAST_SHORT and (longer.startswith(shorter) or longer.endswith(shorter))


def is_shorter(left: str, right: str) -> bool:
    """Whether one is the other without some of its first or middle names: Wali Nazari, Shah Wali Nazari."""
    shorter, longer = sorted((_words(left), _words(right)), key=len)
    if not 1 < len(shorter) < len(longer) or not alike(shorter[-1], longer[-1]):
        return False
    rest = iter(longer[:-1])
    return all(any(alike(word, each) for each in rest) for word in shorter[:-1])


def _words(name: str) -> list[str]:
    return re.split(r"[\s-]+", folded(name))
