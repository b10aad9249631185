"""One self-contained page of all pictures: nothing is loaded, nothing runs, and no article can break out of it.

In: `Contents`. Out: the page's text, the same for the same rows. There is no script and no address but the page's own
anchors; its policy lets a browser take this sheet of style and nothing else, so even markup that got through would do
nothing.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from eventdb.markup import Markup, tag
from eventdb.pictures.attendance import attendance
from eventdb.pictures.casualties import casualties
from eventdb.pictures.changes import changes
from eventdb.pictures.days import in_words
from eventdb.pictures.drawing import Anchors, many
from eventdb.pictures.evidence import evidence
from eventdb.pictures.meetings import meetings
from eventdb.pictures.places import places
from eventdb.pictures.timeline import timeline
from eventdb.pictures.values import Asked, Contents

PARTS = (
    ("timeline", "Timeline"),
    ("attendance", "Invited, said, came"),
    ("casualties", "Casualties"),
    ("places", "Where"),
    ("meetings", "Who meets whom"),
    ("changes", "Changes"),
    ("evidence", "The words"),
)
HOW_TO_READ = (
    "Everything here is what articles say, read by rules; rules misread and miss things. What no article says is not "
    "shown, and that does not mean that it did not happen. Copies of one text, and all that rests on one agency, are "
    "one independent source."
)


@cache
def sheet() -> str:
    """The page's sheet of style."""
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def page(contents: Contents) -> str:
    """The page."""
    digest = b64encode(sha256(sheet().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", _title(contents)),
        tag("style", Markup(sheet())),
    )
    return "<!doctype html>\n" + tag("html", head, "\n", _body(contents), lang="en") + "\n"


def _title(contents: Contents) -> str:
    return f"What {many(contents.summary.articles, 'article')} say" + "s" * (contents.summary.articles == 1)


def _body(contents: Contents) -> Markup:
    anchors = Anchors(frozenset(fact.fact_id for fact in contents.facts))
    parts = (
        timeline(contents),
        attendance(contents, anchors),
        casualties(contents, anchors),
        places(contents),
        meetings(contents),
        changes(contents, anchors),
        evidence(contents),
    )
    links = [tag("li", tag("a", words, href=f"#{key}")) for key, words in PARTS]
    return tag(
        "body",
        tag("a", "Skip to the pictures", href="#pictures", class_="skip"),
        tag("header", tag("h1", _title(contents)), tag("p", _summary(contents), class_="summary"), id="top"),
        tag("nav", tag("ul", links), aria_label="Parts of this page"),
        tag("main", [[part, "\n"] for part in parts], id="pictures", tabindex="-1"),
        tag("footer", tag("p", HOW_TO_READ), tag("p", tag("a", "Back to the top", href="#top"))),
    )


def _summary(contents: Contents) -> str:
    found = contents.summary
    told = many(found.events, "event")
    if found.published_from and found.published_to:
        told += f" in articles published {in_words(f'{found.published_from}/{found.published_to}')}"
    return f"{told}. {_choice(contents.asked)}".strip()


def _choice(asked: Asked) -> str:
    """What was asked for, so that nobody takes a part for the whole."""
    told = [f"from {in_words(str(asked.since))}"] if asked.since else []
    told += [f"until {in_words(str(asked.until))}"] if asked.until else []
    told += [f"in {', '.join(asked.countries)}"] if asked.countries else []
    return f"Shown are events {' '.join(told)} only." if told else ""
