"""A corpus of invented news: how many articles and a folder go in, files come out. Same seed, same bytes.

    python bench/generate.py COUNT FOLDER [--seed 1]

Beside each text lies its annotation, beside most wires what their feed says. `clusters.json` says which articles tell
of one happening or person and which are copies of one text (`bench/newsroom` makes them). An article does not depend
on how many are asked for.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__ in (None, ""):  # run as a file: then the folder of the repository is not on the path
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    """Reads the command line, writes the files."""
    from bench.newsroom.corpus import write

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, metavar="COUNT", help="how many articles")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where they are written")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other articles")
    options = parser.parse_args()
    if options.count < 0:
        parser.error("COUNT must not be negative")
    write(options.count, options.folder, options.seed)
    print(f"{options.count} articles in {options.folder}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
