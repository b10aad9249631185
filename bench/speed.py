"""How fast articles are read: a folder of articles goes in, a table or JSON of times comes out. Writes nothing.

    python -m bench.speed [FOLDER] [--runs 5] [--words 600] [--json]

Without a folder the articles are the examples, one after the other until they have 600 words. Times are processor time
of this process, each the median of its runs, so that neighbours on the machine count little. Shares of stages and the
slowest patterns come from a run of their own, whose clocks cost time themselves.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "articles"
WORDS = 600
SLOWEST = 12
STAGES = {
    "clean": "clean.blocks",
    "segment": "segment.sentences",
    "dates": "find_phrases",
    "header": "clean.header",
    "publication": "publication",
    "surroundings": "surroundings",
    "atoms": "mask_atoms",
    "chunks": "find_chunks",
    "verbs": "find_verb_groups",
    "asides": "lift_asides",
    "frames": "read_claims",
    "threads": "assemble",
    "windows": "date_spans",
}
"""Stage → the name under which `loaders.extract` calls it."""


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured: articles of 600 words a second, one core; seconds until the first article; shares of time."""

    articles: int
    words: int
    articles_a_second: float
    seconds_an_article: tuple[float, ...]
    start_seconds: float
    shares: dict[str, float]
    slowest: dict[str, float]


def articles(folder: Path, words: int) -> list[str]:
    """The texts of a folder, joined until each has that many words; what is left over is not read."""
    joined: list[str] = []
    parts: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        parts.append(path.read_text(encoding="utf-8"))
        if sum(len(part.split()) for part in parts) >= words:
            joined.append("\n\n".join(parts))
            parts = []
    return joined


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


@contextmanager
def clocked(place: Any, name: str, key: Callable[[Any], str], spent: dict[str, float]) -> Iterator[None]:
    """Adds up the time that calls of a function take, by a key made of its first argument."""
    function = getattr(place, name)

    def timed(first: Any, *rest: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return function(first, *rest, **options)
        finally:
            spent[key(first)] += time.process_time() - start

    with patch.object(place, name, timed):
        yield


def shares(texts: Sequence[str]) -> dict[str, float]:
    """Each stage's share of the time, the rest under "other"."""
    import loaders.extract as stages

    spent: dict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for stage, name in STAGES.items():
            owner, _, last = name.rpartition(".")
            place = getattr(stages, owner) if owner else stages
            stack.enter_context(clocked(place, last, partial(_always, stage), spent))
        total = seconds(lambda: [stages.extract(text) for text in texts])
    return {stage: spent[stage] / total for stage in STAGES} | {"other": 1 - sum(spent.values()) / total}


def _always(stage: str, _: object) -> str:
    return stage


def slowest(texts: Sequence[str]) -> dict[str, float]:
    """The frames and chunks that take most of the time, with their shares of it."""
    from loaders.annotate.chunks import chunks
    from loaders.extract import extract
    from loaders.frames import frames
    from loaders.patterns import Pattern

    names = {frame.pattern.text: frame.rule for frame in frames()}
    names |= {chunk.pattern.text: f"chunk {row}, {chunk.kind}" for row, chunk in enumerate(chunks(), 1)}
    spent: dict[str, float] = defaultdict(float)
    with clocked(Pattern, "search", lambda pattern: names.get(pattern.text, pattern.text), spent):
        total = seconds(lambda: [extract(text) for text in texts])
    most = sorted(spent, key=lambda name: -spent[name])[:SLOWEST]
    return {name: spent[name] / total for name in most}


def measure(folder: Path, runs: int, words: int) -> Speed:
    """All figures for the articles of a folder."""
    texts = articles(folder, words)
    if not texts:
        sys.exit(f"{folder} has no text files with {words} words together")
    start = seconds(_first_article)
    from loaders.extract import extract

    for text in texts:
        extract(text)
    counted = sum(len(text.split()) for text in texts)
    each = [seconds(lambda: [extract(text) for text in texts]) * WORDS / counted for _ in range(runs)]
    return Speed(len(texts), counted, 1 / median(each), tuple(sorted(each)), start, shares(texts), slowest(texts))


def _first_article() -> None:
    from loaders.extract import extract

    extract("Gunmen killed two people in Oslo on Monday, police said.")


def table(speed: Speed) -> Iterator[str]:
    """The figures for people."""
    least, most = 1 / speed.seconds_an_article[-1], 1 / speed.seconds_an_article[0]
    yield f"{speed.articles} articles, {speed.words:,} words"
    yield f"{speed.articles_a_second:.1f} articles of {WORDS} words a second and core ({least:.1f} to {most:.1f})"
    yield f"{speed.start_seconds:.2f} s until the first article is read"
    yield from ("", "share of the time, by stage")
    yield from (f"  {share:6.1%}  {stage}" for stage, share in sorted(speed.shares.items(), key=lambda row: -row[1]))
    yield from ("", "share of the time, by pattern")
    yield from (f"  {share:6.1%}  {name}" for name, share in speed.slowest.items())


def main() -> None:
    """Reads the command line, measures, prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES, help="articles, one text file each")
    parser.add_argument("--runs", type=int, default=5, help="how often the articles are read")
    parser.add_argument("--words", type=int, default=WORDS, help="articles are joined until they have so many words")
    parser.add_argument("--json", action="store_true", help="print JSON in place of a table")
    options = parser.parse_args()
    speed = measure(options.folder, options.runs, options.words)
    print(json.dumps(asdict(speed), indent=2) if options.json else "\n".join(table(speed)))


if __name__ == "__main__":
    main()
