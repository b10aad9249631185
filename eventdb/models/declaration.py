"""What all tables share: schema, names of constraints, comments, and the columns and rules that recur.

In: nothing. Out: `Base` and small functions from which the modules beside this one are built. Never connects to a
database.

A table's comment is the first paragraph of its class's docstring; it states the grain ("One row per …"). A fact hangs
from its article by foreign keys that cascade: whoever deletes an article's version deletes all it said.
"""

from __future__ import annotations

import inspect
from typing import Any, Literal

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, Relationship, mapped_column, relationship

SCHEMA = "eventdb"
"""The PostgreSQL schema of the tables; views live in `report`."""

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(constraint_name)s",
    "uq": "uq_%(table_name)s_%(constraint_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Every rule is given a name that states it: `ck_casualty_figure_bounds_in_order`."""


class Base(DeclarativeBase):
    """The registry of all tables of schema `eventdb`."""

    metadata = MetaData(schema=SCHEMA, naming_convention=NAMES)
    type_annotation_map = {str: Text()}

    def __init_subclass__(cls, **options: Any) -> None:
        if "__tablename__" in cls.__dict__:
            grain = (inspect.getdoc(cls) or "").split("\n\n")[0].replace("\n", " ")
            rules = getattr(cls, "__table_args__", ())
            cls.__table_args__ = (*rules, {"comment": grain})
        super().__init_subclass__(**options)


def key(comment: str) -> MappedColumn[Any]:
    """A 63-bit hash of content: no sequence, so loading again gives the same keys."""
    return mapped_column(BigInteger, primary_key=True, autoincrement=False, comment=comment)


def listed(table: str, comment: str, *, number: bool = False, order: int = 0) -> MappedColumn[Any]:
    """A code from the closed list kept in `table`."""
    kind = SmallInteger() if number else Text()
    return mapped_column(kind, ForeignKey(f"{SCHEMA}.{table}.code", name=table), comment=comment, sort_order=order)


def elsewhere(
    table: str, comment: str, *, name: str | None = None, primary: bool = False, order: int = 0
) -> MappedColumn[Any]:
    """The key of a row of `table`, whose key is called `<table>_id`."""
    target = ForeignKey(f"{SCHEMA}.{table}.{table}_id", name=name or table)
    return mapped_column(
        BigInteger, target, primary_key=primary, autoincrement=False, comment=comment, sort_order=order
    )


class Retractable:
    """The column of a fact that a person may take out of all counts."""

    is_retracted: Mapped[bool] = mapped_column(
        server_default=text("false"),
        comment="A person retracted it: it stays here, and counts nowhere",
        sort_order=95,
    )


def check(name: str, rule: str) -> CheckConstraint:
    """A rule that every row keeps."""
    return CheckConstraint(rule, name=name)


def within(table: str, *pairs: str, name: str | None = None) -> ForeignKeyConstraint:
    """The row belongs to a row of `table` of the same article and version, and goes when that goes.

    Each of `pairs` is `column` or `column=column_there`; article_id and version go without saying.
    """
    here, there = zip(*(pair.partition("=")[::2] for pair in ("article_id", "version", *pairs)), strict=True)
    targets = [f"{SCHEMA}.{table}.{other or own}" for own, other in zip(here, there, strict=True)]
    return ForeignKeyConstraint(here, targets, name=name or table, ondelete="CASCADE")


def read(foreign_keys: str | None = None, *, of: str | None = None) -> Relationship[Any]:
    """A relationship to read along, never to write by; several rows `of` a class come in the order of their keys."""
    order: str | Literal[False] = f"[{of}.article_id, {of}.version, {of}.ordinal]" if of else False
    return relationship(viewonly=True, foreign_keys=foreign_keys, order_by=order)


def country_shape(column: str = "country_code") -> CheckConstraint:
    """ISO 3166-1 alpha-2 (XK is Kosovo), or the four letters of ISO 3166-3 for a state that is no more (SUHH)."""
    return check(f"{column}_is_iso_3166", f"{column} ~ '^[A-Z]{{2}}([A-Z]{{2}})?$'")


def yearless_shape(column: str) -> CheckConstraint:
    """A day without a year as ISO 8601 once wrote it: `--09-04`."""
    shape = "^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    return check(f"{column}_is_month_and_day", f"{column} ~ '{shape}'")


def same_day(column: str, yearless: str) -> CheckConstraint:
    """Where a year was found for a day that the text gives without one, month and day stay the text's."""
    rule = f"to_char({column}::timestamp, '--MM-DD') = {yearless}"
    return check(f"{column}_keeps_the_day_of_the_text", rule)


class InArticle:
    """Columns of everything that an article says."""

    article_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, sort_order=-9, comment="Article; the same over its versions"
    )
    version: Mapped[int] = mapped_column(
        SmallInteger,
        primary_key=True,
        autoincrement=False,
        sort_order=-8,
        comment="Version of the article's text, from 1",
    )


class Numbered(InArticle):
    """Columns of what an article says several times."""

    ordinal: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, sort_order=-7, comment="Running number in the article, from 0"
    )


class Spanned:
    """Columns of a claim's place in the text: half-open, in characters.

    A span past the text's end is impossible: `text_length` travels inside the foreign key to the article (or to the
    report), so the check `stop <= text_length` compares with the article's true length. The column costs no space, as
    rows are padded to eight bytes, and about a seventh of the speed of a COPY with a foreign key (220,000 against
    250,000 rows a second); a trigger that looks the length up for each row costs two thirds of it.
    """

    start: Mapped[int] = mapped_column(comment="First character in article.text, from 0", sort_order=80)
    stop: Mapped[int] = mapped_column(comment="One past the last character in article.text", sort_order=81)
    text_length: Mapped[int] = mapped_column(
        comment="Copy of article.text_length, held true by the foreign key, so that a check can bound the span",
        sort_order=82,
    )


def span_in_text() -> CheckConstraint:
    """The rule for tables that are `Spanned`."""
    return check("span_is_inside_the_text", "0 <= start and start < stop and stop <= text_length")
