"""The facts of one article → its rows, table by table, parents before children.

In: `ArticleFacts` and where they belong (`Identity`). Out: rows as dicts of columns. Pure: it asks no database, and the
keys of outlets, places and actors are made from their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..facts import ActorFact, ArticleFacts
from ..keys import key
from .claims import Row, Rows, claim_rows, distinct_keys
from .days import published_columns, span_days
from .dimensions import lexicon_actor_id, outlet_id

# Parents before children, as the foreign keys want it.
ARTICLE_TABLES = (
    "article", "article_credit", "block", "sentence", "date_span", "article_actor", "mention", "office_held",
    "event_report", "participation", "casualty_figure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """Where the facts belong: article, version, the file they were read from, and the hashes that say what was read."""

    article_id: int
    version: int
    source_file_id: int
    content_hash: str
    text_hash: str
    rules_version: str


def article_rows(facts: ArticleFacts, identity: Identity) -> Rows:
    """All rows of one version of an article, by table in the order of `ARTICLE_TABLES`."""
    owner = {"article_id": identity.article_id, "version": identity.version}
    parts: Rows = {
        "article": [_article(facts, identity)],
        "article_credit": _numbered(_credits(facts)),
        "block": _numbered(_block(facts, each.kind, each.start, each.stop) for each in facts.blocks),
        "sentence": _numbered(_span(facts, start, stop) for start, stop in facts.sentences),
        "date_span": _numbered(_dates(facts)),
        "article_actor": _numbered(_actor(actor) for actor in facts.actors),
        "mention": _numbered({"actor_ordinal": m.actor} | _span(facts, m.start, m.stop) for m in facts.mentions),
        "office_held": _numbered(_offices(facts, identity.article_id)),
        **claim_rows(facts, identity.article_id),
    }
    return {table: [owner | row for row in parts[table]] for table in ARTICLE_TABLES}


def _article(facts: ArticleFacts, identity: Identity) -> Row:
    return {
        "is_current": True,
        "source_file_id": identity.source_file_id,
        "outlet_id": outlet_id(facts.publisher) if facts.publisher else None,
        "story_id": None,
        "text": facts.text,
        "text_length": len(facts.text),
        "title": facts.title,
        "dateline": facts.dateline,
        "authors": list(facts.authors),
        "language": facts.language.partition("-")[0].lower(),
        "url": facts.url,
        **published_columns(facts.published),
        "content_hash": identity.content_hash,
        "text_hash": identity.text_hash,
        "rules_version": identity.rules_version,
        "dataset_code": facts.dataset,
    }


def _credits(facts: ArticleFacts) -> Iterator[Row]:
    for credit in facts.credits:
        named = {"outlet_id": outlet_id(credit.agency), "agency_name": credit.agency, "kind_code": credit.kind}
        yield named | _span(facts, credit.start, credit.stop)


def _block(facts: ArticleFacts, kind: str, start: int, stop: int) -> Row:
    return {"kind_code": kind, **_span(facts, start, stop)}


def _dates(facts: ArticleFacts) -> Iterator[Row]:
    for each in facts.dates:
        window = None if each.is_refused else each.window
        yield span_days(window) | {"is_refused": each.is_refused} | _span(facts, each.start, each.stop)


def _actor(actor: ActorFact) -> Row:
    return {
        "actor_id": lexicon_actor_id(actor.key) if actor.key else None,
        "name": actor.name,
        "kind_code": actor.kind,
        "country_code": actor.country,
        "aliases": list(actor.aliases),
    }


def _offices(facts: ArticleFacts, article_id: int) -> Iterator[Row]:
    distinct = distinct_keys()
    for ordinal, actor in enumerate(facts.actors):
        for role in actor.roles:
            yield {
                "office_held_id": distinct("office_held", article_id, actor.name, role.title, role.organisation),
                "actor_ordinal": ordinal,
                "title": role.title,
                "organisation_name": role.organisation,
                "is_retracted": False,
                **_span(facts, role.start, role.stop),
            }


def _span(facts: ArticleFacts, start: int, stop: int) -> Row:
    return {"start": start, "stop": stop, "text_length": len(facts.text)}


def _numbered(rows: Iterable[dict[str, Any]]) -> list[Row]:
    return [{"ordinal": ordinal} | row for ordinal, row in enumerate(rows)]


def source_file_id(location: str) -> int:
    """The key of a file or address."""
    return key("source_file", location)
