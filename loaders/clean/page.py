"""A page's paragraphs, and what is known of each line by itself. In: paragraphs. Out: `Page`, with its open questions.

A line's own shape is tried first: time stamp, quoted mail, a class of the lexicons, a byline. Where a line stands is
the business of `kinds_of`.
"""

from __future__ import annotations

import re

from loaders.clean.bylines import byline
from loaders.clean.datelines import DATE, dateline
from loaders.clean.outlets import outlet_named
from loaders.clean.paragraphs import QUOTE_MARK, Paragraph
from loaders.clean.sentencehood import is_site_talk, sentence_count
from loaders.clean.shapes import NAME, Shape, is_row, shape_of
from loaders.clean.timestamps import is_timestamp, timestamp_tail
from loaders.lexicons.reading import Folders

PROSE_WORDS, SHORT_WORDS, CUT_OFF_WORDS = 6, 14, 40
SENTENCES_WORDS = 8
TERMINAL = re.compile(r"[.!?…:;]['\"”’»)\]]*(?:\s*[\[(][^\[\]()]{1,60}[\])])*$")
ENDED = re.compile(r"[.!…:]['\"”’»)\]]*(?:\s+[–—-]+\s*[^.!?]{2,60})?$")
SENTENCE_BREAK = re.compile(r"[a-z0-9]{2}[.!?]['\"”’]* [A-Z“\"]")
ATTRIBUTION = re.compile(rf"(?:[—–―]|--|~|-)\s*(?:{NAME}|[A-Z][\w'’-]+)(?:, [\w ,'’-]{{3,60}})?")
LEAST_QUOTED_WORDS = 4
UNENDED_WORDS, LEAST_SMALL = 16, 0.6
LONGEST_BYLINE = 240
# A day with its writer behind it: "Monday, 4 May 2015 15:22  Written by Ada Obi".
SIGNED = re.compile(rf"\b(?i:written by|by)\s+({NAME})\s*$")
# As captions end: "… in Beira, May 3, 2014"; a sentence would have its full stop.
ENDS_WITH_YEAR = re.compile(rf"\b{DATE}(?<=\d{{4}})$")
DAY_AND_YEAR = re.compile(rf"\b{DATE}(?<=\d{{4}})")
LEAST_DOUBLED = 30


