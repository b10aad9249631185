"""docs/quality.md: the figures that docs/quality.json keeps go in, the page's text comes out. Measures nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bench.sets import SETS, Set

Kept = dict[str, list[dict[str, Any]]]

HEAD = """# How well the rules read

The last figures of `python -m bench.quality --write`, which makes this page; `bench/sets.py` says what is measured.
"Wanted" is the least that will do on articles that nobody here has seen; "two people" is what two independent
annotations of one set reach against each other. Figures are F1 unless the name says otherwise.

**What to believe.** Rules were written with most of these sets open on the desk, so their figures flatter: an article
of tomorrow will score lower. The two sets called `held` are the nearer guess. While rules were written only their
totals were looked at, never their texts or errors; but those totals often chose between two ways to write a rule, and
the sets were written together with `dev`, in its manner and with its reading of the guide, so they too may be kinder
than real news. `five` is the set that the rules began with, and
says least.
"""


def page(kept: Kept) -> str:
    """The whole page."""
    sets = [each for each in SETS if each.name in kept]
    annotated = [each for each in sets if each.is_annotated]
    others = [each for each in sets if not each.is_annotated]
    parts = (
        [HEAD, "## Annotated articles\n", *_matrix(annotated, kept), "\n## Other measures\n", *_list(others, kept)],
        ["\n## The sets\n", *_sets(sets), ""],
    )
    return "\n".join(line for part in parts for line in part)


def _matrix(sets: Sequence[Set], kept: Kept) -> Iterator[str]:
    """A row a figure, a column a set."""
    rows = {row["name"]: row for each in sets for row in kept[each.name]}
    yield f"| figure | {' | '.join(each.name for each in sets)} | wanted | two people |"
    yield "|---" * (len(sets) + 3) + "|"
    for name, row in rows.items():
        cells = [_shown(next((r["value"] for r in kept[each.name] if r["name"] == name), None)) for each in sets]
        yield f"| {name} | {' | '.join(cells)} | {_shown(row['wanted'])} | {_shown(row['reached'])} |"
    yield ""
    yield from (f"- {name}: {row['meaning']}" for name, row in rows.items())


def _list(sets: Sequence[Set], kept: Kept) -> Iterator[str]:
    names = [each.name for each in sets] + ["speed"] * ("speed" in kept)
    yield "| set | figure | ours | wanted | rows | what it means |"
    yield "|---|---|---|---|---|---|"
    for name in names:
        for row in kept[name]:
            numbers = f"{_shown(row['value'])} | {_shown(row['wanted'])} | {row['rows']}"
            yield f"| {name} | {row['name']} | {numbers} | {row['meaning']} |"


def _sets(sets: Sequence[Set]) -> Iterator[str]:
    yield "| set | what it is | looked at while rules were written |"
    yield "|---|---|---|"
    yield from (f"| {each.name} | {each.what} | {each.looked_at} |" for each in sets)
    yield ""
    beside = ", ".join(each.name for each in sets if each.beside)
    yield f"Not in this repository: {beside}. They lie beside it where it is developed, and are not shipped; where they"
    yield "are missing, their last figures stay."


def _shown(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if value <= 1 else f"{value:.0f}"
