"""Our figures against those of a second scorer: its program, articles and our tallies go in, differences come out.

A check on both, which are two programs to one definition. Where the program is not there, nothing is said.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measures.gold import Tallies, Tally
from bench.measures.likeness import Json


def differences(scorer: Path, articles: Sequence[tuple[str, Json, Json]], tallies: Tallies) -> Iterator[str]:
    """One line for each label whose precision, recall or F1 the scorer has otherwise."""
    if not scorer.exists():
        return
    theirs = _scored(scorer, articles)
    for label, tally in tallies.items():
        if _rounded(tally) != {key: theirs[label][key] for key in "prf"}:
            yield f"{label}: {_rounded(tally)}, but {scorer.name} has {theirs[label]}"


def _rounded(tally: Tally) -> dict[str, float]:
    return {"p": round(tally.precision, 4), "r": round(tally.recall, 4), "f": round(tally.f1, 4)}


def _scored(scorer: Path, articles: Sequence[tuple[str, Json, Json]]) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as name:
        folder, read = Path(name), Path(name) / "read.jsonl"
        for article, annotation, _ in articles:
            (folder / f"{article}.json").write_text(json.dumps(annotation), encoding="utf-8")
        lines = (json.dumps(got | {"file": f"{article}.txt"}) + "\n" for article, _, got in articles)
        read.write_text("".join(lines), encoding="utf-8")
        command: list[str | Path] = [sys.executable, scorer, folder, read, "--json"]
        found = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    scored: dict[str, dict[str, float]] = json.loads(found)
    return scored
