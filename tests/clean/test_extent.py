"""The run of the report: drawn pages whose lines begin with "> " where they belong to it."""

from __future__ import annotations

import pytest

from loaders.clean.extent import extent
from loaders.clean.page import Page
from loaders.clean.paragraphs import paragraphs
from loaders.clean.sentencehood import is_site_talk, sentence_count

MENU = (
    "Home\nNews\nGozo\nMalta\nSport\nYour forecast\nIt is set to sunny places. You can change the place.\nShop\nJobs\n"
)
LEAD = "> A ferry sank off Gozo at dawn on Monday, and nine of the people aboard are missing.\n"
SECOND = "> The navy has sent two boats and a helicopter, which search the strait until night falls.\n"
THIRD = "> The owner was arrested in the afternoon, the police said in a statement to the press.\n"
TEASERS = (
    "Bishop opens school in Rabat\nThe bishop thanked the donors for the new roof.\n"
    "Rain ends long drought\nFarmers danced in the fields when it came at last.\n"
)


@pytest.mark.parametrize(
    "page",
    [
        LEAD + SECOND + THIRD,
        MENU + "Ferry sinks off Gozo\n" + LEAD + SECOND + THIRD,
        "Ferry sinks off Gozo\n" + LEAD + SECOND + THIRD + TEASERS,
        LEAD + SECOND + "> A box\n> Another story about a ferry\n" + THIRD + SECOND + TEASERS,
        LEAD + SECOND + "> Related\n> Ships that sank before\n" + THIRD,
        LEAD + SECOND + "> What went wrong\n" + THIRD + "Comments (2)\nAnna\nI knew the owner. He never paid.\nReply\n",
        LEAD + SECOND + THIRD + "We rely on readers to pay for our journalism. Please support our newsroom today.\n",
        LEAD + SECOND + "> The navy named those who are missing:\n> • two men of Rabat\n> • a boy of ten\n",
        "Ferry sinks\nBy Ada Obi\n> A ferry sank off Gozo.\n> Our map\n" + SECOND + THIRD,
    ],
)
def test_the_report_runs_from_its_first_sentence_to_its_last(page: str) -> None:
    lines = page.splitlines()
    text = "".join(f"{line.removeprefix('> ')}\n\n" for line in lines)
    first, stop = extent(Page(paragraphs(text)))
    assert [line for i, line in enumerate(lines) if first <= i < stop] == [x for x in lines if x.startswith("> ")]


@pytest.mark.parametrize("text", ["", "Home\n\nNews\n\nSport\n"])
def test_a_page_without_sentences_has_no_run_of_its_own(text: str) -> None:
    page = Page(paragraphs(text))
    assert extent(page) == (0, len(page))


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The ferry sank. Nine are missing.", 2),
        ("“We saw it go down,” he said. “Nobody helped.”", 2),
        ("It was over, the U.S. envoy said.", 1),
        ("Nobody was hurt. (Reuters)", 1),
        ("Ferry sinks off Gozo", 0),
        ("Who sank the ferry?", 0),
        ("Sport", 0),
        ("12.", 0),
    ],
)
def test_a_line_holds_sentences_by_its_marks(words: str, count: int) -> None:
    assert sentence_count(words) == count


@pytest.mark.parametrize(
    "words",
    [
        "Please register your email to comment on this article.",
        "We publish our newsletter every morning; you can unsubscribe from it with a click.",
    ],
)
def test_what_a_site_tells_its_readers_of_itself_is_told_by_its_words(words: str) -> None:
    assert is_site_talk(words)


@pytest.mark.parametrize(
    "words",
    [
        "“You read it in our newsletter and you comment on the site,” the minister said.",
        "We walked for nine days before the soldiers found us.",
        "The website was shut after its editors refused to register with the ministry.",
    ],
)
def test_a_report_about_sites_is_no_such_talk(words: str) -> None:
    assert not is_site_talk(words)
