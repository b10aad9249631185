"""A fact that a person retracts stays where it is and counts nowhere; a day of publication may be a person's.

In: the tables of revision 0003. Out: those of 0004. The new code of `published_basis` is filled in with all lists.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("event_report", "participation", "casualty_figure", "office_held")
COMMENT = "A person retracted it: it stays here, and counts nowhere"


def upgrade() -> None:
    """Add the column."""
    for table in TABLES:
        runner(op.get_context())(
            f"alter table eventdb.{table} add column is_retracted boolean not null default false;"
            f"comment on column eventdb.{table}.is_retracted is '{COMMENT}';"
        )


def downgrade() -> None:
    """Drop it."""
    for table in TABLES:
        runner(op.get_context())(f"alter table eventdb.{table} drop column is_retracted;")
