"""Explanations as one self-contained HTML page: nothing is loaded, nothing runs, and no article can break out of it.

In: explanations. Out: the page's text. There is no script and no address but the page's own anchors; its policy lets a
browser take this sheet of style and nothing else, so even markup that got through would do nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from eventdb.markup import Markup, joined, tag
from loaders.explain.explained import Explanation, Match, Piece, Sentence, Stretch
from loaders.explain.words import (
    ABOUT,
    NO_PLACE,
    day_words,
    figure_words,
    participation_words,
    place_words,
    published_words,
)
from loaders.facts import EventFact

NAMED = ("title", "byline", "timestamp", "dateline", "credit", "correction")
"""Stretches that the page reads for what they are, beside the article's own words."""


@cache
def sheet() -> str:
    """The page's sheet of style."""
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def page(explanations: Sequence[Explanation]) -> str:
    """The page of some explanations."""
    digest = b64encode(sha256(sheet().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", "What eventdb read, and why"),
        tag("style", Markup(sheet())),
    )
    body = tag("body", _contents(explanations), [_article(n, each) for n, each in enumerate(explanations)])
    return "<!doctype html>\n" + tag("html", head, "\n", body, lang="en") + "\n"


def _contents(explanations: Sequence[Explanation]) -> Markup | None:
    if len(explanations) < 2:
        return None
    links = [tag("a", each.facts.title or each.file, href=f"#a{n}") for n, each in enumerate(explanations)]
    return tag("nav", tag("h2", f"{len(links)} articles"), tag("ol", [tag("li", link) for link in links]))


def _article(n: int, each: Explanation) -> Markup:
    facts = each.facts
    cards = [_card(n, number, each) for number in range(len(facts.events))]
    names = ", ".join(actor.name for actor in facts.actors) or "nobody"
    column = tag(
        "aside",
        tag("h2", f"{len(cards)} events"),
        cards
        or tag("p", "No fact was found. Open \u201chow it was read\u201d under a sentence to see why.", class_="quiet"),
        tag("h2", f"{len(facts.actors)} actors"),
        tag("p", names),
        class_="column",
    )
    main = tag("main", [[_stretch(n, stretch), "\n"] for stretch in each.stretches])
    return tag("div", _header(each), tag("div", main, "\n", column, class_="columns"), id=f"a{n}", class_="page")


def _header(each: Explanation) -> Markup:
    facts = each.facts
    told = [("file", each.file), ("published", published_words(facts.published)), ("publisher", facts.publisher)]
    told += [("authors", ", ".join(facts.authors)), ("dateline", facts.dateline), ("address", facts.url)]
    told += [("credits", ", ".join(f"{credit.agency} ({credit.kind})" for credit in facts.credits))]
    about = [tag("span", f"{name} ", tag("b", value)) for name, value in told if value]
    legend = [tag("span", tag("span", name, class_=f"m {name}"), f" {words}") for name, words in ABOUT.items()]
    return tag(
        "header",
        tag("h1", facts.title or each.file),
        tag("p", about, class_="about"),
        tag("div", legend, class_="legend"),
    )


def _stretch(n: int, stretch: Stretch) -> Markup:
    inside: Markup = (
        joined(_sentence(n, sentence) for sentence in stretch.sentences)
        if stretch.sentences
        else tag("p", stretch.text.strip(), class_="unread")
    )
    classes = f"stretch {stretch.kind}" + " named" * (stretch.kind in NAMED)
    return tag("section", tag("div", stretch.kind, class_="label"), tag("div", inside), class_=classes)


def _sentence(n: int, sentence: Sentence) -> Markup:
    silent = [match for match in sentence.matches if not match.facts]
    state = "found" if sentence.has_facts else "silent" if silent else "plain"
    return tag(
        "div",
        tag("p", map(_piece, sentence.pieces), class_="said"),
        _facts(n, sentence),
        _why(n, sentence),
        id=f"a{n}-s{sentence.number}",
        class_=f"sentence {state}",
    )


def _piece(piece: Piece) -> Markup | str:
    if not piece.kind:
        return piece.text
    title = f"{piece.kind}, {piece.detail}" if piece.detail else piece.kind
    inside = joined(map(_piece, piece.inside)) if piece.inside else piece.text
    return tag("span", inside, class_=f"m {piece.category}", title=title, data_mood=piece.detail or None)


def _facts(n: int, sentence: Sentence) -> Markup | None:
    rows = [(ref, match) for match in sentence.matches for ref in match.facts]
    if not rows:
        return None
    items = [
        tag("li", _badge(n, ref.event), tag("span", ref.words), tag("span", match.rule, class_="rule"))
        for ref, match in rows
    ]
    return tag("ul", items, class_="facts")


def _badge(n: int, event: int) -> Markup:
    return tag("a", f"e{event + 1}", href=f"#a{n}-e{event}", class_="badge")


def _why(n: int, sentence: Sentence) -> Markup:
    tried = len(sentence.matches)
    told = f"how it was read: {tried} matched" if tried else "how it was read: no frame matched"
    mentions = [
        tag("span", tag("i", words), _badge(n, event) if event is not None else "no event is told", class_="slot")
        for words, event in sentence.mentions
    ]
    return tag(
        "details",
        tag("summary", told),
        tag("p", tag("code", sentence.masked), class_="read"),
        tag("p", "names events: ", mentions) if mentions else None,
        [_match(n, match) for match in sentence.matches],
        class_="why",
    )


def _match(n: int, match: Match) -> Markup:
    slots = [tag("span", tag("i", name), words, class_="slot") for name, words in match.slots if name != "how"]
    notes = [f"means {match.means}" if match.means else "", f"mood: {match.mood}" if match.mood else ""]
    notes += [f"says {match.said_by}" if match.said_by else ""]
    return tag(
        "div",
        tag("p", tag("code", match.rule), f" \u201c{match.words}\u201d"),
        tag("p", slots) if slots else None,
        tag("p", " \u00b7 ".join(filter(None, notes))) if any(notes) else None,
        tag("p", match.why, class_="why-not") if match.why else None,
        [tag("p", _badge(n, ref.event), " ", ref.words) for ref in match.facts],
        class_="match " + ("led" if match.facts else "nothing"),
    )


def _card(n: int, number: int, each: Explanation) -> Markup:
    facts, event = each.facts, each.facts.events[number]
    rows = [*(participation_words(facts, row) for row in event.participations), *map(figure_words, event.figures)]
    quote = " ".join(facts.text[event.start : event.stop].split())
    return tag(
        "div",
        tag("h3", tag("span", f"e{number + 1}", class_="badge"), event.type),
        tag("p", _pills(event)),
        tag("ul", [tag("li", row) for row in rows]),
        tag("p", f"\u201c{quote}\u201d ", [_back(n, sentence) for sentence in _resting(each, number)]),
        id=f"a{n}-e{number}",
        class_="card",
    )


def _pills(event: EventFact) -> list[Markup]:
    place = place_words(event.place)
    return [
        tag("span", event.status, class_="pill"),
        tag("span", day_words(event.when), class_="pill" if event.when else "pill lacking"),
        tag("span", place, class_="pill lacking" if place == NO_PLACE else "pill"),
        *([tag("span", "main story", class_="pill core")] if event.is_core else []),
    ]


def _back(n: int, sentence: int) -> Markup:
    return tag("a", f"\u2191\u00a0{sentence + 1} ", href=f"#a{n}-s{sentence}", class_="back", title="the sentence")


def _resting(each: Explanation, event: int) -> list[int]:
    """Numbers of the sentences that an event rests on."""
    sentences = [sentence for stretch in each.stretches for sentence in stretch.sentences]
    return [s.number for s in sentences if any(ref.event == event for match in s.matches for ref in match.facts)]
