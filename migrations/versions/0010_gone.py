"""What was rejected inside an archive, and lies there no more, is gone and rejected no longer.

In: the tables of revision 0009. Out: those of 0010. The new code of `source_state` is filled in with all lists.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ALLOW = """
alter table eventdb.source_file drop constraint ck_source_file_loaded_has_an_article;
alter table eventdb.source_file add constraint ck_source_file_loaded_has_an_article
check ({state} or article_id is not null);
"""


def upgrade() -> None:
    """Let what is gone have no article."""
    runner(op.get_context())(ALLOW.format(state="state_code in ('rejected', 'gone')"))


def downgrade() -> None:
    """What is gone is rejected again."""
    run = runner(op.get_context())
    run("update eventdb.source_file set state_code = 'rejected', reason = 'It is gone.' where state_code = 'gone';")
    run(ALLOW.format(state="state_code = 'rejected'"))
