"""Small articles tell just the events that are drawn below them: type, status, place, days, parties and figures."""

from __future__ import annotations

import pytest

from tests.threads.drawn import FOLDER, Drawing, facts, shown, stories

STORIES = [story for path in sorted(FOLDER.glob("*.txt")) for story in stories(path.name)]


@pytest.mark.parametrize("story", STORIES, ids=[story.title for story in STORIES])
def test_a_story_tells_the_events_drawn_below_it(story: Drawing) -> None:
    assert shown(facts(story)) == story.events


@pytest.mark.parametrize("story", STORIES, ids=[story.title for story in STORIES])
def test_evidence_lies_in_the_story(story: Drawing) -> None:
    found = facts(story)
    rows = [row for event in found.events for row in (event, *event.participations, *event.figures)]
    assert [row for row in rows if not 0 <= row.start < row.stop <= len(story.text)] == []


def test_a_blank_line_more_changes_no_event() -> None:
    story = STORIES[0]
    apart = Drawing(story.title, story.published, f"\n\n{story.text}\n\n", story.events)
    assert shown(facts(apart)) == story.events
