"""Which way is better: every statistic of change is told, none guesses."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Better"]


class Better(StrEnum):
    """The direction of improvement: higher for goal ratings and well-being, lower for symptoms."""

    HIGHER = "higher"
    LOWER = "lower"

    @property
    def sign(self) -> int:
        """What a change is multiplied by, so that improvement is above zero."""
        return 1 if self is Better.HIGHER else -1
