"""Commands that decide: judge, correct, retract, undo, actor merge, actor split, decisions list, export, import.

In: ids as the views give them, words. Out: a decision with its id, which `undo` takes. Each waits for a load that is
running to end. Who decides is --by, else EVENTDB_USER, else the name of the user of this machine.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli.opening import database, reading
from eventdb.cli.showing import Format, print_rows
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from psycopg import Connection

    from loaders.decide import Signed

Why = Annotated[str, typer.Option("--why", help="The reason, for those who read it in a year.")]
By = Annotated[str, typer.Option("--by", envvar="EVENTDB_USER", help="Who decides; else the user of this machine.")]
SOME_IN_CONFLICT = 1


class Verdict(StrEnum):
    """What two events are judged to be."""

    SAME = "same"
    DIFFERENT = "different"


def judge(
    verdict: Annotated[Verdict, typer.Argument(help="Whether the two are one event.")],
    left: Annotated[str, typer.Argument(metavar="EVENT", help="An event_id, or the fact_id of one report.")],
    right: Annotated[
        list[str],
        typer.Argument(metavar="OTHER...", help="Another event or report; or articles, by their file or article_id."),
    ],
    why: Why,
    by: By = "",
) -> None:
    """Judge that two events are the same, or that they are not.

    A judgement of a person outweighs every rule, for ever, until `eventdb undo` takes it back. To split an event, tell
    it different from what does not belong to it: the files whose reports are to leave it, or fact_ids of reports, as
    `eventdb explain EVENT_ID` shows both.

    \b
    Examples:
      eventdb judge same 4273690125487612345 8012345678901234567 --why "one summit, moved by a day"
      eventdb judge different 4273690125487612345 8012345678901234567 --why "two blasts in one street"
      eventdb judge different 4273690125487612345 monday.txt tuesday.txt --why "these tell of the second blast"
    """
    from loaders.decide import judge as decide

    with _writing() as connection:
        judged = decide(connection, verdict.value, _id(left), [_id(each) for each in right], _signed(by, why))
    told = f"{judged.pairs} pairs of reports judged {verdict.value}"
    if judged.withdrawn:
        told += f", {judged.withdrawn} judged otherwise before"
    print(f"decision {judged.decision_id}: {told}")
    print(("now event " if len(judged.events) == 1 else "now events ") + ", ".join(map(str, judged.events)))


def _id(named: str) -> int | str:
    return int(named) if named.isdecimal() else named


def correct(
    fact: Annotated[int, typer.Argument(metavar="FACT", help="Its fact_id, as `eventdb evidence` shows it.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="What is wrong, such as status, days, figure.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What holds; none for nothing.")],
    why: Why,
    by: By = "",
) -> None:
    """Set a fact right, for good.

    Later loads obey: the correction stands while the article still says the same, or while the rules still read the
    same value; where both changed it goes to review, which `eventdb decisions list` shows. A wrong FIELD is answered
    with those that the fact has. What is no fact at all, `eventdb retract` takes out. An article's day of publication
    is its field `published`; days of events that were counted from it stay, and are facts of their own.

    \b
    Examples:
      eventdb correct 3301567812345678901 figure "at least 14" --why "misread: the 4 is the age"
      eventdb correct 3301567812345678901 days 2021-03-18 --why "the 17th was the arrival"
      eventdb correct 3301567812345678901 place "Moscow, RU" --why "not the one in Idaho"
      eventdb correct 8812345678901234567 published 2021-03-13 --why "says the archive"
    """
    from loaders.decide import correct_fact

    with _writing() as connection:
        done = correct_fact(connection, fact, field, value, _signed(by, why))
    made = f"decision {done.decision_id}" if done.decision_id else "the earlier correction is withdrawn"
    print(f"{made}: {field} of {done.fact_kind} {fact} is {done.after or 'none'}; it was {done.before or 'none'}")
    if done.quote:
        print(f"the text: {' '.join(done.quote.split())}")


def retract(
    fact: Annotated[int, typer.Argument(metavar="FACT", help="Its fact_id, as `eventdb evidence` shows it.")],
    why: Why,
    by: By = "",
) -> None:
    """Take a false fact out of all counts, for good.

    An event's report goes with its positions and figures; an event without any report left goes too. The text is not
    touched, later loads obey, and `eventdb undo` brings the fact back. Where an edit changes both its words and what
    is read from them, it counts again and waits in review.

    \b
    Example:
      eventdb retract 3301567812345678901 --why "the sentence is about a film"
    """
    from loaders.decide import retract_fact

    with _writing() as connection:
        done = retract_fact(connection, fact, _signed(by, why))
    print(f"decision {done.decision_id}: {done.fact_kind} {fact} counts no longer; it said {done.before}")
    if done.quote:
        print(f"the text: {' '.join(done.quote.split())}")


def undo(
    decision: Annotated[int, typer.Argument(metavar="DECISION", help="As `eventdb decisions list` gives it.")],
    why: Why,
    by: By = "",
) -> None:
    """Take a decision back.

    What it changed is as the texts have it again. The decision stays in the list, withdrawn.

    \b
    Example:
      eventdb undo 7712345678901234567 --why "the outlet confirmed the higher figure"
    """
    from loaders.decide import undo as take_back

    with _writing() as connection:
        kind = take_back(connection, decision, _signed(by, why))
    print(f"{kind} {decision} is withdrawn")


def merge(
    one: Annotated[int, typer.Argument(metavar="ACTOR", help="An actor_id, as `eventdb show actor` gives it.")],
    other: Annotated[int, typer.Argument(metavar="ACTOR", help="The other.")],
    why: Why,
    by: By = "",
) -> None:
    """Judge that two actors are one.

    The id of the one that is merged away stays valid and leads to the one that stands: the lexicon's, where one is.

    \b
    Example:
      eventdb actor merge 5512345678901234567 6612345678901234567 --why "one man, two spellings"
    """
    from loaders.decide import merge_actors

    with _writing() as connection:
        decision, stands = merge_actors(connection, one, other, _signed(by, why))
    print(f"decision {decision}: {stands} stands for both")


def split(
    actor: Annotated[int, typer.Argument(metavar="ACTOR", help="The person whose name two people bear.")],
    articles: Annotated[list[int], typer.Argument(metavar="ARTICLE", help="Articles that mean the other one.")],
    why: Why,
    by: By = "",
) -> None:
    """Tell two people of one name apart: in these articles, the name means another person.

    \b
    Example:
      eventdb actor split 5512345678901234567 8812345678901234567 --why "the footballer, not the minister"
    """
    from loaders.decide import split_actor

    with _writing() as connection:
        made, new = split_actor(connection, actor, articles, _signed(by, why))
    print(f"decision{'s' if len(made) > 1 else ''} {', '.join(map(str, made))}: a new actor {new}")


def listed(
    form: Annotated[Format, typer.Option("--format", help="A table for eyes, CSV, JSON.")] = Format.TABLE,
) -> None:
    """Print what people decided, and what waits for review.

    \b
    Example:
      eventdb decisions list
    """
    from eventdb.cli.asking import answer

    with reading() as connection:
        print_rows(*answer(connection, "decision"), form=form)


def exported(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", dir_okay=False, help="Else standard output.")] = None,
) -> None:
    """Write every decision as a line of JSON, for review and back-up.

    \b
    Examples:
      eventdb decisions export decisions.jsonl
      eventdb decisions export | grep in_review
    """
    from loaders.decide import as_lines, decisions

    with reading() as connection:
        lines = [f"{line}\n" for line in as_lines(decisions(connection))]
    if file is None:
        sys.stdout.writelines(lines)
        return
    file.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} decisions written to {file}")


def imported(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="As `eventdb decisions export` writes it; - for input.")],
) -> None:
    """Take in decisions of a file.

    Those that the database has already are left alone. Those that contradict one in force are listed, not taken, and
    make the exit code 1. Decisions about articles that are not there yet wait for them.

    \b
    Example:
      eventdb decisions import decisions.jsonl
    """
    from loaders.decide import read_decisions, take_decisions

    found = read_decisions(_lines(file))
    with _writing() as connection:
        taken = take_decisions(connection, found)
    print(f"read {len(found)} = {taken.new} new + {taken.known} known + {len(taken.in_conflict)} in conflict")
    for each in taken.in_conflict:
        print(f"in conflict with a decision in force: {each}")
    raise typer.Exit(SOME_IN_CONFLICT if taken.in_conflict else 0)


def _lines(file: Path) -> list[str]:
    try:
        return (sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from None


@contextmanager
def _writing() -> Iterator[Connection]:
    """The only writer's connection to the chosen database, with tables and views of this version."""
    from eventdb.schema import upgrade
    from loaders.ingest import writing

    with database() as url:
        upgrade(url)
        with writing(url) as connection:
            yield connection


def _signed(by: str, why: str) -> Signed:
    from loaders.decide import Signed

    return Signed(by or getpass.getuser(), why, datetime.now(UTC))
