"""A trend that a few odd values cannot bend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import sqrt
from statistics import NormalDist
from typing import TypeVar

from goalward.progress.kendall import tie_sizes, variance_of_s
from goalward.progress.observations import SeriesError, finite_numbers, median

__all__ = ["Trend", "pairwise_slopes", "theil_sen"]

Number = TypeVar("Number", float, Fraction)


@dataclass(frozen=True, slots=True)
class Trend:
    """A line, slope in points per unit of time. lowest, highest: where the slope lies with the given confidence."""

    slope: float
    intercept: float
    lowest: float
    highest: float
    confidence: float

    def at(self, time: float) -> float:
        return self.intercept + self.slope * time


def theil_sen(times: Sequence[float], values: Sequence[float], *, confidence: float = 0.95) -> Trend:
    """The median slope of all pairs of values, and through what is left the line at its median.

    times, values: at least 2 of each, as many of one as of the other, at two different times or more.
    confidence: between 0 and 1. The interval is by ranks and the normal approximation, and widens to all slopes where
    values are few. Raises SeriesError.
    Sources: Theil 1950, doi:10.1007/978-94-011-2546-8_20; interval Sen 1968, doi:10.1080/01621459.1968.10480934.
    """
    xs, ys = finite_numbers(times, "The list of times", least=2), finite_numbers(values, "The series", least=2)
    if len(xs) != len(ys):
        raise SeriesError(f"There are {len(xs)} times and {len(ys)} values; they need as many each.")
    if not 0 < confidence < 1:
        raise SeriesError(f"The confidence is {confidence}; it lies between 0 and 1.")
    slopes = sorted(pairwise_slopes(xs, ys))
    if not slopes:
        raise SeriesError("All values are from one time, so there is no trend to see.")
    slope = median(slopes)
    intercept = median(y - slope * x for x, y in zip(xs, ys, strict=True))
    lowest, highest = _interval(slopes, variance_of_s(len(xs), tie_sizes(xs), tie_sizes(ys)), confidence)
    return Trend(slope, intercept, lowest, highest, confidence)


def pairwise_slopes(xs: Sequence[Number], ys: Sequence[Number]) -> Iterator[Number]:
    """The slope between every two values of different times."""
    for (x1, y1), (x2, y2) in combinations(zip(xs, ys, strict=True), 2):
        if x1 != x2:
            yield (y2 - y1) / (x2 - x1)


def _interval(slopes: list[float], variance: float, confidence: float) -> tuple[float, float]:
    """The slopes at ranks (N ± z·√var S)/2, rounded and kept among the slopes."""
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(variance)
    lower = max(round((len(slopes) - reach) / 2) - 1, 0)
    upper = min(round((len(slopes) + reach) / 2), len(slopes) - 1)
    return slopes[lower], slopes[upper]
