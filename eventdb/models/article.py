"""Articles: versions of their texts, the parts of a text, and sets of near-identical articles.

In: the text and its parts as `loaders.facts.ArticleFacts` has them. Out: `Story`, `Article`, `ArticleCredit`, `Block`,
`Sentence`, `DateSpan`. All that one version says is deleted with its row in `article`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Computed, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, TSVECTOR, Range
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import (
    Base,
    InArticle,
    Numbered,
    Spanned,
    check,
    elsewhere,
    key,
    listed,
    read,
    span_in_text,
    within,
    yearless_shape,
)
from eventdb.models.source import Outlet, SourceFile

if TYPE_CHECKING:
    from eventdb.models.actor import ArticleActor
    from eventdb.models.report import EventReport


WORDS = r"""setweight(to_tsvector('english', coalesce(title, '')) || to_tsvector('simple', coalesce(title, '')), 'A')
    || to_tsvector('english', left(text, 100000))
    || strip(to_tsvector('simple', regexp_replace(left(text, 100000), '\m[a-z]\w*', '', 'g')))"""
"""Stems, so that "talks" finds "talk"; and names, words that begin with no small letter, as they are, so that "IS" is
found and an exact name ranks first. Names have no places, which would cost as much again: phrases are found by stems.
The limit keeps any text, however strange, below the megabyte that a tsvector may have."""


class Story(Base):
    """One row per set of near-identical articles, which count as one source."""

    __tablename__ = "story"

    story_id: Mapped[int] = key("The smallest article_id that the set ever had")
    title: Mapped[str | None] = mapped_column(comment="Title of that article")


class Article(InArticle, Base):
    """One row per version of an article's text."""

    __tablename__ = "article"
    __table_args__ = (
        check("version_counts_from_1", "version >= 1"),
        check("text_is_not_empty", "text <> ''"),
        check("text_length_is_true", "text_length = char_length(text)"),
        check("language_is_a_code", "language ~ '^[a-z]{2,3}$'"),
        check("published_is_not_empty", "not isempty(published)"),
        check(
            "unknown_day_has_no_basis",
            "(published_basis_code = 'unknown') = (published is null"
            " and published_first_yearless is null and published_last_yearless is null)",
        ),
        yearless_shape("published_first_yearless"),
        yearless_shape("published_last_yearless"),
        check("content_hash_is_64_hex_digits", "content_hash ~ '^[0-9a-f]{64}$'"),
        check("text_hash_is_64_hex_digits", "text_hash ~ '^[0-9a-f]{64}$'"),
        Index("uq_article_one_current_version", "article_id", unique=True, postgresql_where=text("is_current")),
        UniqueConstraint("article_id", "version", "text_length", name="text_length"),
        Index("ix_article_text_hash", "text_hash"),
        Index("ix_article_story", "story_id"),
        Index("ix_article_source_file", "source_file_id"),
        Index("ix_article_url", "url", postgresql_where=text("url is not null")),
        Index("ix_article_dataset", "dataset_code", postgresql_where=text("dataset_code is not null")),
        Index("ix_article_words", "words", postgresql_using="gin", postgresql_where=text("is_current")),
    )

    is_current: Mapped[bool] = mapped_column(comment="The newest version; exactly one per article")
    source_file_id: Mapped[int] = elsewhere("source_file", "File that this version was read from")
    outlet_id: Mapped[int | None] = elsewhere("outlet", "Publisher")
    story_id: Mapped[int | None] = elsewhere("story", "Set of near-identical articles; null: not linked yet")
    text: Mapped[str] = mapped_column(comment="The text that every offset refers to")
    text_length: Mapped[int] = mapped_column(comment="Characters in text")
    title: Mapped[str | None] = mapped_column(comment="Headline")
    dateline: Mapped[str | None] = mapped_column(comment="Place before the first sentence, as written")
    authors: Mapped[list[str]] = mapped_column(ARRAY(Text), comment="Names in the byline, in its order")
    language: Mapped[str] = mapped_column(comment="ISO 639 code")
    url: Mapped[str | None] = mapped_column(comment="Address, if known")
    published: Mapped[Range[date] | None] = mapped_column(
        DATERANGE, comment="Days between which it was published; null: not known, or known without a year only"
    )
    published_basis_code: Mapped[str] = listed("published_basis", "Ground on which the day of publication rests")
    published_first_yearless: Mapped[str | None] = mapped_column(
        comment="First such day where the text has no year: --09-04"
    )
    published_last_yearless: Mapped[str | None] = mapped_column(comment="Last such day where the text has no year")
    content_hash: Mapped[str] = mapped_column(
        comment="SHA-256 of bytes, metadata, rules and lexicons; equal: nothing to do"
    )
    text_hash: Mapped[str] = mapped_column(comment="SHA-256 of the text, to know the same text elsewhere")
    rules_version: Mapped[str] = mapped_column(comment="Rules and lexicons that read it")
    dataset_code: Mapped[str | None] = listed("dataset", "Data set of which it is a record; null: a news article")
    words: Mapped[str] = mapped_column(
        TSVECTOR,
        Computed(WORDS, persisted=True),
        nullable=True,
        deferred=True,
        comment="Words of title and text by their stems, and of names as written, which report.search looks up; "
        "of a text the first 100000 characters",
        sort_order=99,
    )

    source_file: Mapped[SourceFile] = read()
    outlet: Mapped[Outlet | None] = read()
    actors: Mapped[list[ArticleActor]] = read(of="ArticleActor")
    event_reports: Mapped[list[EventReport]] = read(of="EventReport")


