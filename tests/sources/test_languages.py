"""A text's language is told by its small words and its script."""

from __future__ import annotations

import pytest

from loaders.sources import language
from loaders.sources.languages import Language, language_name, languages


@pytest.mark.parametrize("each", languages(), ids=lambda each: each.code)
def test_a_language_is_told_by_its_examples(each: Language) -> None:
    assert each.examples
    assert [(language(text), text) for text in each.examples if language(text) != each.code] == []


@pytest.mark.parametrize("each", languages(), ids=lambda each: each.code)
def test_a_language_is_not_taken_for_another(each: Language) -> None:
    assert each.counterexamples
    assert [text for text in each.counterexamples if language(text) == each.code] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "und"),
        ("Blast in Sirte", "und"),
        ("理事会は五月に会合を開き、この問題を協議する。", "ja"),
        ("理事会将于五月开会讨论该问题。", "zh"),
        ("اجتمع مجلس البلدة مساء أمس", "ar"),
        ("සභාව මැයි මාසයේදී රැස්වේ", "si"),
        ("המועצה תתכנס במאי לדון בשאלה", "he"),
        ("The envoy said “el pueblo unido jamás será vencido” and that was all that he said in the hall.", "en"),
        ("KINSHASA (Reuters) - Troops of the army shot at rebels in the hills, and the road to Goma was shut.", "en"),
    ],
)
def test_short_texts_stay_unsure_and_quotations_do_not_sway(text: str, code: str) -> None:
    assert language(text) == code


def test_a_language_has_a_name_for_messages() -> None:
    assert (language_name("de"), language_name("zz")) == ("German", "zz")
