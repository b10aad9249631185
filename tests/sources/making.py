"""Small inputs of the real formats, made by the libraries that write them, and what reading them yields as words."""

from __future__ import annotations

import io
import tarfile
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from loaders.sources import Input, Met, Rejection, Skipped, Source, Whole, sources

ENGLISH = b"The ferry sank at dawn, and the men who were on it are missing."
PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Envoys meet | The Gulf Post</title>
<meta property="og:title" content="Envoys meet in Muscat"><meta property="og:site_name" content="The Gulf Post">
<meta property="article:published_time" content="2021-03-18T09:30:00Z"><meta name="author" content="Salma Rahbi">
<link rel="canonical" href="https://gulfpost.example/envoys-meet">
<script>document.write("Ninety people were killed in Atlantis.")</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Envoys meet in Muscat</h1>
<p>Envoys of Qatar and Oman met in Muscat’s old fort on Thursday, officials said, to prepare the conference there.</p>
<p>An attack on Tuesday killed at least 12 people and wounded three others, the ministry said in a statement.</p>
</article><footer>Copyright 2021 The Gulf Post</footer></body></html>"""


def page(charset: str = "utf-8") -> bytes:
    """A page of news in an encoding that it declares."""
    return PAGE.format(charset=charset).encode(charset)


def told(met: Iterable[Met], root: Path) -> list[tuple[str, str]]:
    """What was met: the place below the root, and what became of it."""
    return [(str(each.path).removeprefix(f"{root}/"), word(each)) for each in met if not isinstance(each, Whole)]


def word(met: Source | Rejection | Skipped) -> str:
    """`source`, or the code of a rejection or of what is skipped."""
    if isinstance(met, Source):
        return "source"
    return met.reason_code.value if isinstance(met, Rejection) else met.why.value


def met(*paths: Input) -> list[Source | Rejection | Skipped]:
    """All that the paths hold."""
    return [each for each in sources(paths) if not isinstance(each, Whole)]


def found(*paths: Input) -> list[Source]:
    """The sources of the paths."""
    return [each for each in sources(paths) if isinstance(each, Source)]


def zipped(path: Path, members: Mapping[str, bytes] | Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    """A zip archive; a name may stand twice."""
    pairs = members.items() if isinstance(members, Mapping) else members
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of a name that stands twice
        for name, raw in pairs:
            archive.writestr(name, raw)
    return path


def tarred(path: Path, members: Mapping[str, bytes] | Iterable[tuple[str, bytes | dict[str, Any]]]) -> Path:
    """A tar archive, compressed as its name says; a member is its bytes, or other fields of its header."""
    pairs = members.items() if isinstance(members, Mapping) else members
    mode: Any = {".gz": "w:gz", ".xz": "w:xz", ".bz2": "w:bz2"}.get(path.suffix, "w")
    with tarfile.open(path, mode) as archive:
        for name, given in pairs:
            entry = tarfile.TarInfo(name)
            raw = given if isinstance(given, bytes) else b""
            entry.size = len(raw)
            for field, value in given.items() if isinstance(given, dict) else ():
                setattr(entry, field, value)
            archive.addfile(entry, io.BytesIO(raw))
    return path


def crawled(path: Path, *answers: tuple[str, str, str, bytes], day: str = "2021-03-19") -> Path:
    """A WARC file of responses: address, status, type, body."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "tests"}))
        for address, status, kind, body in answers:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            dated = {"WARC-Date": f"{day}T00:00:00Z"}
            writer.write_record(
                writer.create_warc_record(
                    address, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=dated
                )
            )
    return path
