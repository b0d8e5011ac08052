"""Amounts: "3 triggers", "10,000 steps", "from 8/10 to 4/10", "in bed by 11"."""

from __future__ import annotations

from goalward.coach.grammar import Match, grammar
from goalward.coach.words import Words

__all__ = ["find_quantities"]


def find_quantities(words: Words) -> list[Match]:
    return list(grammar("quantity").find(words.letters))
