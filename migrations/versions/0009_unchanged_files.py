"""An unchanged file is known by what the system says of it, or by its bytes, together with its article's content.

In: the tables of revision 0008. Out: those of 0009. The columns start empty: the next ingest judges each file once.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

UP = """
alter table eventdb.source_file add column stat_hash bigint, add column input_hash bigint;
comment on column eventdb.source_file.stat_hash is
'Hash of what the system said of it (size, times, inode), of the metadata beside it, and of its article''s content then; null: too fresh to be trusted, or no file of its own';
comment on column eventdb.source_file.input_hash is
'Hash of what was read of it, and of its article''s content then; null: to be judged anew';
"""  # noqa: E501


def upgrade() -> None:
    """Add the columns."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Drop them."""
    runner(op.get_context())("alter table eventdb.source_file drop column stat_hash, drop column input_hash;")
