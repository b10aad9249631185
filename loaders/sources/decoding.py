"""Bytes to text. In: the bytes of one file. Out: text in normal form with the name of its encoding, or a reason.

UTF-8 first; UTF-16 and UTF-32 with their marks; then Windows' cp1252 where every odd byte reads as a plausible letter
or mark. Mojibake (UTF-8 once read as cp1252) and single cp1252 bytes inside UTF-8 are repaired where only one reading
exists. Never guesses: what cannot be told is refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from loaders.sources.normal import normal
from loaders.sources.reasons import Reason

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY_HEADS = (
    b"%PDF-",
    b"\x89PNG",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
    b"SQLite format",
)
MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE)
MOST_CONTROL_SHARE = 0.02
MOST_LOST_SHARE = 0.01
SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
SURROGATE_PAIR = re.compile(rb"(\xed[\xa0-\xaf][\x80-\xbf])(\xed[\xb0-\xbf][\x80-\xbf])")
MARK_BYTES = frozenset(
    b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb4\xb7\xba\xbb\xbd\xbf"
)
LETTER_BYTES = frozenset(
    [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, *range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100)]
)
FEW_ODD, MOST_ODD_SHARE = 4, 0.2
# Two to four characters that are UTF-8 read as cp1252; the first kinds never stand together in any language.
CP1252_TAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# Where the third byte of a closing quotation mark has no place in cp1252, it was lost on the way.
LOST_CLOSING = re.compile(r"â€(?:\ufffd|(?=[\s.,;:!?)]|\Z))")
MOJIBAKE = re.compile(rf"â{CP1252_TAIL}{{2}}|[ÃÂÄÅ]{CP1252_TAIL}|ï»¿|ðŸ{CP1252_TAIL}{{2}}")
MOST_REPAIRS = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in normal form; `encoding` is its name, with `+` and the repair where one was made."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why bytes are no article, with a detail of this very file."""

    code: Reason
    detail: str = ""


def decode(raw: bytes) -> Decoded | Refused:
    """The text of a file's bytes, or why there is none."""
    if not raw:
        return Refused(Reason.EMPTY)
    if not raw.strip():
        return Refused(Reason.ONLY_SPACE)
    if raw.startswith(BINARY_HEADS):
        return Refused(Reason.BINARY)
    decoded = decode_bytes(raw)
    if isinstance(decoded, Refused):
        return decoded
    return Refused(Reason.MARKUP) if is_markup(decoded[0]) else checked(*decoded)


def is_markup(text: str) -> bool:
    """Whether the text begins as a page of HTML does."""
    return bool(MARKUP.match(text))


def decode_bytes(raw: bytes) -> tuple[str, str] | Refused:
    """Text as it stands in the bytes, and the name of their encoding."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _with_mark(raw[len(mark) :], encoding)
    if b"\0" in raw:
        return Refused(Reason.NUL_BYTES, f"the first at byte {raw.index(0)}")
    return _without_mark(raw)


def _with_mark(raw: bytes, encoding: str) -> tuple[str, str] | Refused:
    if encoding == "utf-8":
        return decode_bytes(raw) if raw else Refused(Reason.EMPTY)
    try:
        return raw.decode(encoding), encoding
    except UnicodeDecodeError as error:
        is_half = "surrogate" in error.reason or "code point" in error.reason
        return Refused(Reason.LONE_SURROGATE if is_half else Reason.UNDECODABLE, f"byte {error.start}: {error.reason}")


def _without_mark(raw: bytes) -> tuple[str, str] | Refused:
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        first = error.start
    if SURROGATE_BYTES.search(raw):
        return _with_surrogates(raw)
    return _odd_bytes(raw, first)


def _with_surrogates(raw: bytes) -> tuple[str, str] | Refused:
    """Pairs are one character (CESU-8); a half alone is none."""
    whole = SURROGATE_PAIR.sub(lambda pair: _joined(pair[0]), raw)
    try:
        return whole.decode("utf-8"), "utf-8+surrogate-pairs"
    except UnicodeDecodeError as error:
        return Refused(Reason.LONE_SURROGATE, f"byte {error.start}")


def _joined(pair: bytes) -> bytes:
    return pair.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode("utf-8")


def _odd_bytes(raw: bytes, first: int) -> tuple[str, str] | Refused:
    """Bytes that are not UTF-8: all cp1252, or a few of them among true UTF-8."""
    kept = raw.decode("utf-8", "surrogateescape")
    is_mixed = any(ord(character) > 0x7F and not _is_odd(character) for character in kept)
    odd = [i for i, character in enumerate(kept) if _is_odd(character)]
    if not all(_is_plausible(kept, i) for i in odd) or len(odd) > max(FEW_ODD, MOST_ODD_SHARE * len(kept)):
        code = Reason.MIXED_ENCODING if is_mixed else Reason.UNDECODABLE
        return Refused(code, f"byte {first} is {raw[first]:#04x}")
    text = "".join(_read_as_cp1252(character) if _is_odd(character) else character for character in kept)
    return text, "utf-8+cp1252" if is_mixed else "cp1252"


def _is_odd(character: str) -> bool:
    return "\udc80" <= character <= "\udcff"


def _read_as_cp1252(character: str) -> str:
    return bytes([ord(character) - 0xDC00]).decode("cp1252")


def _is_plausible(text: str, i: int) -> bool:
    """A mark that prose uses, or an accented letter with a plain letter beside it."""
    byte = ord(text[i]) - 0xDC00
    beside = text[max(i - 1, 0) : i] + text[i + 1 : i + 2]
    return byte in MARK_BYTES or (byte in LETTER_BYTES and any(c.isascii() and c.isalpha() for c in beside))


def checked(text: str, encoding: str) -> Decoded | Refused:
    """The text repaired and in normal form, unless it is no prose at all."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        return Refused(Reason.LONE_SURROGATE)
    if "\0" in text:
        return Refused(Reason.NUL_BYTES)
    controls = sum(character < " " and character not in "\t\n\r\f\v" for character in text)
    if controls > MOST_CONTROL_SHARE * len(text):
        return Refused(Reason.BINARY, f"{controls} control characters")
    repaired = repair(text)
    if (lost := repaired.count("\ufffd")) > MOST_LOST_SHARE * len(text):
        return Refused(Reason.UNDECODABLE, f"{lost} characters were lost before: U+FFFD")
    return _letters(normal(repaired), encoding if repaired == text else f"{encoding}+mojibake")


def _letters(text: str, encoding: str) -> Decoded | Refused:
    if not text.strip():
        return Refused(Reason.ONLY_SPACE)
    return Decoded(text, encoding) if any(map(str.isalpha, text)) else Refused(Reason.NO_LETTERS)


def repair(text: str) -> str:
    """The text with mojibake undone, at most twice over, where the characters read back as exactly one character."""
    for _ in range(MOST_REPAIRS):
        repaired = MOJIBAKE.sub(lambda found: _read_back(found[0]), text)
        if repaired == text:
            break
        text = repaired
    return LOST_CLOSING.sub("”", text)


def _read_back(characters: str) -> str:
    try:
        once = b"".join(_byte(character) for character in characters).decode("utf-8")
    except UnicodeError:
        return characters
    return once if len(once) == 1 else characters


def _byte(character: str) -> bytes:
    """cp1252, and for its five holes the control characters that browsers put there."""
    return bytes([ord(character)]) if ord(character) < 0x100 else character.encode("cp1252")
