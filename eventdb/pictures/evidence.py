"""The words behind the marks: for each event that a picture names, its facts with quote, file, title, day and rule.

In: `Contents`. Out: a section with an anchor for each event (`#e…`) and each fact (`#f…`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from eventdb.markup import Child, Markup, tag
from eventdb.pictures.days import in_words
from eventdb.pictures.drawing import left_out, many, name_of, section
from eventdb.pictures.values import Contents, Event, Fact

PARTS_OF_A_FILE = 2


def evidence(contents: Contents) -> Markup:
    """The section."""
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in contents.facts:
        facts[fact.event_id].append(fact)
    events = sorted(contents.events.values(), key=_day)
    told = (
        f"The words of {many(len(events), 'event')} that a picture above names, by day. What is said is marked in its "
        "sentence; beside each fact stands the rule that read it, below the words their article."
    )
    shown = [_event(each, facts[each.event_id], contents.facts_in_all.get(each.event_id, 0)) for each in events]
    return section("evidence", "The words", told, shown)


def _day(event: Event) -> tuple[date, str, int]:
    return event.starts_from or event.starts_to or date.max, event.starts or "", event.event_id


def _event(event: Event, facts: Sequence[Fact], total: int) -> Markup:
    place = event.place if event.country_code is None else f"{event.place}, {event.country_code}"
    about = [event.event_type, event.status, place if event.place else None]
    about += [many(event.articles, "article"), many(event.sources, "independent source")]
    return tag(
        "article",
        tag("h3", tag("span", in_words(event.starts), class_="day"), " ", name_of(event)),
        tag("p", " \u00b7 ".join(filter(None, about)), class_="about"),
        tag("ul", [_told(each) for each in _by_sentence(facts)], class_="facts"),
        left_out(total - len(facts), "fact", f"eventdb evidence {event.event_id} prints them all."),
        id=f"e{event.event_id}",
        class_=event.side,
    )


def _by_sentence(facts: Sequence[Fact]) -> list[list[Fact]]:
    groups: dict[tuple[str, str | int], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.file, fact.sentence or fact.fact_id), []).append(fact)
    return list(groups.values())


def _told(facts: Sequence[Fact]) -> Markup:
    """Facts that rest on one sentence: what each says, then the sentence, then where it stands."""
    return tag(
        "li",
        tag("ul", [_says(each) for each in facts], class_="told"),
        tag("blockquote", tag("p", _marked(facts))),
        tag("p", _source(facts[0]), class_="from"),
    )


def _says(fact: Fact) -> Markup:
    said = f", says {fact.said_by}" if fact.said_by else ""
    rule = tag("small", " ", fact.rule, class_="rule") if fact.rule else None
    return tag("li", fact.says, said, rule, id=f"f{fact.fact_id}")


def _source(fact: Fact) -> list[Child]:
    title: list[Child] = [tag("cite", fact.title), " \u00b7 "] if fact.title else []
    published = f"published {in_words(fact.published)}" if fact.published else "day of publication not known"
    return [*title, tag("span", short_file(fact.file), class_="file"), " \u00b7 ", published]


def _marked(facts: Sequence[Fact]) -> list[Child]:
    """The sentence with the quotes marked in it; quotes that run out of it stand for themselves."""
    quotes = [_line(each.quote) for each in facts]
    sentence = _line(facts[0].sentence or "")
    starts = [(sentence.find(quote), len(quote)) for quote in quotes]
    if any(start < 0 for start, _ in starts):
        return [tag("mark", quote) if n == 0 else [" \u2026 ", tag("mark", quote)] for n, quote in enumerate(quotes)]
    marked: list[Child] = []
    at = 0
    for start, stop in _merged([(start, start + long) for start, long in starts]):
        marked += [sentence[at:start], tag("mark", sentence[start:stop])]
        at = stop
    return [*marked, sentence[at:]]


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return merged


def _line(words: str) -> str:
    return " ".join(words.split())


def short_file(file: str) -> str:
    """The end of a path or address: enough to find it, without the folders of a machine."""
    return "/".join(PurePosixPath(file).parts[-PARTS_OF_A_FILE:])
