"""Every file that is met is handed on, rejected with a reason, or counted as skipped."""

from __future__ import annotations

import gzip
import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from loaders.sources import Document, Ignored, Metadata, Reason, Rejection, Skipped, Source, document, sources
from loaders.sources.listing import Run, runs
from loaders.sources.seen import Seen
from tests.sources.making import ENGLISH, told


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ENGLISH + name.encode())


def test_a_source_holds_the_bytes_their_hash_and_size(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH)
    (found,) = sources([tmp_path])
    expected = Source(tmp_path / "a.txt", "a.txt", ENGLISH, sha256(ENGLISH).hexdigest(), len(ENGLISH), Metadata())
    assert found == expected


def test_a_folder_is_read_by_name_with_its_folders_and_other_files_are_counted(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.TXT", "a/c.md", "c.text", "d.pdf", ".hidden", ".git/x.txt", "noextension")
    assert told(sources([tmp_path]), tmp_path) == [
        (".git", "hidden"),
        (".hidden", "hidden"),
        ("a/c.md", "source"),
        ("a/z.TXT", "source"),
        ("b.txt", "source"),
        ("c.text", "source"),
        ("d.pdf", "other_extension"),
        ("noextension", "other_extension"),
    ]


def test_a_file_named_by_itself_is_read_whatever_its_extension(tmp_path: Path) -> None:
    fill(tmp_path, "a.page")
    assert told(sources([str(tmp_path / "a.page")]), tmp_path) == [("a.page", "source")]


def test_a_pattern_stands_for_the_files_that_match_it_in_order(tmp_path: Path) -> None:
    fill(tmp_path, "n/2.txt", "n/1.txt", "n/m/3.txt", "n/4.pdf")
    assert told(sources([tmp_path / "n" / "*.txt"]), tmp_path) == [("n/1.txt", "source"), ("n/2.txt", "source")]
    assert [word for _, word in told(sources([tmp_path / "**" / "3.*"]), tmp_path)] == ["source"]


@pytest.mark.parametrize("name", ["nothing.txt", "*.nothing", "a**b/c[.txt"])
def test_a_path_or_pattern_without_a_file_is_rejected(tmp_path: Path, name: str) -> None:
    assert told(sources([tmp_path / name]), tmp_path) == [(name, "not_found")]


def test_walking_reads_nothing_before_it_is_asked(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    met = sources([tmp_path])
    next(met)
    (tmp_path / "b.txt").unlink()
    assert told(met, tmp_path) == [("b.txt", "vanished")]


def test_each_real_file_is_read_once_and_links_that_lead_back_end(tmp_path: Path) -> None:
    fill(tmp_path, "a/1.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a" / "1.txt")
    (tmp_path / "c.txt").hardlink_to(tmp_path / "a" / "1.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "e.txt").symlink_to(tmp_path / "e.txt")
    assert told(sources([tmp_path, tmp_path / "a"]), tmp_path) == [
        ("a/1.txt", "source"),
        ("a/loop", "already_read"),
        ("b.txt", "already_read"),
        ("c.txt", "already_read"),
        ("d.txt", "dead_link"),
        ("e.txt", "dead_link"),
        ("a", "already_read"),
    ]


def test_pipes_and_sockets_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "b.txt"))
        assert told(sources([tmp_path]), tmp_path) == [("a.txt", "not_a_file"), ("b.txt", "not_a_file")]
    assert [met.reason_code for met in sources(["/dev/null"]) if isinstance(met, Rejection)] == [Reason.NOT_A_FILE]


def test_a_file_over_the_limit_is_rejected_with_both_sizes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 3_000_000)
    (found,) = sources([tmp_path], limit=2_000_000)
    assert isinstance(found, Rejection)
    assert found.reason_code is Reason.TOO_LARGE
    assert "3.0 MB; the limit is 2 MB" in found.reason


def test_what_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a.txt")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("loaders.sources.opening.os.open", refuse)
    (found,) = sources([tmp_path])
    assert isinstance(found, Rejection)
    assert (found.reason_code, found.reason[-19:]) == (Reason.UNREADABLE, "(Permission denied)")


