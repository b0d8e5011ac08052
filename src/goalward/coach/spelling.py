"""The word that was meant: listed misspellings, and one slip of the finger in a longer word that goals often hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from goalward.coach.lexicon import lexicon

__all__ = ["meant"]

SHORTEST = 5
# Headings whose words are worth guessing at.
TIMES = ("clock_unit", "day_unit", "per_unit", "rhythm_word", "weekday", "weekdays", "month", "part_of_day")
LIKELY = frozenset({*TIMES, "number", "often"})
ACTS = frozenset({"umbrella_behaviour", "habit"})
SHORTEST_ACT = 6  # many a short word is one letter away from a verb: "plate", "plant"


def with_one_letter_less(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))  # the first letter is seldom wrong


@cache
def slips() -> dict[str, str]:
    """Each likely word by itself, and by all that is left of it when one letter goes missing."""
    found: dict[str, str] = {}
    for word, classes in lexicon().words.items():
        likely = not classes.isdisjoint(LIKELY) or (len(word) >= SHORTEST_ACT and not classes.isdisjoint(ACTS))
        if len(word) >= SHORTEST and word.isalpha() and likely:
            for written in (word, *with_one_letter_less(word)):
                found.setdefault(written, word)
    return found


def one_slip_apart(written: str, word: str) -> bool:
    """One letter missing, one too many, one wrong, or two neighbours swapped."""
    if abs(len(written) - len(word)) == 1:
        return True  # they share a form with one letter less
    differing = [place for place, (a, b) in enumerate(zip(written, word, strict=True)) if a != b]
    return len(differing) == 1 or (differing[-1] - differing[0] == 1 and len(differing) == 2)  # noqa: PLR2004 - two swapped


@lru_cache(maxsize=2048)
def guessed(written: str) -> str:
    known = lexicon()
    if (
        len(written) < SHORTEST
        or not written.isalpha()
        or written in known.vocabulary
        or known.lemma(written) != written
    ):
        return written
    for form in (written, *with_one_letter_less(written)):
        word = slips().get(form)
        grown = word and written.startswith(word)  # "phoned" is no slip for "phone"
        if word and not grown and abs(len(written) - len(word)) <= 1 and one_slip_apart(written, word):
            return word
    return written


def meant(written: str) -> str:
    return lexicon().spellings.get(written) or guessed(written)
