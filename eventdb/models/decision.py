"""Decisions and their traces: judgements, corrections by hand, and what changed.

In: what rules or humans decide. Out: `Judgement`, `Correction`, `FactChange`. No load deletes a row here, and nothing
here hangs from an article's version by a foreign key: decisions refer to hashes of content, so that they survive
every later ingest.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, check, elsewhere, key, listed


class Judgement(Base):
    """One row per decision that two reports, or two actors, are the same or are not."""

    __tablename__ = "judgement"
    __table_args__ = (
        check("left_before_right", "left_id < right_id"),
        check(
            "reports_have_articles",
            "(subject_code = 'event_report') = (num_nonnulls(left_article_id, right_article_id) = 2)",
        ),
        check("made_by_rule_or_human", "origin_code in ('rule', 'human')"),
        check("human_says_who_and_why", "origin_code <> 'human' or (made_by <> '' and reason <> '')"),
        check("withdrawn_after_made", "withdrawn_at >= made_at"),
        check("withdrawn_says_who", "(withdrawn_at is null) = (withdrawn_by is null)"),
        check("score_is_a_share", "score between 0 and 1"),
        check("rule_has_a_score", "(origin_code = 'rule') = (score is not null)"),
        Index("ix_judgement_decision", "decision_id"),
        Index("ix_judgement_left", "left_id"),
        Index("ix_judgement_right", "right_id"),
        Index("ix_judgement_of_people", "subject_code", postgresql_where=text("origin_code = 'human'")),
        Index(
            "uq_judgement_one_in_force",
            "subject_code",
            "left_id",
            "right_id",
            "origin_code",
            unique=True,
            postgresql_where=text("withdrawn_at is null"),
        ),
    )

    judgement_id: Mapped[int] = key("Hash of subject, pair, origin and made_at")
    subject_code: Mapped[str] = listed("judgement_subject", "What is compared")
    left_id: Mapped[int] = mapped_column(BigInteger, comment="Smaller event_report_id or actor_id of the pair")
    right_id: Mapped[int] = mapped_column(BigInteger, comment="Larger event_report_id or actor_id of the pair")
    left_article_id: Mapped[int | None] = mapped_column(
        BigInteger, comment="Article of the left report; null for actors"
    )
    right_article_id: Mapped[int | None] = mapped_column(
        BigInteger, comment="Article of the right report; null for actors"
    )
    verdict_code: Mapped[str] = listed("judgement_verdict", "Same or different")
    origin_code: Mapped[str] = listed("origin", "Rule or human; a human's wins, for ever")
    made_by: Mapped[str] = mapped_column(comment="Rule with its version, or person")
    reason: Mapped[str] = mapped_column(comment="Why")
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When")
    withdrawn_at: Mapped[datetime | None] = mapped_column(
        DateTime(timezone=True), comment="When taken back; null: in force"
    )
    decision_id: Mapped[int] = mapped_column(
        BigInteger, comment="Decision that it is part of: what a person said of two events holds for many reports"
    )
    score: Mapped[float | None] = mapped_column(
        comment="How well a rule found the two to agree, from 0 to 1; null: a person decided"
    )
    withdrawn_by: Mapped[str | None] = mapped_column(comment="Who took it back")
    withdrawn_reason: Mapped[str | None] = mapped_column(comment="Why it was taken back")


class Correction(Base):
    """One row per value set right by hand."""

    __tablename__ = "correction"
    __table_args__ = (
        check("value_is_changed", "original_value is distinct from corrected_value"),
        check("fact_of_an_article_names_it", "(fact_kind_code in ('event', 'actor')) = (article_id is null)"),
        check("says_who_and_why", "made_by <> '' and reason <> ''"),
        check("withdrawn_has_a_time", "(state_code = 'withdrawn') = (withdrawn_at is not null)"),
        check("withdrawn_after_made", "withdrawn_at >= made_at"),
        check("withdrawn_says_who", "(withdrawn_at is null) = (withdrawn_by is null)"),
        Index("ix_correction_article", "article_id"),
        Index(
            "uq_correction_one_in_force",
            "fact_kind_code",
            "fact_id",
            "field_name",
            unique=True,
            postgresql_where=text("withdrawn_at is null"),
        ),
    )

    correction_id: Mapped[int] = key("Hash of fact, field and made_at")
    fact_kind_code: Mapped[str] = listed("fact_kind", "Kind of fact")
    article_id: Mapped[int | None] = mapped_column(BigInteger, comment="Article of the fact; null: an event or actor")
    fact_id: Mapped[int] = mapped_column(
        BigInteger, comment="The fact's content hash, as event_report_id; for an article its article_id"
    )
    field_name: Mapped[str] = mapped_column(comment="Column set right")
    original_value: Mapped[str | None] = mapped_column(comment="Value as extracted, as text")
    corrected_value: Mapped[str | None] = mapped_column(comment="Value that holds, as text")
    original_quote: Mapped[str | None] = mapped_column(comment="Words that the fact rested on when it was set right")
    state_code: Mapped[str] = listed("correction_state", "Active, in review or withdrawn")
    made_by: Mapped[str] = mapped_column(comment="Who")
    reason: Mapped[str] = mapped_column(comment="Why")
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When")
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True), comment="When taken back")
    withdrawn_by: Mapped[str | None] = mapped_column(comment="Who took it back")
    withdrawn_reason: Mapped[str | None] = mapped_column(comment="Why it was taken back")


class FactChange(Base):
    """One row per field of a fact that a load changed; corrections and judgements keep their own."""

    __tablename__ = "fact_change"
    __table_args__ = (check("value_is_changed", "before_value is distinct from after_value"),)

    article_id: Mapped[int] = mapped_column(
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="Article; no foreign key, since the change outlives its version",
    )
    ingest_run_id: Mapped[int] = elsewhere("ingest_run", "Run that changed it", primary=True)
    ordinal: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="Running number in article and run, from 0"
    )
    changed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When")
    cause_code: Mapped[str] = listed("change_cause", "Article or rules")
    fact_kind_code: Mapped[str] = listed("fact_kind", "Kind of fact")
    fact_id: Mapped[int] = mapped_column(BigInteger, comment="The fact's content hash, as event_report_id")
    field_name: Mapped[str | None] = mapped_column(comment="Column; null: the fact as a whole came or went")
    before_value: Mapped[str | None] = mapped_column(comment="Value before, as text; null: none")
    after_value: Mapped[str | None] = mapped_column(comment="Value after, as text; null: none")
