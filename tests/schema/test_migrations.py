"""Migrations give the tables of the models, leave nothing when taken back, and touch no database that is not ours."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from eventdb import schema
from eventdb.errors import DatabaseError, SchemaError, SettingsError
from eventdb.models import Base
from eventdb.schema import lists, views
from eventdb.schema.folders import folder
from eventdb.schema.revisions import revisions
from eventdb.schema.statements import on
from eventdb.session import connection
from tests.schema.dumps import dump, execute, query

ROOT = Path(__file__).parents[2]
OURS = ("--schema=eventdb", "--exclude-table=eventdb.alembic_version")


def schemas(url: str) -> set[str]:
    found = query(url, "select nspname from pg_namespace where nspname !~ '^pg_|^information_schema$'")
    return {name for (name,) in found}


def test_migrations_give_the_tables_and_lists_that_the_models_declare(database_url: str, empty_url: str) -> None:
    with connection(empty_url) as link:
        link.execute(text("create schema eventdb"))
        link.execute(text("comment on schema eventdb is 'What articles claim, and the events that are made of it'"))
        Base.metadata.create_all(link)
        lists.fill(on(link))
    assert dump(database_url, *OURS) == dump(empty_url, *OURS)


def test_the_script_for_administrators_does_what_upgrade_does(database_url: str, empty_url: str) -> None:
    execute(empty_url, schema.offline_sql())
    assert dump(empty_url) == dump(database_url)


def test_upgrading_twice_does_nothing_the_second_time(database_url: str) -> None:
    before = dump(database_url)
    assert schema.upgrade(database_url) is False
    assert dump(database_url) == before


def test_taking_all_migrations_back_leaves_nothing(database_url: str) -> None:
    schema.downgrade(database_url)
    assert schemas(database_url) == {"public"}
    assert schema.current(database_url) is None


def test_a_database_taken_back_can_be_upgraded_again(database_url: str) -> None:
    before = dump(database_url)
    schema.downgrade(database_url)
    assert schema.upgrade(database_url) is True
    assert dump(database_url) == before


def test_upgrades_that_start_together_do_the_work_once(empty_url: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(schema.upgrade, [empty_url] * 3))
    assert sorted(outcomes) == [False, False, True]


@pytest.mark.parametrize("name", ["eventdb", "report"])
def test_a_schema_of_somebody_else_is_not_touched(empty_url: str, name: str) -> None:
    execute(empty_url, f"create schema {name}; create table {name}.diary (entry text)")
    with pytest.raises(SchemaError, match=f"schema {name} that eventdb did not make"):
        schema.upgrade(empty_url)
    assert schemas(empty_url) == {"public", name}


def test_a_failing_upgrade_leaves_the_database_as_it_was(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.sql").write_text("-- One row per fault.\ncreate view report.broken as select no_such_column;")
    monkeypatch.setattr(views, "folder", lambda _: tmp_path)
    with pytest.raises(SchemaError, match='column "no_such_column" does not exist'):
        schema.upgrade(empty_url)
    assert schemas(empty_url) == {"public"}


def test_a_database_of_a_newer_version_is_not_touched(database_url: str) -> None:
    execute(database_url, "update eventdb.alembic_version set version_num = '9999'")
    for refuses in (schema.upgrade, schema.downgrade):
        with pytest.raises(SchemaError, match="revision 9999, which this version of eventdb does not know"):
            refuses(database_url)


def test_the_revision_is_read_from_file_names_as_alembic_reads_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(folder("migrations")))
    script = ScriptDirectory.from_config(config)
    assert revisions() == tuple(sorted(entry.revision for entry in script.walk_revisions()))
    assert script.get_current_head() == revisions()[-1]


def test_a_server_that_is_not_there_is_named_without_its_password(empty_url: str) -> None:
    with pytest.raises(DatabaseError, match="127.0.0.1:1/nowhere cannot be reached") as refusal:
        schema.upgrade("postgresql://me:secret@127.0.0.1:1/nowhere")
    assert "secret" not in str(refusal.value)


def test_a_url_of_another_kind_of_database_is_refused() -> None:
    with pytest.raises(SettingsError, match="the scheme must be postgresql"):
        schema.upgrade("sqlite:///events.db")


def test_a_new_migration_is_begun_from_the_template(tmp_path: Path) -> None:
    shutil.copytree(folder("migrations"), tmp_path / "migrations")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    command.revision(Config(toml_file=tmp_path / "pyproject.toml"), "stories have a language", rev_id="9999")
    begun = (tmp_path / "migrations" / "versions" / "9999_stories_have_a_language.py").read_text()
    compile(begun, "9999", "exec")
    told = f"In: the tables of revision {revisions()[-1]}. Out: those of 9999."
    assert begun.startswith(f'"""stories have a language\n\n{told}')