class ArticleGiven(InArticle, Base):
    """One row per version of an article that was read from a file: what stood beside its text."""

    __tablename__ = "article_given"
    __table_args__ = (
        within("article"),
        check("input_hash_is_64_hex_digits", "input_hash ~ '^[0-9a-f]{64}$'"),
        check("days_in_order", "published_first <= published_last"),
        check("both_days_or_none", "(published_first is null) = (published_last is null)"),
    )

    input_hash: Mapped[str] = mapped_column(comment="SHA-256 of bytes and metadata as they were read")
    file_name: Mapped[str] = mapped_column(comment="Name of the file, which may tell a day")
    encoding: Mapped[str] = mapped_column(comment="Encoding of the file")
    language: Mapped[str] = mapped_column(
        comment="Language that the text is in: en, or und where it is too short to tell"
    )
    url: Mapped[str | None] = mapped_column(comment="Address, as given")
    publisher: Mapped[str | None] = mapped_column(comment="Publisher, as given")
    published_first: Mapped[date | None] = mapped_column(comment="First day of publication, as given")
    published_last: Mapped[date | None] = mapped_column(comment="Last day of publication, as given")
    authors: Mapped[list[str]] = mapped_column(ARRAY(Text), comment="Authors, as given")
    stated_language: Mapped[str | None] = mapped_column(comment="Language, as given")
    title: Mapped[str | None] = mapped_column(comment="Title, as given")


class ArticleCredit(Numbered, Spanned, Base):
    """One row per credit that an article gives an agency."""

    __tablename__ = "article_credit"
    __table_args__ = (within("article", "text_length"), span_in_text())

    outlet_id: Mapped[int] = elsewhere("outlet", "Agency")
    agency_name: Mapped[str] = mapped_column(comment="Agency as the article gives it")
    kind_code: Mapped[str] = listed("credit_kind", "Way of crediting")


class Block(Numbered, Spanned, Base):
    """One row per stretch of the page: title, byline, body, clutter and so on."""

    __tablename__ = "block"
    __table_args__ = (within("article", "text_length"), span_in_text())

    kind_code: Mapped[str] = listed("block_kind", "Kind of stretch")


class Sentence(Numbered, Spanned, Base):
    """One row per sentence."""

    __tablename__ = "sentence"
    __table_args__ = (within("article", "text_length"), span_in_text())


class DateSpan(Numbered, Spanned, Base):
    """One row per date phrase in the text, durations that were refused included."""

    __tablename__ = "date_span"
    __table_args__ = (
        within("article", "text_length"),
        span_in_text(),
        check("days_in_order", "first_on <= last_on"),
        yearless_shape("first_yearless"),
        yearless_shape("last_yearless"),
        check("first_day_is_given_once", "first_on is null or first_yearless is null"),
        check("last_day_is_given_once", "last_on is null or last_yearless is null"),
        check(
            "refused_has_no_days",
            "not is_refused or num_nonnulls(first_on, last_on, first_yearless, last_yearless, window_precision_code)"
            " = 0",
        ),
    )

    first_on: Mapped[date | None] = mapped_column(comment="First day; null: open, or without a year")
    last_on: Mapped[date | None] = mapped_column(comment="Last day; null: open, or without a year")
    first_yearless: Mapped[str | None] = mapped_column(comment="First day where no year is known: --09-04")
    last_yearless: Mapped[str | None] = mapped_column(comment="Last day where no year is known")
    window_precision_code: Mapped[str | None] = listed("window_precision", "Unit to which the phrase is known")
    is_lasting: Mapped[bool] = mapped_column(comment="From the first day to the last, not some day between them")
    is_refused: Mapped[bool] = mapped_column(comment="A duration or a number that only looks like a date")
