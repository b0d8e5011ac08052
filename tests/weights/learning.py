"""Softmax regression by stochastic gradient descent, in plain Python: slow, small and the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from random import Random

from goalward.coach.care.weighing import BIAS, MEANINGS, features

__all__ = ["Weights", "learned"]

Weights = dict[str, list[float]]
Text = tuple[Sequence[str], int]  # words, place in MEANINGS

SEED, ROUNDS = 7, 8
FASTEST, SLOWEST = 6.0, 0.5  # steps of the first and the last round
SHRINK = 2e-4  # of a weight, each time that it is met
MET_OFTEN_ENOUGH = 2


def learned(texts: Iterable[Text]) -> Weights:
    """Weights by feature, one for each of MEANINGS."""
    read = [(list(features(words)), meaning) for words, meaning in texts]
    met = Counter(feature for found, _ in read for feature in found)
    weights: Weights = {each: [0.0] * len(MEANINGS) for each, times in met.items() if times >= MET_OFTEN_ENOUGH}
    bias = weights[BIAS] = [0.0] * len(MEANINGS)
    examples = [([weights[each] for each in found if each in weights], len(found), meaning) for found, meaning in read]
    chance = Random(SEED)  # noqa: S311 - an order, no secret
    for number in range(ROUNDS):
        chance.shuffle(examples)
        step = FASTEST + (SLOWEST - FASTEST) * number / (ROUNDS - 1)
        for rows, count, meaning in examples:
            taught(rows, bias, 1 / sqrt(count or 1), meaning, step)
    return weights


def taught(rows: Sequence[list[float]], bias: list[float], scale: float, meaning: int, step: float) -> None:
    """One step down the slope of the log loss of one example."""
    odds = [exp(b + scale * sum(column)) for b, *column in zip(bias, *rows, strict=True)]
    whole = sum(odds)
    slope = [each / whole - (place == meaning) for place, each in enumerate(odds)]
    moves = [step * scale * each for each in slope]
    for row in rows:
        row[:] = [value - move - SHRINK * value for value, move in zip(row, moves, strict=True)]
    bias[:] = [value - step / 100 * each for value, each in zip(bias, slope, strict=True)]
