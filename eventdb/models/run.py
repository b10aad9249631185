"""Runs of ingest: what was read and what became of each file.

In: the verdicts of a run. Out: `IngestRun`, `IngestResult`. Counts add up, by constraint.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, check, elsewhere, key, listed


class IngestRun(Base):
    """One row per run of ingest."""

    __tablename__ = "ingest_run"
    __table_args__ = (
        check("counts_add_up", "files_read = files_inserted + files_updated + files_kept + files_rejected"),
        check("counts_are_not_negative", "least(files_inserted, files_updated, files_kept, files_rejected) >= 0"),
        check("finished_after_started", "finished_at >= started_at"),
    )

    ingest_run_id: Mapped[int] = key("Hash of started_at and the sources given")
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When it began")
    finished_at: Mapped[datetime | None] = mapped_column(
        DateTime(timezone=True), comment="When it ended; null: running or broken off"
    )
    rules_version: Mapped[str] = mapped_column(comment="Rules and lexicons of the run")
    sources: Mapped[str] = mapped_column(comment="Paths as given, joined by spaces")
    files_read: Mapped[int] = mapped_column(comment="Files met: inserted, updated, kept and rejected together")
    files_inserted: Mapped[int] = mapped_column(comment="New articles")
    files_updated: Mapped[int] = mapped_column(comment="New versions, or texts read again by newer rules")
    files_kept: Mapped[int] = mapped_column(comment="Unchanged")
    files_rejected: Mapped[int] = mapped_column(comment="Not readable; the reason is in ingest_result")


class IngestResult(Base):
    """One row per file in a run."""

    __tablename__ = "ingest_result"
    __table_args__ = (
        check("rejected_has_a_reason", "(verdict_code = 'rejected') = (reason is not null)"),
        check("rejected_has_no_article", "(verdict_code = 'rejected') = (article_id is null)"),
        check("counts_are_not_negative", "least(event_reports, participations, casualty_figures) >= 0"),
        Index("ix_ingest_result_source_file", "source_file_id"),
    )

    ingest_run_id: Mapped[int] = elsewhere("ingest_run", "Run", primary=True)
    source_file_id: Mapped[int] = elsewhere("source_file", "File", primary=True)
    verdict_code: Mapped[str] = listed("ingest_verdict", "What became of it")
    reason: Mapped[str | None] = mapped_column(comment="Why it was rejected")
    article_id: Mapped[int | None] = mapped_column(
        BigInteger, comment="Article that it holds; no foreign key, since the result outlives its version"
    )
    event_reports: Mapped[int] = mapped_column(comment="Event reports found; 0 is worth a look")
    participations: Mapped[int] = mapped_column(comment="Positions found")
    casualty_figures: Mapped[int] = mapped_column(comment="Casualty figures found")
