"""Invented news: the same each time, annotated with what it says, and with look-alikes, copies and namesakes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from itertools import islice
from pathlib import Path

import pytest

from bench.measures import gold
from bench.newsroom.corpus import Article, article, block, corpus, write
from bench.newsroom.happenings import scene
from bench.newsroom.plans import SIZE, plans
from eventdb.models.codes import LISTS
from loaders.link.stories import are_copies, runs_of_words
from tests.structure.tree import ROOT

ARTICLES = tuple(islice(corpus(seed=7), 3 * SIZE))


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        write(5, tmp_path / name, seed)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(files) == 5 * 2 + 2 + sum(each.metadata is not None for each in ARTICLES[:5])
    a, b, c = ({name: (tmp_path / folder / name).read_bytes() for name in files} for folder in "abc")
    assert a == b
    assert a != c


def test_an_article_does_not_depend_on_how_many_there_are() -> None:
    assert article(7, 2 * SIZE + 11) == ARTICLES[2 * SIZE + 11]
    assert list(islice(corpus(7), 10)) == list(ARTICLES[:10])
    assert next(block(7, 2_500_000))


def test_clusters_are_one_json_list_with_a_line_for_each_article(tmp_path: Path) -> None:
    write(3, tmp_path, 7)
    rows = json.loads((tmp_path / "clusters.json").read_text(encoding="utf-8"))
    assert rows == [each.clusters for each in ARTICLES[:3]]
    write(0, tmp_path / "none", 7)
    assert json.loads((tmp_path / "none" / "clusters.json").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("each", ARTICLES[:SIZE], ids=lambda each: each.name)
def test_what_is_annotated_stands_in_the_text(each: Article) -> None:
    events = each.annotation["events"]
    claims = [claim for event in events for key in ("participants", "casualties") for claim in event[key]]
    assert events
    assert [claim["evidence"] for claim in (*events, *claims) if claim["evidence"] not in each.text] == []
    assert [row["place"] for row in events if row["place"] and row["place"] not in row["evidence"]] == []
    persons = [actor for actor in each.annotation["actors"] if actor["kind"] == "person"]
    assert {actor["name"] for actor in persons} == each.clusters["persons"].keys()
    assert [actor["name"] for actor in persons if actor["name"] not in each.text] == []


def test_codes_are_those_of_the_project() -> None:
    names = ("event_type", "participant_role", "participant_position")
    kinds, roles, positions = ({entry.code for entry in LISTS[name]} for name in names)
    events = [event for each in ARTICLES for event in each.annotation["events"]]
    assert {event["type"] for event in events} <= kinds
    told = [part for event in events for part in event["participants"]]
    assert {part["role"] for part in told} <= roles
    assert {part["status"] for part in told} <= positions


def test_articles_have_the_length_and_the_houses_of_news() -> None:
    lengths = sorted(len(each.text.split()) for each in ARTICLES)
    assert 550 <= lengths[len(lengths) // 2] <= 700
    assert len({each.annotation["article"]["publisher"] for each in ARTICLES}) > 8
    yearless = [each for each in ARTICLES if each.annotation["article"]["published"]["earliest"].startswith("--")]
    assert len(ARTICLES) / 5 < len(yearless) < len(ARTICLES) / 2
    fed = [each for each in yearless if each.metadata]
    assert len(yearless) / 2 < len(fed) < len(yearless)


def test_one_happening_is_told_before_and_after_at_different_places_days_and_tolls() -> None:
    told = defaultdict(list)
    for each in ARTICLES:
        for event in each.annotation["events"]:
            told[each.clusters["events"][event["id"]]].append(event)
    assert max(map(len, told.values())) >= 8
    differ = {key: [len({json.dumps(e[key]) for e in events}) > 1 for events in told.values()] for key in SHOWN}
    assert all(sum(found) >= 3 for found in differ.values()), differ
    tolls = [{row["value"] for event in events for row in event["casualties"]} for events in told.values()]
    assert sum(len(values) > 2 for values in tolls) >= 3


SHOWN = ("status", "place", "start", "precision")


def test_look_alikes_and_namesakes_are_there() -> None:
    told = scene(7, 0).happenings
    apart = (told["second blast"].day - told["first blast"].day).days
    assert 0 < apart <= 7 and told["second blast"].town == told["first blast"].town
    assert 360 < (told["conference again"].day - told["conference"].day).days < 370
    names: dict[str, set[str]] = defaultdict(set)
    for each in ARTICLES:
        for name, person in each.clusters["persons"].items():
            names[name].add(person)
    assert any(len(persons) > 1 for persons in names.values())


def test_copies_share_most_of_their_words_and_other_articles_do_not() -> None:
    first = ARTICLES[:SIZE]
    runs = [runs_of_words(each.text) for each in first]
    for a in range(SIZE):
        for b in range(a):
            same = first[a].clusters["story"] == first[b].clusters["story"]
            assert are_copies(runs[a], runs[b]) == same, (first[a].name, first[b].name)
    planned = plans(scene(7, 0), 7)
    assert sum(plan.copy_of is not None for plan in planned) == 5
    assert len(planned) == SIZE


def test_the_rules_read_most_of_what_is_planted(tmp_path: Path) -> None:
    write(SIZE, tmp_path, 7)
    found = {figure.name: figure.value for figure in gold.measure(tmp_path)}
    assert found["events, recall"] > 0.8
    assert found["events, precision"] > 0.8
    assert found["persons"] > 0.85


def test_the_program_runs_as_a_file_and_as_a_module(tmp_path: Path) -> None:
    for call in (["bench/generate.py"], ["-m", "bench.generate"]):
        run = [sys.executable, *call, "2", str(tmp_path / "-".join(call).replace("/", "-")), "--seed", "3"]
        subprocess.run(run, cwd=ROOT, check=True, capture_output=True)
    one, other = sorted(tmp_path.iterdir())
    assert [path.read_bytes() for path in sorted(one.iterdir())] == [p.read_bytes() for p in sorted(other.iterdir())]
