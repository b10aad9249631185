"""Names are found where they are drawn and nowhere else; every row of every lexicon is found in a carrier sentence."""

from __future__ import annotations

import csv

import pytest

from loaders.lexicons import NameHit, names
from loaders.lexicons.reading import BUILT_IN
from tests.lexicons.drawn import drawn, lines

EXAMPLES = [(section, line) for section, sentences in lines("name_examples.yaml").items() for line in sentences]


def _matches(hit: NameHit, expected: str) -> bool:
    if "~" in expected:
        return [entry.key for entry in hit.entries] == expected.split("~")
    key, _, form = expected.partition("/")
    return hit.entry.key == key and form in ("", hit.entry.form)


@pytest.mark.parametrize(("section", "line"), EXAMPLES)
def test_a_sentence_holds_exactly_the_names_that_are_drawn_in_it(section: str, line: str) -> None:
    expected = drawn(line)
    hits = names().find(expected.text)
    found = [(hit.start, hit.stop) for hit in hits]
    assert found == [(start, stop) for start, stop, _ in expected.spans], [expected.text[a:b] for a, b in found]
    wrong = [hit.entries for hit, (_, _, key) in zip(hits, expected.spans, strict=True) if not _matches(hit, key)]
    assert not wrong


def test_sentences_without_names_exist_and_have_no_bracket() -> None:
    plain = [line for section, line in EXAMPLES if section == "none"]
    assert plain and all("[" not in line for line in plain)


def test_every_name_of_every_lexicon_is_found_in_a_carrier_sentence() -> None:
    index = names()
    lost = []
    for name, entries in index.names.items():
        text = f"near ({name})"
        if not any(hit.entries == entries and text[hit.start : hit.stop] == name for hit in index.find(text)):
            lost.append(name)
    assert not lost


def test_every_row_of_the_tables_has_a_name_of_its_own() -> None:
    found = {entry.key for entries in names().names.values() for entry in entries}
    wanted = set()
    for file, space in (("countries", "country"), ("provinces", "province"), ("cities", "city")):
        with (BUILT_IN / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
            wanted |= {f"{space}:{row[0]}" for row in list(csv.reader(stream))[1:]}
    assert not wanted - found


def test_every_capital_is_a_place_as_well() -> None:
    index = names()
    states = [country for country in index.countries.values() if country.tag == "state"]
    lost = [
        capital
        for country in states
        for capital in country.capitals[:1]
        if not any(e.kind == "place" and e.country == country.code for e in index.lookup(capital))
    ]
    assert not lost


def test_no_actor_shares_a_name_with_another_but_these() -> None:
    shared = {
        name
        for name, entries in names().names.items()
        if len({entry.key for entry in entries if entry.kind == "actor"}) > 1
    }
    assert shared == {"ANP", "BRA", "JEM", "RSF"}


def test_a_genitive_stays_outside_the_hit() -> None:
    text = "Peru’s soldiers and the Hondurans' lawyer"
    assert [text[hit.start : hit.stop] for hit in names().find(text)] == ["Peru", "Hondurans"]


def test_a_name_inside_a_word_is_no_name() -> None:
    assert names().find("The Malians of Omanville and the Romans of Iranda") == names().find("The Malians of")


def test_a_longer_name_that_breaks_off_leaves_the_shorter_one() -> None:
    text = "They met in South Sudanesque Kenya."
    assert [text[hit.start : hit.stop] for hit in names().find(text)] == ["Kenya"]


def test_offsets_are_those_of_the_text_with_its_accents_and_quotes() -> None:
    text = "“São Tomé” thanked “Türkiye” – and Bogotá."
    assert [text[hit.start : hit.stop] for hit in names().find(text)] == ["São Tomé", "Türkiye", "Bogotá"]


def test_a_name_broken_over_two_lines_is_found() -> None:
    assert [hit.entry.key for hit in names().find("in Burkina\nFaso today")] == ["country:BF"]


def test_an_empty_text_has_no_names() -> None:
    assert names().find("") == []


def test_a_key_leads_to_the_row_behind_it() -> None:
    index = names()
    herat, sahel = index.place("province:AF-HER"), index.place("region:sahel")
    assert herat and (herat.kind, herat.country, herat.precision) == ("province", "AF", 4)
    assert sahel and (sahel.kind, sahel.precision) == ("region", 5)
    daykundi = index.place("province:AF-DAY")
    assert daykundi and daykundi.valid_from and daykundi.valid_from.year == 2004
    shabaab = index.actor("group:al-shabaab")
    assert shabaab and shabaab.countries == ("SO", "KE") and "militant group" in shabaab.nouns
    assert index.place("city:0") is None and index.place("planet:mars") is None and index.actor("group:none") is None
