"""Articles are found by their address without reading all of them; each record of a data set has one.

In: the tables of revision 0006. Out: those of 0007. No row changes.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    runner(op.get_context())("create index ix_article_url on eventdb.article (url) where url is not null;")


def downgrade() -> None:
    """Drop it."""
    runner(op.get_context())("drop index eventdb.ix_article_url;")
