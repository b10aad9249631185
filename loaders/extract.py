"""One article, all pure stages: decoded text and metadata go in, `ArticleFacts` come out.

No database, clock, environment or file but the lexicons: the same text, metadata, rules and lexicons give the same
facts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from loaders import clean, segment
from loaders.annotate.asides import lift_asides
from loaders.annotate.atoms import Known, Surroundings, mask_atoms
from loaders.annotate.chunks import find_chunks
from loaders.annotate.masked import Masked
from loaders.annotate.unknown_names import capitalised
from loaders.annotate.verbs import find_verb_groups
from loaders.dates import date_spans, find_phrases
from loaders.facts import ArticleFacts, Block, Published
from loaders.frames import read_claims
from loaders.lexicons.officials import offices
from loaders.publication import Term, publication, written_on
from loaders.sources.metadata import NO_METADATA, Metadata
from loaders.threads import Reading, assemble

SMALL_WORD = re.compile(r"(?<![\w'-])[a-zà-ÿ][\w-]+")
MOST_COUNTRIES = 3
EVERYWHERE = ("US", "GB")
"""States that news of any country names: their towns are not meant unless the article is mostly about them."""
CAPITAL_INSIDE = re.compile(r"(?<=[a-z,] )([A-Z][\w'-]*[a-z])")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of one article with the readings that they rest on, and the events that mentions stand for."""

    facts: ArticleFacts
    readings: tuple[Reading, ...]
    meant: Mapping[tuple[int, int], int]


def extract(text: str, *, file_name: str = "", metadata: Metadata = NO_METADATA) -> ArticleFacts:
    """The facts of one article. `text` is decoded and normalised (`loaders.sources`); every offset refers to it."""
    return extraction(text, file_name=file_name, metadata=metadata).facts


def extraction(text: str, *, file_name: str = "", metadata: Metadata = NO_METADATA) -> Extraction:
    """The facts of one article, and how each sentence was read."""
    blocks = clean.blocks(text)
    sentences = segment.sentences(text, blocks)
    phrases = find_phrases(text)
    head = clean.header(text, blocks, metadata)
    published = publication(text, blocks, sentences, metadata, file_name, phrases, offices=terms())
    readings = tuple(_readings(text, blocks, sentences))
    written = written_on(text, blocks, phrases, published)
    told = assemble(readings, _anchor(written), countries(readings))
    facts = ArticleFacts(
        text=text,
        language=metadata.language or "en",
        published=published,
        title=head.title,
        publisher=head.publisher,
        dateline=head.dateline,
        url=metadata.url,
        authors=head.authors,
        credits=head.credits,
        blocks=blocks,
        sentences=sentences,
        dates=date_spans(text, phrases, written),
        actors=told.actors,
        mentions=told.mentions,
        events=told.events,
    )
    return Extraction(facts, readings, told.meant)


def _anchor(published: Published) -> Published:
    """The days from which relative dates count: none where only a term of office, years long, bounds publication."""
    first, last = published.first, published.last
    if first and last and first.year and last.year - first.year > 1:
        return Published(None, None, published.basis)
    return published


@cache
def terms() -> tuple[Term, ...]:
    """Terms of office of the lexicon, under each name that news writes; an open end bounds nothing."""
    held = {term for rows in offices().by_name.values() for term in rows}
    every = sorted(held, key=lambda term: (term.person, term.office, term.first))
    return tuple(Term(name, t.office, t.first, t.last) for t in every for name in (t.person, *t.aliases))


def mask_sentence(text: str, around: Surroundings, *, is_headline: bool = False) -> Masked:
    """A sentence through all annotators: atoms, chunks, verb groups, asides."""
    masked = mask_atoms(text, around, is_headline=is_headline)
    find_chunks(masked)
    find_verb_groups(masked, is_headline=is_headline)
    lift_asides(masked)
    return masked


def _readings(text: str, blocks: Sequence[Block], sentences: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    around = surroundings(text, sentences)
    paragraphs = list(clean.readable(blocks))
    at = 0
    for number, (start, stop) in enumerate(sentences):
        while at + 1 < len(paragraphs) and paragraphs[at].stop <= start:
            at += 1
        kind = paragraphs[at].kind
        masked = mask_sentence(text[start:stop], around, is_headline=kind in ("title", "subhead"))
        yield Reading(number, start, stop, kind, at, masked, tuple(read_claims(masked)))


def surroundings(text: str, sentences: Sequence[tuple[int, int]]) -> Surroundings:
    """Words that the article writes small, and last words of its longer names."""
    read = " ".join(text[start:stop] for start, stop in sentences)
    full = [match[0].split() for match in capitalised(read)]
    surnames = frozenset(words[-1] for words in full if len(words) in (2, 3))
    inside = frozenset(match[1] for match in CAPITAL_INSIDE.finditer(read))
    return Surroundings(frozenset(SMALL_WORD.findall(read)), surnames, surnames | inside)


def countries(readings: Sequence[Reading]) -> tuple[str, ...]:
    """ISO codes of the states that the article names most, most first."""
    found: Counter[str] = Counter()
    for reading in readings:
        for mask in reading.masked.masks:
            if isinstance(mask.value, Known) and mask.value.entry.kind == "country" and mask.value.entry.country:
                found[mask.value.entry.country] += 1
    most = [code for code, _ in found.most_common(MOST_COUNTRIES)]
    return tuple(code for i, code in enumerate(most) if i == 0 or code not in EVERYWHERE)
