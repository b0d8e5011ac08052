"""A weighing of words, for harm that the lists have no phrase for.

Every word and every pair of neighbours weighs for or against each kind of harm. The weights in ``weights.tsv`` were
learned from labelled goals (``python -m tests.weights``), as a softmax regression. They only ever add care: the lists
speak first, because they say why, and the weighing is asked only where they heard nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path

from .amounts import KG
from .kinds import Care, CareKind, CareStance

__all__ = ["MEANINGS", "features", "shares", "weighed"]

HARMS = tuple(kind for kind in CareKind if kind is not CareKind.HARMED_BY_OTHERS)
MEANINGS = ("ordinary", *HARMS, CareKind.HARMED_BY_OTHERS, "other care")
TENTHS = 10  # weights are kept as whole tenths
BIAS = "*"
MARKS = frozenset({".", ","})

# From which share of the whole on the weighing is believed. Chosen on goals kept out of the learning, so that about one
# ordinary goal in a hundred is met with help that nobody asked for.
BELIEVED = 0.75
FIGURES = frozenset({*KG, "calories", "bmi"})  # how much is too much is settled in amounts.py
FEWEST_WORDS, MOST_WORDS = 3, 80  # a goal, neither a scrap nor a diary: what the weights were learned from


def features(words: Sequence[str]) -> Iterator[str]:
    """What is weighed: the words, and each pair of neighbours, with an edge at both ends; no marks."""
    said = [word for word in words if word not in MARKS]
    yield from dict.fromkeys(said)
    yield from dict.fromkeys(f"{a} {b}" for a, b in pairwise(("^", *said, "$")))


@cache
def weights() -> dict[str, str]:
    lines = Path(__file__).with_name("weights.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


@lru_cache(maxsize=4096)
def figures(written: str) -> tuple[float, ...]:
    return tuple(int(tenths) / TENTHS for tenths in written.split())


def shares(words: Sequence[str]) -> list[float]:
    """How likely each of MEANINGS is; they add up to 1."""
    weighed = list(features(words))
    scale = 1 / sqrt(len(weighed) or 1)
    rows = [figures(found) for each in weighed if (found := weights().get(each))]
    odds = [exp(bias + scale * sum(column)) for bias, *column in zip(figures(weights()[BIAS]), *rows, strict=True)]
    return [each / sum(odds) for each in odds]


def weighed(words: Sequence[str]) -> Care | None:
    """What the words weigh, where that is plain: harm that somebody moves toward, or harm done by others."""
    if not FEWEST_WORDS <= sum(word not in MARKS for word in words) <= MOST_WORDS:
        return None
    by_meaning = dict(zip(MEANINGS, shares(words), strict=True))
    if sum(by_meaning[each] for each in HARMS) >= BELIEVED:
        harm = max(HARMS, key=by_meaning.__getitem__)
        settled = harm is CareKind.EATING and not FIGURES.isdisjoint(words)
        return None if settled else Care(harm, CareStance.TOWARD_HARM)
    if by_meaning[CareKind.HARMED_BY_OTHERS] >= BELIEVED:
        return Care(CareKind.HARMED_BY_OTHERS, CareStance.HARMED_BY_OTHERS)
    return None
