"""Numbers and times that measure nothing: ages, sizes, confidence ratings, set phrases, what has been."""

from __future__ import annotations

from goalward.coach.grammar import grammar
from goalward.coach.words import Words

__all__ = ["mask_traps"]


def mask_traps(words: Words) -> Words:
    words = words.without(grammar("traps").find(words.letters), "masked")
    return words.without(grammar("labels").find(words.letters), "label")
