"""Whether a goal is written in English, which is all that the coach reads."""

from __future__ import annotations

import re
from functools import cache

from goalward.coach.lexicon import entries, lexicon

__all__ = ["is_english"]

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
LATIN = re.compile(r"[a-zÀ-ɏ]", re.IGNORECASE)
FEW, ENOUGH = 2, 0.2  # foreign words that settle it; the share of known words below which nothing is known


@cache
def foreign_words() -> frozenset[str]:
    return frozenset(words for _, words, _ in entries("foreign"))


def is_english(text: str) -> bool:
    """True as well where there is too little to tell."""
    words = [word.lower() for word in WORD.findall(text)]
    if not text.isascii() and 2 * sum(bool(LATIN.match(word)) for word in words) < len(words):
        return False
    foreign = sum(word in foreign_words() for word in words)
    if foreign < FEW:
        return True
    known = sum(word in lexicon().vocabulary and word not in foreign_words() for word in words)
    return foreign <= known
