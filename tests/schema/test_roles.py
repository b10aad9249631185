"""Owner, loader and reader: each can do its duty, and the reader finds no way to write, nor to what is not his."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy.engine import make_url

from eventdb import schema
from eventdb.errors import DatabaseError, SchemaError
from eventdb.roles import MARK, make_roles, open_doors
from eventdb.session import connect
from eventdb.settings import conninfo
from loaders.ingest import ingest
from tests.conftest import new_database

PREFIX = f"t{os.getpid()}_"
NAMES = [f"{PREFIX}{duty}" for duty in ("owner", "loader", "reader")]
PASSWORDS = {"owner": "o", "loader": "l", "reader": "r's \\ é"}
ARTICLE = Path(__file__).parents[2] / "examples/articles/03-muscat-held.txt"


@pytest.fixture(scope="module")
def url(server_url: str, template_url: str) -> Iterator[str]:
    """A database with the three roles, which are gone afterwards."""
    with new_database(server_url, template=make_url(template_url).database) as made:
        with psycopg.connect(conninfo(made)) as link:
            make_roles(link, prefix=PREFIX, passwords=PASSWORDS)
        ingest([ARTICLE], made, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        yield made
    with psycopg.connect(conninfo(server_url), autocommit=True) as link:
        for name in NAMES:
            link.execute(SQL("drop role {}").format(Identifier(name)))


def url_of(url: str, duty: str) -> str:
    """The URL of one of the roles."""
    role = make_url(url).set(username=f"{PREFIX}{duty}", password=PASSWORDS[duty])
    return role.render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def reader(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A session of the reader who took back all that is only a default."""
    with psycopg.connect(conninfo(url_of(url, "reader")), autocommit=True) as link:
        link.execute("set default_transaction_read_only = off; set statement_timeout = 0; set search_path = public")
        yield link


def test_the_reader_begins_read_only_with_a_timeout_in_the_schema_of_views(url: str) -> None:
    with psycopg.connect(conninfo(url_of(url, "reader")), autocommit=True) as link:
        for setting, value in (("default_transaction_read_only", "on"), ("statement_timeout", "1min")):
            assert link.execute("select current_setting(%s)", [setting]).fetchone() == (value,)
        assert link.execute("select count(*) > 5 from participation").fetchone() == (True,)
        link.execute("set statement_timeout = '50ms'")
        with pytest.raises(psycopg.errors.QueryCanceled):
            link.execute("select pg_sleep(30)")


def test_the_reader_reads_every_view_and_asks_every_function(reader: psycopg.Connection[Any]) -> None:
    views = "select oid::regclass::text from pg_class where relnamespace = 'report'::regnamespace and relkind = 'v'"
    names = [name for (name,) in reader.execute(views).fetchall()]
    assert len(names) > 30
    for name in names:
        reader.execute(f"select * from {name} limit 1")
    for name in ("planned_as_of", "position_as_of"):
        reader.execute(f"select * from report.{name}('2018-10-20')")


