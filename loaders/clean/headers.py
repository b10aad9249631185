"""What a page says of itself. In: text, blocks, metadata beside it. Out: title, authors, dateline, publisher, credits.

Metadata win over the page. The publisher is never guessed: it takes a copyright line, a site's name after the
headline, the byline's house, the web address, the dateline's agency, or an outlet to which people speak and of which
nothing else is reported, as papers write of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from loaders.clean.bylines import byline
from loaders.clean.citations import citations
from loaders.clean.datelines import dateline, lone_dateline
from loaders.clean.kinds import readable
from loaders.clean.outlets import Outlet, find_outlets, outlet_at, outlet_named
from loaders.clean.page import SIGNED
from loaders.clean.photographers import photo_credit
from loaders.clean.shapes import NAME, shape_of
from loaders.clean.titles import masthead, title_end
from loaders.facts import Block, Credit
from loaders.lexicons.reading import Folders
from loaders.sources.metadata import NO_METADATA, Metadata

PHOTO = re.compile(r"\b(?:photo|photograph|image|picture|getty|handout|pool|video|graphic)s?\b|/", re.IGNORECASE)
WRITER = re.compile(
    rf"(?:\b(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Rr]eporting (?:from|by):?|"
    rf"[Ww]ritten (?:in \w+ )?by:?|[Bb]y:?)\s+"
    rf"|\band |(?:'s|’s) |^[\[(_*]*|, ){NAME}"
)
CONTRIBUTED = re.compile(
    r"\bcontribut(?:ed|ing)\b|\breported from\b|\breporting by\b|\bwritten (?:in \w+ )?by\b", re.IGNORECASE
)
OWNER = re.compile(
    r"(?i:copyright|©|\(c\)|copr\.)\s*(?i:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?,?)?\s*(?i:by )?"
    r"((?:The )?[A-Z][\w&'’.-]*(?: (?:of|the|de|and|&|[A-Z][\w&'’-]*)){0,6})(?=[.,;]|\s*$|\s+(?i:all rights))"
)
INITIALS = re.compile(r"\(([A-Z]{2,6})\)")
RESTS_ON = re.compile(r"[\[(_*]*(?:based|with|additional|source|compiled|from)\b", re.IGNORECASE)
EDITORS = re.compile(r"[;.,]?\s*(?:[Ee]dit(?:ed|ing)|[Ww]riting\b|[Tt]ranslat|[Pp]roduc)\w*(?: by)?\b.*", re.DOTALL)
# What stands below a caption and credits the picture even where its words could credit the report.
CREDITED = re.compile(r"[\[(©]|(?i:credits?|by|courtesy|source)\b")
HOUSE_SHAPES = frozenset({"newsletter", "copyright", "comments", "sharing", "biography"})
JOINT_AUTHOR = re.compile(r"(?: and| &) [A-Z][\w/ -]+$")
REPORT_SHAPES = frozenset({"reporting credit", "source list"})
CLAUSE_END = re.compile(r"(?:(?<=[a-z]{2}[.;])|(?<=[A-Z]{3}[.;])) ")
SITE_WORDS, MENU_WORDS = 5, 20
ADDRESS = re.compile(r"https?://\S+")
COPYRIGHT = re.compile(r"copyright|©|\(c\)|all rights reserved|\bpublished (?:in|on|by)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What `ArticleFacts` holds of the page itself; credits in the order of the text, one an agency and kind."""

    title: str | None
    authors: tuple[str, ...]
    dateline: str | None
    publisher: str | None
    credits: tuple[Credit, ...]


