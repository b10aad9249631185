"""What the database has + what came → verdicts. Files are drawn as `path text metadata [url]`, one letter each."""

from __future__ import annotations

import random

import pytest

from loaders.keys import content_hash
from loaders.plan import Action, Arrival, Known, KnownArticle, KnownFile, Verdict, plan

RULES = "rules-1"


def came(*files: str) -> list[Arrival]:
    """`b.txt T1 M1 U1` came: path, text, metadata, URL."""
    return [_arrival(*file.split()) for file in files]


def _arrival(path: str, text: str, metadata: str = "M", url: str | None = None) -> Arrival:
    return Arrival(path, f"bytes of {text}", text, f"{text}+{metadata}+{url}", url, is_numbered="#" in path)


def after(verdicts: tuple[Verdict, ...], arrivals: list[Arrival], before: Known, rules: str = RULES) -> Known:
    """What the database knows once the verdicts have been obeyed."""
    articles = {article.article_id: article for article in before.articles}
    files = {file.path: file for file in before.files}
    by_path = {arrival.path: arrival for arrival in arrivals}
    for verdict in verdicts:
        arrival, number = by_path[verdict.path], verdict.article_id or 0
        files[verdict.path] = KnownFile(verdict.path, arrival.sha256, number)
        if verdict.action is not Action.KEEP:
            old = articles.get(number)
            older = old.older_texts | ({old.text_hash} - {arrival.text_hash}) if old else frozenset()
            articles[number] = KnownArticle(
                article_id=number,
                version=verdict.version or 0,
                path=verdict.path,
                text_hash=arrival.text_hash,
                content_hash=content_hash(arrival.input_hash, rules),
                rules_version=rules,
                url=arrival.url or (old.url if old else None),
                older_texts=older,
            )
    return Known(tuple(articles.values()), tuple(files.values()))


def told(verdicts: tuple[Verdict, ...]) -> list[str]:
    """`a.txt insert v1`, one line a verdict."""
    return [f"{verdict.path} {verdict.action} v{verdict.version}" for verdict in verdicts]


def run(known: Known, *files: str, rules: str = RULES) -> tuple[list[str], Known]:
    """One run and the state of the database after it."""
    arrivals = came(*files)
    verdicts = plan(arrivals, known=known, rules_version=rules)
    return told(verdicts), after(verdicts, arrivals, known, rules)


