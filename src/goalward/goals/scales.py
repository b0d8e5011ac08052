"""Two ways to say how far a goal has come: a rating from 0 to 10, or five attainment levels in one's own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType

from goalward.messages import Message

__all__ = [
    "LEVELS",
    "AttainmentError",
    "AttainmentLevels",
    "LevelPart",
    "ScaleKind",
    "build_levels",
    "check_levels",
    "level_name",
    "rating_word",
]


class AttainmentError(ValueError):
    """Levels or a level outside what the method has: five texts, from -2 to +2."""


def _level_codes() -> Mapping[int, str]:
    rows = tomllib.loads(files("goalward.goals").joinpath("levels.toml").read_text("utf-8"))["level"]
    return MappingProxyType({row["value"]: row["code"] for row in rows})


_CODES = _level_codes()
LEVELS = tuple(_CODES)  # -2 to +2; 0 is what the person hopes for
RATINGS = range(11)
WORDED_RATINGS = (RATINGS[0], RATINGS[len(RATINGS) // 2], RATINGS[-1])


class ScaleKind(StrEnum):
    RATING = "rating"
    LEVELS = "levels"

    @property
    def label(self) -> Message:
        return Message(f"goals.scale_{self}")

    @property
    def hint(self) -> Message:
        return Message(f"goals.scale_{self}_hint")

    @property
    def values(self) -> Sequence[int]:
        """Every answer that the scale allows, lowest first."""
        return RATINGS if self is ScaleKind.RATING else LEVELS


class LevelPart(StrEnum):
    """The part of a goal that differs from level to level."""

    ACTIVITY = "activity"
    SUPPORT = "support"
    AMOUNT = "amount"
    TIME = "time"

    @property
    def label(self) -> Message:
        return Message(f"goals.part_{self}")

    @property
    def hint(self) -> Message:
        return Message(f"goals.part_{self}_hint")


@dataclass(frozen=True, slots=True)
class AttainmentLevels:
    """Five texts, for levels -2 to +2. A text may still be blank; ``check_levels`` says what is missing."""

    part: LevelPart
    texts: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.texts) != len(LEVELS):
            raise AttainmentError(f"there are five levels, not {len(self.texts)}")

    def at(self, level: int) -> str:
        _known(level)
        return self.texts[LEVELS.index(level)]


def rating_word(rating: int) -> Message | None:
    """The words beside the ends and the middle of the 0-10 rating; None for the numbers between."""
    return Message(f"goals.rating_{rating}") if rating in WORDED_RATINGS else None


def level_name(level: int) -> Message:
    """The level in plain words. Raises AttainmentError outside -2 to +2."""
    return Message(f"goals.level_{_known(level)}")


def _known(level: int) -> str:
    if level not in _CODES:
        raise AttainmentError(f"a level is a whole number from -2 to +2, not {level}")
    return _CODES[level]


def build_levels(expected: str, part: LevelPart, values: Sequence[str]) -> AttainmentLevels:
    """Make five levels from the hoped-for text by changing one part of it.

    values: the changing words at levels -2 to +2, or blanks. Where the words of level 0 stand in ``expected``, each
    other level says the same with its own words in that place; where they do not, a level says just what was typed.
    Level 0 is ``expected``, untouched. Raises AttainmentError unless there are five values.
    Source: Bovend'Eerdt, Botell & Wade 2009, doi:10.1177/0269215508101741; one part at a time is our narrower rule.
    """
    if len(values) != len(LEVELS):
        raise AttainmentError(f"there are five levels, not {len(values)}")
    words = [value.strip() for value in values]
    hoped = LEVELS.index(0)
    texts = [_swapped(expected, words[hoped], word) for word in words]
    texts[hoped] = expected
    return AttainmentLevels(part, tuple(texts))


def _swapped(expected: str, old: str, new: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", expected, re.IGNORECASE)
    if not (found and old and new):
        return new
    return expected[: found.start()] + new + expected[found.end() :]


def check_levels(levels: AttainmentLevels) -> tuple[Message, ...]:
    """What still needs the person's attention; empty when the levels are ready.

    Each message has ``level`` among its parameters, so that a page can put it beside the right field.
    """
    return tuple(message for level in LEVELS if (message := _concern(levels, level)))


def _concern(levels: AttainmentLevels, level: int) -> Message | None:
    text = _plain(levels.at(level))
    if not text:
        return Message(f"goals.level_{_known(level)}_blank", {"level": level})
    if text in (_plain(levels.at(lower)) for lower in LEVELS if lower < level):
        return Message("goals.level_repeats", {"level": level})
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
