"""The Tau-U family: the difference of two phases with the trends inside them taken out or counted in.

Tau-U names several statistics. Each row says which pairs of values it compares. One convention differs between
publications, and is named: how many pairs "A versus B less trend A" is divided by.
Source: Parker, Vannest, Davis & Sauber 2011, doi:10.1016/j.beth.2010.08.006.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from goalward.progress.direction import Better
from goalward.progress.kendall import kendall_s, tie_sizes, variance_of_s
from goalward.progress.overlap import phases

__all__ = ["TauPairs", "TauRow", "TauU", "tau_u"]


class TauU(StrEnum):
    """The members of the family."""

    A_VS_B = "A vs. B"
    TREND_A = "Trend A"
    TREND_B = "Trend B"
    A_VS_B_MINUS_TREND_A = "A vs. B - Trend A"
    A_VS_B_PLUS_TREND_B = "A vs. B + Trend B"
    A_VS_B_PLUS_TREND_B_MINUS_TREND_A = "A vs. B + Trend B - Trend A"


class TauPairs(StrEnum):
    """What S of "A versus B less trend A" is divided by."""

    A_TIMES_B = "the pairs of A with B: can go beyond -1 and 1"
    ALL_COMPARED = "all pairs compared: stays from -1 to 1"


@dataclass(frozen=True, slots=True)
class TauRow:
    """S: pairs that improve less pairs that get worse. var_s: the variance of S if nothing had changed.

    var_s leaves ties between values aside in the three simple rows, and counts them in the three combined ones.
    """

    s: int
    pairs: int
    var_s: float

    @property
    def tau(self) -> float:
        return self.s / self.pairs

    @property
    def standard_error(self) -> float:
        """Of tau if nothing had changed: √(var S) by the same pairs."""
        return sqrt(self.var_s) / self.pairs


def tau_u(
    a: Sequence[float], b: Sequence[float], *, better: Better, divided_by: TauPairs = TauPairs.A_TIMES_B
) -> Mapping[TauU, TauRow]:
    """All six as a table. Values in time order, at least 2 in each phase. Raises SeriesError.

    divided_by: A_TIMES_B is the form in later papers by the same authors and in most software.
    """
    before, after = phases(a, b, better, least=2)
    m, n = len(before), len(after)
    both, forwards, backwards = before + after, range(1, n + 1), range(0, -m, -1)
    # Each row is Kendall's S of the values with a coded time: equal codes are not compared, falling codes turn a trend.
    rows = {
        TauU.A_VS_B: _row(both, [0] * m + [1] * n),
        TauU.TREND_A: _row(before, range(m)),
        TauU.TREND_B: _row(after, range(n)),
        TauU.A_VS_B_MINUS_TREND_A: _row(both, [*backwards, *[1] * n], with_ties=True),
        TauU.A_VS_B_PLUS_TREND_B: _row(both, [*[0] * m, *forwards], with_ties=True),
        TauU.A_VS_B_PLUS_TREND_B_MINUS_TREND_A: _row(both, [*backwards, *forwards], with_ties=True),
    }
    if divided_by is TauPairs.A_TIMES_B:
        less_trend = rows[TauU.A_VS_B_MINUS_TREND_A]
        rows[TauU.A_VS_B_MINUS_TREND_A] = TauRow(less_trend.s, m * n, less_trend.var_s)
    return rows


def _row(values: Sequence[float], codes: Sequence[int], *, with_ties: bool = False) -> TauRow:
    n, code_ties = len(values), tie_sizes(codes)
    pairs = n * (n - 1) // 2 - sum(size * (size - 1) // 2 for size in code_ties)
    variance = variance_of_s(n, tie_sizes(values) if with_ties else (), code_ties)
    return TauRow(kendall_s(values, codes), pairs, variance)
