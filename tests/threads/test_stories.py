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
    events = facts(story).events
    spans = [(event.start, event.stop) for event in events]
    spans += [(row.start, row.stop) for event in events for row in event.participations]
    spans += [(row.start, row.stop) for event in events for row in event.figures]
    assert [span for span in spans if not 0 <= span[0] < span[1] <= len(story.text)] == []


def test_a_blank_line_more_changes_no_event() -> None:
    story = STORIES[0]
    apart = Drawing(story.title, story.published, f"\n\n{story.text}\n\n", story.events)
    assert shown(facts(apart)) == story.events
