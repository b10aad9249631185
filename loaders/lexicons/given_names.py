"""Given names, and family names that stand first, of given_names.yaml: sets of names come out; it sees no text."""

from __future__ import annotations

from functools import cache

from loaders.lexicons.words import load


@cache
def given_names() -> frozenset[str]:
    """Every given name as written."""
    return frozenset(name for names in load("given_names.yaml")["names"].values() for name in names)


@cache
def states_and_given_names() -> frozenset[str]:
    """Names of states that people bear as well: behind a title and before a surname they are no states."""
    return frozenset(load("given_names.yaml")["states"])


@cache
def family_names() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(load("given_names.yaml")["family_first"])