def test_metadata_beside_a_file_reach_it_by_side_file_and_manifest(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt", "c.txt")
    (tmp_path / "a.meta.json").write_text('{"publisher": "AP"}')
    (tmp_path / "b.txt.meta.yaml").write_text("publisher: dpa\n")
    (tmp_path / "manifest.csv").write_text("\ufefffile,title\r\na.txt,Ferry\r\n", encoding="utf-8")
    found = {met.name: met.metadata for met in sources([tmp_path]) if isinstance(met, Source)}
    assert found == {
        "a.txt": Metadata(publisher="AP", title="Ferry"),
        "b.txt": Metadata(publisher="dpa"),
        "c.txt": Metadata(),
    }
    (alone,) = sources([tmp_path / "a.txt"])
    assert isinstance(alone, Source)
    assert alone.metadata == found["a.txt"]


def test_bad_metadata_reject_their_article_and_no_other(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt", "c.txt")
    (tmp_path / "a.meta.json").write_text('{"publishe": "AP"}')
    (tmp_path / "b.meta.yaml").write_bytes(b"\0")
    assert told(sources([tmp_path]), tmp_path) == [
        ("a.meta.json", "metadata"),
        ("a.txt", "bad_metadata"),
        ("b.meta.yaml", "metadata"),
        ("b.txt", "bad_metadata"),
        ("c.txt", "source"),
    ]


def test_a_side_file_without_a_letter_is_read_for_what_it_says(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    (tmp_path / "a.meta.json").write_text("{}\n")
    (tmp_path / "b.meta.json").write_text("[1]\n")
    found = [met for met in sources([tmp_path]) if not isinstance(met, Skipped)]
    assert [met.metadata if isinstance(met, Source) else met.reason for met in found] == [
        Metadata(),
        "b.meta.json holds [1]; keys with values would be right: url, publisher, published, authors, language, title",
    ]


def test_metadata_without_their_article_are_reported(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "x.meta.json").write_text("{}")
    (tmp_path / "manifest.csv").write_text("file\na.txt\ny.txt\n")
    found = [met for met in sources([tmp_path]) if isinstance(met, Rejection)]
    assert [(each.path.name, each.reason_code) for each in found] == [
        ("x.meta.json", Reason.NO_ARTICLE),
        ("y.txt", Reason.NO_ARTICLE),
    ]
    assert "manifest.csv, line 3" in found[1].reason


def test_a_manifest_that_cannot_be_read_rejects_the_articles_of_its_folder(tmp_path: Path) -> None:
    fill(tmp_path, "n/a.txt", "b.txt")
    (tmp_path / "n" / "manifest.csv").write_text("file,autor\n")
    assert told(sources([tmp_path]), tmp_path) == [
        ("b.txt", "source"),
        ("n/a.txt", "bad_metadata"),
        ("n/manifest.csv", "metadata"),
        ("n/manifest.csv", "bad_metadata"),
    ]


def read(raw: bytes, given: Metadata | None = None) -> Document | Rejection:
    return document(Source(Path("a.txt"), "a.txt", raw, "", len(raw), given or Metadata()))


def test_a_document_is_the_text_below_its_front_matter_with_all_metadata() -> None:
    found = read(b"---\r\ntitle: Ferry\r\n---\r\n" + ENGLISH, Metadata(publisher="AP"))
    assert found == Document(ENGLISH.decode(), "utf-8", "en", Metadata(title="Ferry", publisher="AP"))


@pytest.mark.parametrize(
    ("raw", "given", "code", "reason"),
    [
        (b"", Metadata(), Reason.EMPTY, "no bytes"),
        (b"---\ntitle: x\n---\n \n", Metadata(), Reason.ONLY_SPACE, "below its front matter"),
        (b"---\ntitle: x\n---\n" + ENGLISH, Metadata(title="y"), Reason.BAD_METADATA, "'y' in the files beside it"),
        (b"---\ntitel: x\n---\n" + ENGLISH, Metadata(), Reason.BAD_METADATA, "line 2: unknown key 'titel'"),
        (ENGLISH, Metadata(language="fr"), Reason.NOT_ENGLISH, "metadata say fr"),
        (
            "Die Fähre sank am Morgen und die Männer, die auf ihr waren, sind nicht gefunden worden.".encode(),
            Metadata(),
            Reason.NOT_ENGLISH,
            "reads as German",
        ),
        (b"qwerty uiop " * 50, Metadata(), Reason.NOT_ENGLISH, "no language"),
    ],
)
def test_a_source_that_is_no_english_article_is_rejected_with_its_reason(
    raw: bytes, given: Metadata, code: Reason, reason: str
) -> None:
    found = read(raw, given)
    assert isinstance(found, Rejection)
    assert found.reason_code is code
    assert reason in found.reason


def test_the_kinds_of_skipped_files_are_a_closed_list(tmp_path: Path) -> None:
    assert [kind.value for kind in Ignored] == [
        "other_extension", "hidden", "metadata", "already_read",
        "blank_line", "other_fields", "other_record", "not_html", "not_ok",
    ]  # fmt: skip
    assert Skipped(tmp_path, Ignored.HIDDEN).why == "hidden"


def test_a_folder_of_many_names_is_read_in_order_a_run_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.sources.listing.RUN", 4)
    fill(tmp_path, *(f"{number:02}.txt" for number in range(10)), "n/a.txt", "x.pdf")
    (tmp_path / "03.meta.json").write_text('{"publisher": "AP"}')
    (tmp_path / "99.meta.json").write_text("{}")
    (tmp_path / "manifest.csv").write_text("file,title\n05.txt,Ferry\ngone.txt,None\n")
    met = list(sources([tmp_path]))
    read = [each for each in met if isinstance(each, Source)]
    assert [each.name for each in read] == [*(f"{number:02}.txt" for number in range(10)), "a.txt"]
    assert (read[3].metadata.publisher, read[5].metadata.title) == ("AP", "Ferry")
    rejected = [path for path, what in told(iter(met), tmp_path) if what == "no_article"]
    assert rejected == ["99.meta.json", "gone.txt"]


def test_names_of_a_large_folder_are_never_all_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.sources.listing.RUN", 3)
    fill(tmp_path, *(f"{number}.txt" for number in range(9)))
    met = [run for run in runs(tmp_path) if isinstance(run, Run)]
    assert ["".join(run.names) for run in met] == ["0.txt1.txt2.txt", "3.txt4.txt5.txt", "6.txt7.txt8.txt"]
    assert [(run.is_last, run.known) for run in met] == [
        (False, frozenset()), (False, frozenset()), (True, frozenset()),
    ]  # fmt: skip
    (tmp_path / "9.meta.json").touch()
    assert {run.known for run in runs(tmp_path) if isinstance(run, Run)} == {None}


def test_a_place_is_told_once_however_often_it_is_given(tmp_path: Path) -> None:
    fill(tmp_path, "n/b.txt", "n/.h.txt")
    (tmp_path / "n" / "a.txt").symlink_to("gone")
    given = [tmp_path / "n" / "a.txt", tmp_path / "n", tmp_path / "n" / "a.txt", tmp_path / "n" / ".h.txt"]
    assert told(sources(given), tmp_path) == [
        ("n/a.txt", "dead_link"),
        ("n/.h.txt", "hidden"),
        ("n/a.txt", "already_read"),
        ("n/b.txt", "source"),
        ("n/a.txt", "already_read"),
        ("n/.h.txt", "source"),
    ]


def test_files_are_remembered_in_bits() -> None:
    seen = Seen()
    numbers = [(1, number) for number in range(0, 5000, 3)] + [(2, 0), (1, 1 << 60)]
    assert all(map(seen.is_new, numbers))
    assert not any(map(seen.is_new, numbers))
    assert len(seen.pages) == 7


def test_compressed_texts_are_read_with_what_stands_beside_them(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.gz", "c.sql.gz"):
        (tmp_path / name).write_bytes(gzip.compress(ENGLISH))
    (tmp_path / "a.meta.json").write_text('{"publisher": "AP"}')
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(gzip.compress(ENGLISH)))
    (tmp_path / "e.txt.gz").write_bytes(ENGLISH)
    assert told(sources([tmp_path]), tmp_path) == [
        ("a.meta.json", "metadata"),
        ("a.txt.gz", "source"),
        ("b.gz", "other_extension"),
        ("c.sql.gz", "other_extension"),
        ("d.txt.gz", "nested"),
        ("e.txt.gz", "source"),
    ]
    (named,) = [met for met in sources([tmp_path / "b.gz"]) if isinstance(met, Source)]
    (first, _) = [met for met in sources([tmp_path]) if isinstance(met, Source)]
    assert (named.raw, named.name, first.name, first.metadata.publisher) == (ENGLISH, "b", "a.txt", "AP")
