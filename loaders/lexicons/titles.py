"""Titles, ranks and honorifics from titles.yaml: nothing goes in, classes of words come out; it never sees a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from itertools import chain

from loaders.lexicons.merging import with_own
from loaders.lexicons.reading import BUILT_IN, Folders, read_yaml

CLASSES = ("rank", "honorific", "office", "role_noun", "modifier")
_WITH_PLURAL = ("office", "role_noun")
_BEHIND_HEAD = re.compile(r" of | for | in | d'|-in-|-at-|[ -]general(?!\w)|-elect$|-designate$")


@functools.cache
def title_classes(folders: Folders = ()) -> Mapping[str, tuple[str, ...]]:
    """Class → words in small letters, the CLASSES and `title`, which is every office and role, singular and plural.

    A user's folder adds words to a class. An unknown class or a word that is no string raises LexiconError.
    """
    rows = with_own("titles.yaml", read_yaml(BUILT_IN / "titles.yaml"), folders)["classes"]
    classes = {name: _words(name, list(chain.from_iterable(rows[name]))) for name in CLASSES}
    return classes | {"title": tuple(dict.fromkeys(classes["office"] + classes["role_noun"]))}


def _words(name: str, entries: list[str]) -> tuple[str, ...]:
    if name not in _WITH_PLURAL:
        return tuple(dict.fromkeys(entries))
    return tuple(dict.fromkeys(chain.from_iterable(map(_both, entries))))


def _both(entry: str) -> tuple[str, str]:
    """Singular and plural: `envoy` → envoys, `man/men` as given, `secretary of state` → secretaries of state."""
    one, slash, many = entry.partition("/")
    if slash:
        return one, many
    behind = _BEHIND_HEAD.search(one)
    head = one[: behind.start()] if behind else one
    return one, _plural(head) + one[len(head) :]


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
