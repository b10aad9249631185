"""From the mood of a verb to a position: "has yet to decide" → undecided. Tables only; others decide who takes it."""

from __future__ import annotations

ATTENDING = {
    "done": "attended", "present": "attended", "ongoing": "attended", "begun": "attended", "planned": "confirmed",
    "expected": "expected", "declined": "declined", "negated": "declined", "undecided": "undecided",
    "excluded": "excluded", "invited": "invited",
}  # fmt: skip
DOING = {
    "done": "did", "present": "did", "ongoing": "did", "begun": "did", "planned": "confirmed", "expected": "expected",
    "declined": "declined", "negated": "declined", "undecided": "undecided", "excluded": "excluded",
    "invited": "invited",
}  # fmt: skip
STAYING_AWAY = {
    "done": "declined", "present": "declined", "ongoing": "declined", "begun": "declined", "planned": "declined",
    "expected": "declined", "declined": "confirmed", "negated": "confirmed", "undecided": "undecided",
    "excluded": "confirmed",
}  # fmt: skip
INVITING = {
    "done": "invited", "present": "invited", "ongoing": "invited", "begun": "invited", "planned": "invited",
    "expected": "expected", "declined": "excluded", "negated": "excluded", "excluded": "excluded",
    "invited": "invited",
}  # fmt: skip
CONSENTING = {
    "done": "confirmed", "present": "confirmed", "ongoing": "confirmed", "begun": "confirmed", "planned": "confirmed",
    "expected": "expected", "declined": "declined", "negated": "declined", "undecided": "undecided",
}  # fmt: skip
AHEAD = ("planned", "cancelled")
"""Statuses of an event that lies ahead or was to: who is named with it was to come and did not."""
TOLD = ("done", "present", "ongoing", "begun")
"""Moods of a verb that tells what is so."""
STATUS = {
    "done": "occurred", "begun": "ongoing", "present": "ongoing", "ongoing": "ongoing", "planned": "planned",
    "expected": "planned", "undecided": "planned",
}  # fmt: skip
"""Status of an event that a verb tells; a mood that is missing here (negated, wished, declined …) tells no event."""


def stand_of(role: str, told: str) -> str:
    """The position as its role has it: who hosts or calls a meeting did so, he did not attend."""
    return "did" if role in ("host", "organiser") and told == "attended" else told


def position(rule: str, mood: str, *, is_planned: bool) -> str:
    """The position that a frame's `is` gives with a mood; empty where the mood tells none (a wish)."""
    match rule:
        case "by_mood":
            found = ATTENDING.get(mood, "")
            return "confirmed" if found == "attended" and is_planned else found
        case "by_refusal":
            return ATTENDING[mood] if mood in ("declined", "undecided", "excluded") else ""
        case "by_consent":
            return CONSENTING.get(mood, "")
        case "by_mood_did":
            return "confirmed" if mood == "present" and is_planned else DOING.get(mood, "")
        case "by_absence":
            return STAYING_AWAY.get(mood, "")
        case "by_invitation":
            return INVITING.get(mood, "")
        case "by_deed":
            return "did" if mood in TOLD else ""
        case "by_claim":
            return "claimed" if mood in TOLD else ""
        case "by_accusation":
            return "alleged" if mood in TOLD else ""
        case "by_denial":
            return "denied" if mood in TOLD else ""
        case "by_event_did":
            return "confirmed" if is_planned else "did"
        case "by_event":
            return "expected" if is_planned or mood == "planned" else "attended"
    return rule
