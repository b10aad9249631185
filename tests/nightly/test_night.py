"""A night reads, links, refreshes and checks; it tells of each stage; what it did not reach the next one does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eventdb.errors import DatabaseError
from loaders.nightly import Night, night_json, night_lines
from loaders.nightly.page import night_page
from tests.nightly.conftest import Told
from tests.run.database import Link, ask
from tests.run.test_ingest import clock, write

Nights = Callable[..., Night]


def test_a_night_tells_of_each_stage_with_its_counts(night: Nights, told: Told) -> None:
    done = night()
    stages = dict(told)
    assert list(stages) == ["ingest", "link", "refresh", "check"]
    assert stages["ingest"] == {"read": 4, "inserted": 4, "updated": 0, "kept": 0, "rejected": 0, "skipped": 0}
    assert stages["link"] == {"reports": 4, "events": 3, "gone": 0}
    assert stages["refresh"]["tables"] > 5
    assert stages["check"]["failures"] == 0
    assert (done.is_well, set(done.seconds)) == (True, {"ingest", "link", "refresh", "check"})


def test_the_run_of_a_night_is_the_row_that_the_database_has(night: Nights, link: Link) -> None:
    done = night()
    assert ask(link, "select ingest_run_id, files_read from report.ingest_run where is_finished") == [(done.run, 4)]


def test_a_second_night_keeps_all_and_reads_what_is_new(night: Nights, inbox: Path) -> None:
    night()
    write(inbox, "e.txt", "2022-07-01 Oslo")
    assert night().counts == {"kept": 4, "inserted": 1}


def test_tables_that_changed_are_refreshed_once(night: Nights, link: Link) -> None:
    night()
    link.execute("create materialized view report.own as select 1 as number")
    link.execute("refresh materialized view report.own")
    again = night().refreshed
    assert again is not None
    assert again.views == 1
    assert ask(link, "select max(n_dead_tup) from pg_stat_user_tables where relname = 'article'") == [(0,)]


def test_a_rejected_file_and_a_failed_check_make_a_night_unwell(night: Nights, inbox: Path, link: Link) -> None:
    (inbox / "e.txt").write_bytes(b"\x00\x01")
    assert not night().is_well
    (inbox / "e.txt").unlink()
    assert night().is_well
    link.execute("update eventdb.event set starts_from = '2001-01-01'")
    done = night()
    assert (done.is_well, [each.name for each in done.breaches if each.is_failure]) == (
        False,
        ["event_days_outside_its_reports"],
    )


def test_a_night_that_is_stopped_leaves_the_rest_to_the_next(night: Nights, told: Told) -> None:
    done = night(stopping=lambda: True)
    assert (done.is_stopped, dict(told).keys() <= {"ingest", "link"}) == (True, True)
    assert night_lines(done)[-1] == "stopped before its end; the next night goes on"
    assert night().counts.total() == 4


def test_a_database_that_is_not_there_is_one_of_our_errors(night: Nights, inbox: Path) -> None:
    from loaders.nightly import nightly

    with pytest.raises(DatabaseError, match="cannot be reached"):
        nightly(inbox, "postgresql://me@127.0.0.1:1/nowhere", clock=clock, say=lambda *_, **__: None)


def test_the_report_has_the_same_counts_as_lines_and_as_json(night: Nights, inbox: Path) -> None:
    (inbox / "e.txt").write_bytes(b"\x00\x01")
    done = night()
    assert "read 5 = 4 inserted + 0 updated + 0 kept + 1 rejected" in night_lines(done)
    told = night_json(done)
    assert told["files"] == {"read": 5, "inserted": 4, "updated": 0, "kept": 0, "rejected": 1}
    assert [Path(each["file"]).name for each in told["rejected"]] == ["e.txt"]
    assert told["is_well"] is False


def test_no_name_of_a_file_breaks_out_of_the_page(night: Nights, inbox: Path) -> None:
    (inbox / "<script>alert(1)<").mkdir()
    (inbox / "<script>alert(1)<" / "script>.txt").write_bytes(b"\x00\x01")
    page = night_page(night())
    assert "&lt;script&gt;alert(1)&lt;" in page
    assert "<script" not in page
    assert "default-src &#x27;none&#x27;" in page
