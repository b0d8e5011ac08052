"""The goal in clauses: what is aimed at, how, and the circumstances around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalward.coach.grammar import grammar, letters_of
from goalward.coach.words import Words

__all__ = ["Clause", "clauses_of", "lead_of", "says"]


class Clause(NamedTuple):
    """Words ``first`` up to ``last``. ``head`` is where the thing itself starts, after "I want to".

    ``start`` and ``end`` reach over the circumstances that belong to it: "when I am upset", "without shouting".
    """

    first: int
    head: int
    last: int
    start: int
    end: int
    method: bool = False  # "by walking": how, not what
    joined: bool = False  # with "and" or a comma to what stands before


class Piece(NamedTuple):
    rule: str
    first: int
    last: int


AFTER = frozenset({"end", "method", "join", "pause"})  # the cut takes its words away; the others begin with them
INSIDE = frozenset({"pause", "resume"})  # cuts only where a circumstance ends


def pieces(words: Words) -> Iterator[Piece]:
    first, rule = 0, ""
    for cut, start, end in grammar("clauses").find(words.letters):
        if cut in INSIDE and rule != "side":
            continue
        if start > first:
            yield Piece(rule, first, start)
        first, rule = (end if cut in AFTER else start), cut
    if first < len(words.units):
        yield Piece(rule, first, len(words.units))


def clauses_of(words: Words) -> list[Clause]:
    """The clauses that aim at something; a circumstance belongs to the clause before it, or else to the first."""
    found: list[Clause] = []
    start, cut = 0, list(pieces(words))
    only_circumstances = all(piece.rule == "side" for piece in cut)
    for piece in cut:
        if piece.rule == "side" and not only_circumstances:
            if found:
                found[-1] = found[-1]._replace(end=piece.last)
            continue
        head = piece.first + lead_of(words, piece.first, piece.last)
        begins = piece.first if found else start
        found.append(
            Clause(piece.first, head, piece.last, begins, piece.last, piece.rule == "method", piece.rule == "join")
        )
    return found


def lead_of(words: Words, first: int, last: int) -> int:
    """How many words only lead in: "I want to", "Client will be able to"."""
    lead = grammar("lead").at(words.letters[first:last])
    return lead[2] if lead else 0


def says(words: Words, cls: str, first: int, last: int) -> bool:
    """Whether a word of a class, or of one of several ("when|each_time"), stands there."""
    return not letters_of(cls).isdisjoint(words.letters[first:last])
