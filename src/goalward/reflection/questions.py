"""The three questions that open a reflection, in the order in which they are asked."""

from __future__ import annotations

from enum import StrEnum

from goalward.messages import Message

__all__ = ["GuidingQuestion"]


class GuidingQuestion(StrEnum):
    HARD_NOW = "hard_now"
    WORRIES_MOST = "worries_most"
    DAILY_LIFE = "daily_life"

    @property
    def asks(self) -> Message:
        return Message(f"reflection.question_{self}")

    @property
    def why(self) -> Message:
        """Why we ask; shown with the question, before any answer."""
        return Message(f"reflection.question_{self}_why")
