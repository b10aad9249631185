"""What was given beside a text is kept, so that newer rules can read the text again without its file.

In: the tables of revision 0010. Out: those of 0011. Articles that were read before have no such row: their files are
read again when they are next met.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

UP = """
create table eventdb.article_given (
    article_id bigint not null,
    version smallint not null,
    input_hash text not null,
    file_name text not null,
    encoding text not null,
    language text not null,
    url text,
    publisher text,
    published_first date,
    published_last date,
    authors text[] not null,
    stated_language text,
    title text,
    constraint pk_article_given primary key (article_id, version),
    constraint fk_article_given_article foreign key (article_id, version)
        references eventdb.article (article_id, version) on delete cascade,
    constraint ck_article_given_input_hash_is_64_hex_digits check (input_hash ~ '^[0-9a-f]{64}$'),
    constraint ck_article_given_days_in_order check (published_first <= published_last),
    constraint ck_article_given_both_days_or_none check ((published_first is null) = (published_last is null))
);
comment on table eventdb.article_given is
'One row per version of an article that was read from a file: what stood beside its text.';
"""
COMMENTS = {
    "article_id": "Article; the same over its versions",
    "version": "Version of the article's text, from 1",
    "input_hash": "SHA-256 of bytes and metadata as they were read",
    "file_name": "Name of the file, which may tell a day",
    "encoding": "Encoding of the file",
    "language": "Language that the text is in: en, or und where it is too short to tell",
    "url": "Address, as given",
    "publisher": "Publisher, as given",
    "published_first": "First day of publication, as given",
    "published_last": "Last day of publication, as given",
    "authors": "Authors, as given",
    "stated_language": "Language, as given",
    "title": "Title, as given",
}


def upgrade() -> None:
    """Make the table."""
    run = runner(op.get_context())
    run(UP)
    for column, comment in COMMENTS.items():
        quoted = comment.replace("'", "''")
        run(f"comment on column eventdb.article_given.{column} is '{quoted}';")


def downgrade() -> None:
    """Drop it."""
    runner(op.get_context())("drop table eventdb.article_given;")
