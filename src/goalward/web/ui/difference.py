"""Which words a rewording took out and which it put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Change", "Passage", "difference"]

# Beyond this many changed words a passage is shown as replaced: comparing takes the square of their number.
MOST_WORDS = 600


class Change(StrEnum):
    KEPT = "kept"
    TAKEN_OUT = "taken out"
    PUT_IN = "put in"


class Passage(NamedTuple):
    """Words that share a fate. ``space`` is the space before them, which no line should run under or through."""

    change: Change
    space: str
    words: str


def difference(before: str, after: str) -> list[Passage]:
    """The two texts as one list of passages; the kept and put in ones, joined, are ``after`` to the letter."""
    return [passage(change, "".join(words)) for change, words in changes(in_words(before), in_words(after)) if words]


def passage(change: Change, text: str) -> Passage:
    words = text.lstrip()
    return Passage(change, text[: len(text) - len(words)], words)


def in_words(text: str) -> list[str]:
    """Words with the space before them, so that joining them gives the text again."""
    return re.findall(r"\s*\S+|\s+\Z", text)


def changes(before: list[str], after: list[str]) -> Iterator[tuple[Change, list[str]]]:
    start = shared(before, after)
    end = shared(before[start:][::-1], after[start:][::-1])
    yield Change.KEPT, before[:start]
    yield from middle(before[start : len(before) - end], after[start : len(after) - end])
    yield Change.KEPT, after[len(after) - end :]


def middle(before: list[str], after: list[str]) -> Iterator[tuple[Change, list[str]]]:
    if max(len(before), len(after)) > MOST_WORDS:
        yield Change.TAKEN_OUT, before
        yield Change.PUT_IN, after
        return
    for operation, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "equal":
            yield Change.KEPT, after[k:m]
        else:
            yield Change.TAKEN_OUT, before[i:j]
            yield Change.PUT_IN, after[k:m]


def shared(one: list[str], other: list[str]) -> int:
    """How many words the two have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))
