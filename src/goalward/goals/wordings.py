"""Wordings of a goal: whether there is one to begin with, why it changed, what changed, and two changes at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

from goalward.decisions import ALLOWED, Decision, refused
from goalward.messages import Message

__all__ = ["Piece", "PieceKind", "RevisionReason", "is_stale", "may_begin", "wording_difference"]

# Comparing can take the product of both lengths; past this many words and spaces, old and new each stand whole.
COMPARED = 5_000


class RevisionReason(StrEnum):
    CLEARER = "clearer"
    SMALLER = "smaller"
    BIGGER = "bigger"
    MORE_MINE = "more_mine"
    LIFE_CHANGED = "life_changed"
    MATTERS_DIFFERENTLY = "matters_differently"
    OTHER = "other"

    @property
    def label(self) -> Message:
        return Message(f"goals.reason_{self}")


class PieceKind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"

    @property
    def label(self) -> Message:
        return Message(f"goals.piece_{self}")


@dataclass(frozen=True, slots=True)
class Piece:
    kind: PieceKind
    text: str


def may_begin(wording: str) -> Decision:
    """A goal begins with words of one's own; nothing else is asked of it."""
    return ALLOWED if wording.strip() else refused("goals.no_words")


def is_stale(based_on: int, current: int) -> bool:
    """Was the goal reworded since the person opened it? Both are version numbers; if so, they see both and choose."""
    return based_on != current


def wording_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Words kept, removed and added, in reading order.

    Same and removed pieces joined give ``before`` exactly; same and added pieces joined give ``after``.
    """
    old, new = _tokens(before), _tokens(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle = _compared(old[head : len(old) - tail], new[head : len(new) - tail])
    pieces = (
        Piece(PieceKind.SAME, "".join(old[:head])),
        *middle,
        Piece(PieceKind.SAME, "".join(old[len(old) - tail :])),
    )
    return tuple(piece for piece in pieces if piece.text)


def _tokens(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _shared(old: list[str], new: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    if len(old) + len(new) > COMPARED:
        yield from (Piece(PieceKind.REMOVED, "".join(old)), Piece(PieceKind.ADDED, "".join(new)))
        return
    # Spaces are "junk": they join matching words but never make a match alone.
    for tag, i1, i2, j1, j2 in SequenceMatcher(str.isspace, old, new).get_opcodes():
        if tag == "equal":
            yield Piece(PieceKind.SAME, "".join(old[i1:i2]))
        else:
            yield Piece(PieceKind.REMOVED, "".join(old[i1:i2]))
            yield Piece(PieceKind.ADDED, "".join(new[j1:j2]))
