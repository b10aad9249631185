"""Evidence is drawn in the article: just these words are what an event, a position or a figure rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from loaders.export import Json, article_json
from loaders.extract import extract

DRAWN = {
    "Gunmen shot dead eight traders in Lagos on 3 March 2014, police said.": [
        "shot dead eight traders",
        "Gunmen shot dead eight traders",
    ],
    "The bomb left at least 12 people dead and wounded about 30 in Jos.": [
        "The bomb",
        "left at least 12 people dead",
        "wounded about 30",
    ],
    "Envoys of Togo and Mali met in Accra on 4 March 2014.": ["Envoys of Togo and Mali met in Accra"],
    "Nobody was hurt when a rocket hit Sderot on 9 May 2009.": ["Nobody was hurt"],
}


def evidence(article: Json) -> Iterator[str]:
    """What the events of an article rest on."""
    for event in article["events"]:
        for claim in (event, *event["participants"], *event["casualties"]):
            yield claim["evidence"]


@pytest.mark.parametrize("sentence", DRAWN)
def test_evidence_is_the_words_that_tell_the_fact(sentence: str) -> None:
    found = list(evidence(article_json(extract(f"Notes of the week\n\n{sentence}\n"), file="drawn.txt")))
    assert [words for words in DRAWN[sentence] if words not in found] == [], found
