"""A user's own words: what docs/lexicons.md teaches works as it is written, and what is wrong is told with its line."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest

from tests.cli.words import eventdb, folder, of_the_page
from tests.conftest import conninfo
from tests.structure.tree import ROOT

PAGE = of_the_page()
OWN = ("groups.yaml", "event_words.yaml", "frames/positions.yaml")
FRAME = '- name: x\n  say: "{actors:who} (gave|gives) {event} a miss"\n  is: declined\n'
YES = '  yes: ["Peru gave the summit a miss. => who: Peru; event: the summit"]\n'
# file | content | where and what is wrong
WRONG = [
    ("groups.yaml", "groups:\n- {name: Night Herons, sort: bird}\n", "groups.yaml, line 2: sort is 'bird'"),
    ("group.yaml", "groups: []\n", "group.yaml is read by nothing"),
    ("verbs.yaml", "classes:\n  kill:\n    verbs: zap\n", "verbs.yaml, line 3: verbs is 'zap'; a list of words"),
    ("verbs.yaml", "classes:\n  zap:\n    verbs: [zap]\n", "verbs.yaml, line 3: the class 'zap' needs"),
    ("verbs.yaml", "klasses: {}\n", "verbs.yaml, line 1: 'klasses' is unknown"),
    ("words.yaml", "lists:\n  ranker:\n  - [a, {b: c}]\n", "words.yaml, line 3: ranker is"),
    ("moods.yaml", "- {is: sulking, any: [sulked]}\n", "moods.yaml, line 1: is is 'sulking'"),
    ("numbers.yaml", "vague:\n  oodles: lots\n", "numbers.yaml, line 2: oodles is 'lots'; a whole number"),
    ("event_words.yaml", "- {type: fun.fair, kind: meeting}\n", "event_words.yaml, line 1: type is 'fun.fair'"),
    ("outlets.csv", "name,sort\nHerald,x\n", "outlets.csv, line 1: columns are name,sort"),
    ("date_phrases.yaml", "rows:\n- {key: soonish, phrase: soonish, grain: blink}\n", "date_phrases.yaml, line 2: "),
    ("clutter.yaml", "clutter:\n- {class: x, patterns: ['(']}\n", "is no regular expression"),
    ("frames/positions.yaml", FRAME, "positions.yaml, line 1: frame 'x' has no example"),
    ("frames/positions.yaml", FRAME.replace("declined", "sulks") + YES, "line 1: is is 'sulks'"),
    ("frames/positions.yaml", FRAME.replace("{event}", "{evnt}") + YES, "line 1: say: unknown kind {evnt}"),
    ("frames/positions.yaml", FRAME.replace(":who", ":whom") + YES, "line 1: slot 'whom' is unknown"),
    ("frames/positions.yaml", FRAME.replace("(gave", "@gone (gave") + YES, "line 1: there is no part @gone"),
    ("frames/positions.yaml", FRAME.replace("gives)", "gives") + YES, "line 1: say: "),
    ("frames/positions.yaml", FRAME + "  far: away\n" + YES, "line 1: far is 'away'"),
    ("frames/positions.yaml", FRAME.replace("is:", "iz:") + YES, "line 1: unknown field ['iz']"),
]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    return folder(tmp_path / "my-words", {name: PAGE[name] for name in OWN})


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return folder(tmp_path / "inbox", {"article.txt": PAGE["article.txt"]}) / "article.txt"


def told(output: str) -> set[tuple[str, str, str]]:
    """Type of event, actor and position of an article's one JSON line; events without actors have two dashes."""
    events = json.loads(output)["events"]
    sides = {(e["type"], p["actor"], p["status"]) for e in events for p in e["participants"]}
    return sides | {(e["type"], "-", "-") for e in events if not e["participants"]}


def test_the_page_s_example_finds_what_it_says(words: Path, article: Path) -> None:
    plain, taught = eventdb("extract", article), eventdb("extract", "--lexicons", words, article)
    assert {actor for _, actor, _ in told(plain.stdout)} == {"Togo", "Benin"}
    new = {("consult.talks", "Night Herons", "declined"), ("protest.demonstration", "-", "-")}
    assert told(taught.stdout) - told(plain.stdout) == new, taught.stderr
    (herons,) = [actor for actor in json.loads(taught.stdout)["actors"] if actor["name"] == "Night Herons"]
    assert herons["kind"] == "armed_group"


def test_the_setting_does_what_the_option_does(words: Path, article: Path) -> None:
    by_option = eventdb("extract", "--lexicons", words, article)
    assert eventdb("extract", article, environment={"EVENTDB_LEXICONS": str(words)}).stdout == by_option.stdout
    absent = eventdb("extract", article, environment={"EVENTDB_LEXICONS": "nowhere"})
    assert (absent.returncode, "EVENTDB_LEXICONS: nowhere is no folder" in absent.stderr) == (4, True)
    assert eventdb("extract", "--lexicons", "nowhere", article).returncode == 2


