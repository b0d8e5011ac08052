"""When something that happened in life can be noted."""

from __future__ import annotations

from datetime import date

from goalward.decisions import ALLOWED, Decision, refused

__all__ = ["may_note_event"]


def may_note_event(on: date, *, today: date) -> Decision:
    """Charts show what was, so a day to come has no place on them. today: where the person is."""
    return ALLOWED if on <= today else refused("progress.event_to_come")
