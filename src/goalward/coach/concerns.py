"""What the wording asks of a person that may be too much: no room for a hard day, the end of a feeling, somebody
else's will, a day gone by, possible harm. Each finding names the words it rests on. Amounts are in doses.py."""

from __future__ import annotations

from typing import NamedTuple

from goalward.coach.grammar import grammar
from goalward.coach.words import Words

__all__ = ["Found", "find_concerns"]


class Found(NamedTuple):
    """A kind of concern and the words, from ``first`` up to ``last``, that it rests on."""

    kind: str
    first: int
    last: int


def find_concerns(words: Words) -> list[Found]:
    return [Found(*match) for match in grammar("concerns").find(words.letters)]