DENIED = psycopg.errors.InsufficientPrivilege
ESCAPES = {
    "read a table": "select text from eventdb.article",
    "copy a table": "copy eventdb.article to stdout",
    "lock a table": "do $$ begin lock table eventdb.article; end $$",
    "write a table": "delete from eventdb.article",
    "write through a plain view": "update report.event_name set event = 'nothing'",
    "make a table": "create table report.mine (x int)",
    "make a table in public": "create table public.mine (x int)",
    "make a schema": "create schema mine",
    "make a temporary table": "create temporary table mine (x int)",
    "make a temporary view": "create temporary view mine as select 1",
    "make a function": "create function pg_temp.mine() returns int language sql as 'select 1'",
    "replace a function": (
        "create or replace function report.day_span(date, date, text, text) returns text language sql as 'select 1'"
    ),
    "drop an extension": "drop extension plpgsql",
    "make a role": "create role mine",
    "make a database": "create database mine",
    "make oneself mightier": f"alter role {NAMES[2]} createrole",
    "become the owner": f"set role {NAMES[0]}",
    "become the loader": f"set role {NAMES[1]}",
    "be a member of the owner": f"grant {NAMES[0]} to {NAMES[2]}",
    "read all data": f"grant pg_read_all_data to {NAMES[2]}",
    "read a file": "select pg_read_file('PG_VERSION')",
    "list a folder": "select pg_ls_dir('.')",
    "copy from a file": "copy report.event_name from '/etc/passwd'",
    "copy to a file": "copy (select 1) to '/tmp/eventdb-escape'",
    "copy to a program": "copy (select 1) to program 'cat'",
    "import a large object": "select lo_import('/etc/passwd')",
    "export a large object": "select lo_export(1, '/tmp/eventdb-escape')",
    "make a large object": "select lo_from_bytea(0, 'x')",
    "make an empty large object": "select lo_create(0)",
    "make a large object the old way": "select lo_creat(-1)",
    "change the server": "alter system set log_statement = 'all'",
    "set what only a superuser may": "set session_replication_role = replica",
    "read the settings of files": "select pg_reload_conf()",
    "end another session": "select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user",
    "read digests of passwords": "select rolpassword from pg_authid",
    "read samples of tables": "select stavalues1 from pg_statistic",
    "give rights away": "grant select on eventdb.article to public",
    "run a block of code": "do $$ begin delete from eventdb.article; end $$",
    "refer to a table": "select count(*) from eventdb.alembic_version",
}


@pytest.mark.parametrize("deed", ESCAPES)
def test_the_reader_cannot(reader: psycopg.Connection[Any], deed: str) -> None:
    with pytest.raises(DENIED):
        reader.execute(ESCAPES[deed].encode())


@pytest.mark.parametrize("extension", ["dblink", "postgres_fdw", "file_fdw", "adminpack"])
def test_the_reader_cannot_bring_an_extension(reader: psycopg.Connection[Any], extension: str) -> None:
    with pytest.raises((DENIED, psycopg.errors.FeatureNotSupported, psycopg.errors.UndefinedFile)):
        reader.execute(f"create extension {extension}".encode())


def test_the_reader_cannot_become_another_user_of_the_session(reader: psycopg.Connection[Any], url: str) -> None:
    with psycopg.connect(conninfo(url)) as link:
        (master,) = link.execute("select current_user").fetchone() or ("",)
    with pytest.raises(DENIED):
        reader.execute(SQL("set session authorization {}").format(Identifier(master)))


def test_the_reader_does_not_see_what_others_ask(reader: psycopg.Connection[Any], url: str) -> None:
    with psycopg.connect(conninfo(url)) as link:
        link.execute("select 'secret question'")
        asked = "select count(*) from pg_stat_activity where query like '%secret question%' and pid <> pg_backend_pid()"
        assert reader.execute(asked.encode()).fetchone() == (0,)


def test_only_the_search_lends_its_makers_rights_and_its_names_are_pinned(reader: psycopg.Connection[Any]) -> None:
    lending = """select proname, array_to_string(proconfig, '') from pg_proc
        where prosecdef and pronamespace::regnamespace::text in ('report', 'eventdb')"""
    assert reader.execute(lending.encode()).fetchall() == [("search", "search_path=pg_catalog, pg_temp")]
    assert open_doors(reader, NAMES[2]) == []


def test_the_reader_searches_and_no_words_lead_further(reader: psycopg.Connection[Any]) -> None:
    assert reader.execute("select count(*) > 0 from report.search('muscat')").fetchone() == (True,)
    for words in ("'; delete from eventdb.article; --", "muscat') union select text from eventdb.article --"):
        reader.execute("select * from report.search(%s)", [words])
    assert reader.execute("select count(*) > 0 from report.search('muscat')").fetchone() == (True,)


def test_the_reader_opens_a_session_from_python(url: str) -> None:
    with connect(url_of(url, "reader")) as session:
        assert session.connection().exec_driver_sql("select count(*) from report.article").scalar() == 1


