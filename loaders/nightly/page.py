"""A night as one self-contained page of HTML: nothing is loaded, nothing runs, and no file's name can break out of it.

In: a `Night`. Out: the page's text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from eventdb.markup import Markup, tag
from eventdb.schema import Breach

from .record import VERDICTS, Night

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .25rem .75rem; text-align: left;
border-bottom: 1px solid #ccc; vertical-align: top; overflow-wrap: anywhere } .failure { color: #a40000 }
.warning { color: #7a4b00 } .well { color: #136c13 } ul { margin: .25rem 0 }
"""
POLICY = "default-src 'none'; style-src 'sha256-{}'"


def night_page(night: Night) -> str:
    """The page of a night."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    title = f"eventdb, night of {night.started_at:%Y-%m-%d %H:%M %Z}"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY.format(digest)),
        tag("title", title),
        tag("style", Markup(STYLE)),
    )
    body = tag("body", tag("h1", title), _verdict(night), *_sections(night))
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _verdict(night: Night) -> Markup:
    words = "all is well" if night.is_well else "files were rejected or checks failed"
    if night.is_stopped:
        words = "stopped before its end; the next night goes on"
    return tag("p", words, class_="well" if night.is_well and not night.is_stopped else "failure")


def _sections(night: Night) -> Iterable[Markup]:
    files = [("read", night.read), *((verdict, night.counts[verdict]) for verdict in VERDICTS)]
    yield _table(("files", ""), [*files, *sorted(night.skipped.items())])
    if night.linked:
        linked = night.linked
        yield _table(
            ("linked", ""),
            [
                ("reports", linked.reports),
                ("events written", linked.events_written),
                ("events gone", linked.events_gone),
            ],
        )
    yield _table(("stage", "seconds"), [(stage, f"{seconds:.1f}") for stage, seconds in night.seconds.items()])
    if night.breaches:
        yield tag("h2", "Checks")
        yield from map(_breach, sorted(night.breaches, key=lambda each: not each.is_failure))
    if night.rejected:
        yield tag("h2", "Rejected")
        yield _table(("file", "reason"), [(each.path, each.reason) for each in night.rejected])


def _breach(breach: Breach) -> Markup:
    told = tag("p", tag("strong", f"{breach.severity} {breach.name}"), f": {breach.rows} rows. {breach.rule}")
    return tag("div", told, tag("ul", [tag("li", example) for example in breach.examples]), class_=breach.severity)


def _table(head: tuple[str, str], rows: Iterable[tuple[str, object]]) -> Markup:
    cells = [tag("tr", tag("td", name), tag("td", str(value))) for name, value in rows]
    return tag("table", tag("tr", tag("th", head[0]), tag("th", head[1])), cells)
