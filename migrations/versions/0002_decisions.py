"""Judgements belong to decisions, rules score theirs, and whoever takes a decision back says so.

In: the tables of revision 0001. Out: those of 0002. Never touches a view: all are made again from `sql/views`.
"""

from __future__ import annotations

from alembic import op

from eventdb.schema.statements import runner

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# No version before this one wrote a judgement of a rule, and nobody's name was asked for when one was taken back.
UP = """
alter table eventdb.judgement
    add column decision_id bigint,
    add column score double precision,
    add column withdrawn_by text,
    add column withdrawn_reason text;
update eventdb.judgement set
    decision_id = judgement_id,
    score = case when origin_code = 'rule' then 1 end,
    withdrawn_by = case when withdrawn_at is not null then made_by end;
alter table eventdb.judgement
    alter column decision_id set not null,
    add constraint ck_judgement_withdrawn_says_who check ((withdrawn_at is null) = (withdrawn_by is null)),
    add constraint ck_judgement_score_is_a_share check (score between 0 and 1),
    add constraint ck_judgement_rule_has_a_score check ((origin_code = 'rule') = (score is not null));
create index ix_judgement_decision on eventdb.judgement (decision_id);
create index ix_judgement_left on eventdb.judgement (left_id);
create index ix_judgement_right on eventdb.judgement (right_id);
create index ix_judgement_of_people on eventdb.judgement (subject_code) where origin_code = 'human';
comment on column eventdb.judgement.decision_id is
'Decision that it is part of: what a person said of two events holds for many reports';
comment on column eventdb.judgement.made_by is 'Rule with its version, or person';
comment on column eventdb.judgement.score is
'How well a rule found the two to agree, from 0 to 1; null: a person decided';
comment on column eventdb.judgement.withdrawn_by is 'Who took it back';
comment on column eventdb.judgement.withdrawn_reason is 'Why it was taken back';

alter table eventdb.correction
    add column withdrawn_by text,
    add column withdrawn_reason text;
update eventdb.correction set withdrawn_by = made_by where withdrawn_at is not null;
alter table eventdb.correction
    add constraint ck_correction_withdrawn_says_who check ((withdrawn_at is null) = (withdrawn_by is null));
create index ix_correction_article on eventdb.correction (article_id);
comment on column eventdb.correction.withdrawn_by is 'Who took it back';
comment on column eventdb.correction.withdrawn_reason is 'Why it was taken back';
"""

DOWN = """
drop index eventdb.ix_correction_article;
alter table eventdb.correction drop column withdrawn_by, drop column withdrawn_reason;
drop index eventdb.ix_judgement_of_people;
drop index eventdb.ix_judgement_right;
drop index eventdb.ix_judgement_left;
drop index eventdb.ix_judgement_decision;
alter table eventdb.judgement
    drop column decision_id, drop column score, drop column withdrawn_by, drop column withdrawn_reason;
comment on column eventdb.judgement.made_by is 'Rule or person';
"""


def upgrade() -> None:
    """Add the columns."""
    runner(op.get_context())(UP)


def downgrade() -> None:
    """Take them back."""
    runner(op.get_context())(DOWN)
