"""Files that were read leave the inbox with all that belongs to them; the database names places that hold them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eventdb.errors import UsageError
from loaders.nightly import Night, check_archive
from tests.run.database import Link, ask
from tests.run.test_ingest import write

Nights = Callable[..., Night]
PLACES = "select location from eventdb.source_file order by location"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_nothing_is_moved_unless_it_is_asked_for(night: Nights, inbox: Path) -> None:
    before = names(inbox)
    night()
    assert names(inbox) == before


def test_files_that_were_read_move_with_their_metadata(night: Nights, inbox: Path, tmp_path: Path, link: Link) -> None:
    (inbox / "a.meta.json").write_text('{"url": "https://news.example/a"}')
    (inbox / "deep").mkdir()
    write(inbox / "deep", "x.txt", "2022-08-01 Oslo")
    done = night(archive_to=tmp_path / "read")
    assert (done.archived and done.archived.moved, names(inbox)) == (5, [])
    day = tmp_path / "read" / done.started_at.date().isoformat()
    assert names(day) == ["a.meta.json", "a.txt", "b.txt", "c.txt", "d.txt", "x.txt"]
    assert (day / "deep" / "x.txt").is_file()
    assert [Path(place).is_file() for (place,) in ask(link, PLACES)] == [True] * 5
    assert ask(link, "select count(distinct file) from report.evidence") == [(5,)]


def test_a_rejected_file_stays(night: Nights, inbox: Path, tmp_path: Path) -> None:
    (inbox / "e.txt").write_bytes(b"\x00\x01")
    night(archive_to=tmp_path / "read")
    assert names(inbox) == ["e.txt"]


def test_a_later_file_of_the_same_name_is_an_article_of_its_own(
    night: Nights, inbox: Path, tmp_path: Path, link: Link
) -> None:
    night(archive_to=tmp_path / "read")
    write(inbox, "a.txt", "2023-03-03 Bergen")
    assert night(archive_to=tmp_path / "read").counts == {"inserted": 1}
    assert ask(link, "select count(*), max(version) from eventdb.article") == [(5, 1)]
    assert [Path(place).is_file() for (place,) in ask(link, PLACES)] == [True] * 5


def test_a_move_that_was_broken_off_is_finished_by_the_next_night(
    night: Nights, inbox: Path, tmp_path: Path, link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(self: Path, missing_ok: bool = False) -> None:
        if self.parent == inbox:
            raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(Path, "unlink", killed)
        night(archive_to=tmp_path / "read")
    assert names(inbox) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    done = night(archive_to=tmp_path / "read")
    assert (done.counts, names(inbox)) == ({"kept": 4}, [])
    assert all(Path(place).is_file() for (place,) in ask(link, PLACES))
    assert ask(link, "select count(*) from eventdb.article") == [(4,)]


@pytest.mark.parametrize("where", ["inbox/read", ".", "inbox"])
def test_inbox_and_archive_must_not_lie_in_each_other(tmp_path: Path, where: str) -> None:
    with pytest.raises(UsageError, match="must not lie in each other"):
        check_archive(tmp_path / "inbox", tmp_path / where)
