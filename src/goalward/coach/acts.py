"""What is done, and where, when and with whom, in the person's own words."""

from __future__ import annotations

from collections.abc import Iterator

from goalward.coach.clauses import Clause, says
from goalward.coach.grammar import grammar
from goalward.coach.verdicts import Judged
from goalward.coach.words import Words

__all__ = ["find_acts"]

ENDS_AN_ACT = (
    "deadline|period|feast|past|duration|frequency|weekly|quantity|rated|share|masked|aside|stop|comma|open|close|dash"
)
LEFT_OUT = "preposition|about|and|filler|article"  # never the last word of an act


def find_acts(words: Words, judged: list[Judged]) -> Iterator[tuple[str, int, int]]:
    """(kind, first word, word after the last) of each action and context."""
    for each in judged:
        contexts = list(contexts_of(words, each.clause))
        yield from contexts
        if each.specific and not each.others:
            first, last = act_of(words, each.clause, [start for _, start, _ in contexts])
            if first < last:
                yield "action", start_of(words, each, first), last


def start_of(words: Words, judged: Judged, first: int) -> int:
    """With the word that ends it: "stop smoking", not "smoking"."""
    before = range(judged.clause.first, first)
    return next((at for at in before if says(words, "stopping|none", at, at + 1)), first) if judged.stops else first


def contexts_of(words: Words, clause: Clause) -> Iterator[tuple[str, int, int]]:
    first = clause.head + 1
    for rule, start, end in grammar("context").find(words.letters[first : clause.end]):
        yield rule, first + start, first + end


def act_of(words: Words, clause: Clause, contexts: list[int]) -> tuple[int, int]:
    """From the verb up to the first amount or circumstance."""
    places = range(clause.head, clause.last)
    last = next((at for at in places if at in contexts or says(words, ENDS_AN_ACT, at, at + 1)), clause.last)
    while last > clause.head and says(words, LEFT_OUT, last - 1, last):
        last -= 1
    return clause.head, last
