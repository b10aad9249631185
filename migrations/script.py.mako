"""${message}

In: the tables of revision ${down_revision}. Out: those of ${up_revision}. Never touches a view: all are made again from `sql/views`.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}

UP = """
"""

DOWN = """
"""


def upgrade() -> None:
    """${message}."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Take it back."""
    runner(op.get_context())(DOWN)
