"""Articles are found by their words.

In: the tables of revision 0005. Out: those of 0006. The server fills the column from title and text by itself; on a
database of many articles that takes as long as reading all texts once, and nobody writes meanwhile.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

UP = r"""
alter table eventdb.article add column words tsvector generated always as (
    setweight(to_tsvector('english', coalesce(title, '')) || to_tsvector('simple', coalesce(title, '')), 'A')
    || to_tsvector('english', left(text, 100000))
    || strip(to_tsvector('simple', regexp_replace(left(text, 100000), '\m[a-z]\w*', '', 'g')))
) stored;
comment on column eventdb.article.words is
'Words of title and text by their stems, and of names as written, which report.search looks up; '
'of a text the first 100000 characters';
create index ix_article_words on eventdb.article using gin (words) where is_current;
"""


def upgrade() -> None:
    """Add the column and its index."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Drop them."""
    runner(op.get_context())("alter table eventdb.article drop column words;")
