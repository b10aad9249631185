"""Linking looks reports up by year, and its clean-up finds redirects without reading all events and actors.

In: the tables of revision 0011. Out: those of 0012. Keys made before hold for any year; the next linking of all
articles gives them theirs.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

UP = """
drop index eventdb.ix_link_key_key;
alter table eventdb.link_key
    drop constraint ck_link_key_use_is_known,
    drop constraint pk_link_key,
    add column year smallint not null default 0,
    add constraint pk_link_key primary key (article_id, version, use, key, year),
    add constraint ck_link_key_use_is_known check (use in ('event', 'person', 'text', 'year'));
alter table eventdb.link_key alter column year drop default;
create index ix_link_key_key on eventdb.link_key (key, year);
create index ix_event_merged_into on eventdb.event (merged_into_id) where merged_into_id is not null;
create index ix_actor_merged_into on eventdb.actor (merged_into_id) where merged_into_id is not null;
comment on column eventdb.link_key.use is 'What the key finds: event, person or text; or year';
comment on column eventdb.link_key.key is
'Hash of what two articles must have in common; for use year: report in the article';
comment on column eventdb.link_key.year is
'Year for which the key holds, 0 for any; for use year: that the report gives an article without one';
"""
DOWN = """
delete from eventdb.link_key;
drop index eventdb.ix_actor_merged_into;
drop index eventdb.ix_event_merged_into;
drop index eventdb.ix_link_key_key;
alter table eventdb.link_key
    drop constraint ck_link_key_use_is_known,
    drop constraint pk_link_key,
    drop column year,
    add constraint pk_link_key primary key (article_id, version, use, key),
    add constraint ck_link_key_use_is_known check (use in ('event', 'person', 'text'));
create index ix_link_key_key on eventdb.link_key (key);
comment on column eventdb.link_key.use is 'What the key finds: event, person or text';
comment on column eventdb.link_key.key is 'Hash of what two articles must have in common';
"""


def upgrade() -> None:
    """Add the column and the indexes."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Take them back; keys are made again by the next linking of all articles."""
    runner(op.get_context())(DOWN)
