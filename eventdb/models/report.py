"""Claims: events as one article tells them, positions and figures in them.

In: `EventFact`, `ParticipationFact` and `FigureFact` of `loaders.facts`. Out: `EventReport`, `Participation`,
`CasualtyFigure`. Each has a running number in its article (its key) and a hash of its content (`…_id`), which
survives a new extraction and is what corrections and judgements refer to.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.actor import ArticleActor
from eventdb.models.article import Article
from eventdb.models.declaration import (
    Base,
    Numbered,
    Retractable,
    Spanned,
    check,
    elsewhere,
    listed,
    read,
    span_in_text,
    within,
)
from eventdb.models.event import Dated, Event, day_rules
from eventdb.models.place import Located, Place, place_rules

BOUNDS_BY_QUALIFIER = """case qualifier_code
    when 'exact' then low = value and high = value
    when 'at_least' then low = value and high is null
    when 'more_than' then low = value + 1 and high is null
    when 'nearly' then low is null and high = value - 1
    when 'up_to' then low is null and high = value
    when 'about' then value is not null and low is null and high is null
    when 'between' then value is null and low is not null and high is not null
    when 'vague' then value is null
    when 'coded' then value is not null and low is not null and high is not null
    when 'stated_none' then value = 0 and low = 0 and high = 0
end is true"""
"""`is true`, since a comparison with null is null, and a check lets null pass."""

ACTOR = "[{0}.article_id, {0}.version, {0}.{1}_ordinal]"
"""The columns that lead to an actor of the article, by the words that come before `_ordinal`."""


class EventReport(Numbered, Dated, Located, Retractable, Spanned, Base):
    """One row per event as one article tells it."""

    __tablename__ = "event_report"
    __table_args__ = (
        within("article", "text_length"),
        UniqueConstraint("article_id", "version", "event_report_id", name="id_in_version"),
        UniqueConstraint("article_id", "version", "ordinal", "text_length", name="text_length"),
        span_in_text(),
        *day_rules(),
        *place_rules(),
        check("rule_is_named", "rule <> ''"),
        Index("ix_event_report_event", "event_id"),
    )

    event_report_id: Mapped[int] = mapped_column(
        BigInteger, comment="Hash of article, kind of event and evidence: survives a new extraction"
    )
    event_id: Mapped[int | None] = elsewhere("event", "Real-world event; null: not linked yet")
    type_code: Mapped[str] = listed("event_type", "Kind of event")
    status_code: Mapped[str] = listed("event_status", "State as told")
    is_core: Mapped[bool] = mapped_column(comment="News or direct subject of the article, not background")
    is_lasting: Mapped[bool] = mapped_column(
        comment="Goes on from starts_from to ends_to; false: some day between", sort_order=26
    )
    window_precision_code: Mapped[str | None] = listed("window_precision", "Unit to which the days are known")
    rule: Mapped[str] = mapped_column(comment="Rule that found it", sort_order=90)

    article: Mapped[Article] = read()
    event: Mapped[Event | None] = read()
    place: Mapped[Place | None] = read()
    participations: Mapped[list[Participation]] = read(of="Participation")
    casualty_figures: Mapped[list[CasualtyFigure]] = read(of="CasualtyFigure")


class Said:
    """Columns of what somebody says: nobody named means the article itself."""

    said_by_name: Mapped[str | None] = mapped_column(
        comment="Who says so, as written; null: the article", sort_order=70
    )
    said_by_ordinal: Mapped[int | None] = mapped_column(
        comment="Who says so, if an actor of the article", sort_order=71
    )


def said_by_has_a_name() -> CheckConstraint:
    """The rule for tables that are `Said`."""
    return check("said_by_has_a_name", "said_by_ordinal is null or said_by_name is not null")


class Participation(Numbered, Said, Retractable, Spanned, Base):
    """One row per position of an actor in an event, as one article reports it."""

    __tablename__ = "participation"
    __table_args__ = (
        within("event_report", "report_ordinal=ordinal", "text_length", name="report"),
        within("article_actor", "actor_ordinal=ordinal"),
        within("article_actor", "said_by_ordinal=ordinal", name="said_by"),
        UniqueConstraint("article_id", "version", "participation_id", name="id_in_version"),
        span_in_text(),
        said_by_has_a_name(),
        check("rule_is_named", "rule <> ''"),
    )

    participation_id: Mapped[int] = mapped_column(
        BigInteger, comment="Hash of report, actor, role, position and speaker: survives a new extraction"
    )
    report_ordinal: Mapped[int] = mapped_column(comment="Event report in the article")
    actor_ordinal: Mapped[int] = mapped_column(comment="Actor in the article")
    role_code: Mapped[str] = listed("participant_role", "Role of the actor")
    position_code: Mapped[str] = listed("participant_position", "Position of the actor")
    rule: Mapped[str] = mapped_column(comment="Rule that found it", sort_order=90)

    report: Mapped[EventReport] = read()
    actor: Mapped[ArticleActor] = read(ACTOR.format("Participation", "actor"))
    said_by: Mapped[ArticleActor | None] = read(ACTOR.format("Participation", "said_by"))


class CasualtyFigure(Numbered, Said, Retractable, Spanned, Base):
    """One row per casualty figure of an event, as one article reports it."""

    __tablename__ = "casualty_figure"
    __table_args__ = (
        within("event_report", "report_ordinal=ordinal", "text_length", name="report"),
        within("article_actor", "said_by_ordinal=ordinal", name="said_by"),
        UniqueConstraint("article_id", "version", "casualty_figure_id", name="id_in_version"),
        span_in_text(),
        said_by_has_a_name(),
        check("bounds_in_order", "low <= best and best <= high and low <= high"),
        check("figures_are_not_negative", "value >= 0 and low >= 0 and best >= 0 and high >= 0"),
        check("bounds_follow_the_qualifier", BOUNDS_BY_QUALIFIER),
        check("victims_are_named", "victims <> ''"),
        check("rule_is_named", "rule <> ''"),
    )

    casualty_figure_id: Mapped[int] = mapped_column(
        BigInteger, comment="Hash of report, kind, victims, figure and speaker: survives a new extraction"
    )
    report_ordinal: Mapped[int] = mapped_column(comment="Event report in the article")
    kind_code: Mapped[str] = listed("casualty_kind", "Kind of harm")
    victims: Mapped[str] = mapped_column(comment="Group as written, such as people, civilians, attackers")
    value: Mapped[int | None] = mapped_column(BigInteger, comment="Number as stated; null: only words or a range")
    qualifier_code: Mapped[str] = listed("figure_qualifier", "How the text qualifies the number")
    low: Mapped[int | None] = mapped_column(BigInteger, comment="Lowest number that the words allow; null: open")
    best: Mapped[int | None] = mapped_column(BigInteger, comment="Number to count with; null: the words give none")
    high: Mapped[int | None] = mapped_column(BigInteger, comment="Highest number that the words allow; null: open")
    includes_attackers: Mapped[bool | None] = mapped_column(comment="Attackers counted in; null: the text does not say")
    rule: Mapped[str] = mapped_column(comment="Rule that found it", sort_order=90)

    report: Mapped[EventReport] = read()
    said_by: Mapped[ArticleActor | None] = read(ACTOR.format("CasualtyFigure", "said_by"))
