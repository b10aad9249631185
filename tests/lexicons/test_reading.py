"""A user's folder adds and replaces; a bad entry says where it stands and what would have been right."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.errors import LexiconError
from loaders.lexicons import names, offices
from loaders.lexicons.titles import title_classes

CITY = "id,name,country,province,aliases,caution,latitude,longitude,population\n"
TERM = "term,person,aliases,office,country,organisation,from,to\n"
# file | content | words of the error
BAD = [
    ("cities.csv", "id,name\n1,Atlantis\n", "cities.csv, line 2: '1' is new; a new row needs all columns"),
    ("cities.csv", CITY + "x-a,Atlantis,GR,,,,36,25,many\n", "cities.csv, line 2: population is 'many'"),
    ("cities.csv", CITY + "x-a,Atlantis,GR,,,myth,36,25,1\n", "cities.csv, line 2: caution is 'myth'"),
    ("cities.csv", CITY + "x-a,Atlantis,GR\n", "cities.csv, line 2: 3 cells; 9 would be right"),
    (
        "cities.csv",
        CITY + "x-a,A,GR,,,,1,1,1\nx-a,B,GR,,,,1,1,1\n",
        "cities.csv, line 3: ['x-a'] is empty or stands twice",
    ),
    ("groups.yaml", "groups:\n  - {name: Red Sails, sort: pirate}\n", "groups.yaml, line 2: sort is 'pirate'"),
    (
        "groups.yaml",
        "groups:\n  - {name: Red Sails, sort: rebel}\n  - {nom: X}\n",
        "groups.yaml, line 3: unknown field",
    ),
    ("groups.yaml", "groups:\n  - {sort: rebel}\n", "groups.yaml, line 2: name is missing"),
    ("groups.yaml", "groups:\n  - {name: Red Sails, sort: rebel, aliases: RS}\n", "line 2: aliases is 'RS'; a list"),
    ("groups.yaml", "groups: [\n", "groups.yaml, line 2: this is not YAML"),
    ("organisations.yaml", "organisations:\n  - {name: Guild, kind: club}\n", "line 2: kind is 'club'"),
    ("regions.yaml", "regions:\n  - {name: Mu, kind: planet, at: [1, 2]}\n", "line 2: name is 'Mu' and kind 'planet'"),
    ("cautions.csv", "name,caution,reason\nMu,maybe,x\n", "cautions.csv, line 2: caution is 'maybe'"),
]


def _folder(tmp_path: Path, name: str, content: str) -> tuple[Path, ...]:
    (tmp_path / name).write_text(content, encoding="utf-8")
    return (tmp_path,)


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_a_bad_entry_names_its_file_and_line(tmp_path: Path, name: str, content: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        names(_folder(tmp_path, name, content))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("t,Ana Ruiz,,president,,,2020,\n", "exactly one would be right"),
        ("t,Ana Ruiz,,president,PE,,soon,\n", "from is 'soon'"),
        ("t,Ana Ruiz,,president,PE,,2020,2019\n", "before from"),
        ("t,Ana Ruiz,,president,PE,,2020-02-30,\n", "the calendar does not have"),
    ],
)
def test_a_bad_term_of_office_says_what_would_be_right(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(LexiconError, match="offices.csv, line 2") as caught:
        offices(_folder(tmp_path, "offices.csv", TERM + row))
    assert message in str(caught.value)


def test_an_unknown_class_of_titles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="titles.yaml, line 1: 'pet' is unknown"):
        title_classes(_folder(tmp_path, "titles.yaml", "classes: {pet: [[cat]]}\n"))


def test_a_users_folder_adds_names_and_replaces_entries(tmp_path: Path) -> None:
    (tmp_path / "cities.csv").write_text(CITY + "x-n,Nowhereton,PE,PE-LIM,,,-12,-77,500\n", encoding="utf-8")
    groups = "groups:\n  - {name: Taliban, sort: rebel, in: [AF], aliases: [Students of Mu]}\n"
    index = names(_folder(tmp_path, "groups.yaml", groups))
    assert [hit.entry.key for hit in index.find("The Students of Mu left Nowhereton.")] == ["group:taliban", "city:x-n"]
    assert index.lookup("Taleban") == ()
    assert names().lookup("Taleban") != ()
