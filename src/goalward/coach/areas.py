"""The areas of life that a goal names."""

from __future__ import annotations

from goalward.coach.phrasebook import phrasebook
from goalward.coach.words import Words

__all__ = ["areas_of"]

AT_MOST = 3


def areas_of(words: Words) -> tuple[str, ...]:
    """The areas named most often, at most three, in the order in which they come up."""
    counted: dict[str, int] = {}
    for _, area in phrasebook("areas").find(words):
        counted[area] = counted.get(area, 0) + 1
    most = sorted(counted, key=lambda area: -counted[area])[:AT_MOST]
    return tuple(area for area in counted if area in most)
