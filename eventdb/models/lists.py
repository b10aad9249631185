"""The tables that hold the closed lists; `eventdb.models.codes` holds their rows.

In: nothing. Out: one class per list. Never holds anything that a load adds.
"""

from __future__ import annotations

from sqlalchemy import SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, check


class Labelled:
    """Columns of every closed list."""

    ordinal: Mapped[int] = mapped_column(SmallInteger, comment="Place in the list, from 1", sort_order=10)
    label: Mapped[str] = mapped_column(comment="Words for readers", sort_order=11)
    definition: Mapped[str] = mapped_column(comment="When the code applies", sort_order=12)


class Coded(Labelled):
    """A list whose codes are words."""

    code: Mapped[str] = mapped_column(primary_key=True, comment="The code")


class Graded(Labelled):
    """A list whose codes are small numbers."""

    code: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False, comment="The code")


class EventType(Coded, Base):
    """One row per kind of event, with its PLOVER and CAMEO equivalents."""

    __tablename__ = "event_type"
    __table_args__ = (check("quad_class_is_1_to_4", "quad_class between 1 and 4"),)

    plover_type: Mapped[str | None] = mapped_column(comment="PLOVER 0.8 type; null: PLOVER has none", sort_order=20)
    plover_mode: Mapped[str | None] = mapped_column(comment="PLOVER 0.8 mode of the type", sort_order=21)
    cameo_root: Mapped[str | None] = mapped_column(comment="CAMEO root code, 01 to 20", sort_order=22)
    quad_class: Mapped[int | None] = mapped_column(
        SmallInteger,
        comment="By CAMEO root: 1 verbal cooperation, 2 material, 3 verbal conflict, 4 material",
        sort_order=23,
    )


class EventStatus(Coded, Base):
    """One row per state that an event can be in."""

    __tablename__ = "event_status"


class ParticipantRole(Coded, Base):
    """One row per role of an actor in an event."""

    __tablename__ = "participant_role"


class ParticipantPosition(Coded, Base):
    """One row per position of an actor towards an event."""

    __tablename__ = "participant_position"


class FigureQualifier(Coded, Base):
    """One row per way in which a text qualifies a figure."""

    __tablename__ = "figure_qualifier"


class CasualtyKind(Coded, Base):
    """One row per kind of harm."""

    __tablename__ = "casualty_kind"


class ActorKind(Coded, Base):
    """One row per kind of actor."""

    __tablename__ = "actor_kind"


class PlaceKind(Coded, Base):
    """One row per kind of place."""

    __tablename__ = "place_kind"


class OutletKind(Coded, Base):
    """One row per kind of outlet."""

    __tablename__ = "outlet_kind"


class Dataset(Coded, Base):
    """One row per data set of coded records that can be imported."""

    __tablename__ = "dataset"


class BlockKind(Coded, Base):
    """One row per kind of stretch of a page."""

    __tablename__ = "block_kind"


class CreditKind(Coded, Base):
    """One row per way in which an article credits an agency."""

    __tablename__ = "credit_kind"


class PublishedBasis(Coded, Base):
    """One row per ground on which a day of publication rests."""

    __tablename__ = "published_basis"


class WindowPrecision(Coded, Base):
    """One row per unit to which a date phrase is known."""

    __tablename__ = "window_precision"


class DatePrecision(Graded, Base):
    """One row per UCDP grade of date precision (date_prec, GED 23.1 page 10)."""

    __tablename__ = "date_precision"


class PlacePrecision(Graded, Base):
    """One row per UCDP grade of place precision (where_prec, GED 23.1 page 9)."""

    __tablename__ = "place_precision"


class SourceState(Coded, Base):
    """One row per state of a source file."""

    __tablename__ = "source_state"


class IngestVerdict(Coded, Base):
    """One row per outcome of reading a file."""

    __tablename__ = "ingest_verdict"


class Origin(Coded, Base):
    """One row per origin of a decision."""

    __tablename__ = "origin"


class JudgementSubject(Coded, Base):
    """One row per kind of thing that judgements compare."""

    __tablename__ = "judgement_subject"


class JudgementVerdict(Coded, Base):
    """One row per outcome of a judgement."""

    __tablename__ = "judgement_verdict"


class FactKind(Coded, Base):
    """One row per kind of fact that can be shown, corrected or changed."""

    __tablename__ = "fact_kind"


class CorrectionState(Coded, Base):
    """One row per state of a correction."""

    __tablename__ = "correction_state"


class ChangeCause(Coded, Base):
    """One row per cause of a changed fact."""

    __tablename__ = "change_cause"
