"""How well the rules read: sets of annotated text go in, a table of figures comes out, beside what is wanted of each.

    python -m bench.quality [SET or FOLDER ...] [--json] [--errors] [--write] [--floors FILE] [--speed]

Without a name, every set of `bench/sets.py` that is there. A FOLDER is any folder of NAME.txt with NAME.json in the
form of the annotation guide. `--errors` lists what was missed and what was extra, but not for sets that stand for
unseen news. `--write` keeps the figures in docs/quality.json and docs/quality.md; sets that are not
there keep their last ones. Ends with 1 if a figure lies below its floor, or if the scorer beside the repository, where
there is one, has other figures than ours.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from bench.errors import errors
from bench.measures import gold
from bench.measures.figure import Figure
from bench.page import page
from bench.second_scorer import differences
from bench.sets import BESIDE, ROOT, SETS, UNSEEN, Set

KEPT = ROOT / "docs" / "quality.json"
PAGE = ROOT / "docs" / "quality.md"

Figures = dict[str, list[Figure]]


def chosen(names: list[str], beside: Path) -> list[Set]:
    """The sets of these names or folders; without any, all that are there."""
    known = {each.name: each.below(beside) for each in SETS}
    unknown = [name for name in names if name not in known and not Path(name).is_dir()]
    if unknown:
        sys.exit(f"no set or folder is called {', '.join(unknown)}; sets are {', '.join(known)}")
    if names:
        return [known.get(name) or Set(name, Path(name), "a folder", "not known") for name in names]
    return [each for each in known.values() if each.place.exists()]


def measured(sets: list[Set], scorer: Path) -> tuple[Figures, list[str]]:
    """The figures of each set, and what a second scorer finds otherwise."""
    figures: Figures = {}
    faults: list[str] = []
    for each in sets:
        if each.is_annotated:
            articles = list(gold.articles(each.place, each.annotations))
            tallies = gold.scores(articles)
            figures[each.name] = gold.figures(tallies)
            faults += [f"{each.name}, {fault}" for fault in differences(scorer, articles, tallies)]
        else:
            figures[each.name] = each.figures()
    return figures, faults


def listed(sets: list[Set]) -> Iterator[str]:
    """The errors of annotated sets, set by set; an unseen set has a line that says why it has none."""
    for each in sets:
        if each.looked_at == UNSEEN:
            yield f"{each.name}: its errors are not for looking at"
        elif each.is_annotated:
            yield from (f"{each.name}\t{line}" for line in errors(gold.articles(each.place, each.annotations)))


def speed() -> list[Figure]:
    """How fast articles are read, which depends on the machine."""
    from bench.speed import EXAMPLES, WORDS, measure

    found = measure(EXAMPLES, 3, WORDS)
    meaning = f"articles of {WORDS} words a second and core, median of 3 runs over the examples"
    return [Figure("articles a second", found.articles_a_second, found.articles, meaning, 80.0)]


def table(figures: Figures) -> Iterator[str]:
    """The figures for people, set by set; "<" marks what lies below the least that is wanted."""
    for name, rows in figures.items():
        yield f"\n{name:26}{'ours':>7}  {'wanted':>7}{'reached':>9}{'rows':>7}  what it means"
        for row in rows:
            mark = "<" if row.wanted is not None and row.value < row.wanted else " "
            numbers = f"{_shown(row.value):>7}{mark} {_shown(row.wanted):>7}{_shown(row.reached):>9}{row.rows:7}"
            yield f"  {row.name:24}{numbers}  {row.meaning}"


def _shown(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if value <= 1 else f"{value:.1f}"


def below(floors: dict[str, dict[str, float]], figures: Figures) -> Iterator[str]:
    """One line for each figure that lies below its floor or is not there; sets that were not measured are passed."""
    for name in floors.keys() & figures.keys():
        found = {figure.name: figure.value for figure in figures[name]}
        for figure, floor in floors[name].items():
            if found.get(figure, -1.0) < floor:
                yield f"{name}, {figure}: {_shown(found.get(figure))} lies below its floor of {floor:.3f}"


def write(figures: Figures) -> None:
    """Keeps the figures and the page that is made from them."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept |= {name: [asdict(row) | {"value": round(row.value, 4)} for row in rows] for name, rows in figures.items()}
    KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page(kept), encoding="utf-8")


def main() -> int:
    """Reads the command line, measures, prints; the exit code."""
    options = _options()
    sets = chosen(options.sets, options.beside)
    figures, faults = measured(sets, options.beside / "gold" / "score.py")
    if options.speed:
        figures["speed"] = speed()
    if options.json:
        print(json.dumps({name: list(map(asdict, rows)) for name, rows in figures.items()}, indent=1))
    else:
        print("\n".join(table(figures)).lstrip("\n"))
    if options.errors:
        print("\n".join(listed(sets)))
    if options.write:
        write(figures)
    if options.floors:
        faults += sorted(below(json.loads(options.floors.read_text(encoding="utf-8")), figures))
    print("\n".join(faults) or "no faults", file=sys.stderr)
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="names of sets, or folders of annotated articles")
    parser.add_argument("--json", action="store_true", help="print JSON in place of tables")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was extra")
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/quality.md")
    parser.add_argument("--floors", type=Path, help="a file of figures below which none may lie")
    parser.add_argument("--beside", type=Path, default=BESIDE, help="the folder of sets outside the repository")
    parser.add_argument("--speed", action="store_true", help="measure speed as well")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
