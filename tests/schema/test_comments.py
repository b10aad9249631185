"""Whoever opens the database with any tool reads there what a table, a column and a code mean."""

from __future__ import annotations

import re

from eventdb import schema
from eventdb.models import Base
from eventdb.models.codes import EVENT_TYPES, LISTS
from tests.schema.dumps import execute, query

PLOVER_TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def test_every_table_and_column_has_a_comment(database_url: str) -> None:
    silent = """
        select pg_class.oid::regclass || '.' || attname from pg_class
        inner join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
        where relnamespace = 'eventdb'::regnamespace and relkind = 'r' and relname <> 'alembic_version'
            and col_description(pg_class.oid, attnum) is null
        union all
        select oid::regclass::text from pg_class
        where relnamespace = 'eventdb'::regnamespace and relkind = 'r' and relname <> 'alembic_version'
            and obj_description(oid, 'pg_class') is null
    """
    assert query(database_url, silent) == []


def test_a_tables_comment_states_the_grain() -> None:
    assert [
        table.name for table in Base.metadata.sorted_tables if not (table.comment or "").startswith("One row per")
    ] == []


def test_every_rule_has_a_name_that_begins_with_its_kind_and_table(database_url: str) -> None:
    rules = query(
        database_url,
        """
        select relname, contype::text, conname from pg_constraint
        inner join pg_class on conrelid = pg_class.oid
        where connamespace = 'eventdb'::regnamespace and contype <> 'n' and relname <> 'alembic_version'
        """,
    )
    kinds = {"p": "pk", "f": "fk", "u": "uq", "c": "ck"}
    assert len(rules) > 200
    assert [name for table, kind, name in rules if not name.startswith(f"{kinds[kind]}_{table}")] == []
    assert [name for _, _, name in rules if len(name) > 62] == []


def test_column_names_keep_their_suffixes_promise(database_url: str) -> None:
    kinds = {"_id": {"bigint"}, "_at": {"timestamp with time zone"}, "_on": {"date"}, "_code": {"text", "smallint"}}
    columns = query(
        database_url,
        "select table_name || '.' || column_name, data_type from information_schema.columns"
        " where table_schema = 'eventdb' and table_name <> 'alembic_version'",
    )
    for name, kind in columns:
        promised = next((kinds[suffix] for suffix in kinds if name.endswith(suffix)), {kind})
        assert kind in promised, name
        assert (kind == "boolean") == bool(re.search(r"\.(is|has|includes)_", name)), name


def test_each_closed_list_in_the_database_is_that_of_the_code(database_url: str) -> None:
    for table, entries in LISTS.items():
        found = query(database_url, f"select code, label, definition from eventdb.{table} order by ordinal")
        assert found == [(entry.code, entry.label, entry.definition) for entry in entries]
        assert len({code for code, _, _ in found}) == len(found) > 1


def test_codes_that_a_list_words_anew_follow_without_a_migration(database_url: str) -> None:
    execute(database_url, "update eventdb.event_status set label = 'Old words'; delete from eventdb.actor_kind")
    schema.upgrade(database_url, rebuild=True)
    assert query(database_url, "select count(*) from eventdb.event_status where label = 'Old words'") == [(0,)]
    assert query(database_url, "select count(*) from eventdb.actor_kind") == [(len(LISTS["actor_kind"]),)]


def test_event_types_carry_codes_that_plover_and_cameo_have() -> None:
    assert {entry.plover_type for entry in EVENT_TYPES} - {None} <= PLOVER_TYPES
    assert all(re.fullmatch("0[1-9]|1[0-9]|20", entry.cameo_root) for entry in EVENT_TYPES if entry.cameo_root)
    assert {entry.code for entry in EVENT_TYPES if entry.cameo_root is None} == {"vote.election", "say.deny", "other"}


def test_a_cameo_root_implies_a_quad_class() -> None:
    quads = {entry.code: entry.quad_class for entry in EVENT_TYPES}
    drawn = {"consult.talks": 1, "retreat.release": 2, "say.accuse": 3, "assault.clash": 4, "vote.election": None}
    assert {code: quads[code] for code in drawn} == drawn
