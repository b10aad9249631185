"""Why a file is not loaded: the closed list that the database mirrors. In: nothing. Out: codes with a sentence each.

A rejected file should have been an article and is not; an ignored one was never meant to be. Nothing else happens to a
file: it is read, rejected or ignored, and each of these is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Codes of rejections; `sentence` says in plain words what is wrong and what would be right."""

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Reason:
        """A code with its sentence."""
        reason = str.__new__(cls, code)
        reason._value_ = code
        reason.sentence = sentence
        return reason

    NOT_FOUND = "not_found", "No such file or folder, and no file matches it as a pattern."
    DEAD_LINK = "dead_link", "It is a link that leads nowhere or round in a circle; a link to a file would be right."
    NOT_A_FILE = "not_a_file", "It is a pipe, device or archived link and is never opened; a plain file would be right."
    UNREADABLE = "unreadable", "The file or folder may not be read: give yourself the right to read it."
    VANISHED = "vanished", "The file was gone or changed while it was being read; the next run takes it up."
    TOO_LARGE = "too_large", "It is larger than an article is: split it into one article a file."
    EMPTY = "empty", "The file has no bytes."
    ONLY_SPACE = "only_space", "The file holds only white space."
    NO_LETTERS = "no_letters", "The text holds no letters."
    BINARY = "binary", "The file is not text (a picture, archive, PDF or the like): save the article as plain text."
    NUL_BYTES = "nul_bytes", "The file holds NUL bytes: it is binary, or UTF-16 without its mark; save it as UTF-8."
    MARKUP = "markup", "It holds an HTML page and is called a text: a name that ends in .html makes it a page."
    UNDECODABLE = (
        "undecodable",
        "The bytes are in no encoding that could be told with certainty: save the file as UTF-8.",
    )
    MIXED_ENCODING = (
        "mixed_encoding",
        "The file mixes encodings and cannot be repaired with certainty: save it as UTF-8.",
    )
    LONE_SURROGATE = "lone_surrogate", "The text holds half of a character (a lone surrogate): save it anew as UTF-8."
    NOT_ENGLISH = "not_english", "The text is in another language than English."
    BAD_METADATA = "bad_metadata", "The metadata beside the article are malformed."
    NO_ARTICLE = "no_article", "Metadata without the article that they describe."
    DAMAGED = "damaged", "It is damaged or ends too early; what stands before the damage was read."
    BOMB = "bomb", "It unpacks to so much more than it holds that it is no archive of articles; the rest was not read."
    NESTED = "nested", "An archive inside an archive is not opened: unpack the outer one."
    ENCRYPTED = "encrypted", "It can be read only with a password: store it without one."
    UNSAFE_NAME = "unsafe_name", "Its name leads out of the archive or is none; a relative path would be right."
    TWICE = "twice", "The archive has its name twice; the first was read."
    NOT_ANEW = "not_anew", "An archive of files is gone through twice, which standard input is not: give it as a file."
    BAD_LINE = "bad_line", 'The line is no article: a JSON object with its words under "text" would be right.'
    NO_BODY = "no_body", "No article was found on the page; its words as plain text would be right."
    NO_PACKAGE = "no_package", "Packages that read it are not installed: pip install 'eventdb[web]' brings them."


class Ignored(StrEnum):
    """Codes of what was never meant to be an article; a file named by itself is always read.

    `other_fields` is a line of JSON that is read, but for fields that nothing here knows. `other_record`, `not_html`
    and `not_ok` are records of a WARC file that answer nothing, answer with something else than a page, or an error.
    """

    OTHER_EXTENSION = "other_extension"
    HIDDEN = "hidden"
    METADATA = "metadata"
    ALREADY_READ = "already_read"
    BLANK_LINE = "blank_line"
    OTHER_FIELDS = "other_fields"
    OTHER_RECORD = "other_record"
    NOT_HTML = "not_html"
    NOT_OK = "not_ok"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file that is not loaded: `reason` says what is wrong with this very file."""

    path: Path
    reason_code: Reason
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is no article, so that the report can count it."""

    path: Path
    why: Ignored


def rejection(path: Path, code: Reason, detail: str = "") -> Rejection:
    """A rejection in the code's own words, with the detail after them."""
    return Rejection(path, code, f"{code.sentence} ({detail})" if detail else code.sentence)
