"""What the words say is there, is there; and nothing in the repository depends on one machine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from eventdb import __version__
from tests.structure.tree import ROOT, files, read, text_files

PAGES = [path for path in files() if path.suffix == ".md"]
LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
PLACES = ("eventdb", "loaders", "migrations", "sql", "tests", "docs", "examples", "tools", "bench", ".ci")
NAMED = re.compile(r"`((?:" + "|".join(map(re.escape, PLACES)) + r")/[\w./-]*|[A-Z]+\.md|[\w-]+\.(?:py|yml|toml))`")
# Written in parts, so that this file is not found by its own search.
MACHINES = re.compile("|".join(("/" + "work/", "/" + "farm/", "/" + r"root/\w", "/home" + r"/\w")))
REGISTRIES = re.compile("|".join(("py" + "pi", "python" + "hosted", "npm" + "js", "index" + "-url", "deb." + "debian")))


def links() -> Iterator[tuple[Path, str, str]]:
    for page in PAGES:
        for target, heading in LINK.findall(read(page)):
            yield page, target, heading


def headings(page: Path) -> set[str]:
    """The anchors of a page, as hosts of repositories make them."""
    titles = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_in_a_page_leads_somewhere() -> None:
    ways = [(page, page if not target else (page.parent / target), heading) for page, target, heading in links()]
    assert [f"{page}: {to}" for page, to, _ in ways if not (ROOT / to).exists()] == []
    assert [f"{page}: {to}#{heading}" for page, to, heading in ways if heading and heading not in headings(to)] == []


def test_every_file_that_a_page_names_is_there() -> None:
    named = [(page, name) for page in PAGES for name in NAMED.findall(read(page))]
    assert len(named) > 20
    assert [f"{page}: {name}" for page, name in named if not is_there(page, name)] == []


def is_there(page: Path, name: str) -> bool:
    """Whether a name leads to a file from the root, from beside the page, or as an output of the lexicons' folder."""
    places = (ROOT, ROOT / page.parent, ROOT / "loaders" / "lexicons")
    return any((place / name).exists() for place in places)


def test_the_architecture_says_what_every_folder_holds() -> None:
    table = re.findall(r"^\| (`.+?) \|", read(Path("ARCHITECTURE.md")), re.MULTILINE)
    told = {name.partition("/")[0] for row in table for name in re.findall(r"`([^`]+)`", row)}
    assert {path.parts[0] for path in files() if len(path.parts) > 1} - told == set()


def test_no_file_names_a_place_of_one_machine() -> None:
    assert [f"{path}: {word}" for path in text_files() for word in MACHINES.findall(read(path))] == []


def test_no_file_names_a_registry_of_packages() -> None:
    assert [f"{path}: {word}" for path in text_files() for word in REGISTRIES.findall(read(path).lower())] == []


def test_one_version_stands_in_code_project_image_and_changelog() -> None:
    project = tomllib.loads(read(Path("pyproject.toml")))["project"]["version"]
    (newest, *_) = re.findall(r"^## \[?[^\d\n]*(\d+\.\d+\.\d+)", read(Path("CHANGELOG.md")), re.MULTILINE)
    (image,) = re.findall(r"image: eventdb:(\S+)", read(Path("docker-compose.yml")))
    assert {project, newest, image} == {__version__}


def test_the_readme_opens_with_what_it_is_and_two_commands() -> None:
    text = read(Path("README.md"))
    commands = re.findall(r"python3 run\.py \w+", text)
    assert commands[:2] == ["python3 run.py demo", "python3 run.py test"]
    assert text.index(commands[1]) < text.index("\n## ")
