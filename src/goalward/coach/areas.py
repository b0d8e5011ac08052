"""The areas of life that a goal names."""

from __future__ import annotations

from collections import Counter

from goalward.coach.phrasebook import phrasebook
from goalward.coach.words import Words

__all__ = ["areas_of"]

AT_MOST = 3


def areas_of(words: Words) -> tuple[str, ...]:
    """The areas named most often, at most three, in the order in which they come up."""
    counted = Counter(area for _, area in phrasebook("areas").find(words))
    most = {area for area, _ in counted.most_common(AT_MOST)}
    return tuple(area for area in counted if area in most)
