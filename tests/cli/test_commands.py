"""Commands say what they did, exit as promised, and never show a traceback to a user."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import psycopg
import pytest

from eventdb.cli import run
from tests.conftest import conninfo

ARTICLE = """Norway to host peace conference in June

OSLO, May 4, 2022 -- Norway said on Wednesday that it will host a peace conference in Oslo on June 20, 2022.

Peru and Colombia have agreed to send delegations to the conference in Oslo, the foreign ministry said in a statement.

A bomb killed four people in Lima on May 2, police said on Tuesday.
"""


@pytest.fixture
def database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("EVENTDB_URL", conninfo(database_url))
    return database_url


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "oslo.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def loaded(database: str, article: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["ingest", str(article)]) == 0
    capsys.readouterr()
    return database


def test_ingest_prints_counts_that_add_up(database: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ingest", str(article)]) == 0
    assert capsys.readouterr().out.startswith("read 1 = 1 inserted + 0 updated + 0 kept + 0 rejected\n")
    assert run(["ingest", str(article)]) == 0
    assert capsys.readouterr().out.startswith("read 1 = 0 inserted + 0 updated + 1 kept + 0 rejected\n")


def test_search_prints_marked_sentences_with_their_events(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "bombs", "lima", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["sentence"].startswith("A **bomb** killed four people in **Lima**")
    assert found["event"].startswith("bombing, Lima")
    assert run(["search", "--limit", "1", "--", "bombs", "-oslo"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["search", "bombs"]) == 0
    headline, file, sentence, event, *_ = capsys.readouterr().out.splitlines()
    assert headline.endswith("Norway to host peace conference in June") and file.endswith("oslo.txt")
    assert sentence.startswith("    A **bomb** killed") and event.startswith("        → bombing, Lima")


def test_ingest_lists_what_it_rejects_and_exits_with_1(
    database: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "empty.txt").write_bytes(b"")
    assert run(["ingest", str(article.parent)]) == 1
    told = capsys.readouterr().out
    assert "read 2 = 1 inserted + 0 updated + 0 kept + 1 rejected" in told
    assert "empty.txt: The file has no bytes." in told
    assert run(["show", "rejected_file", "--format", "csv"]) == 0
    assert "empty.txt" in capsys.readouterr().out


def test_ingest_in_several_processes_gives_the_same(
    database: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ingest", "--workers", "2", str(article)]) == 0
    assert "1 inserted" in capsys.readouterr().out
    assert run(["show", "timeline", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_extract_prints_one_object_a_line_and_needs_no_database(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert run(["extract", str(article)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["file"] == str(article)
    assert run(["extract", str(article), "--format", "json", "--full"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert {"text", "blocks", "spans"} <= told.keys()


def test_extract_tells_on_stderr_what_is_no_article(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "empty.txt").write_bytes(b"")
    assert run(["extract", str(article.parent)]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "empty.txt: The file has no bytes." in told.err


def test_show_prints_a_table_csv_or_json(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "article"]) == 0
    assert capsys.readouterr().out.split()[0] == "article_id"
    assert run(["show", "article", "--format", "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["title"] == "Norway to host peace conference in June"
    assert run(["show", "article", "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["title"] == row["title"]


def test_show_without_a_view_lists_the_views(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "--format", "json"]) == 0
    views = {each["view"]: each["holds"] for each in json.loads(capsys.readouterr().out)}
    assert {"timeline", "article", "evidence", "planned_as_of"} <= views.keys()
    assert views["timeline"]


def test_show_takes_a_condition_and_a_limit(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    def rows(*words: str) -> list[dict[str, object]]:
        assert run(["show", "timeline", "--format", "json", *words]) == 0
        found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
        return found

    everything = rows()
    assert len(everything) > 1
    assert rows("--limit", "1") == everything[:1]
    assert rows("--where", "starts_from = '2022-06-20' -- the conference") == [
        each for each in everything if each["starts_from"] == "2022-06-20"
    ]


def test_an_unknown_view_is_wrong_use_and_the_known_ones_are_told(
    loaded: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", "timelines"]) == 2
    told = capsys.readouterr().err
    assert "no view 'timelines'" in told
    assert "timeline, " in told


@pytest.mark.parametrize(
    "condition",
    ["colour = 'red'", "starts_from = 'soon'", "(", "true); delete from eventdb.article; select (true", "1"],
)
def test_a_wrong_condition_is_wrong_use(loaded: str, condition: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "timeline", "--where", condition]) == 2
    told = capsys.readouterr().err
    assert told.startswith("eventdb: view timeline cannot be asked this: ")
    assert len(told.splitlines()) == 1


def test_a_condition_cannot_write(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    with psycopg.connect(conninfo(loaded)) as link:
        link.execute(
            "create function public.wipe() returns boolean language sql as 'delete from eventdb.story; select true'"
        )
    assert run(["show", "timeline", "--where", "public.wipe()"]) == 2
    assert "read-only transaction" in capsys.readouterr().err


def test_a_view_as_of_a_day_asks_for_the_day(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "planned_as_of"]) == 2
    assert "--on" in capsys.readouterr().err
    assert run(["show", "planned_as_of", "--on", "2022-05-10"]) == 0
    assert run(["show", "planned_as_of", "--on", "in May"]) == 2
    assert run(["show", "timeline", "--on", "2022-05-10"]) == 2


def test_evidence_prints_the_words_that_an_event_rests_on(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["show", "timeline", "--where", "starts_from = '2022-06-20'", "--format", "json"])
    event_id = json.loads(capsys.readouterr().out)[0]["event_id"]
    assert run(["evidence", str(event_id), "--format", "json"]) == 0
    quotes = json.loads(capsys.readouterr().out)
    assert all(each["quote"] in ARTICLE for each in quotes)
    assert any("conference" in each["quote"] for each in quotes)


def test_an_unknown_event_is_wrong_use(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evidence", "17"]) == 2
    assert "no event 17" in capsys.readouterr().err


def test_status_tells_counts_and_hides_the_password(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "--format", "json"]) == 0
    told = {each["what"]: each["value"] for each in json.loads(capsys.readouterr().out)}
    assert (told["articles"], told["runs broken off"]) == ("1", "0")


def test_check_is_silent_on_good_data_and_exits_with_1_on_bad(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert capsys.readouterr().out == "all is well\n"
    with psycopg.connect(conninfo(loaded)) as link:
        link.execute("update eventdb.event_report set event_id = null")
    assert run(["check"]) == 1
    assert "rules are broken" in capsys.readouterr().out


def test_link_mends_what_is_not_linked(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    with psycopg.connect(conninfo(loaded)) as link:
        link.execute("update eventdb.event_report set event_id = null")
        link.execute("delete from eventdb.event")
    assert run(["link"]) == 0
    assert run(["check"]) == 0


def test_a_database_without_tables_says_how_to_make_them(
    empty_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", conninfo(empty_url))
    assert run(["show", "timeline"]) == 7
    assert "eventdb db upgrade" in capsys.readouterr().err
    assert run(["db", "upgrade"]) == 0
    assert run(["show", "timeline"]) == 0


def test_demo_reads_the_examples_and_answers_three_questions(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["demo"])
    told = capsys.readouterr().out
    assert told.startswith("read ")
    assert told.count("eventdb show ") == 3


@pytest.mark.parametrize("words", [["show", "--limit", "many"], ["ingest"], ["fly"], ["show", "--format", "xml"], []])
def test_wrong_words_exit_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    told = capsys.readouterr()
    assert "Usage:" in told.out + told.err


def test_a_malformed_url_is_an_error_of_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", "mysql://me:secret@host/db")
    assert run(["status"]) == 4
    told = capsys.readouterr().err
    assert "EVENTDB_URL" in told
    assert "secret" not in told


def test_a_database_that_cannot_be_reached_is_told_in_one_line(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    for words in (["ingest", str(article)], ["show", "timeline"]):
        assert run(words) == 6
        told = capsys.readouterr().err
        assert "cannot be" in told
        assert "secret" not in told
        assert "Traceback" not in told
