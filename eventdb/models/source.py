"""Where articles come from: outlets and agencies, and the files or addresses that were read.

In: publisher names and files that an ingest met. Out: `Outlet`, `OutletName`, `SourceFile`.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import Base, check, country_shape, elsewhere, key, listed


class Outlet(Base):
    """One row per publisher or agency."""

    __tablename__ = "outlet"
    __table_args__ = (country_shape(), check("name_is_not_empty", "name <> ''"))

    outlet_id: Mapped[int] = key("Hash of the lexicon's key, or of the name where no lexicon knows it")
    name: Mapped[str] = mapped_column(comment="Name for readers")
    kind_code: Mapped[str] = listed("outlet_kind", "Kind of outlet")
    country_code: Mapped[str | None] = mapped_column(comment="Home country, ISO 3166-1 or, of a former state, -3")
    lexicon_key: Mapped[str | None] = mapped_column(comment="Key of its lexicon entry; null: only articles name it")


class OutletName(Base):
    """One row per name of an outlet."""

    __tablename__ = "outlet_name"

    outlet_id: Mapped[int] = elsewhere("outlet", "Outlet", primary=True)
    name: Mapped[str] = mapped_column(primary_key=True, comment="A name of it")


class SourceFile(Base):
    """One row per place that an article came from: a path or an address."""

    __tablename__ = "source_file"
    __table_args__ = (
        UniqueConstraint("location", name="location"),
        check("sha256_is_64_hex_digits", "sha256 ~ '^[0-9a-f]{64}$'"),
        check("size_is_not_negative", "size_bytes >= 0"),
        check("seen_in_order", "first_seen_at <= last_seen_at"),
        check("rejected_has_a_reason", "(state_code = 'rejected') = (reason is not null)"),
        check("loaded_has_an_article", "state_code in ('rejected', 'gone') or article_id is not null"),
        Index("ix_source_file_article", "article_id"),
    )

    source_file_id: Mapped[int] = key("Hash of the location")
    location: Mapped[str] = mapped_column(comment="Path as given, or address")
    sha256: Mapped[str | None] = mapped_column(comment="SHA-256 of its bytes when last read; null: never readable")
    size_bytes: Mapped[int | None] = mapped_column(BigInteger, comment="Bytes when last read")
    state_code: Mapped[str] = listed("source_state", "What became of it")
    reason: Mapped[str | None] = mapped_column(comment="Why it was rejected")
    article_id: Mapped[int | None] = mapped_column(
        BigInteger,
        comment="Article that it holds; no foreign key, since several files and versions may hold one article",
    )
    first_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="First ingest that met it")
    last_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="Last ingest that met it")
    stat_hash: Mapped[int | None] = mapped_column(
        BigInteger,
        comment="Hash of what the system said of it (size, times, inode), of the metadata beside it, and of its "
        "article's content then; null: too fresh to be trusted, or no file of its own",
    )
    input_hash: Mapped[int | None] = mapped_column(
        BigInteger, comment="Hash of what was read of it, and of its article's content then; null: to be judged anew"
    )
