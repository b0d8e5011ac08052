"""Who will read what a person writes, decided before writing.

Every free text carries its audience from the first day, although there is only one to choose yet. When sharing
comes, an old text keeps the audience it was written for: a later permission never widens it silently.
"""

from __future__ import annotations

from enum import StrEnum

from goalward.messages import Message

__all__ = ["Audience"]


class Audience(StrEnum):
    ONLY_ME = "only_me"

    @property
    def label(self) -> Message:
        return Message(f"alliance.audience_{self}")

    @property
    def who_can_see(self) -> Message:
        """The line under a question or a text that says who reads it."""
        return Message(f"alliance.audience_{self}_line")
