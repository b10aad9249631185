"""How well reports become events, names persons, and copies stories: a corpus goes in, a table of figures comes out.

    python -m bench.identity FOLDER [--url URL] [--json] [--errors [MOST]]
    python -m bench.identity --count 400 [--seed 1]

FOLDER has articles, an annotation beside each, and `clusters.json`, as `bench/generate.py` writes them; without it
that many are made. They are loaded into an embedded server that goes afterwards, or into the database of `--url`,
where a second run only links anew. "Of what was read" leaves out what extraction did not find; "of all" counts it as
missed. `--errors` lists sets that were torn apart or thrown together.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from bench.linked import Thing, things
from bench.measures.clusters import Agreement, agreement
from bench.measures.figure import Figure
from bench.newsroom.corpus import write
from eventdb.server import temporary_server
from eventdb.settings import conninfo
from loaders.ingest import ingest, link_all

KINDS = ("events", "persons", "stories")
WANTED = {
    ("events", "precision"): 0.97, ("events", "recall"): 0.85, ("persons", "precision"): 0.98,
    ("persons", "recall"): 0.95, ("stories", "precision"): 1.0, ("stories", "recall"): 1.0,
}  # fmt: skip
WORDS = {
    "precision": "share of pairs made one that are one",
    "recall": "share of pairs that are one that were made one, of what was read",
    "recall of all": "the same, where what was not read counts as missed",
    "B3 precision": "B-cubed, of what was read",
    "B3 recall": "B-cubed, of what was read",
    "read": "share of what is annotated that was read at all",
}
MOST = 40


def figures(found: Sequence[Thing]) -> dict[str, list[Figure]]:
    """The figures of each kind of thing."""
    return {kind: list(_figures(kind, [each for each in found if each.kind == kind])) for kind in KINDS}


def _figures(kind: str, found: list[Thing]) -> Iterator[Figure]:
    read = [each for each in found if each.was_read]
    ours = agreement((each.true, each.found) for each in read)
    all_ = agreement((each.true, each.found if each.was_read else None) for each in found)
    for name, value, rows in _rows(ours, all_, len(read) / len(found) if found else 0.0):
        yield Figure(name, value, rows, WORDS[name], WANTED.get((kind, name)))


def _rows(ours: Agreement, all_: Agreement, read: float) -> Iterator[tuple[str, float, int]]:
    yield "precision", ours.precision, ours.found_pairs
    yield "recall", ours.recall, ours.true_pairs
    yield "recall of all", all_.recall, all_.true_pairs
    yield "B3 precision", ours.b3_precision, ours.things
    yield "B3 recall", ours.b3_recall, ours.things
    yield "read", read, all_.things


def errors(found: Sequence[Thing], most: int) -> Iterator[str]:
    """Sets that are one and were torn apart, sets that were made one and are not; each with its members."""
    for kind in KINDS:
        read = [each for each in found if each.kind == kind and each.was_read]
        yield from _broken(f"{kind}: torn apart", read, most, by_truth=True)
        yield from _broken(f"{kind}: thrown together", read, most, by_truth=False)


def _broken(label: str, read: list[Thing], most: int, *, by_truth: bool) -> Iterator[str]:
    sets: dict[object, list[Thing]] = defaultdict(list)
    for each in read:
        if by_truth or each.found is not None:
            sets[each.true if by_truth else each.found].append(each)
    wrong = [members for members in sets.values() if _is_broken(members, by_truth=by_truth)]
    yield f"{label}: {len(wrong)}"
    for number, members in enumerate(wrong[:most], start=1):
        yield from (f"  {number}. {each.file} {each.true} → {each.found}: {each.shown}" for each in members)


def _is_broken(members: list[Thing], *, by_truth: bool) -> bool:
    if not by_truth:
        return len({each.true for each in members}) > 1
    return len(members) > 1 and (len({each.found for each in members}) > 1 or members[0].found is None)


def table(found: dict[str, list[Figure]]) -> Iterator[str]:
    """The figures for people; "<" marks what lies below the least that is wanted."""
    for kind, rows in found.items():
        yield f"\n{kind:20}{'ours':>7}  {'wanted':>7}{'rows':>9}  what it means"
        for row in rows:
            mark = "<" if row.wanted is not None and row.value < row.wanted else " "
            wanted = "–" if row.wanted is None else f"{row.wanted:.2f}"
            yield f"  {row.name:18}{row.value:7.3f}{mark} {wanted:>7}{row.rows:9}  {row.meaning}"


def measured(folder: Path, url: str) -> list[Thing]:
    """Load the folder, link all, and read what was made one."""
    ingest([folder], url, clock=_now)
    link_all(url)
    with psycopg.connect(conninfo(url)) as connection:
        return list(things(connection, folder))


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _corpus(options: argparse.Namespace) -> Iterator[Path]:
    if options.folder:
        yield options.folder
        return
    with tempfile.TemporaryDirectory() as name:
        write(options.count, Path(name), options.seed)
        yield Path(name)


@contextmanager
def serving(url: str | None) -> Iterator[str]:
    """The URL that was given, else that of a server for this block."""
    if url:
        yield url
        return
    with temporary_server() as server:
        yield server.url()


def main() -> int:
    """Reads the command line, measures, prints; 1 if a figure lies below what is wanted."""
    options = _options()
    with _corpus(options) as folder, serving(options.url) as url:
        found = measured(folder, url)
    scores = figures(found)
    if options.json:
        print(json.dumps({kind: list(map(asdict, rows)) for kind, rows in scores.items()}, indent=1))
    else:
        print("\n".join(table(scores)).lstrip("\n"))
    if options.errors is not None:
        print("\n".join(errors(found, options.errors)))
    rows = [row for each in scores.values() for row in each]
    return int(any(row.wanted is not None and row.value < row.wanted for row in rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a corpus with clusters.json")
    parser.add_argument("--count", type=int, default=400, help="how many articles are made where no folder is given")
    parser.add_argument("--seed", type=int, default=1, help="the seed of what is made")
    parser.add_argument("--url", help="a database to load into; default: an embedded server that goes afterwards")
    parser.add_argument("--json", action="store_true", help="print JSON in place of a table")
    parser.add_argument("--errors", type=int, nargs="?", const=MOST, metavar="MOST", help="list what was wrong")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