class Page:
    """Paragraphs and what is known of each; `kinds[i]` is None until a rule has spoken; few rules overrule another."""

    def __init__(self, paragraphs: list[Paragraph], folders: Folders = ()) -> None:
        self.paragraphs = paragraphs
        self.folders = folders
        self.words = [paragraph.words for paragraph in paragraphs]
        self.shapes: list[Shape | None] = [shape_of(words, folders) for words in self.words]
        self.sentences = [sentence_count(words) for words in self.words]
        self.is_site_talk = [is_site_talk(words) for words in self.words]
        self.kinds: list[str | None] = [self._own_kind(i) for i in range(len(paragraphs))]
        self._mark_pulled_quotes()

    def __len__(self) -> int:
        return len(self.words)

    def open_lines(self, start: int, stop: int) -> list[int]:
        """Numbers of the lines in [start, stop) that no rule has spoken about."""
        return [i for i in range(start, stop) if self.kinds[i] is None]

    def is_short(self, i: int) -> bool:
        """Whether it is a line and no prose: few words, no full stop."""
        return len(self.words[i].split()) <= SHORT_WORDS and not ENDED.search(self.words[i])

    def is_prose(self, i: int, least: int = PROSE_WORDS) -> bool:
        """Whether it reads as sentences: enough words and a mark at the end or inside, or too long for a line."""
        words = self.words[i]
        count = len(words.split())
        if count < CUT_OFF_WORDS and ENDS_WITH_YEAR.search(words):
            return False
        if count > CUT_OFF_WORDS or (count >= max(least, SENTENCES_WORDS) and SENTENCE_BREAK.search(words)):
            return True
        return count >= least and bool(TERMINAL.search(words))

    def is_cut_off(self, i: int) -> bool:
        """Whether it is a long run of mostly small letters whose end was lost."""
        parts = self.words[i].split()
        return len(parts) >= UNENDED_WORDS and sum(part[0].islower() for part in parts) > LEAST_SMALL * len(parts)

    def is_named_below(self, i: int) -> bool:
        """Whether the line is a name with which the next line begins: who the author is, told below his name."""
        is_open = self.kinds[i] is None and self.is_short(i) and i + 1 < len(self)
        return is_open and self.words[i + 1].startswith(self.words[i].strip() + " ")

    def is_photo_line(self, i: int) -> bool:
        """Whether a line speaks about a picture: a photographer's credit or "Image caption"."""
        shape = self.shapes[i] if 0 <= i < len(self) else None
        return bool(shape and shape.name in ("photo credit", "counter") and re.search(r"[A-Za-z]{3}", self.words[i]))

    def is_doubled(self, i: int) -> bool:
        """Whether the line says the same twice, as a picture's two texts run together."""
        words, half = self.words[i], len(self.words[i]) // 2
        return len(words) >= LEAST_DOUBLED and words[:half].strip() == words[half:].strip()

    def is_picture_text(self, i: int) -> bool:
        """Whether the line tells of a picture whose caption comes next and begins with it."""
        if self.is_doubled(i):
            return True
        below = self.words[i + 1] if i + 1 < len(self) else ""
        is_begun = len(self.words[i].split()) >= PROSE_WORDS and below.startswith(self.words[i])
        return is_begun and (self.kinds[i + 1] == "caption" or self.is_photo_line(i + 2))

    def is_caption_prose(self, i: int) -> bool:
        """Whether prose above the report tells of a picture.

        It names its full day, and lost its end or a dateline opens the line below; or it repeats the line above and the
        picture's credit comes next.
        """
        words = self.words[i]
        if i and self.is_photo_line(i + 1) and words.startswith(self.words[i - 1]):
            return True
        if not DAY_AND_YEAR.search(words) or dateline(words, is_first=False):
            return False
        below = self.words[i + 1] if i + 1 < len(self) else ""
        return not TERMINAL.search(words) or dateline(below, is_first=False) is not None

    def is_reading_time(self, i: int) -> bool:
        """Whether the line is "4 min read" or the like, which stands below names."""
        shape = self.shapes[i]
        return bool(shape and shape.name == "counter" and re.search(r"\d\W*min", self.words[i], re.IGNORECASE))

    def _own_kind(self, i: int) -> str | None:
        words = self.words[i]
        if len(words) <= LONGEST_BYLINE and is_timestamp(SIGNED.sub("", words)):
            return "timestamp"
        if QUOTE_MARK.match(words):
            return "quote"
        if is_row(words, self.folders):
            return "clutter"
        shape = self.shapes[i]
        if shape and not (shape.kind == "credit" and words[:3].casefold() == "by "):
            return shape.kind
        if self.is_site_talk[i]:
            return "clutter"
        return "byline" if byline(without_stamp(words), self.folders) else None

    def _mark_pulled_quotes(self) -> None:
        """A line below which only its speaker stands."""
        for i in range(1, len(self)):
            is_speaker = self.kinds[i] is None and ATTRIBUTION.fullmatch(self.words[i])
            if is_speaker and self.kinds[i - 1] is None and len(self.words[i - 1].split()) >= LEAST_QUOTED_WORDS:
                self.kinds[i - 1] = self.kinds[i] = "quote"

    def is_site_name(self, i: int) -> bool:
        """Whether the line is nothing but the name of an outlet that is no agency."""
        outlet = outlet_named(self.words[i], self.folders)
        return outlet is not None and outlet.kind != "agency"


def without_stamp(words: str) -> str:
    """The line without the time stamp that ends it."""
    tail = timestamp_tail(words) if len(words) <= LONGEST_BYLINE else None
    return words[:tail].rstrip(" |·•,–—-") if tail else words