def header(text: str, blocks: Sequence[Block], metadata: Metadata = NO_METADATA, *, folders: Folders = ()) -> Header:
    """The header of a page; `metadata` is what stands beside it."""
    page = _Page(text, tuple(blocks), folders)
    publisher = page.publisher(metadata)
    return Header(
        title=metadata.title or page.title(),
        authors=metadata.authors or tuple(dict.fromkeys(map(_written_out, page.authors()))),
        dateline=page.dateline(),
        publisher=publisher,
        credits=page.credits(publisher),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    blocks: tuple[Block, ...]
    folders: Folders

    def words(self, block: Block) -> str:
        return self.text[block.start : block.stop].replace("\n", " ")

    def of(self, *kinds: str) -> Iterator[tuple[Block, str]]:
        return ((block, self.words(block)) for block in self.blocks if block.kind in kinds)

    def title(self) -> str | None:
        return next((" ".join(words.split()) for _, words in self.of("title")), None)

    def dateline(self) -> str | None:
        for _, words in self.of("dateline"):
            found = dateline(words + " A", is_first=True) or lone_dateline(words)
            if found:
                return words[found.start : found.stop]
        return None

    def authors(self) -> Iterator[str]:
        for _, words in self.of("timestamp"):
            if signed := SIGNED.search(words):
                yield signed[1]
        for _, words in self.of("byline"):
            found = byline(words, self.folders, is_expected=True)
            yield from (words[start:stop] for start, stop in (found.authors if found else ()))
        for _, words in self.of("credit"):
            yield from self._contributors(words)

    def _contributors(self, words: str) -> Iterator[str]:
        """Names of writers in "… contributed to this report" and "Reporting by …", not those of editors."""
        for clause in CLAUSE_END.split(words):
            reporters = EDITORS.sub("", clause) if CONTRIBUTED.search(clause) else ""
            names = (re.search(NAME + "$", match.group()) for match in WRITER.finditer(reporters))
            yield from (name.group() for name in names if name and not find_outlets(name.group(), self.folders))

    def publisher(self, metadata: Metadata) -> str | None:
        """Who published the page, by the first evidence that names one; the lexicon's name where it has one."""
        if metadata.publisher:
            outlet = outlet_named(metadata.publisher, self.folders)
            return outlet.name if outlet else metadata.publisher
        if metadata.url and (outlet := outlet_at(urlsplit(metadata.url).hostname or "", self.folders)):
            return outlet.name
        own = self._copyright() or self._site() or self._house_words() or self._address() or self._site_lines()
        if own or (name := self._unlisted()) is None:
            others = (self._affiliation, self._wire, self._own_word)
            own = own or next((outlet for tell in others if (outlet := tell())), None)
            return own.name if own else None
        return name

    def _unlisted(self) -> str | None:
        """A name that the lexicon lacks, in a copyright line or in a masthead above the headline."""
        for _, words in self.of("clutter"):
            if found := OWNER.search(words):
                return found[1].strip()
        above = (words for _, words in self._above_title())
        return next((name for words in above if not shape_of(words, self.folders) and (name := masthead(words))), None)

    def _copyright(self) -> Outlet | None:
        lines = (words for _, words in self.of("clutter") if COPYRIGHT.search(words))
        return self._single(lines)

    def _site(self) -> Outlet | None:
        """The name of the site after the headline, or alone in a line."""
        pairs = zip(self.blocks, self.blocks[1:], strict=False)
        after = [self.words(b) for a, b in pairs if a.kind == "title" and "\n" not in self.text[a.stop : b.start]]
        if outlet := self._single(after):
            return outlet
        alone = (each for _, words in self.of("clutter") if (each := outlet_named(words, self.folders)))
        return self._single(self._titled()) or next(alone, None) or next(self._mastheads(), None)

    def _titled(self) -> Iterator[str]:
        """What stands behind the headline where the page repeats it with the name of the site."""
        title = self.title() or ""
        for _, words in self.of("clutter"):
            if title and words.startswith(title) and title_end(words, self.folders) == len(title):
                yield words[len(title) :]

    def _mastheads(self) -> Iterator[Outlet]:
        """Outlets that begin a short line above the headline: "Haaretz | Israel News", "IRNA English"."""
        for _, words in self._above_title():
            hits = find_outlets(words, self.folders) if len(words.split()) <= SITE_WORDS else []
            if len(hits) == 1 and hits[0].start == 0:
                yield hits[0].outlet

    def _site_lines(self) -> Outlet | None:
        """The one outlet, no agency, that short lines above the headline name: "Skip to more Example sites"."""
        above = (words for _, words in self._above_title() if len(words.split()) <= MENU_WORDS)
        named = {hit.outlet for words in above for hit in find_outlets(words, self.folders)}
        return named.pop() if len(named) == 1 and all(each.kind != "agency" for each in named) else None

    def _address(self) -> Outlet | None:
        """The outlet whose web address stands as a line above the headline."""
        hosts = (urlsplit(words).hostname or "" for _, words in self._above_title() if ADDRESS.fullmatch(words))
        return next((outlet for host in hosts if (outlet := outlet_at(host, self.folders))), None)

    def _above_title(self) -> Iterator[tuple[Block, str]]:
        title = next((block.start for block, _ in self.of("title")), 0)
        return ((block, words) for block, words in self.of("clutter") if block.start < title)

    def _affiliation(self) -> Outlet | None:
        """The house of the author; in "Ada Obi and AFP" the agency is another author."""
        return self._single(JOINT_AUTHOR.sub("", words) for _, words in self.of("byline"))

    def _house_words(self) -> Outlet | None:
        """The one outlet that invites to its letters, its app or its comments, or speaks of its staff."""
        lines = (words for _, words in self.of("clutter") if self._is_house_line(words))
        return self._single(lines)

    def _is_house_line(self, words: str) -> bool:
        shape = shape_of(words, self.folders)
        return shape is not None and shape.name in HOUSE_SHAPES

    def _wire(self) -> Outlet | None:
        wires = [words for _, words in self.of("dateline")]
        pairs = zip((None, *self.blocks), self.blocks, strict=False)
        lines = (self.words(b) for a, b in pairs if b.kind == "credit" and not _is_below_caption(a))
        clauses = (clause for words in lines for clause in CLAUSE_END.split(words))
        wires += [clause for clause in clauses if _kind(clause, self.folders) == "written_by"]
        return self._single(wires)

    def _own_word(self) -> Outlet | None:
        """The one outlet that people only speak to, if it is no agency: "told Radio Free Europe"."""
        found = [each for block in readable(self.blocks) for each in citations(self.words(block), self.folders)]
        reported = {each.hit.outlet for each in found if each.sense == "reported"}
        addressed = {each.hit.outlet for each in found if each.hit.outlet.kind != "agency"} - reported
        return addressed.pop() if len(addressed) == 1 else None

    def _single(self, lines: Iterator[str] | list[str]) -> Outlet | None:
        """The outlet that the lines name, if it is one only."""
        named = {hit.outlet for words in lines for hit in find_outlets(words, self.folders)}
        return named.pop() if len(named) == 1 else None

    def credits(self, publisher: str | None) -> tuple[Credit, ...]:
        """One credit an agency and kind, of pictures each as written; an outlet does not credit its own words."""
        found: dict[tuple[str, str, str], Credit] = {}
        for credit in sorted(self._credits(), key=lambda credit: credit.start):
            if credit.agency != publisher or self._is_own_agency_work(credit):
                written = self.text[credit.start : credit.stop] if credit.kind == "photo" else ""
                found.setdefault((credit.agency, credit.kind, written), credit)
        given = {(agency, kind) for agency, kind, _ in found}
        return tuple(credit for credit in found.values() if not self._is_weaker(credit, given))

    def _is_own_agency_work(self, credit: Credit) -> bool:
        """An agency signs its own reports and pictures; other houses credit their photographers, not themselves."""
        outlet = outlet_named(credit.agency, self.folders)
        if credit.kind == "photo" and outlet_named(self.text[credit.start : credit.stop], self.folders) is None:
            return True
        return credit.kind in ("written_by", "photo") and (outlet is None or outlet.kind == "agency")

    def _is_weaker(self, credit: Credit, found: set[tuple[str, str]]) -> bool:
        """Who wrote it need not be said to be its source, nor a source to be cited."""
        stronger = {"cited": ("based_on", "written_by"), "based_on": ("written_by",)}.get(credit.kind, ())
        return any((credit.agency, kind) in found for kind in stronger)

    def _credits(self) -> Iterator[Credit]:
        for before, block in zip((None, *self.blocks), self.blocks, strict=False):
            if block.kind == "credit":
                yield from self._of_line(block, self.words(block), is_picture=_is_below_caption(before))
        for block, words in self.of("byline", "dateline", "timestamp"):
            hits = find_outlets(words, self.folders)
            for hit in (each for each in hits if each.outlet.kind == "agency"):
                yield Credit(hit.outlet.name, "written_by", block.start + hit.start, block.start + hit.stop)
            if block.kind == "dateline" and not hits and (initials := INITIALS.search(words)):
                yield Credit(initials[1], "written_by", block.start + initials.start(1), block.start + initials.end(1))
        for block in readable(self.blocks):
            for each in citations(self.words(block), self.folders):
                hit = each.hit
                yield Credit(hit.outlet.name, "cited", block.start + hit.start, block.start + hit.stop)

    def _of_line(self, block: Block, words: str, *, is_picture: bool) -> Iterator[Credit]:
        """The credits of one line: of a picture the whole as written, else each agency by what the line says of it."""
        if is_picture and CREDITED.match(words) or _kind(words, self.folders) == "photo":
            if found := photo_credit(words, self.folders):
                yield Credit(found.agency, "photo", block.start + found.start, block.start + found.stop)
            return
        for hit in find_outlets(words, self.folders):
            kind = _kind(_clause(words, hit.start), self.folders)
            yield Credit(hit.outlet.name, kind, block.start + hit.start, block.start + hit.stop)


def _is_below_caption(before: Block | None) -> bool:
    return before is not None and before.kind == "caption"


def _written_out(name: str) -> str:
    bare = name[:-1] if name.endswith(".") and len(name.split()[-1]) > len("J.") else name
    return bare.title() if bare.isupper() else bare


def _clause(words: str, position: int) -> str:
    """The sentence of a credit line around a position: each says of its own names what they did."""
    breaks = [0, *(found.end() for found in CLAUSE_END.finditer(words)), len(words)]
    start = max(each for each in breaks if each <= position)
    return words[start : min(each for each in breaks if each > position)]


def _kind(words: str, folders: Folders) -> str:
    is_writers = CONTRIBUTED.search(words) and not RESTS_ON.match(words)
    if is_writers or _written_by(words, folders):
        return "written_by"
    shape = shape_of(words, folders)
    is_report = shape is not None and shape.name in REPORT_SHAPES
    return "photo" if PHOTO.search(words) and not is_report else "based_on"


def _written_by(words: str, folders: Folders) -> bool:
    """ "(Reuters)" at the end says who wrote it; several names there say what it rests on."""
    return outlet_named(words.strip("—–-_* "), folders) is not None
