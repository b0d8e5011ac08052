"""Words and phrases looked up in a goal by their headings, without joining them into one word as the lexicon does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from goalward.coach.grammar import alphabet
from goalward.coach.lexicon import entries, lexicon
from goalward.coach.words import Words

__all__ = ["Phrasebook", "phrasebook"]

LONGEST = 5  # words


@dataclass(frozen=True, slots=True)
class Phrasebook:
    headings: dict[str, tuple[str, ...]]  # by words
    starters: frozenset[str]

    def find(self, words: Words) -> Iterator[tuple[int, str]]:
        """(place, heading) wherever words of a heading start. A joined phrase also names what its own words name."""
        aside, lemma = alphabet().of("aside"), lexicon().lemma
        units = (unit for unit, letter in zip(words.units, words.letters, strict=True) if letter != aside)
        said = [word for unit in units for word in unit.word.split()]
        plain = [lemma(word) for word in said]
        for place, (word, form) in enumerate(zip(said, plain, strict=True)):
            if word in self.starters or form in self.starters:
                yield from ((place, heading) for heading in self.starting(said[place:], plain[place:]))

    def starting(self, said: Sequence[str], plain: Sequence[str]) -> Iterator[str]:
        for length in range(1, min(LONGEST, len(said)) + 1):
            phrase, other = " ".join(said[:length]), " ".join(plain[:length])
            yield from self.headings.get(phrase) or self.headings.get(other, ())


@cache
def phrasebook(name: str) -> Phrasebook:
    """The words of ``data/lexicon/<name>.txt``."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for heading, words, _ in entries(name):
        found[words].append(heading)
    return Phrasebook(
        {words: tuple(headings) for words, headings in found.items()},
        frozenset(words.split()[0] for words in found),
    )
