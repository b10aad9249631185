"""How fast inputs are read, in how much memory. In: counts. Out: a table or JSON. Writes to a temporary folder only.

    python -m bench.inputs [--counts 1000 10000] [--json]

The same articles as a folder, an archive, lines and a crawl, each read in a process of its own as `ingest` meets them:
bytes, hash, metadata, no decoding. Times are processor time; memory is the peak above that of reading nothing, so that
the growth between two counts tells what an item costs.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import multiprocessing
import resource
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

WORDS = 600
SENTENCE = "The envoys of both sides said on day %d that they will meet again in the old town hall this year. "


@dataclass(frozen=True, slots=True)
class Reading:
    """An input of so many items: items a second of processor time, megabytes above reading nothing."""

    kind: str
    items: int
    items_a_second: float
    megabytes: float


def texts(count: int) -> Iterator[tuple[str, bytes]]:
    """Names and texts of articles, no two the same."""
    for number in range(count):
        text = "".join(SENTENCE % (number + line) for line in range(WORDS // 20))
        yield f"{number // 1000:04}/{number:08}.txt", text.encode()


def _folder(path: Path, count: int) -> None:
    for name, raw in texts(count):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(raw)


def _flat(path: Path, count: int) -> None:
    path.mkdir()
    for name, raw in texts(count):
        (path / Path(name).name).write_bytes(raw)


def _zip(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in texts(count):
            archive.writestr(name, raw)


def _tar(path: Path, count: int) -> None:
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name, raw in texts(count):
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))


def _lines(path: Path, count: int) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as stream:
        for name, raw in texts(count):
            line = {"text": raw.decode(), "url": f"https://news.example/{name}", "outlet": "AP"}
            stream.write(f"{json.dumps(line)}\n")


def _crawl(path: Path, count: int) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for name, raw in texts(count):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            body = io.BytesIO(b"<html><body><p>" + raw + b"</p></body></html>")
            address = f"https://news.example/{name}"
            writer.write_record(writer.create_warc_record(address, "response", payload=body, http_headers=headers))


KINDS: dict[str, Callable[[Path, int], None]] = {
    "folders": _folder, "folder": _flat, "news.zip": _zip, "news.tar.gz": _tar, "news.jsonl.gz": _lines,
    "news.warc.gz": _crawl,
}  # fmt: skip


def measured(kind: str, count: int) -> Reading:
    """One kind of input, made and then read in a process of its own."""
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / kind
        KINDS[kind](path, count)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            items, seconds, megabytes = pool.apply(_read, (path,))
    return Reading(kind, items, round(items / seconds), round(megabytes, 1))


def _read(path: Path) -> tuple[int, float, float]:
    from loaders.sources import Source, sources

    list(sources([__file__]))  # all modules are loaded before the clock runs
    before, start = _peak(), time.process_time()
    items = sum(isinstance(met, Source) for met in sources([path]))
    return items, time.process_time() - start, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(words)
    readings = [measured(kind, count) for kind in KINDS for count in asked.counts]
    if asked.json:
        print(json.dumps([asdict(reading) for reading in readings]))
        return
    print(f"{'input':<14}{'items':>10}{'items/s':>10}{'MB more':>9}")
    for each in readings:
        print(f"{each.kind:<14}{each.items:>10}{each.items_a_second:>10}{each.megabytes:>9}")


if __name__ == "__main__":
    main()
