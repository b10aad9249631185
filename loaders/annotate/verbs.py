"""Verb groups: a masked sentence goes in, and each main verb of the lexicon becomes a mask with its form and mood.

The auxiliary chain is read backwards from the verb, phrase by phrase ("has · not · agreed to · ATTEND"); the first row
of moods.yaml with a phrase in the chain tells the mood. What a mood means for an event, frames and threads decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from loaders.annotate.masked import Masked
from loaders.lexicons.words import load, verb_forms
from loaders.patterns.kinds import is_kind

TOKEN = re.compile(r"[A-Za-zÀ-ÿ']+(?:-[A-Za-zÀ-ÿ]+)*")
BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got", "getting", "gets"])
BEGUN = frozenset(["began", "begun", "begin", "begins", "started", "starts", "start"])
HAVE = frozenset(["has", "have", "had", "having", "'ve"])
SUBJECTS = frozenset(["who", "which", "that", "they", "we", "you", "i", "and", "to", "or", "also", "both"])
LEADING = frozenset(
    [
        "also",
        "both",
        "all",
        "only",
        "still",
        "if",
        "either",
        "themselves",
        "just",
        "however",
        "then",
        "later",
        "earlier",
    ]
)
LONGEST = 5
"""Words of the longest verb phrase that is looked up."""
REFUSAL = re.compile("will|would| not be ")
"""What makes "not" before a participle a refusal ("will not be attended"); without it nothing happened."""
NOUN_BEFORE = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "of",
        "this",
        "these",
        "those",
        "in",
        "on",
        "by",
        "with",
        "any",
        "no",
        "new",
        "such",
        "our",
    ]
)
ADJECTIVE_BEFORE = frozenset(["behind", "a", "an", "its", "his", "her", "their", "our", "any", "no", "such"])
"""Behind these a participle before a noun is an adjective: "behind closed doors", "a planned trip"."""
WHEREABOUTS = re.compile(r"^\s*(?:(?:the|all|most|parts|of|north|south|east|west|\w+ern|central|war-torn)\s+)+")
"""What may stand between a verb and the place that tells how it is meant: "withdrew from northern Mali"."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Class, form (active, bare, passive, ing, to), mood and infinitive of a main verb with its auxiliaries."""

    verb_class: str
    form: str
    mood: str
    lemma: str
    chain: str


@cache
def moods() -> tuple[tuple[str, frozenset[str]], ...]:
    """Mood → phrases that tell it, the first row first."""
    return tuple((row["is"], frozenset(row["any"])) for row in load("moods.yaml"))


@cache
def chain_phrases() -> frozenset[str]:
    """All phrases of which an auxiliary chain may consist."""
    return frozenset(phrase for _, phrases in moods() for phrase in phrases if phrase)


@cache
def first_words() -> Mapping[str, int]:
    """First words of verb forms, to leave most words at once, and how many words the longest form has."""
    longest: dict[str, int] = {}
    for form in verb_forms():
        first = form.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), min(form.count(" ") + 1, LONGEST))
    return longest


def find_verb_groups(masked: Masked, *, is_headline: bool = False) -> None:
    """Mask every verb group, from the right: an auxiliary that is a verb too ("plans to hold") goes to the chain.

    In a headline "Kabul to attend talks" tells a plan.
    """
    tokens = [(match.start(), match.end()) for match in TOKEN.finditer(masked.string)]
    while hit := _last_group(masked, tokens):
        start, stop, group = hit
        if is_headline and group.chain == "to":
            group = replace(group, form="active", mood="planned")
        masked.replace(start, stop, f"{group.verb_class}.{group.form}", group)
        while tokens and tokens[-1][1] > start:
            tokens.pop()


def _last_group(masked: Masked, tokens: list[tuple[int, int]]) -> tuple[int, int, VerbGroup] | None:
    """The last verb group of some words."""
    firsts = first_words()
    for i in range(len(tokens) - 1, -1, -1):
        longest = firsts.get(masked.string[slice(*tokens[i])].lower(), 0)
        if longest and (found := _verb_at(masked.string, tokens, i, longest)):
            start, chain = _chain(masked.string, tokens, i)
            group = _group(found[1], chain, masked, tokens[i][0], found[0])
            if group:
                return start, found[0], group
    return None


def _verb_at(
    string: str, tokens: list[tuple[int, int]], i: int, longest: int
) -> tuple[int, tuple[tuple[str, str, str], ...]] | None:
    """End and readings of the longest verb that begins with token i."""
    for j in range(min(i + longest, len(tokens)), i, -1):
        words = " ".join(string[tokens[i][0] : tokens[j - 1][1]].split())
        if words.count(" ") == j - i - 1 and (rows := verb_forms().get(words.lower())):
            return tokens[j - 1][1], rows
    return None


