"""The command report: what the database holds, as one page of pictures.

In: a file's name, what to show. Out: the page, and a line that tells where it is and what it leaves out.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli.opening import reading
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from eventdb.pictures import Contents


def report(
    out: Annotated[Path, typer.Option(metavar="FILE.html", help="Where the page goes; folders are made.")],
    since: Annotated[str, typer.Option(metavar="DAY", help="Events that were not over before that day.")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="Events that had begun by that day.")] = "",
    country: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Events there, ISO 3166-1 such as AF; may be repeated.")
    ] = None,
    event: Annotated[
        int | None, typer.Option(metavar="ID", help="The event of the matrix; else the meeting most is told about.")
    ] = None,
) -> None:
    """Write one page of pictures that needs no network: timeline, who came, casualties, map, who meets whom, changes.

    Each mark leads to the words that it rests on, at the end of the page. What does not fit is counted there and shown
    by narrower choices. The page holds quotes of the articles: pass it on as you would pass on them.

    \b
    Examples:
      eventdb report --out report.html
      eventdb report --out afghanistan.html --country AF --since 2021-01-01
      eventdb report --out moscow.html --event 4273690125487612345
    """
    from eventdb.export import replaced, snapshot
    from eventdb.pictures import Asked, page, read

    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file in it, such as {out / 'report.html'}")
    asked = Asked(_day("--since", since), _day("--until", until), _codes(country or []), event)
    with reading() as connection:
        snapshot(connection)
        contents = read(connection, asked)
    with replaced(out) as file:
        file.write(page(contents).encode("utf-8", "replace"))
    print(_told(contents, out))


def _told(contents: Contents, out: Path) -> str:
    shown = len(contents.dated.rows) + len(contents.undated.rows)
    return f"report: {shown} of {contents.summary.events} events as lines, {len(contents.facts)} quotes in {out}"


def _day(option: str, given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise UsageError(f"{option} {given} is no day; write it as 2021-03-18") from None


def _codes(given: list[str]) -> tuple[str, ...]:
    for code in given:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise UsageError(f"--country {code} is no code of a country; write it as AF, TR or US")
    return tuple(code.upper() for code in given)
