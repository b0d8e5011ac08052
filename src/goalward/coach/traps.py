"""Numbers and times that measure nothing: ages, sizes, confidence ratings, set phrases, what has been."""

from __future__ import annotations

from goalward.coach.grammar import grammar
from goalward.coach.words import Words

__all__ = ["mask_traps"]

# Grammar, and what its finds stand for. A label ("Chapter 7") can still be one thing to finish.
TRAPS = (("asides", "aside"), ("traps", "masked"), ("labels", "label"))


def mask_traps(words: Words) -> Words:
    for rules, kind in TRAPS:
        words = words.without(grammar(rules).find(words.letters), kind)
    return words
