"""Who wrote it, as the page's line says. In: a line's words. Out: the spans of authors' names, or None: no byline.

"By Ada Obi and Lars Holm", "Ada Obi, Associated Press", "Ada Obi in Accra". Never takes a sentence for a byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clean.outlets import OutletHit, find_outlets
from loaders.clean.page_words import page_words
from loaders.clean.shapes import NAME
from loaders.lexicons.reading import Folders

LEAD = re.compile(
    r"(?:(?:(?:(?:exclusive|special report|story|written|words|text|report|reported|posted|analysis|opinion|article|"
    r"published|submitted|interview|interviewed)\s+)?by|author|reporter|byline|from)\s*:?\s+(?:the )?"
    r"(?=(?-i:[A-Z])|newsroom|staff|[“\"])"
    r"|(?-i:by)(?=(?-i:[A-Z][a-z])))",
    re.IGNORECASE,
)
ROLE = (
    r"(?:(?-i:[A-Z][\w-]+ ){0,3}(?:[\w-]+ ){0,2}(?:correspondents?|reporters?|writers?|editors?|journalists?|"
    r"bureau chief|producers?|columnist|staff|freelancer?|analyst|desk|newsroom|service|stringer|photographers?))"
)
# What stands around names: a nickname in brackets, marks of bold type, an address to write to, "@ada".
BRACKETS = re.compile(
    r"\([^()]{1,40}\)|\s[“\"‘'][^“”\"‘’']{1,24}[”\"’'](?= [A-Z])|\*{1,3}|_{2,}|\s@\w+|\S+@\S+\.\w+"
    r"|(?:\s[|•·]|,)?\s*(?i:follow)(?=\s*$|\s+@)|\s+[Ff]or [A-Z][\w.]*(?: [A-Z]\w*)?$"
)
JOINED = re.compile(r"^\s*(?:and|&) (?=[A-Z])")
PERSON = re.compile(NAME.replace("[ -]", "(?: +|-)"))
HOUSE_AUTHOR = re.compile(r"[A-Z][\w/.]*(?:'s|’s) (?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,3}")
SEPARATOR = re.compile(r"\s*(?:,| and | & |;|\|| / | – | — | - | in | for | at | with )\s*")
ROLE_LINE = re.compile(ROLE + r"(?:,? (?:in |at |for |,)?.{2,40})?", re.IGNORECASE)
LONGEST = 160
NEWSROOM_WORDS = 7


@dataclass(frozen=True, slots=True)
class Byline:
    """Spans of the authors' names inside the line, and the outlets it names."""

    authors: tuple[tuple[int, int], ...]
    outlets: tuple[OutletHit, ...]


def byline(words: str, folders: Folders = (), *, is_expected: bool = False) -> Byline | None:
    """The byline that a line is, or None.

    Without "By" a name needs an outlet or a role after it; where the place on the page makes a byline likely
    (`is_expected`, such as above a time stamp), the bare name of a person is enough.
    """
    if len(words) > LONGEST or words.rstrip().endswith(("?", "!", ":")):
        return None
    words = BRACKETS.sub(lambda found: " " * len(found[0]), words)
    if is_expected:
        words = JOINED.sub(lambda found: " " * len(found[0]), words)
    hits = tuple(find_outlets(words, folders))
    lead = LEAD.match(words, len(words) - len(words.lstrip()))
    if not _only_names(words[lead.end() :] if lead else words, hits, lead.end() if lead else 0):
        return None
    authors = tuple(_authors(words, lead.end() if lead else 0, hits))
    found = Byline(authors, hits)
    if lead:
        return found if authors or hits or _is_role(words[lead.end() :]) else None
    return (
        found
        if authors and authors[0][0] == 0 and (is_expected or _is_affiliated(words, authors[0][1], hits))
        else None
    )


def is_role_line(words: str) -> bool:
    """Whether the line is only somebody's place in a newsroom: "West Africa correspondent"."""
    return bool(ROLE_LINE.fullmatch(words.strip())) and len(words) < LONGEST // 2


def is_newsroom_line(words: str, folders: Folders = ()) -> bool:
    """Whether the line is only an outlet, with a place or role at most: "BBC News, Valletta"."""
    hits = tuple(find_outlets(words, folders))
    is_first = bool(hits) and not words[: hits[0].start].strip()
    return is_first and len(words.split()) <= NEWSROOM_WORDS and _only_names(words, hits, 0)


def _is_role(words: str) -> bool:
    return is_role_line(words.strip(" ."))


def _only_names(rest: str, hits: tuple[OutletHit, ...], offset: int) -> bool:
    """No word of a sentence: each is capitalised, belongs to an outlet, or is one that bylines use."""
    for match in re.finditer(r"[\w@][\w'’.@/-]*|&", rest):
        inside = any(hit.start <= offset + match.start() < hit.stop for hit in hits)
        word = match.group()
        if not (inside or word[0].isupper() or word.strip(".").casefold() in page_words("byline") or "@" in word):
            return False
    return bool(rest.strip())


def _is_affiliated(words: str, stop: int, hits: tuple[OutletHit, ...]) -> bool:
    rest = words[stop:]
    role = re.match(r"\s*[,|–—-]\s*", rest)
    has_outlet = any(hit.start >= stop and not re.search(r"\w", words[stop : hit.start]) for hit in hits)
    return has_outlet or bool(role and is_role_line(rest[role.end() :]))


def _authors(words: str, start: int, hits: tuple[OutletHit, ...]) -> list[tuple[int, int]]:
    """Names before a place or a role: without "and", what a comma adds is no second author."""
    names: list[tuple[int, int]] = []
    is_list = bool(re.search(r" and | & ", words[start:]))
    position, before = start, ""
    for match in [*SEPARATOR.finditer(words, start), None]:
        stop = match.start() if match else len(words.rstrip(" .-–—|•"))
        if before in ("in", "at") or (before in (",", "|", "-", "–", "—") and names and not is_list):
            pass
        elif name := _name(words, position, stop, hits):
            names.append(name)
        if match:
            position, before = match.end(), match.group().strip()
    return names


def _has_opening(words: str) -> bool:
    """ "Press Release" and "News Analysis" look like names."""
    return any(word.casefold() in page_words("openings") for word in words.split())


def _name(words: str, start: int, stop: int, hits: tuple[OutletHit, ...]) -> tuple[int, int] | None:
    stop = start + len(words[start:stop].rstrip())
    if HOUSE_AUTHOR.fullmatch(words, start, stop) and any(hit.start == start for hit in hits):
        return start, stop
    is_outlet = any(hit.start < stop and hit.stop > start for hit in hits)
    person = PERSON.fullmatch(words, start, stop) and not _has_opening(words[start:stop])
    return (start, stop) if person and not is_outlet and not is_role_line(words[start:stop]) else None