def test_check_prints_what_the_page_shows(words: Path) -> None:
    checked = eventdb("lexicons", "check", words)
    assert (checked.returncode, checked.stdout) == (0, PAGE["check"])


def test_an_example_that_fails_is_shown_as_the_page_shows_it(tmp_path: Path) -> None:
    frame = (
        '- name: turns-up-nose\n  say: "{actors:who} turned up (its|their) nose at {event}"\n  is: declined\n'
        '  yes: ["Peru turned up its nose at the summit. => who: Peru; event: the summit"]\n'
    )
    checked = eventdb("lexicons", "check", "--quiet", folder(tmp_path, {"frames/positions.yaml": frame}))
    assert (checked.returncode, checked.stdout) == (1, PAGE["failure"] + "1 of 1 examples fail\n")
    mended = frame.replace("turned up (", "{come.any} (")
    assert eventdb("lexicons", "check", folder(tmp_path, {"frames/positions.yaml": mended})).returncode == 0


@pytest.mark.parametrize(("name", "content", "message"), WRONG)
def test_a_wrong_entry_is_refused_before_any_article_is_read(
    tmp_path: Path, article: Path, name: str, content: str, message: str
) -> None:
    refused = eventdb("extract", "--lexicons", folder(tmp_path / "wrong", {name: content}), article)
    assert refused.returncode == 8, refused.stderr
    assert message in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""


def test_entries_change_what_is_built_in(tmp_path: Path) -> None:
    own = folder(
        tmp_path / "own",
        {
            "groups.yaml": "groups:\n- {name: Taliban, aliases: [+, Reed Cutters]}\n",
            "countries.csv": "code,aliases\nTG,+Togoland Land\n",
            "verbs.yaml": """
classes:
  kill:
    verbs: [zap, -murder]
    examples: ["Men [zapped] two guards."]
irregular:
  zap: {double: "yes"}
""",
        },
    )
    text = (
        "Guards zapped\n\nThe Taliban met the Reed Cutters in Togoland Land.\n\nGunmen zapped five guards in Herat.\n"
    )
    found = eventdb("extract", "--lexicons", own, folder(tmp_path / "in", {"a.txt": text}) / "a.txt")
    facts = json.loads(found.stdout)
    assert [actor["name"] for actor in facts["actors"] if actor["kind"] == "armed_group"] == ["Taliban"]
    assert [row["value"] for event in facts["events"] for row in event["casualties"]] == [5]
    assert eventdb("lexicons", "check", own).returncode == 0


def test_files_lists_what_a_folder_may_hold() -> None:
    listed = eventdb("lexicons", "files").stdout.splitlines()
    assert {Path(path).name for path in listed} >= {"groups.yaml", "countries.csv", "positions.yaml", "moods.yaml"}
    assert all(Path(path).is_file() for path in listed)


def test_changed_words_read_an_article_anew_in_every_process(database_url: str, words: Path, article: Path) -> None:
    setting = {"EVENTDB_URL": conninfo(database_url)}
    counts = [
        eventdb("ingest", *options, article, environment=setting).stdout.splitlines()[0]
        for options in ([], ["--lexicons", words, "--workers", "2"], ["--lexicons", words], [])
    ]
    inserted, updated, kept = (
        "1 inserted + 0 updated + 0 kept",
        "0 inserted + 1 updated + 0 kept",
        "+ 0 updated + 1 kept",
    )
    assert [part in line for part, line in zip((inserted, updated, kept, updated), counts, strict=True)] == [True] * 4
    eventdb("ingest", "--lexicons", words, article, environment=setting)
    with psycopg.connect(conninfo(database_url)) as connection:
        found = connection.execute("select position from report.participation where actor = 'Night Herons'").fetchall()
    assert found == [("declined",)]


def test_the_built_in_entries_hold_where_they_are_somebody_s_own(tmp_path: Path) -> None:
    built_in = ROOT / "loaders" / "lexicons"
    names = ("groups.yaml", "outlets.csv", "regions.yaml", "date_tenses.yaml", "credit_cues.yaml", "clutter.yaml")
    frames = [f"frames/{path.name}" for path in (built_in / "frames").glob("*.yaml") if path.stem != "parts"]
    own = folder(tmp_path, {name: (built_in / name).read_text(encoding="utf-8") for name in (*names, *frames)})
    checked = eventdb("lexicons", "check", "--quiet", own)
    assert checked.returncode == 0, checked.stdout + checked.stderr
