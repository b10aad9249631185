"""Linking looks articles up by keys.

In: the tables of revision 0002. Out: those of 0003. The table starts empty: the next linking of all articles fills it.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

UP = """
create table eventdb.link_key (
    article_id bigint not null,
    version smallint not null,
    use text not null,
    key bigint not null,
    constraint pk_link_key primary key (article_id, version, use, key),
    constraint fk_link_key_article foreign key (article_id, version)
        references eventdb.article (article_id, version) on delete cascade,
    constraint ck_link_key_use_is_known check (use in ('event', 'person', 'text'))
);
create index ix_link_key_key on eventdb.link_key (key);
comment on table eventdb.link_key is
'One row per key by which linking finds articles that may tell of the same event or person, or have one text.';
comment on column eventdb.link_key.article_id is 'Article; the same over its versions';
comment on column eventdb.link_key.version is 'Version of the article''s text, from 1';
comment on column eventdb.link_key.use is 'What the key finds: event, person or text';
comment on column eventdb.link_key.key is 'Hash of what two articles must have in common';
"""


def upgrade() -> None:
    """Make the table."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Drop it."""
    runner(op.get_context())("drop table eventdb.link_key;")
