"""Who was invited to the chosen event, what it said, and whether it came: a matrix of actors.

In: `Contents`. Out: a section. Each reported position leads to its words; silence is shown as silence, not
as absence. On a small screen rows are cards; roles keep it a table.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventdb.markup import Markup, tag
from eventdb.pictures.days import in_words
from eventdb.pictures.drawing import Anchors, cut, left_out, legend, many, name_of, section
from eventdb.pictures.values import Contents, Event, Position, Standing

SIGNS = {
    "yes": ("M8,1.5 a6.5,6.5 0 1,0 0.01,0 Z", "yes"),
    "no": ("M3,3 L13,13 M13,3 L3,13", "no"),
    "open": ("M8,2 a6,6 0 1,0 0.01,0 Z M8,2 A6,6 0 0,1 8,14 Z", "open"),
    "silent": ("M5,8 L11,8", "nothing is reported"),
}
"""What cells of the matrix show; nothing reported is never a no."""
ANSWERS = {"declined": "no", "excluded": "no", "confirmed": "yes", "undecided": "open", "expected": "open"}
"""What stands in the column of answers; the plainer first. Who said no may have come: only presence is presence."""
PRESENT = frozenset({"attended", "did"})


def attendance(contents: Contents, anchors: Anchors) -> Markup:
    """The section."""
    event = contents.conference
    if event is None:
        return section(
            "attendance", "Who was invited, answered and came", "No conference, talks or meeting is reported."
        )
    lede = [tag("a", name_of(event), href=f"#e{event.event_id}"), f", {in_words(event.starts)}. ", _told(contents)]
    if not contents.standings.rows:
        return section("attendance", "Who was invited, answered and came", lede)
    return section(
        "attendance",
        "Who was invited, answered and came",
        lede,
        tag(
            "div",
            _matrix(event, contents, anchors),
            class_="scrolled",
            tabindex="0",
            role="region",
            aria_label="Matrix",
        ),
        _legend(),
        left_out(contents.standings.left_out, "actor", "Of others more is told."),
    )


def _told(contents: Contents) -> str:
    rows = contents.standings.rows
    if not rows:
        return "Nothing is reported of invitations, answers or presence; attacks and acts of speech have none."
    invited, came = sum(each.was_invited for each in rows), sum(each.did_attend for each in rows)
    return (
        f"{many(contents.standings.total, 'actor')} in {many(len(contents.positions), 'reported position')}: {invited} "
        f"reported as invited, {came} as present."
    )


def _matrix(event: Event, contents: Contents, anchors: Anchors) -> Markup:
    columns = ("who", "invited", "said", "came", "as it was reported, oldest first")
    head = tag("tr", [tag("th", column, scope="col", role="columnheader") for column in columns], role="row")
    rows = [_row(each, _of(each, contents.positions), anchors) for each in contents.standings.rows]
    caption = tag("caption", f"Positions towards {name_of(event)}", class_="unseen")
    return tag(
        "table",
        caption,
        tag("thead", head, role="rowgroup"),
        tag("tbody", rows, role="rowgroup"),
        role="table",
        class_="matrix",
    )


def _of(standing: Standing, positions: Sequence[Position]) -> list[Position]:
    return [each for each in positions if (each.actor_id, each.actor) == (standing.actor_id, standing.actor)]


def _row(standing: Standing, positions: Sequence[Position], anchors: Anchors) -> Markup:
    about = f"{standing.actor_kind.replace('_', ' ')}, {standing.roles}"
    disputed = tag("span", "disputed", class_="badge") if standing.is_disputed else None
    return tag(
        "tr",
        tag("th", cut(standing.actor), " ", tag("small", about), disputed, scope="row", role="rowheader"),
        tag("td", _sign("yes" if standing.was_invited else "silent"), role="cell", data_head="invited"),
        tag("td", _sign(answer_of(positions)), role="cell", data_head="said"),
        tag("td", _sign("yes" if standing.did_attend else "silent"), role="cell", data_head="came"),
        tag("td", tag("ul", [tag("li", _chip(each, anchors)) for each in positions], class_="chips"), role="cell"),
        role="row",
    )


def answer_of(positions: Sequence[Position]) -> str:
    """The latest answer; of one day a plain one goes before a doubt, and a doubt before what others expect."""
    answers = [each for each in positions if each.position in ANSWERS]
    latest = {each.position for each in answers if each.published == answers[-1].published}
    return next((ANSWERS[each] for each in ANSWERS if each in latest), "silent")


def _sign(key: str) -> Markup:
    path, words = SIGNS[key]
    drawn = (tag("title", words), tag("path", d=path))
    return tag(
        "svg", drawn, role="img", aria_label=words, viewBox="0 0 16 16", width="18", height="18", class_=f"sign {key}"
    )


def _chip(position: Position, anchors: Anchors) -> Markup:
    state = "yes" if position.position in PRESENT else ANSWERS.get(position.position, "asked")
    done = f"did, as {position.role}" if position.position == "did" else position.position
    told = [tag("b", done), f" {in_words(position.published)}" if position.published else " day not known"]
    said = f", says {cut(position.said_by, 60)}" if position.said_by else ""
    return tag("a", told, said, href=anchors.of(position.fact_id, position.event_id), class_=f"chip {state}")


def _legend() -> Markup:
    words = {"yes": "yes", "no": "no", "open": "undecided, or expected by others", "silent": "nothing is reported"}
    return legend(*((tag("path", d=SIGNS[key][0], class_=f"sign {key}"), said) for key, said in words.items()))
