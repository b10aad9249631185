"""Extraction scored against annotations: in go articles, annotations and their scorer, out come the scorer's table.

    .ci/gold.py ARTICLES GOLD SCORER

Ends with 1 if a figure lies below its floor in `floors.json` beside this file (`{"events": {"f": 0.7}, …}`; p is
precision, r recall, f F1). Needs no database.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
NAMES = {"p": "precision", "r": "recall", "f": "F1"}

Figures = dict[str, dict[str, float]]


def main() -> int:
    """Extract, score, compare; the exit code."""
    articles, gold, scorer = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        with predicted.open("wb") as file:
            subprocess.run(["eventdb", "extract", *sorted(articles.glob("*.txt"))], stdout=file, check=True)
        print(score(scorer, gold, predicted))
        figures: Figures = json.loads(score(scorer, gold, predicted, "--json"))
    faults = list(below(json.loads(FLOORS.read_text(encoding="utf-8")), figures))
    print("\n".join(faults) or f"no figure lies below its floor in {FLOORS.name}")
    return 1 if faults else 0


def score(scorer: Path, gold: Path, predicted: Path, *options: str) -> str:
    """What the scorer prints."""
    words: list[str | Path] = [sys.executable, scorer, gold, predicted, *options]
    return subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True).stdout


def below(floors: Figures, figures: Figures) -> list[str]:
    """One line for each figure that lies below its floor."""
    return [
        f"{label}: {NAMES[letter]} {figures[label][letter]:.3f} lies below its floor of {floor:.3f}"
        for label, each in floors.items()
        for letter, floor in each.items()
        if figures[label][letter] < floor
    ]


if __name__ == "__main__":
    sys.exit(main())
