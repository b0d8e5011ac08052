"""How far two phases of one person's ratings lie apart: A before, B after something changed.

Every index is told which way is better. None says what caused a difference. PND and PEM hang on a single point, and
are unstable: do not headline them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from goalward.progress.direction import Better
from goalward.progress.observations import SeriesError, finite_numbers, median

__all__ = [
    "Nonoverlap",
    "StandardErrorMethod",
    "hanley_mcneil_error",
    "nonoverlap_of_all_pairs",
    "percent_all_nonoverlapping",
    "percent_exceeding_median",
    "percent_nonoverlapping",
    "phases",
    "robust_improvement_rate_difference",
]


class StandardErrorMethod(StrEnum):
    """How a standard error of NAP is worked out; said beside each of them."""

    HANLEY_MCNEIL = "Hanley and McNeil 1982, from the pairs themselves"
    HANLEY_MCNEIL_EXPONENTIAL = "Hanley and McNeil 1982, exponential approximation"
    NULL = "if nothing had changed"


@dataclass(frozen=True, slots=True)
class Nonoverlap:
    """Nonoverlap of all pairs. wins, ties: pairs in which B is better, and equal. q1, q2: see ``standard_error``."""

    wins: int
    ties: int
    baseline: int
    later: int
    q1: float
    q2: float

    @property
    def pairs(self) -> int:
        return self.baseline * self.later

    @property
    def nap(self) -> float:
        """From 0 to 1; 0.5 where the phases do not differ."""
        return (self.wins + self.ties / 2) / self.pairs

    @property
    def tau(self) -> float:
        """The same from -1 to 1: Tau, A versus B."""
        return 2 * self.nap - 1

    def standard_error(self, method: StandardErrorMethod) -> float:
        """Of NAP; that of Tau is twice as large. Both from Hanley and McNeil are 0 where nothing overlaps.

        q1 and q2 are the chances that one value of A lies below two of B, and two of A below one of B, ties as half.
        Sources: Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747; under the null √((m+n+1)/(12mn)),
        Grissom & Kim 2001, doi:10.1037/1082-989X.6.2.135.
        """
        if method is StandardErrorMethod.NULL:
            return sqrt((self.baseline + self.later + 1) / (12 * self.pairs))
        if method is StandardErrorMethod.HANLEY_MCNEIL_EXPONENTIAL:
            return hanley_mcneil_error(self.nap, self.baseline, self.later)
        return _area_error(self.nap, self.q1, self.q2, self.baseline, self.later)


def hanley_mcneil_error(area: float, baseline: int, later: int) -> float:
    """The standard error from an area from 0 to 1 and two counts alone: Q1 = θ/(2−θ), Q2 = 2θ²/(1+θ).

    baseline, later: how many values, at least 1. In the source's words these are the normal and the abnormal cases.
    Raises SeriesError. Source: Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747.
    """
    if not 0 <= area <= 1 or baseline < 1 or later < 1:
        raise SeriesError(
            f"An area of {area} with {baseline} and {later} values: it lies from 0 to 1, with 1 value each."
        )
    return _area_error(area, area / (2 - area), 2 * area**2 / (1 + area), baseline, later)


def _area_error(area: float, q1: float, q2: float, baseline: int, later: int) -> float:
    spread = area * (1 - area) + (later - 1) * (q1 - area**2) + (baseline - 1) * (q2 - area**2)
    return sqrt(max(0.0, spread) / (baseline * later))


def nonoverlap_of_all_pairs(a: Sequence[float], b: Sequence[float], *, better: Better) -> Nonoverlap:
    """NAP: the share of all A-B pairs in which B is better, ties counting half. At least one value each.

    Raises SeriesError. Source: Parker & Vannest 2009, doi:10.1016/j.beth.2008.10.006.
    """
    before, after = phases(a, b, better)
    won = [[_win(one, other) for other in after] for one in before]
    by_baseline, by_later = [sum(row) for row in won], [sum(column) for column in zip(*won, strict=True)]
    flat = [each for row in won for each in row]
    m, n = len(before), len(after)
    q1, q2 = sum(x * x for x in by_baseline) / (m * n * n), sum(x * x for x in by_later) / (m * m * n)
    return Nonoverlap(flat.count(1.0), flat.count(0.5), m, n, q1, q2)


def percent_nonoverlapping(a: Sequence[float], b: Sequence[float], *, better: Better) -> float:
    """PND: the share of B, from 0 to 1, that is better than the best of A. Raises SeriesError.

    Source: Scruggs, Mastropieri & Casto 1987, doi:10.1177/074193258700800206.
    """
    before, after = phases(a, b, better)
    return sum(value > max(before) for value in after) / len(after)


def percent_exceeding_median(
    a: Sequence[float], b: Sequence[float], *, better: Better, tie_counts: float = 0.0
) -> float:
    """PEM: the share of B, from 0 to 1, that is better than the median of A.

    tie_counts: what a value at the median counts; 0 in the definition, and 0.5 in some software.
    Raises SeriesError. Source: Ma 2006, doi:10.1177/0145445504272974.
    """
    if not 0 <= tie_counts <= 1:
        raise SeriesError(f"A value at the median counts {tie_counts}; it lies from 0 to 1.")
    before, after = phases(a, b, better)
    middle = median(before)
    return sum((value > middle) + tie_counts * (value == middle) for value in after) / len(after)


def percent_all_nonoverlapping(a: Sequence[float], b: Sequence[float], *, better: Better) -> float:
    """PAND: the share of all values that stay when the fewest are taken out that end all overlap. Ties overlap.

    Raises SeriesError. Source: Parker, Hagan-Burke & Vannest 2007, doi:10.1177/00224669070400040101.
    """
    before, after = phases(a, b, better)
    return _most_kept(before, after) / (len(before) + len(after))


def robust_improvement_rate_difference(a: Sequence[float], b: Sequence[float], *, better: Better) -> float:
    """Robust IRD: improved in B less improved in A, the values taken out for PAND split evenly between the phases.

    From 1, with no overlap, to below 0 where phases of unlike length overlap. Raises SeriesError.
    Source: Parker, Vannest & Brown 2009, doi:10.1177/001440290907500201.
    """
    before, after = phases(a, b, better)
    in_each = (len(before) + len(after) - _most_kept(before, after)) / 2
    return (len(after) - in_each) / len(after) - in_each / len(before)


def phases(
    a: Sequence[float], b: Sequence[float], better: Better, *, least: int = 1
) -> tuple[list[float], list[float]]:
    """Both phases, turned so that higher is better. Raises SeriesError."""
    before, after = finite_numbers(a, "Phase A", least=least), finite_numbers(b, "Phase B", least=least)
    return [better.sign * value for value in before], [better.sign * value for value in after]


def _win(before: float, after: float) -> float:
    return (after > before) + (after == before) / 2


def _most_kept(before: list[float], after: list[float]) -> int:
    """The most values that stay: for each cut through B, the values of B from it on and those of A below it."""
    low, high = sorted(before), sorted(after)
    kept = [bisect_left(low, first) + len(high) - place for place, first in enumerate(high)]
    return max(*kept, len(low))
