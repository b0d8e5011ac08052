"""From how it is to how it shall be: "from 8/10 to 4/10", "from 20 cigs a day to 10"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from goalward.coach.words import Words

__all__ = ["find_changes"]

Place = tuple[int, int]  # first word, word after the last
NEAR = 2  # words between "from" or "to" and its amount: "from about an 8"


def find_changes(words: Words, amounts: Sequence[Sequence[Place]]) -> Iterator[tuple[Place, Place]]:
    """(baseline, target) pairs. ``amounts`` are those of one kind, so that an amount is not paired with how often."""
    for places in amounts:
        for baseline, target in pairwise(sorted(places)):
            if follows(words, baseline, "from") and follows(words, target, "to") and target[0] >= baseline[1]:
                yield baseline, target


def follows(words: Words, place: Place, word: str) -> bool:
    before = words.units[max(0, place[0] - NEAR) : place[0]]
    return any(unit.word == word for unit in before)
