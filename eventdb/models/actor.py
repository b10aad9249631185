"""Actors: who, as the lexicon or a human knows them, and as one article names them.

In: actors and mentions of `ArticleFacts`. Out: `Actor`, `ActorName` (over all articles), `ArticleActor`, `Mention`,
`OfficeHeld` (in one). An actor comes from a lexicon, a rule with a role, or a human; what else an article names stays
in `article_actor` alone.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from eventdb.models.declaration import (
    Base,
    Numbered,
    Retractable,
    Spanned,
    check,
    country_shape,
    elsewhere,
    key,
    listed,
    read,
    span_in_text,
    within,
)


class Actor(Base):
    """One row per actor over all articles."""

    __tablename__ = "actor"
    __table_args__ = (
        country_shape(),
        check("name_is_not_empty", "name <> ''"),
        check("lexicon_actor_has_a_key", "(origin_code = 'lexicon') = (lexicon_key is not null)"),
        check("merged_into_another", "merged_into_id <> actor_id"),
        check("part_of_another", "part_of_id <> actor_id"),
        Index("ix_actor_merged_into", "merged_into_id", postgresql_where=text("merged_into_id is not null")),
    )

    actor_id: Mapped[int] = key("Hash of the lexicon's key, or of kind and name")
    name: Mapped[str] = mapped_column(comment="Name for readers")
    kind_code: Mapped[str] = listed("actor_kind", "Kind of actor")
    country_code: Mapped[str | None] = mapped_column(
        comment="Country that it is, serves or comes from, ISO 3166-1 or, of a former state, -3"
    )
    origin_code: Mapped[str] = listed("origin", "Lexicon, rule or human")
    lexicon_key: Mapped[str | None] = mapped_column(comment="Key of its lexicon entry")
    merged_into_id: Mapped[int | None] = elsewhere(
        "actor", "Actor that stands for it since a merge", name="merged_into"
    )
    part_of_id: Mapped[int | None] = elsewhere(
        "actor", "Actor of which it is a wing or branch, as its lexicon says", name="part_of"
    )


class ActorName(Base):
    """One row per name of an actor."""

    __tablename__ = "actor_name"
    __table_args__ = (Index("ix_actor_name_name", "name"),)

    actor_id: Mapped[int] = elsewhere("actor", "Actor", primary=True)
    name: Mapped[str] = mapped_column(primary_key=True, comment="A name of it")


class ArticleActor(Numbered, Base):
    """One row per actor that an article names."""

    __tablename__ = "article_actor"
    __table_args__ = (
        within("article"),
        country_shape(),
        check("name_is_not_empty", "name <> ''"),
        Index("ix_article_actor_actor", "actor_id"),
    )

    actor_id: Mapped[int | None] = elsewhere("actor", "Actor over all articles; null: known to this article only")
    name: Mapped[str] = mapped_column(comment="Fullest name that the article gives, or the lexicon's")
    kind_code: Mapped[str] = listed("actor_kind", "Kind of actor, as far as the article tells")
    country_code: Mapped[str | None] = mapped_column(comment="Country, ISO 3166-1 or, of a former state, -3")
    aliases: Mapped[list[str]] = mapped_column(ARRAY(Text), comment="Other names in this article")

    actor: Mapped[Actor | None] = read()


class Mention(Numbered, Spanned, Base):
    """One row per span that names an actor."""

    __tablename__ = "mention"
    __table_args__ = (
        within("article", "text_length"),
        within("article_actor", "actor_ordinal=ordinal"),
        span_in_text(),
    )

    actor_ordinal: Mapped[int | None] = mapped_column(comment="Actor in the article; null: not resolved")


class OfficeHeld(Numbered, Retractable, Spanned, Base):
    """One row per title that an article gives a person, with the organisation if it names one."""

    __tablename__ = "office_held"
    __table_args__ = (
        within("article", "text_length"),
        within("article_actor", "actor_ordinal=ordinal"),
        UniqueConstraint("article_id", "version", "office_held_id", name="id_in_version"),
        span_in_text(),
        check("title_is_not_empty", "title <> ''"),
    )

    office_held_id: Mapped[int] = mapped_column(
        BigInteger, comment="Hash of article, person, title and organisation: survives a new extraction"
    )
    actor_ordinal: Mapped[int] = mapped_column(comment="Person in the article")
    title: Mapped[str] = mapped_column(comment="Title as written")
    organisation_name: Mapped[str | None] = mapped_column(comment="Organisation or state as written")
