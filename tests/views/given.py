"""Rows for tests: in go drawn tables, and the database then holds articles, reports, positions and figures like them.

The name of a table's first column says what it draws: article, event, place, actor, report, position, figure, office or
credit. Cells may be left out; a report that a position or a figure needs is made for it. An article's text is made of
the words of its facts, one sentence each, so that evidence can be asked for. Names stand for keys: `key` makes numbers
of them.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Identifier, Placeholder

from tests.views.draft import Draft
from tests.views.notation import day_columns, figure_columns, published_columns
from tests.views.tables import Row, read_tables

SEEN = "2021-06-01T00:00:00+00:00"
PRECISION = {"country": 6, "province": 4, "city": 1, "site": 1}
KINDS = ("place", "outlet", "actor", "article", "event", "report", "position", "figure", "office", "credit")
"""The order in which tables are written, whatever the order in which they are drawn."""


def key(name: str | None) -> int | None:
    """The number that stands for a name, null for none."""
    return None if name is None else int(sha256(name.encode()).hexdigest()[:12], 16)


class Given:
    """Writes drawn tables through one connection."""

    def __init__(self, connection: Connection[Any]) -> None:
        self.connection = connection
        self.drafts: dict[str, Draft] = {}
        self.waiting: list[tuple[str, dict[str, Any]]] = []
        self.once: set[tuple[str, Any]] = set()

    def __call__(self, text: str) -> None:
        """Write all tables of the text."""
        tables = sorted(read_tables(text), key=lambda table: KINDS.index(table[0]))
        for kind, rows in tables:
            for row in rows:
                getattr(self, f"_{kind}")(row)
        self._write_articles()

    def insert(self, table: str, **columns: Any) -> None:
        """One row of a table of schema eventdb."""
        statement = SQL("insert into eventdb.{} ({}) values ({})").format(
            Identifier(table),
            SQL(", ").join(map(Identifier, columns)),
            SQL(", ").join(map(Placeholder, columns)),
        )
        self.connection.execute(statement, columns)

    def _once(self, table: str, name: str, /, **columns: Any) -> int:
        identity = key(name)
        assert identity is not None
        if (table, identity) not in self.once:
            self.once.add((table, identity))
            self.insert(table, **{f"{table}_id": identity}, **columns)
        return identity

    def _place(self, row: Row) -> None:
        kind = row.get("kind") or "city"
        self._once(
            "place",
            str(row["place"]),
            gazetteer_key=row["place"],
            name=row["place"],
            kind_code=kind,
            country_code=row.get("country"),
            subdivision_code=row.get("subdivision"),
            parent_id=key(row.get("parent")),
            latitude=row.get("latitude"),
            longitude=row.get("longitude"),
            precision_code=PRECISION[kind],
        )

    def _outlet(self, row: Row) -> None:
        name = str(row["outlet"])
        self._once("outlet", name, name=name, kind_code=row.get("kind") or "newspaper")

    def _actor(self, row: Row) -> None:
        name, kind = str(row["actor"]), row.get("kind") or "state"
        merged = key(row.get("merged_into"))
        self._once("actor", name, name=name, kind_code=kind, origin_code="rule", merged_into_id=merged)

    def _article(self, row: Row) -> None:
        self.drafts[str(row["article"])] = Draft(row)

    def _draft(self, row: Row) -> Draft:
        name = str(row["article"])
        return self.drafts.setdefault(name, Draft({"article": name, "published": "2021-03-01"}))

    def _later(self, table: str, draft: Draft, **columns: Any) -> None:
        article, _, version = str(draft.row["article"]).partition(" v")
        self.waiting.append(
            (table, {"article_id": key(article), "version": int(version or 1), **columns, "_draft": draft})
        )

    def _event(self, row: Row) -> None:
        name = str(row["event"])
        self._once(
            "event",
            name,
            type_code=row.get("type") or "consult.conference",
            status_code=row.get("status") or "occurred",
            label=name,
            merged_into_id=key(row.get("merged_into")),
            **day_columns(row),
            **self._located(row),
        )

    def _located(self, row: Row) -> dict[str, Any]:
        name = row.get("place")
        known = ("place", key(name)) in self.once
        precision = None if name is None else int(row.get("place_precision") or 1)
        return {
            "place_id": key(name) if known else None,
            "place_name": name,
            "country_code": row.get("country"),
            "place_precision_code": precision,
        }

    def _report(self, row: Row) -> int:
        draft, event = self._draft(row), row.get("event") or row.get("report")
        if event is not None and ("event", key(event)) not in self.once:
            self._event({**row, "event": event})
        start, stop = draft.say(row.get("words") or f"There was {event}")
        ordinal = draft.number("event_report")
        draft.reports.setdefault(str(event), ordinal)
        self._later(
            "event_report",
            draft,
            ordinal=ordinal,
            event_report_id=key(f"{draft.row['article']} {event} {ordinal}"),
            event_id=key(event),
            type_code=row.get("type") or "consult.conference",
            status_code=row.get("status") or "occurred",
            is_core=row.get("core") != "no",
            is_lasting=False,
            start=start,
            stop=stop,
            rule="drawn",
            **day_columns(row),
            **self._located(row),
        )
        return ordinal

    def _report_of(self, row: Row, kind: str) -> int:
        found = self._draft(row).reports.get(str(row["event"]))
        return self._report({"type": kind, **row, "words": None}) if found is None else found

    def _named(self, draft: Draft, name: str | None) -> int | None:
        """The running number of an actor in the article; a name that begins with ? is known to the article only."""
        if name is None:
            return None
        if name not in draft.actors:
            draft.actors[name] = draft.number("article_actor")
            if not name.startswith("?"):
                self._actor({"actor": name})
            self._later(
                "article_actor",
                draft,
                ordinal=draft.actors[name],
                actor_id=None if name.startswith("?") else key(name),
                name=name.lstrip("?"),
                kind_code="state",
                aliases=[],
            )
        return draft.actors[name]

    def _fact(self, table: str, row: Row, words: str, **columns: Any) -> None:
        draft = self._draft(row)
        start, stop = draft.say(row.get("words") or words)
        ordinal = draft.number(table)
        identity = key(f"{draft.row['article']} {table} {ordinal}")
        columns |= {"ordinal": ordinal, f"{table}_id": identity, "start": start, "stop": stop}
        if table == "article_credit":
            del columns["article_credit_id"]
        self._later(table, draft, **columns)

    def _said(self, row: Row) -> dict[str, Any]:
        speaker = row.get("said_by")
        ordinal = self._named(self._draft(row), speaker)
        return {"said_by_name": speaker and speaker.lstrip("?"), "said_by_ordinal": ordinal}

    def _position(self, row: Row) -> None:
        self._fact(
            "participation",
            row,
            f"{row['actor']} {row['position']}",
            report_ordinal=self._report_of(row, "consult.conference"),
            actor_ordinal=self._named(self._draft(row), row["actor"]),
            role_code=row.get("role") or "participant",
            position_code=row["position"],
            rule="drawn",
            **self._said(row),
        )

    def _figure(self, row: Row) -> None:
        self._fact(
            "casualty_figure",
            row,
            f"{row['figure']} {row.get('kind') or 'killed'}",
            report_ordinal=self._report_of(row, "assault.bombing"),
            kind_code=row.get("kind") or "killed",
            victims=row.get("victims") or "people",
            includes_attackers={"yes": True, "no": False}.get(row.get("with_attackers") or ""),
            rule="drawn",
            **figure_columns(str(row["figure"])),
            **self._said(row),
        )

    def _office(self, row: Row) -> None:
        actor = self._named(self._draft(row), row["actor"])
        organisation = row.get("organisation")
        title = row["office"]
        words = f"{title} {row['actor']}"
        self._fact("office_held", row, words, actor_ordinal=actor, title=title, organisation_name=organisation)

    def _credit(self, row: Row) -> None:
        agency = str(row["credit"])
        self._outlet({"outlet": agency, "kind": "agency"})
        kind = row.get("kind") or "based_on"
        self._fact("article_credit", row, f"From {agency}", outlet_id=key(agency), agency_name=agency, kind_code=kind)

    def _write_articles(self) -> None:
        for name, draft in self.drafts.items():
            self._write(name, draft)
        for table, columns in self.waiting:
            draft = columns.pop("_draft")
            length = {} if table == "article_actor" else {"text_length": len(draft.text)}
            self.insert(table, **columns, **length)
        self.drafts, self.waiting = {}, []

    def _write(self, name: str, draft: Draft) -> None:
        article, _, version = name.partition(" v")
        row, text = draft.row, draft.text
        file = self._source(row.get("file") or f"{name}.txt", article)
        if story := row.get("story"):
            self._once("story", story)
        if outlet := row.get("outlet"):
            self._outlet({"outlet": outlet})
        self.insert(
            "article",
            article_id=key(article),
            version=int(version or 1),
            is_current=row.get("current") != "no",
            source_file_id=file,
            outlet_id=key(outlet),
            story_id=key(story),
            text=text,
            text_length=len(text),
            title=row.get("title") or name,
            authors=[],
            language="en",
            content_hash=sha256(name.encode()).hexdigest(),
            text_hash=sha256(text.encode()).hexdigest(),
            rules_version="drawn",
            dataset_code=row.get("dataset"),
            **published_columns(row.get("published")),
        )
        self._sentences(draft, article, int(version or 1))

    def _sentences(self, draft: Draft, article: str, version: int) -> None:
        start = 0
        for ordinal, sentence in enumerate(draft.sentences):
            span = {"start": start, "stop": start + len(sentence), "text_length": len(draft.text)}
            self.insert("sentence", article_id=key(article), version=version, ordinal=ordinal, **span)
            start += len(sentence) + 1

    def _source(self, location: str, article: str) -> int:
        state = {"state_code": "loaded", "article_id": key(article), "first_seen_at": SEEN, "last_seen_at": SEEN}
        return self._once("source_file", location, location=location, **state)
