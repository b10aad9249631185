"""The first tables.

In: an empty schema `eventdb`. Out: all tables, as the SQL files of `migrations/0001_tables` say; the closed lists,
which are all alike, are made here. Does not read the models, so that it stays true when they change.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from eventdb.schema.statements import runner

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FILES = Path(__file__).parents[1] / "0001_tables"

LISTS = (
    ("event_status", "text", "One row per state that an event can be in."),
    ("participant_role", "text", "One row per role of an actor in an event."),
    ("participant_position", "text", "One row per position of an actor towards an event."),
    ("figure_qualifier", "text", "One row per way in which a text qualifies a figure."),
    ("casualty_kind", "text", "One row per kind of harm."),
    ("actor_kind", "text", "One row per kind of actor."),
    ("place_kind", "text", "One row per kind of place."),
    ("outlet_kind", "text", "One row per kind of outlet."),
    ("block_kind", "text", "One row per kind of stretch of a page."),
    ("credit_kind", "text", "One row per way in which an article credits an agency."),
    ("published_basis", "text", "One row per ground on which a day of publication rests."),
    ("window_precision", "text", "One row per unit to which a date phrase is known."),
    ("date_precision", "smallint", "One row per UCDP grade of date precision (date_prec, GED 23.1 page 10)."),
    ("place_precision", "smallint", "One row per UCDP grade of place precision (where_prec, GED 23.1 page 9)."),
    ("source_state", "text", "One row per state of a source file."),
    ("ingest_verdict", "text", "One row per outcome of reading a file."),
    ("origin", "text", "One row per origin of a decision."),
    ("judgement_subject", "text", "One row per kind of thing that judgements compare."),
    ("judgement_verdict", "text", "One row per outcome of a judgement."),
    ("fact_kind", "text", "One row per kind of fact that can be shown, corrected or changed."),
    ("correction_state", "text", "One row per state of a correction."),
    ("change_cause", "text", "One row per cause of a changed fact."),
)

LIST_TABLE = """
create table eventdb.{name} (
    code {type} not null,
    ordinal smallint not null,
    label text not null,
    definition text not null,
    constraint pk_{name} primary key (code)
);
comment on table eventdb.{name} is '{grain}';
comment on column eventdb.{name}.code is 'The code';
comment on column eventdb.{name}.ordinal is 'Place in the list, from 1';
comment on column eventdb.{name}.label is 'Words for readers';
comment on column eventdb.{name}.definition is 'When the code applies';
"""


def upgrade() -> None:
    """Make the closed lists, then the tables that refer to them."""
    run = runner(op.get_context())
    for name, kind, grain in LISTS:
        run(LIST_TABLE.format(name=name, type=kind, grain=grain))
    for file in sorted(FILES.glob("*.sql")):
        run(file.read_text(encoding="utf-8"))


def downgrade() -> None:
    """Drop all tables but Alembic's own, which `env` drops when nothing is left to record."""
    run = runner(op.get_context())
    run("""
    do $$
    declare
        doomed text;
    begin
        select string_agg(oid::regclass::text, ', ') into doomed
        from pg_class
        where relnamespace = 'eventdb'::regnamespace and relkind = 'r' and relname <> 'alembic_version';
        execute 'drop table ' || doomed || ' cascade';
    end
    $$;
    """)
