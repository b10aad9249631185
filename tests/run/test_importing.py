"""Records are loaded as articles are: again without effect, changed as the next version, bad rows told, none lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventdb.cli import run
from eventdb.errors import SourceError
from loaders.coded import DATASETS
from loaders.importing import import_records
from loaders.ingest import Report, ingest
from tests.coded.samples import file, row
from tests.conftest import conninfo

ARTICLE = """Blast at a market in Lima

LIMA, May 3, 2022 -- A bomb killed at least four people at a market in Lima on May 2, 2022, police said on Tuesday.
"""


@pytest.fixture
def url(database_url: str) -> str:
    return database_url


def imported(url: str, dataset: str, *paths: Path, has_all: bool = False) -> Report:
    return import_records(paths, DATASETS[dataset], url, clock=lambda: datetime.now(UTC), has_all=has_all)


def counts(report: Report) -> dict[str, int]:
    return {name: number for name, number in report.counts.items() if number}


def asked(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(conninfo(url)) as connection:
        return connection.execute(query.encode()).fetchall()


def test_a_file_read_again_changes_nothing_and_a_changed_record_is_its_next_version(url: str, tmp_path: Path) -> None:
    other = row("acled", event_id_cnty="PER900002", event_date="2022-06-09", location="Cusco")
    path = file(tmp_path / "a.csv", "acled", row("acled"), other)
    assert counts(imported(url, "acled", path)) == {"inserted": 2}
    assert counts(imported(url, "acled", file(tmp_path / "b.csv", "acled", other, row("acled")))) == {"kept": 2}
    events = asked(url, "select event_id from report.timeline order by 1")
    assert counts(imported(url, "acled", file(path, "acled", row("acled", fatalities="6"), other))) == {
        "updated": 1, "kept": 1,
    }  # fmt: skip
    assert asked(url, "select event_id from report.timeline order by 1") == events
    assert asked(url, "select version, best from report.casualty_claim inner join report.article using (article_id)"
                      " where url = 'acled:PER900001'") == [(2, 6)]  # fmt: skip


def test_bad_rows_are_rejected_with_their_numbers_and_the_others_are_stored(url: str, tmp_path: Path) -> None:
    path = file(
        tmp_path / "ged.csv",
        "ucdp-ged",
        row("ucdp-ged"),
        row("ucdp-ged", id="500002", where_prec="9"),
        row("ucdp-ged", best="6"),
        row("ucdp-ged", id=""),
        row("ucdp-ged", id="500003", date_start="2022-05-20", date_end="2022-05-20"),
    )
    report = imported(url, "ucdp-ged", path)
    assert counts(report) == {"inserted": 2, "rejected": 3}
    assert asked(url, "select file, reason from report.rejected_file order by 1") == [
        (f"{path}, row 4", "an earlier row has the id 500001, too"),
        (f"{path}, row 5", "id is ''; an id would be right"),
        ("ucdp-ged:500002", "ged.csv, row 3: where_prec is '9'; a number from 1 to 7 would be right"),
    ]
    assert {(each.path, each.reason) for each in report.rejected} == set(
        asked(url, "select file, reason from report.rejected_file")
    )
    mended = file(tmp_path / "ged.csv", "ucdp-ged", row("ucdp-ged", id="500002"))
    assert counts(imported(url, "ucdp-ged", mended)) == {"inserted": 1}
    assert len(asked(url, "select file from report.rejected_file")) == 2


def test_records_that_the_whole_data_set_lacks_are_withdrawn_and_told(url: str, tmp_path: Path) -> None:
    other = row("acled", event_id_cnty="PER900002", event_date="2022-06-09", location="Cusco")
    both = file(tmp_path / "both.csv", "acled", row("acled"), other)
    assert counts(imported(url, "acled", both)) == {"inserted": 2}
    imported(url, "gtd", file(tmp_path / "gtd.csv", "gtd"))
    one = file(tmp_path / "one.csv", "acled", other)
    assert counts(imported(url, "acled", one)) == {"kept": 1}
    assert asked(url, "select count(*) from report.coverage where acled is not null") == [(2,)]
    nameless = file(tmp_path / "nameless.csv", "acled", other, row("acled", event_id_cnty=""))
    assert counts(imported(url, "acled", nameless, has_all=True)) == {"kept": 1, "rejected": 1}
    assert asked(url, "select count(*) from report.coverage where acled is not null") == [(2,)]
    assert counts(imported(url, "acled", one, has_all=True)) == {"kept": 1, "rejected": 1}
    assert asked(url, "select told_by, acled, gtd from report.coverage order by 1") == [
        ("acled", "PER900002", None), ("gtd", None, "202205020001"),
    ]  # fmt: skip
    assert asked(url, "select reason from report.rejected_file where file = 'acled:PER900001'") == [
        ("withdrawn: a later file of the whole data set does not have it",)
    ]
    assert counts(imported(url, "acled", both, has_all=True)) == {"kept": 1, "inserted": 1}


def test_a_file_without_a_column_is_refused_before_anything_is_written(url: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="has no column id, type_of_violence"):
        imported(url, "ucdp-ged", file(tmp_path / "a.csv", "acled"))
    assert asked(url, "select ingest_run_id from eventdb.ingest_run") == []


def test_an_article_and_the_records_of_four_data_sets_are_one_event(url: str, tmp_path: Path) -> None:
    article = tmp_path / "lima.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    ingest([article], url, clock=lambda: datetime.now(UTC))
    for dataset in DATASETS:
        delimiter = "\t" if dataset == "polecat" else ","
        imported(url, dataset, file(tmp_path / f"{dataset}.csv", dataset, delimiter=delimiter))
    found = asked(
        url,
        "select told_by, articles, ucdp_ged, acled, gtd, news_killed_low, ucdp_ged_killed_low, ucdp_ged_killed_best,"
        " ucdp_ged_killed_high, acled_killed, gtd_killed, place, starts_from::text from report.coverage",
    )
    assert found == [
        ("acled, gtd, news, polecat, ucdp-ged", 1, "500001", "PER900001", "202205020001", 4, 3, 5, 9, 5, 5, "Lima",
         "2022-05-02"),
    ]  # fmt: skip
    assert asked(url, "select distinct rule from report.evidence where rule ~ '^import' order by 1") == [
        ("import.acled",), ("import.gtd",), ("import.polecat",), ("import.ucdp-ged",),
    ]  # fmt: skip


def test_facts_of_a_record_stand_on_its_cells_and_a_place_of_its_own_is_on_the_map(url: str, tmp_path: Path) -> None:
    village = row("ucdp-ged", where_coordinates="Alto Cuyani village", latitude="-11.5", longitude="-76.5")
    imported(url, "ucdp-ged", file(tmp_path / "ged.csv", "ucdp-ged", village))
    assert asked(url, "select latitude, longitude, place, subdivision_code is not null from report.timeline") == [
        (-11.5, -76.5, "Alto Cuyani village", True)
    ]
    assert asked(url, "select quote, sentence from report.evidence where fact_kind = 'casualty_figure' order by 1") == [
        ("1", "deaths_a: 1"), ("4", "deaths_civilians: 4"), ("5", "best: 5"),
    ]  # fmt: skip
    assert asked(url, "select date_precision, place_precision from report.event_claim") == [(1, 1)]


def test_the_command_tells_what_it_did(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", conninfo(url))
    path = file(tmp_path / "gtd.csv", "gtd", row("gtd"), row("gtd", eventid="202205030001", attacktype1="12"))
    assert run(["import", "gtd", str(path)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("read 2 = 1 inserted + 0 updated + 0 kept + 1 rejected\n")
    assert "rejected gtd:202205030001: gtd.csv, row 3: attacktype1 is '12'" in told
    assert run(["check"]) == 0
    assert run(["import", "gtd", str(tmp_path / "none.csv")]) == 9
    assert "none.csv cannot be read" in capsys.readouterr().err
