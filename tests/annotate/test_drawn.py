"""Sentences with their masks drawn in them: found where drawn, of the kind drawn, and nothing else found."""

from __future__ import annotations

import re

import pytest

from loaders.annotate.verbs import VerbGroup
from tests.annotate.drawn import lines, masked, plain, shown


@pytest.mark.parametrize("line", lines("atoms.txt"))
def test_the_atoms_of_a_sentence_are_those_drawn(line: str) -> None:
    assert shown(masked(plain(line), "atoms")) == line


@pytest.mark.parametrize("line", lines("chunks.txt"))
def test_the_chunks_of_a_sentence_are_those_drawn(line: str) -> None:
    assert shown(masked(plain(line), "chunks")) == line


@pytest.mark.parametrize("line", lines("verbs.txt"))
def test_a_verb_group_has_the_form_and_mood_drawn(line: str) -> None:
    found = masked(plain(line), "verbs")
    groups = {
        found.words(number): f"{mask.kind} {mask.value.mood}"
        for number, mask in enumerate(found.masks)
        if isinstance(mask.value, VerbGroup)
    }
    assert groups == dict(re.findall(r"\[([^|]*)\|([^\]]*)\]", line)), found.render()


@pytest.mark.parametrize("line", lines("asides.txt"))
def test_an_aside_is_lifted_as_drawn(line: str) -> None:
    sentence, _, aside = line.partition("=>")
    found = masked(plain(sentence.strip()), "asides")
    asides = [shown(found, mask.string) for mask in found.masks if mask.kind == "aside"]
    assert (shown(found), asides[:1]) == (sentence.strip(), [aside.strip()] if aside else [])


@pytest.mark.parametrize(
    ("headline", "drawn"),
    [
        ("Kabul to attend talks", "[Kabul|city] [to attend|go.active] [talks|meeting]"),
        ("Kenya Says Rebels Killed", "[Kenya|state] [Says|say.active] [Rebels|pronoun] [Killed|kill.bare]"),
        ("Ten Dead As Big Wave Hits Lagos", "[Ten|number] Dead As Big Wave Hits [Lagos|place]"),
    ],
)
def test_a_headline_has_no_unknown_names_and_tells_plans_with_to(headline: str, drawn: str) -> None:
    assert shown(masked(headline, "verbs", is_headline=True)) == drawn


def test_what_a_headline_has_to_do_is_planned() -> None:
    groups = [mask.value for mask in masked("Kabul to attend talks", "verbs", is_headline=True).masks]
    assert [group.mood for group in groups if isinstance(group, VerbGroup)] == ["planned"]


def test_a_chunk_names_the_masks_inside_it() -> None:
    found = masked("Peace talks held in Muscat between the Houthis and Oman stalled.", "chunks")
    slots = {name: [found.words(n) for n in numbers] for name, numbers in found.masks[-1].slots.items()}
    assert {name: words for name, words in slots.items() if words} == {"at": ["Muscat"], "who": ["Houthis", "Oman"]}
