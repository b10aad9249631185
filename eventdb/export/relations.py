"""What can be exported: the views of schema `report`, and its functions of a day.

In: a connection, a name, a day. Out: `Relation`s with typed and commented columns; all rows of one, in one order, read
through a cursor of the server, so that memory does not grow with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from psycopg import Connection, IsolationLevel, sql

from eventdb.errors import SchemaError

Row = Sequence[Any]
ROWS_AT_A_TIME = 5_000

RELATIONS = """
select relname, coalesce(obj_description(oid, 'pg_class'), ''), false
from pg_class where relnamespace = 'report'::regnamespace and relkind in ('v', 'm')
union all
select proname, coalesce(obj_description(oid, 'pg_proc'), ''), true
from pg_proc
where pronamespace = 'report'::regnamespace and proretset and proargtypes = '1082'::oidvector
order by 1
"""
COMMENTS = """
select attname, coalesce(col_description(attrelid, attnum), '')
from pg_attribute
where attrelid = to_regclass(format('report.%%I', %s::text)) and attnum > 0 and not attisdropped
"""


class Kind(StrEnum):
    """What a column holds; a KEY is a number of up to 63 bits that only names something."""

    TEXT = "text"
    INTEGER = "integer"
    KEY = "key"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    INSTANT = "instant"


KINDS = {
    16: Kind.BOOLEAN, 20: Kind.INTEGER, 21: Kind.INTEGER, 23: Kind.INTEGER, 25: Kind.TEXT, 700: Kind.NUMBER,
    701: Kind.NUMBER, 1082: Kind.DATE, 1184: Kind.INSTANT, 1700: Kind.NUMBER,
}  # fmt: skip
"""PostgreSQL's number of a type → kind."""
LARGE = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what it means."""

    name: str
    kind: Kind
    about: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A view, or a function that asks for a day."""

    name: str
    about: str
    asks_for_day: bool


def relations(connection: Connection) -> list[Relation]:
    """All views, and functions of a day, by name."""
    return [Relation(*row) for row in connection.execute(RELATIONS).fetchall()]


def snapshot(connection: Connection) -> None:
    """Let all that is read from now on be as of one moment."""
    connection.rollback()
    connection.isolation_level = IsolationLevel.REPEATABLE_READ


@contextmanager
def reading_all(
    connection: Connection, relation: Relation, *, on: str | None = None
) -> Iterator[tuple[list[Column], Iterator[Row]]]:
    """The columns and rows of a view, or of a function as of the day `on`."""
    columns = columns_of(connection, relation, on=on)
    query = sql.SQL("select * from {} as exported order by {}").format(_source(relation, on), _order(columns))
    with read(connection, query) as rows:
        yield columns, rows


def columns_of(connection: Connection, relation: Relation, *, on: str | None = None) -> list[Column]:
    """The columns of a view or function, with what they mean."""
    about: dict[str, str] = dict(connection.execute(COMMENTS, (relation.name,)).fetchall())
    none = sql.SQL("select * from {} as exported limit 0").format(_source(relation, on))
    return described(connection, none, about)


def described(connection: Connection, query: sql.Composed | sql.SQL, about: Mapping[str, str]) -> list[Column]:
    """The columns of a query that gives no rows."""
    found = connection.execute(query).description or ()
    return [Column(each.name, kind_of(each.name, each.type_code), about.get(each.name, "")) for each in found]


def _source(relation: Relation, on: str | None) -> sql.Composed:
    source = sql.SQL("report.{}").format(sql.Identifier(relation.name))
    return source + sql.SQL("({}::date)").format(sql.Literal(on)) if relation.asks_for_day else source


@contextmanager
def read(connection: Connection, query: sql.Composed | sql.SQL) -> Iterator[Iterator[Row]]:
    """The rows of a query, some thousand at a time."""
    connection.execute("set local cursor_tuple_fraction = 1")  # all rows are wanted, not the first ones soon
    with connection.cursor(name="export") as cursor:
        cursor.itersize = ROWS_AT_A_TIME
        cursor.execute(query)
        yield iter(cursor)


def kind_of(name: str, type_code: int) -> Kind:
    """The kind of a column; SchemaError for a type that no file format here has."""
    if type_code not in KINDS:
        raise SchemaError(f"column {name} has a type (oid {type_code}) that cannot be exported; cast it to text")
    return Kind.KEY if type_code == LARGE and name.endswith("_id") else KINDS[type_code]


def _order(columns: Sequence[Column]) -> sql.Composed:
    """By all columns, text by its bytes: the same rows come in the same order on any server."""
    plain, text = sql.SQL("exported.{}"), sql.SQL('exported.{} collate "C"')
    ordered = ((text if each.kind is Kind.TEXT else plain).format(sql.Identifier(each.name)) for each in columns)
    return sql.SQL(", ").join(ordered)
