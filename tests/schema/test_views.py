"""Views are made from files in the order of their headers, noticed when they drift, and never taken from others."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from eventdb import schema
from eventdb.errors import SchemaError
from eventdb.schema import views
from eventdb.schema.statements import on
from eventdb.schema.views import create, read_views
from eventdb.session import connection
from tests.conftest import conninfo
from tests.schema.dumps import dump, execute, query

GRAIN = "-- One row per thing.\n"


def write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.sql").write_text(content)
    return folder


def statements(folder: Path) -> list[str]:
    ran: list[str] = []
    create(ran.append, read_views(folder))
    return [statement.splitlines()[-1] for statement in ran]


def test_views_stand_after_an_upgrade(database_url: str) -> None:
    with psycopg.connect(conninfo(database_url)) as link:
        found = link.execute("""
            select 'report.' || relname from pg_class where relnamespace = 'report'::regnamespace
            union select 'report.' || proname from pg_proc where pronamespace = 'report'::regnamespace
        """)
        assert {name for (name,) in found} == {view.name for view in read_views()}


def test_views_are_made_in_the_order_of_their_headers(tmp_path: Path) -> None:
    first = GRAIN + "create view report.z as select 1 as number;"
    second = GRAIN + "-- depends: report.z\ncreate view report.m as select number from report.z;"
    third = GRAIN + "-- depends: report.m, report.z\ncreate view report.a as select number from report.m;"
    made = statements(write(tmp_path, a=third, m=second, z=first))
    assert made[1:4] == [view.splitlines()[-1] for view in (first, second, third)]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a": "create view report.a as select 1;"}, "a.sql: the first line must state the grain"),
        ({"a": GRAIN + "-- depends: report.b\n"}, "report.a: `-- depends:` names report.b, which no file defines"),
        ({"a": GRAIN + "-- depends: report.b\n", "b": GRAIN + "-- depends: report.a\n"}, "in a circle"),
    ],
)
def test_a_view_file_without_order_is_refused(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(SchemaError, match=words):
        read_views(write(tmp_path, **files))


def test_a_percent_sign_and_a_colon_in_a_view_mean_themselves(empty_url: str, tmp_path: Path) -> None:
    write(tmp_path, share=GRAIN + "create view report.share as select '5 %s :x' like '5 \\%%' as is_so;")
    with connection(empty_url) as link:
        create(on(link), read_views(tmp_path))
        assert link.exec_driver_sql("select is_so from report.share").scalar() is True


def test_nothing_drifts_after_an_upgrade(database_url: str) -> None:
    assert schema.drift(database_url) == []


def test_looking_for_drift_changes_nothing(database_url: str) -> None:
    before = dump(database_url, "--schema-only")
    schema.drift(database_url)
    assert dump(database_url, "--schema-only") == before


def test_a_database_without_our_tables_is_no_drift_but_an_error(empty_url: str) -> None:
    with pytest.raises(SchemaError, match="tables are missing"):
        schema.drift(empty_url)


def test_a_reader_who_never_ends_does_not_stop_an_upgrade_for_ever(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eventdb.schema.migrate.PATIENCE", "50ms")
    with psycopg.connect(conninfo(database_url)) as reader:
        reader.execute("select count(*) from report.timeline")
        with pytest.raises(SchemaError, match="canceling statement due to lock timeout"):
            schema.upgrade(database_url, rebuild=True)
    assert schema.drift(database_url) == []


def test_what_differs_from_the_files_is_named_until_it_is_rebuilt(database_url: str) -> None:
    with psycopg.connect(conninfo(database_url)) as link:
        found = link.execute("select pg_get_viewdef('report.ingest_run'::regclass)").fetchone()
    assert found is not None
    execute(database_url, f"create or replace view report.ingest_run as {found[0].rstrip(';')} limit 5")
    execute(database_url, "drop view report.rejected_file; create view report.mine as select 1 as number")
    execute(database_url, "comment on view report.change is 'reworded'")
    assert schema.drift(database_url) == [
        "comments on report.change: changed",
        "comments on report.rejected_file: missing",
        "report.ingest_run: changed",
        "report.mine: no file defines it",
        "report.rejected_file: missing",
    ]
    assert schema.upgrade(database_url, rebuild=True) is True
    assert schema.drift(database_url) == []


def test_a_changed_view_file_is_made_again_by_the_next_upgrade(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, answer=GRAIN + "create view report.answer as select 42 as number;")
    monkeypatch.setattr(views, "folder", lambda _: tmp_path)
    assert schema.upgrade(database_url) is True
    assert query(database_url, "select number from report.answer") == [(42,)]
    assert query(database_url, "select count(*) from pg_class where relnamespace = 'report'::regnamespace") == [(1,)]


def test_grants_on_views_are_repeated_when_they_are_made_again(database_url: str) -> None:
    role = f"reader_of_{database_url.rpartition('/')[2].partition('?')[0]}"
    execute(database_url, f"create role {role}; grant usage on schema report to {role}")
    try:
        execute(database_url, f"grant select on report.timeline to {role} with grant option")
        execute(database_url, "revoke execute on function report.planned_as_of(date) from public")
        execute(database_url, f"grant execute on function report.planned_as_of(date) to {role}")
        schema.upgrade(database_url, rebuild=True)
        rights = f"""
            select has_table_privilege('{role}', 'report.timeline', 'select with grant option'),
                has_table_privilege('{role}', 'report.article', 'select'),
                has_function_privilege('{role}', 'report.planned_as_of(date)', 'execute'),
                has_function_privilege('public', 'report.planned_as_of(date)', 'execute')
        """
        assert query(database_url, rights) == [(True, False, True, False)]
    finally:
        execute(database_url, f"drop owned by {role}; drop role {role}")


def test_a_view_of_a_users_own_is_named_and_not_dropped(database_url: str) -> None:
    execute(database_url, "create view public.mine as select event_id from report.timeline")
    with pytest.raises(SchemaError, match="mine stands on report.timeline: drop it before the upgrade"):
        schema.upgrade(database_url, rebuild=True)
    assert query(database_url, "select count(*) from public.mine") == [(0,)]


def test_every_view_its_columns_and_every_function_have_a_comment(database_url: str) -> None:
    silent = """
        select pg_class.oid::regclass || '.' || attname from pg_class
        inner join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
        where relnamespace = 'report'::regnamespace and relkind = 'v' and col_description(pg_class.oid, attnum) is null
        union all
        select oid::regclass::text from pg_class
        where relnamespace = 'report'::regnamespace and relkind = 'v' and obj_description(oid, 'pg_class') is null
        union all
        select oid::regprocedure::text from pg_proc
        where pronamespace = 'report'::regnamespace and obj_description(oid, 'pg_proc') is null
    """
    assert query(database_url, silent) == []