def test_the_loader_loads_and_changes_no_table(url: str) -> None:
    other = ARTICLE.with_name("01-muscat-invitations.txt")
    report = ingest([other], url_of(url, "loader"), clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))
    assert report.counts["inserted"] == 1
    for deed in ("drop view report.article", "alter table eventdb.article add x int", "truncate eventdb.article"):
        with psycopg.connect(conninfo(url_of(url, "loader"))) as link, pytest.raises(DENIED):
            link.execute(deed.encode())


def test_a_loader_that_meets_older_views_says_who_must_act(url: str) -> None:
    with pytest.raises(SchemaError, match=f"belong to {NAMES[0]}: run `eventdb db upgrade` as that role"):
        schema.upgrade(url_of(url, "loader"), rebuild=True)


@pytest.mark.parametrize("duty", ["owner", ""])
def test_an_upgrade_by_owner_or_superuser_keeps_owner_and_rights(url: str, duty: str) -> None:
    assert schema.upgrade(url_of(url, duty) if duty else url, rebuild=True) is True
    with psycopg.connect(conninfo(url)) as link:
        owners = """select distinct relowner::regrole::text from pg_class
            where relnamespace in ('report'::regnamespace, 'eventdb'::regnamespace) and relkind in ('r', 'v')"""
        assert link.execute(owners).fetchall() == [(NAMES[0],)]
    with psycopg.connect(conninfo(url_of(url, "reader"))) as link:
        assert link.execute("select count(*) > 0 from timeline").fetchone() == (True,)


def test_roles_are_brought_up_to_date_and_keep_their_passwords(url: str) -> None:
    with psycopg.connect(conninfo(url)) as link:
        made = make_roles(link, prefix=PREFIX, timeout="5min")
        assert [(role.name, role.is_new, role.has_password) for role in made] == [
            (name, False, False) for name in NAMES
        ]
    with psycopg.connect(conninfo(url_of(url, "reader"))) as link:
        assert link.execute("show statement_timeout").fetchone() == ("5min",)


def test_a_role_that_is_not_ours_or_may_do_more_is_refused(url: str) -> None:
    with psycopg.connect(conninfo(url)) as link:
        link.execute(SQL("comment on role {} is 'of the newsroom'").format(Identifier(NAMES[2])))
        with pytest.raises(DatabaseError, match="that eventdb did not make: choose other names with --prefix"):
            make_roles(link, prefix=PREFIX)
        link.execute(SQL("comment on role {} is '{}'").format(Identifier(NAMES[2]), SQL(MARK)))
        link.execute(SQL("grant {} to {}").format(Identifier(NAMES[0]), Identifier(NAMES[2])))
        with pytest.raises(DatabaseError, match=f"is a member of {NAMES[0]}; take that away first"):
            make_roles(link, prefix=PREFIX)
        link.rollback()


def test_whoever_owns_the_database_and_may_make_roles_can_do_it_and_is_told_what_stays_open(empty_url: str) -> None:
    prefix, maker = f"m{os.getpid()}_", Identifier(f"m{os.getpid()}_maker")
    with psycopg.connect(conninfo(empty_url), autocommit=True) as link:
        link.execute(SQL("create role {} createrole").format(maker))
        link.execute(SQL("alter database {} owner to {}").format(Identifier(link.info.dbname), maker))
        link.execute(SQL("set role {}; create schema eventdb; create schema report").format(maker))
        link.execute("create table eventdb.alembic_version (version_num text); create view report.one as select 1 as x")
        make_roles(link, prefix=prefix)
        assert open_doors(link, f"{prefix}reader") == ["large objects"]
        link.execute(
            SQL("set role {}; insert into eventdb.alembic_version values ('')").format(Identifier(f"{prefix}owner"))
        )
        link.execute("reset role")
        for duty in ("owner", "loader", "reader", "maker"):
            name = Identifier(f"{prefix}{duty}")
            link.execute(SQL("reassign owned by {0} to current_user; drop owned by {0}; drop role {0}").format(name))


def test_the_server_is_sent_no_password(url: str) -> None:
    with psycopg.connect(conninfo(url)) as link:
        stored = link.execute("select rolpassword from pg_authid where rolname = %s", [NAMES[2]]).fetchone()
        assert stored and stored[0].startswith("SCRAM-SHA-256$")