SCENES = {
    "a new file is inserted": [(["a.txt T1"], ["a.txt insert v1"])],
    "an unchanged file is kept": [(["a.txt T1"], ["a.txt insert v1"]), (["a.txt T1"], ["a.txt keep v1"])],
    "a changed text at the same path is the next version": [
        (["a.txt T1"], ["a.txt insert v1"]),
        (["a.txt T2"], ["a.txt update v2"]),
    ],
    "a text that comes back at its own path is a version again": [
        (["a.txt T1"], ["a.txt insert v1"]),
        (["a.txt T2"], ["a.txt update v2"]),
        (["a.txt T1"], ["a.txt update v3"]),
        (["a.txt T1"], ["a.txt keep v3"]),
    ],
    "a renamed file is the same article": [(["a.txt T1"], ["a.txt insert v1"]), (["b.txt T1"], ["b.txt keep v1"])],
    "a renamed file that changes later is its next version": [
        (["b.txt T1"], ["b.txt insert v1"]),
        (["a.txt T1"], ["a.txt keep v1"]),
        (["a.txt T2"], ["a.txt update v2"]),
    ],
    "the same text twice in one run is one article": [(["a.txt T1", "b.txt T1"], ["a.txt insert v1", "b.txt keep v1"])],
    "two URLs are two articles though the text is the same": [
        (["a.txt T1 M U1", "b.txt T1 M U2"], ["a.txt insert v1", "b.txt insert v1"])
    ],
    "one URL with two texts in one run is one article, as the last path tells it": [
        (["a.txt T1 M U1", "b.txt T2 M U1"], ["a.txt keep v1", "b.txt insert v1"]),
        (["a.txt T1 M U1", "b.txt T2 M U1"], ["a.txt keep v1", "b.txt keep v1"]),
    ],
    "one URL at another path with another text is the next version": [
        (["a.txt T1 M U1"], ["a.txt insert v1"]),
        (["b.txt T2 M U1"], ["b.txt update v2"]),
    ],
    "a copy without the URL changes nothing": [
        (["a.txt T1 M U1"], ["a.txt insert v1"]),
        (["b.txt T1"], ["b.txt keep v1"]),
    ],
    "other metadata write the same version anew": [
        (["a.txt T1 M1"], ["a.txt insert v1"]),
        (["a.txt T1 M2"], ["a.txt update v1"]),
        (["a.txt T1 M2"], ["a.txt keep v1"]),
    ],
    "two copies with different metadata settle after one run": [
        (["a.txt T1 M1", "b.txt T1 M2"], ["a.txt keep v1", "b.txt insert v1"]),
        (["a.txt T1 M1", "b.txt T1 M2"], ["a.txt keep v1", "b.txt keep v1"]),
    ],
    "two files that swap their names are both kept": [
        (["a.txt T1", "b.txt T2"], ["a.txt insert v1", "b.txt insert v1"]),
        (["a.txt T2", "b.txt T1"], ["a.txt keep v1", "b.txt keep v1"]),
    ],
    "a backup of an older text does not undo the newer one": [
        (["a.txt T1"], ["a.txt insert v1"]),
        (["a.txt T2"], ["a.txt update v2"]),
        (["b.txt T1"], ["b.txt keep v2"]),
        (["a.txt T2", "b.txt T1"], ["a.txt keep v2", "b.txt keep v2"]),
    ],
    "a line put above others is an article of its own, and the others stay what they are": [
        (["l#1 T1", "l#2 T2"], ["l#1 insert v1", "l#2 insert v1"]),
        (["l#1 T3", "l#2 T1", "l#3 T2"], ["l#1 insert v1", "l#2 keep v1", "l#3 keep v1"]),
        (["l#1 T3", "l#2 T1", "l#3 T2"], ["l#1 keep v1", "l#2 keep v1", "l#3 keep v1"]),
    ],
    "a line with the URL of an article and another text is its next version": [
        (["l#1 T1 M U1"], ["l#1 insert v1"]),
        (["l#1 T2 M U1"], ["l#1 update v2"]),
        (["l#1 T2 M2 U1"], ["l#1 update v2"]),
    ],
    "a file that is given another URL is another article": [
        (["a.txt T1 M U1"], ["a.txt insert v1"]),
        (["a.txt T2 M U2"], ["a.txt insert v1"]),
    ],
}


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
def test_each_scene_plays_as_drawn(scene: list[tuple[list[str], list[str]]]) -> None:
    known = Known()
    for files, expected in scene:
        got, known = run(known, *files)
        assert got == expected


def test_new_rules_read_every_article_anew_once_and_as_the_same_version() -> None:
    files = ("a.txt T1", "b.txt T1", "c.txt T2")
    _, known = run(Known(), *files)
    got, known = run(known, *files, rules="rules-2")
    assert got == ["a.txt update v1", "b.txt keep v1", "c.txt update v1"]
    assert run(known, *files, rules="rules-2")[0] == ["a.txt keep v1", "b.txt keep v1", "c.txt keep v1"]


def test_the_order_of_arrival_changes_nothing() -> None:
    files = came("a.txt T1", "b.txt T1", "c.txt T2 M U1", "d.txt T3 M U1", "e.txt T4 M1", "f.txt T4 M2")
    ordered = plan(files, known=Known(), rules_version=RULES)
    for seed in range(20):
        shuffled = random.Random(seed).sample(files, len(files))
        assert plan(shuffled, known=Known(), rules_version=RULES) == ordered


def test_every_arrival_gets_one_verdict_with_a_reason() -> None:
    files = came("a.txt T1", "b.txt T1", "c.txt T2")
    verdicts = plan(files, known=Known(), rules_version=RULES)
    assert [verdict.path for verdict in verdicts] == ["a.txt", "b.txt", "c.txt"]
    assert all(verdict.reason for verdict in verdicts)
