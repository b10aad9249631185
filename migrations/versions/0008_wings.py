"""An actor may be a wing or branch of another.

In: the tables of revision 0007. Out: those of 0008. The next load of an article that names a wing fills the column.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

UP = """
alter table eventdb.actor
    add column part_of_id bigint,
    add constraint fk_actor_part_of foreign key (part_of_id) references eventdb.actor (actor_id),
    add constraint ck_actor_part_of_another check (part_of_id <> actor_id);
comment on column eventdb.actor.part_of_id is 'Actor of which it is a wing or branch, as its lexicon says';
"""


def upgrade() -> None:
    """Add the column."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Drop it."""
    runner(op.get_context())("alter table eventdb.actor drop column part_of_id;")
