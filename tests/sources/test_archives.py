"""Archives are read member by member, as folders are, and can do no harm."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from loaders.sources import Document, Metadata, Rejection, Skipped, document, sources
from loaders.sources.tars import tar_members
from tests.sources.making import ENGLISH, found, met, page, tarred, told, zipped

Archive = Callable[[Path, Mapping[str, bytes]], Path]
KINDS = pytest.mark.parametrize(
    ("name", "archive"),
    [("n.zip", zipped), ("n.tar", tarred), ("n.tar.gz", tarred), ("n.tar.xz", tarred), ("n.tar.bz2", tarred)],
)
UNSAFE = ("../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:\\a.txt", "a\nb.txt", "x" * 1001)


@KINDS
def test_members_are_read_and_placed_by_their_names(tmp_path: Path, name: str, archive: Archive) -> None:
    members = {"./a/b.txt": ENGLISH, "c.html": page(), "d.pdf": b"%PDF", ".e.txt": ENGLISH, "__MACOSX/._f.txt": b"x"}
    archive(tmp_path / name, members)
    assert told(sources([tmp_path]), tmp_path) == [
        (f"{name}!/a/b.txt", "source"),
        (f"{name}!/c.html", "source"),
        (f"{name}!/d.pdf", "other_extension"),
        (f"{name}!/.e.txt", "hidden"),
        (f"{name}!/__MACOSX/._f.txt", "hidden"),
    ]
    first, second = found(tmp_path / name)
    assert (first.name, first.raw, first.size, first.is_numbered) == ("b.txt", ENGLISH, len(ENGLISH), False)
    read = document(second)
    assert isinstance(read, Document)
    assert read.metadata.publisher == "The Gulf Post"


@KINDS
def test_metadata_reach_their_article_wherever_they_stand(tmp_path: Path, name: str, archive: Archive) -> None:
    members = {
        "n/a.txt": ENGLISH,
        "n/manifest.csv": b"file,title\na.txt,Ferry\ngone.txt,None\n",
        "n/a.meta.json": b'{"publisher": "AP"}',
        "n/b.txt": ENGLISH + b"b",
        "n/b.meta.json": b'{"publishe": "AP"}',
        "n/c.meta.yaml": b"publisher: AP",
    }
    path = archive(tmp_path / name, members)
    assert [each.metadata for each in found(path)] == [Metadata(publisher="AP", title="Ferry")]
    assert [(place, what) for place, what in told(sources([path]), tmp_path) if what not in ("source", "metadata")] == [
        (f"{name}!/n/b.txt", "bad_metadata"),
        (f"{name}!/n/c.meta.yaml", "no_article"),
        (f"{name}!/n/gone.txt", "no_article"),
    ]


@KINDS
def test_metadata_beside_an_archive_are_those_of_all_its_members(tmp_path: Path, name: str, archive: Archive) -> None:
    archive(tmp_path / name, {"a.txt": ENGLISH, "b.txt": ENGLISH, "b.meta.json": b'{"publisher": "dpa"}'})
    (tmp_path / f"{name}.meta.json").write_text('{"publisher": "AP"}')
    assert [(each.name, each.metadata.publisher) for each in found(tmp_path)] == [("a.txt", "AP")]
    (_, clash) = [each for each in met(tmp_path / name) if not isinstance(each, Skipped)]
    assert isinstance(clash, Rejection)
    assert "'AP' in the files beside the archive but 'dpa' in the files beside it" in clash.reason


@KINDS
@pytest.mark.parametrize("bad", UNSAFE)
def test_a_name_that_leads_out_is_rejected_by_its_number(tmp_path: Path, name: str, archive: Archive, bad: str) -> None:
    archive(tmp_path / name, {"a.txt": ENGLISH, bad: ENGLISH, "b.txt": ENGLISH})
    assert told(sources([tmp_path / name]), tmp_path) == [
        (f"{name}!/a.txt", "source"),
        (f"{name}#2", "unsafe_name"),
        (f"{name}!/b.txt", "source"),
    ]


@KINDS
def test_archives_inside_archives_and_large_members_are_rejected_by_name(
    tmp_path: Path, name: str, archive: Archive
) -> None:
    members = {"a.zip": b"PK", "b.tar.gz": b"x", "c.txt.gz": b"x", "d.txt": ENGLISH * 40, "e.txt": ENGLISH}
    path = archive(tmp_path / name, members)
    assert [what for _, what in told(sources([path], limit=2000), tmp_path)] == [
        "nested", "nested", "nested", "too_large", "source",
    ]  # fmt: skip


@KINDS
def test_json_lines_inside_are_placed_by_name_and_line(tmp_path: Path, name: str, archive: Archive) -> None:
    path = archive(tmp_path / name, {"n/a.jsonl": b'{"text": "The ferry sank."}\n{}\n'})
    assert told(sources([path]), tmp_path) == [(f"{name}!/n/a.jsonl#1", "source"), (f"{name}!/n/a.jsonl#2", "bad_line")]


def test_a_name_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    twice = [("a.txt", ENGLISH), ("./a.txt", ENGLISH + b"2")]
    expected = [("!/a.txt", "source"), ("!/a.txt#2", "twice")]
    for path in (zipped(tmp_path / "n.zip", twice), tarred(tmp_path / "n.tar", twice)):
        assert told(sources([path]), tmp_path) == [(path.name + place, what) for place, what in expected]


def test_links_and_devices_in_a_tar_archive_are_not_followed(tmp_path: Path) -> None:
    members = [
        ("a.txt", ENGLISH),
        ("b.txt", {"type": tarfile.LNKTYPE, "linkname": "a.txt"}),
        ("c.txt", {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}),
        ("d.txt", {"type": tarfile.CHRTYPE}),
        ("e.txt", {"type": tarfile.DIRTYPE}),
    ]
    path = tarred(tmp_path / "n.tar", members)
    assert [what for _, what in told(sources([path]), tmp_path)] == [
        "source", "already_read", "not_a_file", "not_a_file",
    ]  # fmt: skip


def test_links_and_encrypted_members_of_a_zip_archive_are_rejected(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = zipped(tmp_path / "n.zip", [(link, b"/etc/passwd"), ("locked.txt", ENGLISH), ("a.txt", ENGLISH)])
    raw = bytearray(path.read_bytes())
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.index(b"locked.txt", raw.index(signature)) - {6: 30, 8: 46}[flags_at]
        raw[at + flags_at] |= 1
    at = raw.index(b"locked.txt", raw.index(b"PK\x01\x02")) - 46
    raw[at + 8] |= 1
    path.write_bytes(raw)
    assert [what for _, what in told(sources([path]), tmp_path)] == ["not_a_file", "encrypted", "source"]


def test_a_member_that_unpacks_to_hundreds_of_times_its_size_is_rejected_and_no_other(tmp_path: Path) -> None:
    path = zipped(tmp_path / "n.zip", {"a.txt": b"a" * 900_000, "b.jsonl": b"b" * 9_000_000, "c.txt": ENGLISH})
    assert [what for _, what in told(sources([path]), tmp_path)] == ["bomb", "bomb", "source"]


def test_a_tar_archive_that_is_a_bomb_is_read_up_to_it(tmp_path: Path) -> None:
    path = tarred(tmp_path / "n.tar.gz", {"a.txt": ENGLISH, "b.bin": b"\0" * 30_000_000, "c.txt": ENGLISH})
    assert told(sources([path]), tmp_path)[-1] == ("n.tar.gz", "bomb")
    assert [each.name for each in found(path)] == ["a.txt"]


def test_a_header_that_would_fill_memory_is_damage(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("long")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, 8_000_000_000
    path = tmp_path / "n.tar"
    path.write_bytes(entry.tobuf(tarfile.GNU_FORMAT) + b"a" * 1024)
    (rejected,) = met(path)
    assert isinstance(rejected, Rejection)
    assert rejected.reason.endswith("(a header of 8,000,000,000 bytes)")


@pytest.mark.parametrize("kept", [0.05, 0.5, 0.95])
@pytest.mark.parametrize("name", ["n.tar", "n.tar.gz", "n.tar.xz"])
def test_a_tar_archive_that_ends_too_early_is_read_up_to_there(tmp_path: Path, name: str, kept: float) -> None:
    texts = {f"{n}.txt": b" ".join(b"%d" % number for number in range(n * 9000, n * 9000 + 9000)) for n in range(8)}
    path = tarred(tmp_path / name, texts)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(kept * len(raw))])
    words = [what for _, what in told(sources([path]), tmp_path)]
    assert words[-1] == "damaged"
    assert all(each.raw == texts[each.name] for each in found(path))
    assert "source" in words or kept < 0.9


@pytest.mark.parametrize("raw", [b"PK\x03\x04 and no more", b"", b"PK\x05\x06" + b"\xff" * 18, ENGLISH])
def test_what_is_called_a_zip_archive_and_is_none_is_damaged(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "n.zip").write_bytes(raw)
    assert told(sources([tmp_path]), tmp_path) == [("n.zip", "damaged")]


def test_a_damaged_member_of_a_zip_archive_costs_no_other(tmp_path: Path) -> None:
    path = zipped(tmp_path / "n.zip", {"a.txt": ENGLISH * 9, "b.txt": ENGLISH})
    raw = bytearray(path.read_bytes())
    raw[40] ^= 0xFF
    path.write_bytes(raw)
    assert [what for _, what in told(sources([path]), tmp_path)] == ["damaged", "source"]


def test_of_a_tar_archives_list_nothing_is_kept(tmp_path: Path) -> None:
    path = tarred(tmp_path / "n.tar", {f"{number}.txt": ENGLISH for number in range(50)})
    held: list[int] = []
    for member in tar_members(lambda: io.BytesIO(path.read_bytes())):
        held.append(len(member.open.args[0].members))  # type: ignore[attr-defined]
    assert (len(held), max(held)) == (50, 0)


def test_an_office_document_is_no_archive(tmp_path: Path) -> None:
    zipped(tmp_path / "a.docx", {"[Content_Types].xml": b"<Types/>", "word/a.txt": ENGLISH})
    (read,) = found(tmp_path / "a.docx")
    rejected = document(read)
    assert isinstance(rejected, Rejection)
    assert rejected.reason_code == "binary"