def _chain(string: str, tokens: list[tuple[int, int]], i: int) -> tuple[int, list[str]]:
    """Start of the auxiliary chain before token i, and its phrases, nearest last."""
    phrases: list[str] = []
    start = tokens[i][0]
    known = chain_phrases()
    while i:
        for size in (4, 3, 2, 1):
            j = i - size
            words = " ".join(string[tokens[j][0] : start].split()) if j >= 0 else ""
            if words and (words.lower() in known or _is_manner(words)):
                break
        else:
            break
        phrases.insert(0, words.lower())
        start, i = tokens[j][0], j
    return _without_lead(string, start, phrases)


def _without_lead(string: str, start: int, phrases: list[str]) -> tuple[int, list[str]]:
    """The chain without words at its start that belong to the subject as well ("also", "both", "only")."""
    while phrases and (phrases[0] in LEADING or _is_manner(phrases[0])):
        start += len(phrases.pop(0))
        start += len(string[start:]) - len(string[start:].lstrip())
    return start, phrases


def _is_manner(word: str) -> bool:
    return (
        word.endswith("ly")
        and word.isalpha()
        and word not in ("only", "early", "family", "July", "Italy", "assembly", "ally", "rally")
    )


def _group(
    readings: tuple[tuple[str, str, str], ...], chain: list[str], masked: Masked, at: int, stop: int
) -> VerbGroup | None:
    """The reading that fits the chain and what follows; None where the word is a noun here."""
    before = masked.string[:at].rstrip().rpartition(" ")[2].lower()
    if not chain and before in NOUN_BEFORE and not any(form in ("pp", "ing") for _, form, _ in readings):
        return None
    if not chain and before[:1] == masked.kinds.codes["number"] and {form for _, form, _ in readings} == {"s"}:
        return None  # "bombed 160 targets": several have a verb without -s
    if not chain and before in ADJECTIVE_BEFORE and masked.string[stop : stop + 2].strip().islower():
        return None
    if (
        not chain
        and all(form in ("inf", "s") for _, form, _ in readings)
        and not _has_subject(masked.string[:at].rstrip(), before)
        and (readings[0][1] == "inf" or masked.string[at:stop].lower() in also_nouns())
    ):
        return None
    following = WHEREABOUTS.sub("", masked.string[stop : stop + 60]).lstrip()[:1]
    may_be_noun = all(form == "inf" for _, form, _ in readings) or masked.string[at:stop].lower() in also_nouns()
    if not chain and may_be_noun and masked.kinds.is_verb_code(following):
        return None
    for name, form, lemma in sorted(readings, key=lambda row: (_misfit(row[0], following, masked), row[0] == "skip")):
        voice = _voice(form, chain)
        if voice:
            words = " ".join(chain)
            return VerbGroup(name, voice, _mood(words, form), lemma, words)
    return None


@cache
def also_nouns() -> frozenset[str]:
    """Third-person forms that are nouns as well."""
    return frozenset(load("verbs.yaml")["also_nouns"])


def _has_subject(string: str, before: str) -> bool:
    """Whether what stands before a present-tense form can be its subject: a mask, a relative, a plural."""
    if len(string) > 1 and (is_kind(string[-2]) or string[-1] in "),"):
        return True
    return before in SUBJECTS or bool(re.fullmatch(r"[a-z]+(?:[^s]s|men|ple)", before)) or not before


def _misfit(verb_class: str, following: str, masked: Masked) -> int:
    """0 where what follows speaks for a class, 1 where the class asks for nothing, 2 where it asks for another mask."""
    wanted = load_before().get(verb_class, ())
    if not wanted:
        return 1
    return 0 if any(following == masked.kinds.codes[kind] for kind in wanted) else 2


@cache
def load_before() -> Mapping[str, tuple[str, ...]]:
    """Verb class → kinds of masks that speak for it when one follows ("go to" + meeting is attending)."""
    return {name: tuple(row.get("before", ())) for name, row in load("verbs.yaml")["classes"].items()}


def _voice(form: str, chain: list[str]) -> str | None:
    words = " ".join(chain).split()
    if form == "ing":
        return "active" if set(words) & (BE | BEGUN) else "ing"
    if form in ("pp", "past"):
        if words and (words[-1] in BE or set(words[-3:]) & BE) and form == "pp":
            return "passive"
        if set(words) & HAVE:
            return "active" if form == "pp" else None
        return None if form == "past" and set(words[-2:]) & BE else "bare"
    if form == "inf":
        if words[-1:] == ["to"] and len(words) == 1:
            return "to"
        return None if words and words[-1] in BE else "active"
    return "active"


@lru_cache(maxsize=10_000)
def _mood(chain: str, form: str) -> str:
    """The mood of a chain; few chains are in use, and each is looked up in long lists of phrases."""
    text = f" {chain} "
    for name, phrases in moods():
        if name != "done" and any(f" {phrase} " in text for phrase in phrases if phrase):
            is_fact = name == "declined" and form == "pp" and not REFUSAL.search(text)
            return "negated" if is_fact else name
    if form == "inf" and chain == "to":
        return "wished"
    return "present" if form in ("s", "inf") else "ongoing" if form == "ing" else "done"
