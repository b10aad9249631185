"""What is left after accidents: how many, and which; out come the accidents that happened and what a database lost.

    python -m bench.crashes [--accidents 200] [--articles 8] [--kinds loader,worker,server,…] [--seed 1] [--json]

Loads of a small folder are killed at moments of chance, their processes and their server too; connections are cut,
tables are held, a disk is full, somebody presses Ctrl-C. After each story of such accidents a load that ends must leave
a database that says, by its digest, what one without accidents says. It ends with 1 if one does not. A server of
its own is used, which goes afterwards. The full disk needs the right to mount a small file system; without it, that
is told and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from bench.accidents.disk import full_disk
from bench.accidents.kinds import KILLS, KINDS
from bench.accidents.scene import Scene
from bench.accidents.stories import Story, prepare, story
from eventdb.server.temporary import temporary_home

BATCH = 2


def stories(accidents: int, articles: int, kinds: Sequence[str], seed: int) -> Iterator[Story]:
    """Stories until so many accidents have happened."""
    chance = Random(seed)
    with temporary_home() as home, TemporaryDirectory() as corpora:
        scene = Scene(home, Path(corpora) / "inbox", batch=BATCH)
        with scene.open():
            truth = prepare(scene, Path(corpora), articles=articles, seed=seed)
            happened = 0
            while happened < accidents:
                told = story(scene, Path(corpora), truth, kinds, chance)
                happened += len(told.accidents)
                print(f"{happened} accidents; {', '.join(told.accidents)}: {_verdict(told)}", file=sys.stderr)
                yield told


def _verdict(told: Story) -> str:
    return "right" if told.is_right else f"WRONG {told.differs} {told.breaches}"


def figures(found: Sequence[Story], seconds: float) -> dict[str, Any]:
    """What happened, counted."""
    accidents = Counter(kind for each in found for kind in each.accidents)
    wrong = [{"start": each.start, "accidents": each.accidents, "differs": each.differs, "breaches": each.breaches}
             for each in found if not each.is_right]  # fmt: skip
    return {
        "stories": len(found),
        "accidents": dict(sorted(accidents.items())),
        "kills": sum(number for kind, number in accidents.items() if kind in KILLS),
        "accidents that loads outlived": dict(sorted(Counter(k for each in found for k in each.survived).items())),
        "accidents that they did not": sorted(each for told in found for each in told.fell),
        "databases that differ": wrong,
        "seconds": round(seconds),
    }


def table(told: dict[str, Any]) -> Iterator[str]:
    """The figures for people."""
    yield f"{told['stories']} stories, {sum(told['accidents'].values())} accidents, {told['kills']} of them kills"
    went_on = told["accidents that loads outlived"]
    for kind, number in told["accidents"].items():
        yield f"  {number:5}  {KINDS[kind].__doc__ if kind in KINDS else kind}"
        if kind in went_on:
            yield f"         {went_on[kind]} of them outlived by their loads"
    yield from (f"  not outlived: {each}" for each in told["accidents that they did not"])
    yield f"{len(told['databases that differ'])} databases differ from one without accidents"
    yield from (f"  {each}" for each in told["databases that differ"])
    yield f"full disk: {told['full disk']}"


def main() -> int:
    """Reads the command line, has accidents happen, prints; 1 where a database differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--accidents", type=int, default=200, help="how many")
    parser.add_argument("--articles", type=int, default=8, help="in the folder that is loaded")
    parser.add_argument("--kinds", default=",".join(KINDS), help="which, parted by commas")
    parser.add_argument("--seed", type=int, default=1, help="of chance")
    parser.add_argument("--json", action="store_true", help="print JSON in place of a table")
    options = parser.parse_args()
    begun = time.monotonic()
    found = list(stories(options.accidents, options.articles, options.kinds.split(","), options.seed))
    told = figures(found, time.monotonic() - begun) | {"full disk": full_disk(options.articles, options.seed)}
    print(json.dumps(told, indent=2) if options.json else "\n".join(table(told)))
    return 1 if told["databases that differ"] or "WRONG" in told["full disk"] else 0


if __name__ == "__main__":
    sys.exit(main())
