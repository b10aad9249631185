"""Which fact of a new extraction is which fact of the old one, where an edit or better rules gave it another id.

In: the rows of an article before and after, as extracted, with their texts. Out: kind of fact → old id → new id.
Pure. What events, judgements and corrections knew by the old id goes on under the new one.

The heir is the fact of the same id; else the only one left of the same kind of event, days and place; else the one
whose words are most alike, both ways round. Positions and figures are looked for in the heir of their report. Where
two would do equally well there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from .claims import Row, Rows

Heirs = dict[str, dict[int, int]]
Likeness = Callable[[Row], Hashable]

COMPARED = ("event_report", "participation", "casualty_figure", "office_held", "article_actor")
"""Tables whose rows are needed to tell heirs."""

ALIKE = 0.5  # share of words that two quotes have in common; an edited figure or a moved clause leaves more


def heirs(before: Rows, old_text: str, after: Rows, new_text: str) -> Heirs:
    """Old id → new id of each fact that has an heir; most facts are their own."""
    old, new = _described(before, old_text), _described(after, new_text)
    reports = _reports(old["event_report"], new["event_report"])
    numbers = _numbers(old, new, reports)
    return {
        "event_report": reports,
        "participation": _inside(old, new, "participation", numbers, _positions),
        "casualty_figure": _inside(old, new, "casualty_figure", numbers, _figures),
        "office_held": _matched(old["office_held"], new["office_held"], "office_held_id", (_title,)),
    }


def _described(rows: Rows, text: str) -> Rows:
    """Copies of the rows with the words that they rest on, and with their actor by name."""
    actors = {row["ordinal"]: (row["name"], row["kind_code"]) for row in rows["article_actor"]}
    return {table: [_with_words(row, text, actors) for row in rows[table]] for table in COMPARED}


def _with_words(row: Row, text: str, actors: Mapping[int, tuple[str, str]]) -> Row:
    quote = text[row["start"] : row["stop"]] if "start" in row else ""
    return row | {"quote": quote, "who": actors.get(row.get("actor_ordinal", -1))}


def _reports(before: list[Row], after: list[Row]) -> dict[int, int]:
    found = _matched(before, after, "event_report_id", (_days_and_place,))
    old = [row for row in before if row["event_report_id"] not in found]
    new = [row for row in after if row["event_report_id"] not in found.values()]
    for one, other in _most_alike(old, new):
        found[one["event_report_id"]] = other["event_report_id"]
    return found


def _matched(
    before: Iterable[Row], after: Iterable[Row], identifier: str, likenesses: Iterable[Likeness]
) -> dict[int, int]:
    """Facts of one id, then by each likeness those of which there is only one on either side."""
    old = {row[identifier]: row for row in before}
    new = {row[identifier]: row for row in after}
    found = {each: each for each in old if each in new}
    for likeness in likenesses:
        ours = _only_ones((row for each, row in old.items() if each not in found), likeness)
        theirs = _only_ones((row for each, row in new.items() if each not in found.values()), likeness)
        found |= {row[identifier]: theirs[like][identifier] for like, row in ours.items() if like in theirs}
    return found


def _only_ones(rows: Iterable[Row], likeness: Likeness) -> dict[Hashable, Row]:
    known = [(likeness(row), row) for row in rows]
    times = Counter(like for like, _ in known)
    return {like: row for like, row in known if times[like] == 1}


def _days_and_place(row: Row) -> Hashable:
    return _family(row), row["starts_from_yearless"] or row["starts_from"], row["place_name"], row["country_code"]


def _family(row: Row) -> str:
    return str(row["type_code"]).partition(".")[0]


def _title(row: Row) -> Hashable:
    return row["who"], row["title"]


def _most_alike(old: list[Row], new: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Reports of one kind of event whose words are more alike than either's are to any other's."""
    shares = {
        (i, j): share
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if _family(one) == _family(other) and (share := _common(one["quote"], other["quote"])) >= ALIKE
    }
    for (i, j), share in shares.items():
        rivals = [each for pair, each in shares.items() if (pair[0] == i) != (pair[1] == j)]
        if share > max(rivals, default=0):
            yield old[i], new[j]


def _common(one: str, other: str) -> float:
    ours, theirs = Counter(one.casefold().split()), Counter(other.casefold().split())
    return (ours & theirs).total() / max((ours | theirs).total(), 1)


def _numbers(before: Rows, after: Rows, reports: dict[int, int]) -> dict[int, int]:
    """Old ordinal → new ordinal of the reports that have heirs."""
    new = {row["event_report_id"]: row["ordinal"] for row in after["event_report"]}
    return {
        row["ordinal"]: new[heir]
        for row in before["event_report"]
        if (heir := reports.get(row["event_report_id"])) is not None
    }


def _inside(
    before: Rows, after: Rows, table: str, numbers: dict[int, int], likenesses: Callable[[int, Row], list[Hashable]]
) -> dict[int, int]:
    """Heirs of facts that belong to reports, told by the number of the new report."""
    old = [row | {"report": numbers.get(row["report_ordinal"], -1)} for row in before[table]]
    new = [row | {"report": row["report_ordinal"]} for row in after[table]]
    ways = [lambda row, way=way: likenesses(row["report"], row)[way] for way in (0, 1)]
    return _matched(old, new, f"{table}_id", ways)


def _positions(report: int, row: Row) -> list[Hashable]:
    return [(report, row["who"], row["role_code"]), (report, row["who"])]


def _figures(report: int, row: Row) -> list[Hashable]:
    return [(report, row["kind_code"], row["victims"]), (report, row["kind_code"])]
