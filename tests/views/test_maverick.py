"""A table in the shape of Uppsala's MAVERICK, one row per event and report with low, best, high, through all six rules.

The rows are invented: sizes, spread and reports that say 0 are like those of the real table. The rules are written down
here a second time, as their codebooks word them, and nothing of this is taken from the views.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

from tests.views.given import Given

Answer = Callable[[str], str]
Triple = tuple[int | None, int | None, int | None]
Report = tuple[int, int, int, int]
"""Day of May on which it appeared; low, best, high."""

EVENTS, MOST_REPORTS = 120, 6


def table() -> list[list[Report]]:
    """The reports of each event."""
    chance = random.Random(23)
    return [list(_reports(chance, chance.choice((0, 1, 2, 4, 9, 30, 200)))) for _ in range(EVENTS)]


def _reports(chance: random.Random, size: int) -> Iterator[Report]:
    for _ in range(chance.randint(1, MOST_REPORTS)):
        best = 0 if chance.random() < 0.1 else chance.choice((size, size, size + size // 4, size * 2))
        yield chance.randint(1, 4), best - chance.choice((0, best // 3)), best, best + chance.choice((0, best // 2))


def mode(values: list[int]) -> int | None:
    """The commonest value; None where two are."""
    (value, times), *others = Counter(values).most_common()
    return None if others and others[0][1] == times else value


def conservative(reports: list[Report]) -> Triple:
    """The smallest figures of all reports; none may exceed the one above it."""
    _, lows, bests, highs = map(list, zip(*reports, strict=True))
    return min(lows + bests + highs), min(bests + highs), min(highs)


def informative(reports: list[Report]) -> Triple:
    """The largest figures of all reports."""
    _, lows, bests, highs = map(list, zip(*reports, strict=True))
    return max(lows), max(bests), max(highs)


def representative(reports: list[Report]) -> Triple:
    """The mode of each field; a bound that would contradict it is open."""
    low, best, high = (mode([report[field] for report in reports]) for field in (1, 2, 3))
    upper = best if best is not None else high
    lower = best if best is not None else low
    return (
        low if low is not None and (upper is None or low <= upper) else None,
        best,
        high if high is not None and (lower is None or high >= lower) else None,
    )


def ucdp(reports: list[Report]) -> Triple:
    """The lowest low, the best that most give and of these the lowest, the highest high."""
    _, lows, bests, highs = map(list, zip(*reports, strict=True))
    support = Counter(bests)
    return min(lows), min(bests, key=lambda best: (-support[best], best)), max(highs)


def acled(reports: list[Report]) -> Triple:
    """The lowest number."""
    least = min(low for _, low, _, _ in reports)
    return least, least, least


def gtd(reports: list[Report]) -> Triple:
    """The most recent reports: what more than half of them say, else the lowest."""
    newest = max(day for day, *_ in reports)
    recent = [low for day, low, _, _ in reports if day == newest]
    value, times = Counter(recent).most_common(1)[0]
    chosen = value if times * 2 > len(recent) else min(recent)
    return chosen, chosen, chosen


RULES = (acled, conservative, gtd, informative, representative, ucdp)


def drawn(events: list[list[Report]]) -> str:
    """The table as rows to be written."""
    reports = [(f"e{n}", f"e{n}r{m}", *report) for n, found in enumerate(events) for m, report in enumerate(found)]
    articles = ["article | published", *(f"{article} | 2021-05-{day:02}" for _, article, day, *_ in reports)]
    figures = ["figure | event | article"]
    figures += [f"{low}..{best}..{high} | {event} | {article}" for event, article, _, low, best, high in reports]
    return "\n".join([*articles, "", *figures])


def test_every_rule_gives_every_event_what_its_codebook_says(given: Given, answer: Answer) -> None:
    events = table()
    assert sum(map(len, events)) > 300
    given(drawn(events))
    expected = {(f"e{number}", rule.__name__): rule(reports) for number, reports in enumerate(events) for rule in RULES}
    rows = given.connection.execute("select event, rule, low, best, high from report.casualty").fetchall()
    found = {(event, rule): tuple(figures) for event, rule, *figures in rows}
    assert found == expected
    totals = given.connection.execute("select rule, sum(best)::int from report.casualty group by rule").fetchall()
    assert dict(totals) == {
        rule.__name__: sum(best or 0 for name, (_, best, _) in expected.items() if name[1] == rule.__name__)
        for rule in RULES
    }
    ordered = dict(totals)
    assert ordered["conservative"] < ordered["ucdp"] < ordered["informative"]


def test_what_reports_disagree_on_is_told_with_the_share_at_the_mode(given: Given, answer: Answer) -> None:
    events = table()
    given(drawn(events))
    rows = given.connection.execute("select event, distinct_values, reports, share_at_mode from report.disagreement")
    found = {event: (values, reports, round(share, 6)) for event, values, reports, share in rows.fetchall()}
    apart = {
        f"e{number}": reports
        for number, reports in enumerate(events)
        if len({best for _, _, best, _ in reports}) > 1 or max(r[1] for r in reports) > min(r[3] for r in reports)
    }
    assert found.keys() == apart.keys()
    assert len(apart) > EVENTS // 3
    for event, reports in apart.items():
        said = Counter(str(best) if low == high else f"{low}..{high}" for _, low, best, high in reports)
        assert found[event] == (len(said), len(reports), round(max(said.values()) / len(reports), 6))
