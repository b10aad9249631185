"""The newest changes: what a new text, newer rules or a person changed, each with a way to the words it rests on now.

In: `Contents`. Out: a section.
"""

from __future__ import annotations

from datetime import UTC

from eventdb.markup import Child, Markup, tag
from eventdb.pictures.drawing import Anchors, cut, left_out, many, section
from eventdb.pictures.evidence import short_file
from eventdb.pictures.values import Change, Contents

CAUSES = {"article": "new text", "rules": "newer rules", "human": "a person"}


def changes(contents: Contents, anchors: Anchors) -> Markup:
    """The section. Days and countries do not narrow it: a change may have taken the day or the place away."""
    some = contents.changes
    if not some.rows:
        return section("changes", "Newest changes", "Nothing has changed since it was first read.")
    head = tag("tr", [tag("th", name, scope="col") for name in ("when", "what", "before", "after", "by")])
    body = [_row(each, anchors) for each in some.rows]
    caption = tag("caption", "Changes, newest first", class_="unseen")
    whole = tag("table", caption, tag("thead", head), tag("tbody", body), class_="changes")
    lede = f"{many(some.total, 'changed field')} of facts, whatever the choice of days and countries."
    shown = tag("div", whole, class_="scrolled", tabindex="0", role="region", aria_label="Changes")
    return section("changes", "Newest changes", lede, shown, left_out(some.left_out, "change", "Others are newer."))


def _row(change: Change, anchors: Anchors) -> Markup:
    what = change.what.replace("_", " ").replace(".", ": ")
    told: Child = what
    if change.event_id is not None:
        told = tag("a", what, href=anchors.of(change.fact_id, change.event_id))
    place = tag("small", " ", short_file(change.file)) if change.file else None
    by = [CAUSES.get(change.cause, change.cause), tag("small", " ", _who(change))]
    return tag(
        "tr",
        tag("th", f"{change.changed_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC", scope="row"),
        tag("td", told, place),
        tag("td", tag("del", cut(change.before)) if change.before is not None else "\u2013"),
        tag("td", tag("ins", cut(change.after)) if change.after is not None else "\u2013"),
        tag("td", by),
    )


def _who(change: Change) -> str:
    return cut(": ".join(filter(None, (change.made_by, change.reason))))
