"""Tau with the baseline's own trend taken out first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from goalward.progress.direction import Better
from goalward.progress.kendall import RankCorrelation, rank_correlation
from goalward.progress.observations import SeriesError, median
from goalward.progress.overlap import phases
from goalward.progress.trend import pairwise_slopes

__all__ = ["CorrectedTau", "baseline_corrected_tau"]

FEWEST = 2  # values that have a slope


@dataclass(frozen=True, slots=True)
class CorrectedTau:
    """Kendall's tau-b of the values with a phase dummy (0 in A, 1 in B): never quite -1 or 1.

    slope, intercept: the baseline's Theil-Sen line in the units of the values, the first value at time 1.
    baseline_p: of the baseline's trend, None where all baseline values are equal.
    """

    tau: float
    values: int
    slope: float
    intercept: float
    baseline_p: float | None
    is_corrected: bool

    @property
    def standard_error(self) -> float:
        """√(2(1−tau²)/N), an approximation that Tarlow 2017 calls conservative."""
        return sqrt(2 * (1 - self.tau**2) / self.values)


def baseline_corrected_tau(
    a: Sequence[float], b: Sequence[float], *, better: Better, only_if_p: float | None = None
) -> CorrectedTau:
    """Tau-BC: takes the Theil-Sen line of A from all values, then tau-b of what is left with the phase.

    Values in time order, equally spaced, at least 2 in A and 1 in B. only_if_p: correct only where the baseline's
    trend has at most this p (the source suggests 0.05); None corrects always. 0.0 where nothing is left to compare.
    Raises SeriesError. Source: Tarlow 2017, doi:10.1177/0145445516676750.
    """
    if only_if_p is not None and not 0 < only_if_p < 1:
        raise SeriesError(f"The p to correct at is {only_if_p}; it lies between 0 and 1.")
    before, after = (_exact(phase) for phase in phases(a, b, better))
    if len(before) < FEWEST:
        raise SeriesError("Phase A has 1 value; a trend needs at least 2.")
    times = _exact(range(1, len(before) + len(after) + 1))
    slope = median(pairwise_slopes(times[: len(before)], before))
    intercept = median(value - slope * time for time, value in zip(times, before, strict=False))
    baseline = _correlation(before, range(len(before)))
    is_corrected = only_if_p is None or (baseline is not None and baseline.p <= only_if_p)
    line = slope if is_corrected else 0
    left = [value - line * time for time, value in zip(times, before + after, strict=True)]
    found = _correlation(left, [0] * len(before) + [1] * len(after))
    return CorrectedTau(
        tau=found.tau_b if found else 0.0,
        values=len(left),
        slope=better.sign * float(slope),
        intercept=better.sign * float(intercept),
        baseline_p=baseline.p if baseline else None,
        is_corrected=is_corrected,
    )


def _exact(values: Iterable[float]) -> list[Fraction]:
    """As the decimals that were written: what is equal once the line is taken out must stay equal."""
    return [Fraction(repr(value)) for value in values]


def _correlation(values: Sequence[Fraction], codes: Sequence[int]) -> RankCorrelation | None:
    """None where all values are equal: no order, and no correlation."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return rank_correlation([ranks[value] for value in values], codes) if len(ranks) > 1 else None
