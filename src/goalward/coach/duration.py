"""The size of one sitting, or time as the thing measured: "10 minutes", "7 hours"."""

from __future__ import annotations

from goalward.coach.grammar import Match, grammar
from goalward.coach.words import Words

__all__ = ["find_durations"]


def find_durations(words: Words) -> list[Match]:
    return list(grammar("duration").find(words.letters))
