"""The scale a goal is rated on: its ends, in numbers and in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from goalward.messages import Message, in_english

__all__ = ["Say", "Scale", "ScaleError", "attainment_scale", "rating_scale"]

Say = Callable[[Message], str]


class ScaleError(ValueError):
    """The ends or the words of a scale do not fit together."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers mean, in the reader's language or the person's own words.

    level_words: one wording per level, lowest first; empty where the number says enough. Raises ScaleError.
    """

    lowest: int
    highest: int
    lowest_words: str
    highest_words: str
    level_words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.lowest >= self.highest:
            raise ScaleError(f"A scale ends above where it starts, not from {self.lowest} to {self.highest}.")
        levels = self.highest - self.lowest + 1
        if self.level_words and len(self.level_words) != levels:
            raise ScaleError(f"A scale of {levels} levels needs {levels} wordings, not {len(self.level_words)}.")

    def __contains__(self, value: float) -> bool:
        return self.lowest <= value <= self.highest

    def number(self, value: float) -> str:
        """The value as written on an axis: signed where the scale goes below zero."""
        sign = "+" if self.lowest < 0 < value else ""
        return f"{sign}{value:g}".replace("-", "\N{MINUS SIGN}")

    def words(self, value: float) -> str:
        """What the value means: the words of its level, else the number."""
        if self.level_words and value in range(self.lowest, self.highest + 1):
            return self.level_words[int(value) - self.lowest]
        return self.number(value)


def rating_scale(say: Say = in_english) -> Scale:
    """The 0-10 goal rating."""
    return Scale(0, 10, say(Message("progress.rating_lowest")), say(Message("progress.rating_highest")))


def attainment_scale(say: Say = in_english) -> Scale:
    """The five attainment levels, -2 to +2, in general words; a person's own levels make a Scale of their own."""
    words = tuple(say(Message(f"progress.attainment_{level}")) for level in range(-2, 3))
    return Scale(-2, 2, words[0], words[-1], words)
