"""Records of data sets coded by others stand beside news articles.

In: the tables of revision 0004. Out: those of 0005. Every article that is there already is a news article.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BOUNDS = """
alter table eventdb.casualty_figure
    drop constraint ck_casualty_figure_bounds_follow_the_qualifier,
    add constraint ck_casualty_figure_bounds_follow_the_qualifier check (
        case qualifier_code
            when 'exact' then low = value and high = value
            when 'at_least' then low = value and high is null
            when 'more_than' then low = value + 1 and high is null
            when 'nearly' then low is null and high = value - 1
            when 'up_to' then low is null and high = value
            when 'about' then value is not null and low is null and high is null
            when 'between' then value is null and low is not null and high is not null
            when 'vague' then value is null{coded}
            when 'stated_none' then value = 0 and low = 0 and high = 0
        end is true
    );
"""
CODED = "\n            when 'coded' then value is not null and low is not null and high is not null"

UP = """
create table eventdb.dataset (
    code text not null,
    ordinal smallint not null,
    label text not null,
    definition text not null,
    constraint pk_dataset primary key (code)
);
comment on table eventdb.dataset is 'One row per data set of coded records that can be imported.';
comment on column eventdb.dataset.code is 'The code';
comment on column eventdb.dataset.ordinal is 'Place in the list, from 1';
comment on column eventdb.dataset.label is 'Words for readers';
comment on column eventdb.dataset.definition is 'When the code applies';
alter table eventdb.article
    add column dataset_code text,
    add constraint fk_article_dataset foreign key (dataset_code) references eventdb.dataset (code);
create index ix_article_dataset on eventdb.article (dataset_code) where dataset_code is not null;
comment on column eventdb.article.dataset_code is 'Data set of which it is a record; null: a news article';
"""
DOWN = """
drop index eventdb.ix_article_dataset;
alter table eventdb.article drop column dataset_code;
drop table eventdb.dataset;
"""


def upgrade() -> None:
    """Make the list and the column; let figures be as coded."""
    runner(op.get_context())(UP + BOUNDS.format(coded=CODED))


def downgrade() -> None:
    """Take them back; figures as coded must be gone before."""
    runner(op.get_context())(DOWN + BOUNDS.format(coded=""))
