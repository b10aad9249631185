"""Events: what is made of the reports of all articles.

In: nothing that an article says by itself; linking derives these rows from `event_report`. Out: `Event`, and the
columns of anything that happens on days.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, check, elsewhere, key, listed, read, same_day, yearless_shape
from eventdb.models.place import Located, Place, place_rules

if TYPE_CHECKING:
    from eventdb.models.report import EventReport


class Dated:
    """Columns of anything that happens on days: it starts between starts_from and starts_to, and ends by ends_to.

    A day without a known year stands in the column `…_yearless`. Once linking has found the year, both are filled.
    """

    starts_from: Mapped[date | None] = mapped_column(
        comment="First day on which it may start; null: open", sort_order=20
    )
    starts_to: Mapped[date | None] = mapped_column(comment="Last day on which it may start; null: open", sort_order=21)
    ends_to: Mapped[date | None] = mapped_column(comment="Last day of it; null: not known or going on", sort_order=22)
    starts_from_yearless: Mapped[str | None] = mapped_column(
        comment="starts_from where the text has no year: --09-04", sort_order=23
    )
    starts_to_yearless: Mapped[str | None] = mapped_column(
        comment="starts_to where the text has no year", sort_order=24
    )
    ends_to_yearless: Mapped[str | None] = mapped_column(comment="ends_to where the text has no year", sort_order=25)
    date_precision_code: Mapped[int | None] = listed(
        "date_precision", "UCDP precision of the days, 1 day to 5 year; null: no day given", number=True, order=27
    )


def day_rules() -> tuple[CheckConstraint, ...]:
    """The rules for tables that are `Dated`."""
    days = ("starts_from", "starts_to", "ends_to")
    return (
        check("days_in_order", "starts_from <= starts_to and starts_from <= ends_to and starts_to <= ends_to"),
        *(yearless_shape(f"{day}_yearless") for day in days),
        *(same_day(day, f"{day}_yearless") for day in days),
    )


class Event(Dated, Located, Base):
    """One row per real-world event."""

    __tablename__ = "event"
    __table_args__ = (
        *day_rules(),
        *place_rules(),
        check("label_is_not_empty", "label <> ''"),
        check("merged_into_another", "merged_into_id <> event_id"),
        Index("ix_event_type_starts", "type_code", "starts_from"),
        Index("ix_event_merged_into", "merged_into_id", postgresql_where=text("merged_into_id is not null")),
    )

    event_id: Mapped[int] = key("Made when it was first linked; survives linking again")
    type_code: Mapped[str] = listed("event_type", "Kind of event")
    status_code: Mapped[str] = listed("event_status", "State by its latest report")
    label: Mapped[str] = mapped_column(comment="Short words for readers")
    merged_into_id: Mapped[int | None] = elsewhere(
        "event", "Event that stands for it since a merge", name="merged_into"
    )

    reports: Mapped[list[EventReport]] = read(of="EventReport")
    place: Mapped[Place | None] = read()
