"""Word classes, verb forms and event nouns from their YAML files: names of classes go in, tuples of words come out.

Forms are made here by rule from infinitives and singulars; irregular ones stand in the data. It never sees a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from loaders.lexicons.merging import with_own
from loaders.lexicons.reading import read_yaml

FOLDER = Path(__file__).parent
FORMS = ("inf", "s", "past", "pp", "ing")


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names an event: the head as written, its type, the kind of its mask."""

    head: str
    type: str
    kind: str
    is_plural: bool


def load(name: str) -> Any:
    """The content of a YAML file of this folder with what a user's folders add, every scalar a string."""
    return with_own(name, read_yaml(FOLDER / name))


def with_parts(rows: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Rows whose `@name` are replaced by what an earlier `let: name` row says."""
    parts: dict[str, str] = {}
    for row in rows:
        said = re.sub(r"@(\w+)", lambda match: f"({parts[match[1]]})", row["say"])
        if "let" in row:
            parts[row["let"]] = said
        else:
            yield {**row, "say": said}


def plural(noun: str) -> tuple[str, ...]:
    """Singular and plural of an entry: `man/men`, `troops=` (one form), else by rule."""
    if noun.endswith("="):
        return (noun[:-1],)
    one, slash, many = noun.partition("/")
    if slash:
        return (one, many)
    if re.search(r"[^aeiou]y$", one):
        return (one, one[:-1] + "ies")
    return (one, one + ("es" if re.search(r"(s|x|ch|sh)$", one) else "s"))


def inflect(verb: str, irregular: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Form → words of a verb; only the first word of a phrase is inflected ("gun down" → "gunned down")."""
    head, _, rest = verb.partition(" ")
    odd = irregular.get(head, {})
    doubled = head + head[-1] if odd.get("double") else head
    regular_past = head + "d" if head.endswith("e") else re.sub(r"(?<=[^aeiou])y$", "i", doubled) + "ed"
    drops_e = head.endswith("e") and not head.endswith(("ee", "oe", "ye"))
    forms = {
        "inf": head,
        "s": odd.get("s", plural(head)[1] if not head.endswith("o") else head + "es"),
        "past": odd.get("past", regular_past),
        "pp": odd.get("pp", odd.get("past", regular_past)),
        "ing": odd.get("ing", (head[:-1] if drops_e else doubled) + "ing"),
    }
    tail = f" {rest}" if rest else ""
    return {form: tuple(w + tail for w in ([ws] if isinstance(ws, str) else ws)) for form, ws in forms.items()}


@cache
def verb_classes() -> tuple[str, ...]:
    """Names of the verb classes."""
    return tuple(load("verbs.yaml")["classes"])


@cache
def verb_forms() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Form as written → (class, form, infinitive) of each verb that it may be, in the order of the file."""
    data = load("verbs.yaml")
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, row in data["classes"].items():
        for verb in row["verbs"]:
            for form, words in inflect(verb, data["irregular"]).items():
                for word in words:
                    found.setdefault(word, []).append((name, form, verb))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def noun_classes() -> Mapping[str, tuple[str, ...]]:
    """Class → words: `human.sg`, `human.pl`, `human`, and the plain lists."""
    data = load("words.yaml")
    classes: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in data["lists"].items()}
    for name, rows in data["nouns"].items():
        pairs = [plural(noun) for row in rows for noun in row]
        classes[f"{name}.sg"] = tuple(pair[0] for pair in pairs if len(pair) == 2)
        classes[f"{name}.pl"] = tuple(pair[-1] for pair in pairs)
        classes[name] = tuple(word for pair in pairs for word in pair)
    return classes


@cache
def event_nouns() -> Mapping[str, EventNoun]:
    """Head (lower case, singular and plural) → what it names; the longer head is found first by the reader."""
    return {noun.head: noun for noun in _event_nouns()}


def _event_nouns() -> Iterator[EventNoun]:
    for row in load("event_words.yaml"):
        for head in row["heads"]:
            for word in plural(head):
                yield EventNoun(word, row["type"], row["kind"], is_plural=word != plural(head)[0] or head.endswith("="))


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """All classes that patterns may name: nouns, lists, verb forms (`kill.pp`), event heads by kind."""
    classes = dict(noun_classes())
    for word, rows in verb_forms().items():
        for name, form, _ in rows:
            classes[f"{name}.{form}"] = (*classes.get(f"{name}.{form}", ()), word)
    for kind in ("meeting", "attack", "pact"):
        classes[f"{kind}noun"] = tuple(n.head for n in event_nouns().values() if n.kind == kind)
    return classes
