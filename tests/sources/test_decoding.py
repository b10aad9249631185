"""Bytes are text in normal form, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.sources import Decoded, Reason, Refused, decode
from loaders.sources.decoding import repair
from loaders.sources.normal import normal

PROSE = "Mr. Núñez said — in the plaza of Cádiz — that he “would not go” to the señor’s house…"


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (PROSE.encode(), PROSE, "utf-8"),
        (PROSE.encode("utf-8-sig"), PROSE, "utf-8"),
        (PROSE.encode("utf-16"), PROSE, "utf-16-le"),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), PROSE, "utf-16-be"),
        (PROSE.encode("utf-32"), PROSE, "utf-32-le"),
        (PROSE.encode("cp1252"), PROSE, "cp1252"),
        (PROSE.encode() + b" \x93Caf\xe9\x94", PROSE + " “Café”", "utf-8+cp1252"),
        ("It’s".encode().decode("cp1252").encode(), "It’s", "utf-8+mojibake"),
        ("Núñez".encode().decode("cp1252").encode(), "Núñez", "utf-8+mojibake"),
        ("“x”".encode().decode("latin-1").encode(), "“x”", "utf-8+mojibake"),
        ("It’s".encode().decode("cp1252").encode().decode("cp1252").encode(), "It’s", "utf-8+mojibake"),
        (b"so \xed\xa0\xbd\xed\xb8\x80", "so 😀", "utf-8+surrogate-pairs"),
    ],
)
def test_text_is_read_in_its_encoding_or_repaired_where_one_reading_exists(
    raw: bytes, text: str, encoding: str
) -> None:
    assert decode(raw) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t ", Reason.ONLY_SPACE),
        ("\ufeff\u200b\u00a0".encode(), Reason.ONLY_SPACE),
        (b"\xef\xbb\xbf", Reason.EMPTY),
        (b"12:30 -- 45 %", Reason.NO_LETTERS),
        (b"%PDF-1.7 and so on", Reason.BINARY),
        (b"\x89PNG\r\n", Reason.BINARY),
        (b"ab\x01\x02\x03\x04", Reason.BINARY),
        (b"Text\0with", Reason.NUL_BYTES),
        ("A page".encode("utf-16-le"), Reason.NUL_BYTES),
        ("a\0b".encode("utf-16"), Reason.NUL_BYTES),
        (b"<!DOCTYPE html><html><p>Text</p>", Reason.MARKUP),
        (b"  <html lang=en>", Reason.MARKUP),
        ("Привет, как дела у вас".encode("cp1251"), Reason.UNDECODABLE),
        (bytes(range(128, 256)), Reason.UNDECODABLE),
        ("Ж".encode() + b" \x81\x8d text", Reason.MIXED_ENCODING),
        (("x" + "\ufffd").encode() * 20, Reason.UNDECODABLE),
        (b"text \xed\xa0\xbd half", Reason.LONE_SURROGATE),
        (b"\xff\xfe\x00\xd8a\x00", Reason.LONE_SURROGATE),
        (b"\xff\xfea", Reason.UNDECODABLE),
    ],
)
def test_bytes_that_are_no_article_are_refused_with_their_reason(raw: bytes, code: Reason) -> None:
    found = decode(raw)
    assert isinstance(found, Refused)
    assert found.code is code


@pytest.mark.parametrize("word", ["Ângela", "São Tomé", "ÂRE", "Œuvre", "10 €", "naïve", "Ã", "Âmbito — €", "½ â"])
def test_true_letters_are_no_mojibake(word: str) -> None:
    assert repair(word) == word


def test_a_closing_mark_whose_last_byte_was_lost_is_restored() -> None:
    assert repair("“Go,â€\ufffd he said. “Noâ€ ") == "“Go,” he said. “No” "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\x85e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\u00a0b\u2009c\u3000d\te", "a b c d\te"),
        ("a\u200bb\u00adc\u200ed\ufeffe\x07f", "abcdef"),
        ("Nu\u0301n\u0303ez", "Núñez"),
        ("“a” – ‘b’…  c\n\n\nd", "“a” – ‘b’…  c\n\n\nd"),
    ],
)
def test_line_ends_spaces_and_invisible_characters_take_one_form(text: str, expected: str) -> None:
    assert normal(text) == expected


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_text_with_letters_or_a_reason(raw: bytes) -> None:
    found = decode(raw)
    assert isinstance(found, Refused) or any(map(str.isalpha, found.text))


@given(st.text(alphabet=st.characters(codec="cp1252", categories=("L", "P", "Zs")), min_size=1).filter(str.strip))
@settings(max_examples=200, deadline=None)
def test_utf8_is_never_taken_for_another_encoding(text: str) -> None:
    found = decode(text.encode())
    assert isinstance(found, Refused) or found.encoding.startswith("utf-8")


def test_every_reason_says_what_is_wrong_in_a_sentence() -> None:
    assert [reason for reason in Reason if not (reason.sentence[0].isupper() and reason.sentence.endswith("."))] == []
