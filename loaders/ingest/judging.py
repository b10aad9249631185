"""One batch of files: read what may have changed, look up what the database has, plan, and gather what is to be stored.

In: sources and rejections, an open connection. Out: a `Prepared` batch whose articles are being extracted, then the
`Batch` for `store`. It writes nothing; to ask it twice changes nothing, since a batch may have to be stored again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from psycopg import Connection

from ..facts import ArticleFacts
from ..keys import digest, text_hash
from ..outcome import Fault, Named
from ..plan import Action, Arrival, Known, Verdict, plan
from ..sources import Rejection, Source, document
from ..store import Batch, Loaded, Rejected, known_of, unchanged_texts
from .crew import Crew, Order
from .pending import Pending
from .places import location_of

Met = Source | Rejection


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch that was read: arrivals by place, sizes, what was rejected, and the facts that are being extracted.

    `known` is what the database had of it; batches that are stored before it may change that.
    """

    arrivals: dict[str, Arrival]
    sizes: dict[str, int]
    rejected: tuple[Rejected, ...]
    pending: Pending
    known: Known


def prepare(connection: Connection, met: Sequence[Met], order: Order, crew: Crew | None) -> Prepared:
    """Read a batch, and have those extracted that will be written as far as can be told now."""
    found = [each for each in met if isinstance(each, Source)]
    rejected = [_rejected(each) for each in met if isinstance(each, Rejection)]
    documents, arrivals = _arrivals(connection, found, rejected, order.rules)
    known = known_of(connection, list(arrivals.values()))
    sizes = {location_of(source.path): source.size for source in found}
    pending = Pending(documents, order, crew)
    pending.begin(_wanted(plan(arrivals.values(), known=known, rules_version=order.rules)))
    return Prepared(arrivals, sizes, tuple(rejected), pending, known)


def judged(prepared: Prepared, known: Known, *, run: int, rules: str, at: datetime) -> Batch:
    """What is to be stored of a batch. What the rules fail on joins the rejected, and the rest is judged anew."""
    arrivals, rejected = dict(prepared.arrivals), list(prepared.rejected)
    facts: dict[str, ArticleFacts] = {}
    while True:
        verdicts = plan(arrivals.values(), known=known, rules_version=rules)
        wanted = [place for place in _wanted(verdicts) if place not in facts]
        if not wanted:
            loaded = tuple(_loaded(arrivals[each.path], each, prepared.sizes, facts) for each in verdicts)
            return Batch(run, at, rules, loaded, tuple(rejected))
        outcomes = prepared.pending.outcomes(wanted)
        for place in wanted:
            outcome = outcomes[place]
            if isinstance(outcome, Fault):
                size = prepared.sizes[place]
                rejected.append(Rejected(place, outcome.reason, arrivals.pop(place).sha256, size))
            else:
                facts[place] = outcome


def _wanted(verdicts: Sequence[Verdict]) -> list[str]:
    return [each.path for each in verdicts if each.action is not Action.KEEP]


def _rejected(found: Rejection, source: Source | None = None) -> Rejected:
    """A rejection as it is stored; a reason may quote the name of a file whose bytes are in no encoding."""
    reason = found.reason.encode("utf-8", "backslashreplace").decode()
    return Rejected(location_of(found.path), reason, source.sha256 if source else None, source.size if source else None)


def _loaded(arrival: Arrival, verdict: Verdict, sizes: dict[str, int], facts: dict[str, ArticleFacts]) -> Loaded:
    return Loaded(arrival, verdict, sizes[arrival.path], facts.get(arrival.path))


def _arrivals(
    connection: Connection, found: list[Source], rejected: list[Rejected], rules: str
) -> tuple[dict[str, Named], dict[str, Arrival]]:
    """The documents of files that may have changed, and the arrivals of all; what is no text joins the rejected."""
    hashes = {location_of(source.path): source.sha256 for source in found}
    unchanged = unchanged_texts(connection, hashes, rules)
    documents: dict[str, Named] = {}
    arrivals: dict[str, Arrival] = {}
    for source in found:
        path, input_hash = location_of(source.path), digest(source.sha256, source.beside)
        same = unchanged.get(path)
        if same and same.is_read_from(input_hash, rules):
            arrivals[path] = Arrival(
                path, source.sha256, same.text_hash, input_hash, same.url, is_numbered=source.is_numbered
            )
            continue
        read = document(source)
        if isinstance(read, Rejection):
            rejected.append(_rejected(read, source))
            continue
        documents[path] = (source.name, read)
        arrivals[path] = Arrival(
            path, source.sha256, text_hash(read.text), input_hash, read.metadata.url, is_numbered=source.is_numbered
        )
    return documents, arrivals
