"""One batch of files: read what may have changed, look up what the database has, plan, and gather what is to be stored.

In: sources and rejections, an open connection. Out: a `Prepared` batch whose articles are being extracted, then the
`Batch` for `store`. It writes nothing; to ask it twice changes nothing, since a batch may have to be stored again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from psycopg import Connection

from ..facts import ArticleFacts
from ..keys import digest, text_hash
from ..outcome import Fault, Named
from ..plan import Action, Arrival, Known, Verdict, plan
from ..sources import Rejection, Source, Unread, document
from ..store import Batch, Loaded, Rejected, Standing, Unchanged, known_of, source_file_id, standing_of
from .crew import Crew, Order
from .pending import Pending
from .places import location_of

Met = Source | Rejection | Unread
SETTLED_NS = 60 * 10**9
"""A file that changed so shortly before the run may change once more without the system's words about it differing,
as git knows it of its index; it is then known by its bytes. A clock elsewhere may go wrong by as much."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a run judges: when it began, whether it trusts what the system says of a file, what it asks of a crew."""

    began: datetime
    order: Order
    trusts_stat: bool = True

    def settled(self, met: Unread) -> str | None:
        """What the system says of a file, if it can be trusted to differ where the file does."""
        return met.stat if met.changed_ns < self.began.timestamp() * 10**9 - SETTLED_NS else None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch that was read: arrivals by place, sizes, what was rejected, and the facts that are being extracted.

    `known` is what the database had of it; batches that are stored before it may change that. Files that are as they
    were when they were last judged are `unchanged`; `stats` are the system's words about the others.
    """

    arrivals: dict[str, Arrival]
    sizes: dict[str, int]
    stats: dict[str, str | None]
    rejected: tuple[Rejected, ...]
    unchanged: tuple[Unchanged, ...]
    pending: Pending
    known: Known


@dataclass(slots=True)
class _Reading:
    """A batch being read: each file goes where it belongs."""

    terms: Terms
    standing: dict[int, Standing]
    documents: dict[str, Named] = field(default_factory=dict)
    arrivals: dict[str, Arrival] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    stats: dict[str, str | None] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    unchanged: list[Unchanged] = field(default_factory=list)

    def take(self, place: str, met: Met) -> None:
        """Read a file, unless the system says of it what it said when it was last read."""
        stat, standing = None, self.standing.get(source_file_id(place))
        if isinstance(met, Unread):
            stat = self.terms.settled(met)
            if standing and self.terms.trusts_stat and standing.is_as_seen(stat):
                self.unchanged.append(standing.kept(stat))
                return
            met = met.read()
        if isinstance(met, Rejection):
            self.rejected.append(_rejected(met))
        elif standing and standing.is_read_from(digest(met.sha256, met.beside)):
            self.unchanged.append(standing.kept(stat))
        else:
            self._decode(place, met, stat)

    def _decode(self, place: str, source: Source, stat: str | None) -> None:
        """The document of a file that may have changed; what is no text joins the rejected."""
        read = document(source)
        if isinstance(read, Rejection):
            self.rejected.append(_rejected(read, source))
            return
        url, input_hash = read.metadata.url, digest(source.sha256, source.beside)
        self.documents[place] = (source.name, read)
        self.sizes[place], self.stats[place] = source.size, stat
        self.arrivals[place] = Arrival(
            place, source.sha256, text_hash(read.text), input_hash, url, is_numbered=source.is_numbered
        )


def prepare(connection: Connection, met: Sequence[Met], terms: Terms, crew: Crew | None) -> Prepared:
    """Read a batch, and have those extracted that will be written as far as can be told now."""
    places = [location_of(each.path) for each in met]
    standing = standing_of(connection, [source_file_id(place) for place in places], terms.order.rules)
    reading = _Reading(terms, standing)
    for place, each in zip(places, met, strict=True):
        reading.take(place, each)
    arrivals = reading.arrivals
    known = known_of(connection, list(arrivals.values()))
    pending = Pending(reading.documents, terms.order, crew)
    pending.begin(_wanted(plan(arrivals.values(), known=known, rules_version=terms.order.rules)))
    kept, rejected = tuple(reading.unchanged), tuple(reading.rejected)
    return Prepared(arrivals, reading.sizes, reading.stats, rejected, kept, pending, known)


def judged(prepared: Prepared, known: Known, *, run: int, rules: str, at: datetime) -> Batch:
    """What is to be stored of a batch. What the rules fail on joins the rejected, and the rest is judged anew."""
    arrivals, rejected = dict(prepared.arrivals), list(prepared.rejected)
    facts: dict[str, ArticleFacts] = {}
    while True:
        verdicts = plan(arrivals.values(), known=known, rules_version=rules)
        wanted = [place for place in _wanted(verdicts) if place not in facts]
        if not wanted:
            loaded = tuple(_loaded(prepared, each, facts) for each in verdicts)
            return Batch(run, at, rules, loaded, tuple(rejected), prepared.unchanged)
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


def _loaded(prepared: Prepared, verdict: Verdict, facts: dict[str, ArticleFacts]) -> Loaded:
    place = verdict.path
    size, stat = prepared.sizes[place], prepared.stats[place]
    named = prepared.pending.named(place) if verdict.action is not Action.KEEP else None
    return Loaded(prepared.arrivals[place], verdict, size, facts.get(place), stat, named)
