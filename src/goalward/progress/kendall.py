"""Kendall's rank correlation: S, its variance with ties, and tau-b.

Source: Kendall 1970, Rank Correlation Methods, 4th ed., chapters 3 and 4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import erfc, sqrt

from goalward.progress.observations import SeriesError, finite_numbers

__all__ = ["RankCorrelation", "kendall_s", "kendall_tau_b", "rank_correlation", "tie_sizes", "variance_of_s"]


@dataclass(frozen=True, slots=True)
class RankCorrelation:
    """S, tau-b, and the variance that S has when the two orders have nothing to do with each other."""

    s: int
    tau_b: float
    var_s: float

    @property
    def z(self) -> float:
        """S in standard deviations, without a continuity correction."""
        return self.s / sqrt(self.var_s)

    @property
    def p(self) -> float:
        """Two-sided, by the normal approximation: rough below ten values."""
        return erfc(abs(self.z) / sqrt(2))


def kendall_tau_b(xs: Sequence[float], ys: Sequence[float]) -> RankCorrelation:
    """The rank correlation of two series of one length, at least 2, neither of them constant. Raises SeriesError."""
    first, second = finite_numbers(xs, "The first series", least=2), finite_numbers(ys, "The second series", least=2)
    if len(first) != len(second):
        raise SeriesError(f"The series have {len(first)} and {len(second)} values; they need as many each.")
    if len(set(first)) == 1 or len(set(second)) == 1:
        raise SeriesError("All values of a series are the same, so there is no order to compare.")
    return rank_correlation(first, second)


def rank_correlation(xs: Sequence[float], ys: Sequence[float]) -> RankCorrelation:
    """The same of values that were checked before."""
    s = kendall_s(xs, ys)
    x_ties, y_ties = tie_sizes(xs), tie_sizes(ys)
    untied = (_pairs([len(xs)]) - _pairs(x_ties)) * (_pairs([len(ys)]) - _pairs(y_ties))
    return RankCorrelation(s, s / sqrt(untied), variance_of_s(len(xs), x_ties, y_ties))


def kendall_s(xs: Sequence[float], ys: Sequence[float]) -> int:
    """Pairs in the same order in both series, less pairs in opposite orders."""
    pairs = combinations(zip(xs, ys, strict=True), 2)
    return sum(_sign(one[0], two[0]) * _sign(one[1], two[1]) for one, two in pairs)


def variance_of_s(n: int, x_ties: Iterable[int] = (), y_ties: Iterable[int] = ()) -> float:
    """n: how many values, at least 2. x_ties, y_ties: the size of each group of equal values."""
    xs, ys = list(x_ties), list(y_ties)
    variance = Fraction(_weight([n]) - _weight(xs) - _weight(ys), 18)
    variance += Fraction(2 * _pairs(xs) * _pairs(ys), n * (n - 1))
    variance += Fraction(_triples(xs) * _triples(ys), 9 * n * (n - 1) * max(1, n - 2))
    return float(variance)  # exact until here: where all values are equal it is 0, not a hair below


def tie_sizes(values: Iterable[Hashable]) -> list[int]:
    """How many values share each value; a value on its own is a group of 1, and changes nothing."""
    return list(Counter(values).values())


def _sign(one: float, two: float) -> int:
    return (two > one) - (two < one)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _triples(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) * (size - 2) for size in sizes)


def _weight(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) * (2 * size + 5) for size in sizes)
