"""What one more article costs a database of a thousand, ten thousand, a hundred thousand: sizes go in, times come out.

    python -m bench.growth [SIZE ...] [--new 15] [--batch 100] [--url URL] [--json]

Invented news (`bench/newsroom`) is stored as perfect rules would read it and linked in batches until the first size is
reached. Then single articles are linked, a batch of them, and single ones are ingested from a file, as a person would;
and so on to the next size. Times are of the clock, medians of all tries, so nothing else should run beside it. The
database is an embedded server that goes afterwards, or that of `--url`, which should be empty.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import psycopg

from bench.identity import serving
from bench.newsroom.corpus import Article, corpus
from bench.newsroom.facts import facts_of
from eventdb.schema import upgrade
from eventdb.settings import conninfo
from loaders.ingest import ingest
from loaders.keys import digest, text_hash
from loaders.link import Linked, link, run
from loaders.plan import Arrival, plan
from loaders.store import Batch, Loaded, Stored, begin_run, finish_run, known_of, store

SIZES = (1_000, 10_000)
FILLING = 200  # articles a batch while the database is being filled
RULES = "bench"
STEPS = (
    *("link_actors", "scope", "grouped", "_named", "with_years", "write_events", "point_reports"),
    *("write_years", "write_ties", "drop_empty", "drop_unused", "link_stories"),
)
"""What linking does, by the names under which `loaders.link.run` calls it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a database of some size: seconds in which articles were linked and ingested, and what linking looked at."""

    articles: int
    reports: int
    link_one: float
    link_one_slowest: float
    reports_read_for_one: float
    link_batch_each: float
    reports_read_for_batch: int
    ingest_one: float
    steps: dict[str, float]


class Database:
    """A database being filled with the articles of a seed, one after the other."""

    def __init__(self, url: str, seed: int) -> None:
        self.url, self.articles, self.size = url, corpus(seed), 0
        self.link = psycopg.connect(conninfo(url), autocommit=True)

    def fill(self, size: int) -> None:
        """Add articles until there are so many."""
        while self.size < size:
            self.add(min(FILLING, size - self.size))
            if self.size % (FILLING * 25) == 0:
                self.link.execute("analyze")
                print(f"{self.size:,} articles", file=sys.stderr)
        self.link.execute("analyze")

    def add(self, count: int) -> Linked:
        """Store and link the next articles."""
        stored = self._stored(self._next(count))
        return link(self.link, articles=stored.articles, events=stored.events, actors=stored.actors)

    def timed(self, count: int) -> tuple[float, Linked]:
        """Seconds in which the next articles were linked, and what that did."""
        stored = self._stored(self._next(count))
        return clocked(lambda: link(self.link, articles=stored.articles, events=stored.events, actors=stored.actors))

    def ingested(self) -> float:
        """Seconds in which the next article was ingested from a file, read by the rules."""
        (article,) = self._next(1)
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / f"{article.name}.txt").write_text(article.text, encoding="utf-8")
            return clocked(lambda: ingest([folder], self.url, clock=_now))[0]

    def count(self, table: str) -> int:
        """Rows of a table."""
        row = self.link.execute(f"select count(*) from eventdb.{table}").fetchone()
        return int(row[0]) if row else 0

    def _next(self, count: int) -> list[Article]:
        self.size += count
        return list(islice(self.articles, count))

    def _stored(self, articles: Sequence[Article]) -> Stored:
        arrivals = {f"{each.name}.txt": _arrival(each) for each in articles}
        at = _now()
        number = begin_run(self.link, sources=["newsroom"], rules_version=RULES, at=at)
        verdicts = plan(arrivals.values(), known=known_of(self.link, list(arrivals.values())), rules_version=RULES)
        facts = {f"{each.name}.txt": facts_of(each) for each in articles}
        loaded = tuple(Loaded(arrivals[each.path], each, 1, facts[each.path]) for each in verdicts)
        stored = store(self.link, Batch(number, at, RULES, loaded))
        finish_run(self.link, number, at=at)
        return stored


def _arrival(article: Article) -> Arrival:
    told = text_hash(article.text)
    return Arrival(f"{article.name}.txt", told, told, digest(article.text, repr(article.metadata)))


def _now() -> datetime:
    return datetime.now(UTC)


def clocked(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of some work, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


@contextmanager
def steps() -> Iterator[dict[str, list[float]]]:
    """Seconds of each call of each step of linking meanwhile."""
    spent: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        for name in STEPS:
            stack.enter_context(patch.object(run, name, _told(name, getattr(run, name), spent)))
        yield spent


def _told(name: str, function: Callable[..., Any], spent: dict[str, list[float]]) -> Callable[..., Any]:
    def told(*given: Any, **options: Any) -> Any:
        seconds, result = clocked(lambda: function(*given, **options))
        spent[name].append(seconds)
        return result

    return told


def cost(database: Database, *, new: int, batch: int) -> Cost:
    """What more articles cost the database as it is."""
    size, reports = database.size, database.count("event_report")
    database.timed(1)
    with steps() as spent:
        ones = [database.timed(1) for _ in range(new)]
    seconds, linked = database.timed(batch)
    database.ingested()
    return Cost(
        articles=size,
        reports=reports,
        link_one=median(each for each, _ in ones),
        link_one_slowest=max(each for each, _ in ones),
        reports_read_for_one=median(each.reports for _, each in ones),
        link_batch_each=seconds / batch,
        reports_read_for_batch=linked.reports,
        ingest_one=median(database.ingested() for _ in range(max(new // 3, 1))),
        steps={name: median(found) for name, found in spent.items()},
    )


def table(costs: Sequence[Cost]) -> Iterator[str]:
    """The figures for people, a column a size."""
    yield f"{'articles':44}" + "".join(f"{each.articles:12,}" for each in costs)
    rows: list[tuple[str, Callable[[Cost], float], str]] = [
        ("event reports", lambda each: each.reports, ",.0f"),
        ("ms to link one more article, median", lambda each: each.link_one * 1000, ",.1f"),
        ("ms to link one more article, slowest", lambda each: each.link_one_slowest * 1000, ",.1f"),
        ("reports looked at for it, median", lambda each: each.reports_read_for_one, ",.0f"),
        ("ms an article to link a batch", lambda each: each.link_batch_each * 1000, ",.1f"),
        ("reports looked at for the batch", lambda each: each.reports_read_for_batch, ",.0f"),
        ("ms to ingest one more file, median", lambda each: each.ingest_one * 1000, ",.1f"),
    ]
    for label, figure, form in rows:
        yield f"{label:44}" + "".join(f"{figure(each):12{form}}" for each in costs)
    yield ""
    for name in STEPS:
        yield f"{'  ms in ' + name:44}" + "".join(f"{each.steps.get(name, 0) * 1000:12,.1f}" for each in costs)


def measured(url: str, sizes: Sequence[int], *, new: int, batch: int, seed: int = 1) -> Iterator[Cost]:
    """The costs at each size, the smallest first."""
    upgrade(url)
    database = Database(url, seed)
    with database.link:
        for size in sorted(sizes):
            database.fill(size)
            found = cost(database, new=new, batch=batch)
            print(f"{size:,} articles: {found.link_one * 1000:,.0f} ms to link one more", file=sys.stderr)
            yield found


def main() -> int:
    """Reads the command line, measures, prints."""
    options = _options()
    with serving(options.url) as url:
        costs = list(measured(url, options.sizes or SIZES, new=options.new, batch=options.batch, seed=options.seed))
    print(json.dumps(list(map(asdict, costs)), indent=1) if options.json else "\n".join(table(costs)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="numbers of articles (1000 10000)")
    parser.add_argument("--new", type=int, default=15, help="how many single articles are linked at each size")
    parser.add_argument("--batch", type=int, default=100, help="how many articles are linked together")
    parser.add_argument("--seed", type=int, default=1, help="the seed of what is made")
    parser.add_argument("--url", help="an empty database; default: an embedded server that goes afterwards")
    parser.add_argument("--json", action="store_true", help="print JSON in place of a table")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
