"""Before a day and from it on: the statistics of two phases as a table, and one plain sentence.

What a statistic needs more points for is refused in words. Nothing here says what made a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from goalward.decisions import ALLOWED, Decision, refused
from goalward.messages import Message
from goalward.progress.baseline_points import may_show_statistic
from goalward.progress.corrected_tau import baseline_corrected_tau
from goalward.progress.direction import Better
from goalward.progress.observations import SeriesError
from goalward.progress.overlap import (
    Nonoverlap,
    StandardErrorMethod,
    nonoverlap_of_all_pairs,
    percent_all_nonoverlapping,
    percent_exceeding_median,
    percent_nonoverlapping,
    robust_improvement_rate_difference,
)
from goalward.progress.tau_u import TauRow, TauU, tau_u

__all__ = ["NamedError", "PhaseComparison", "StatisticRow", "compare_phases"]

Values = tuple[float, ...]
NAP_ERRORS = (StandardErrorMethod.HANLEY_MCNEIL, StandardErrorMethod.NULL)
OTHER_WAY = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}
LATER_POINTS_NEEDED = {"tau_u": 2}  # for a trend after the day; one is enough for the others


@dataclass(frozen=True, slots=True)
class NamedError:
    """A standard error, and how it was worked out."""

    value: float
    method: Message


@dataclass(frozen=True, slots=True)
class StatisticRow:
    """One line of the table. ``value`` is None where the statistic is not shown; ``refusal`` says why."""

    name: Message
    value: float | None
    errors: tuple[NamedError, ...]
    before: int
    after: int
    refusal: Message | None = None


@dataclass(frozen=True, slots=True)
class PhaseComparison:
    """The two phases in time order, and what was worked out."""

    from_day: date
    better: Better
    before: Values
    after: Values
    rows: tuple[StatisticRow, ...]

    @property
    def pairs(self) -> Nonoverlap | None:
        """None where it is not shown."""
        return nonoverlap_of_all_pairs(self.before, self.after, better=self.better) if self._shows("nap") else None

    @property
    def tau_u(self) -> Mapping[TauU, TauRow] | None:
        """The table whole; None where it is not shown."""
        return tau_u(self.before, self.after, better=self.better) if self._shows("tau_u_a_vs_b") else None

    def _shows(self, name: str) -> bool:
        return any(row.name.id == f"progress.statistic_{name}" and row.value is not None for row in self.rows)

    @property
    def sentences(self) -> tuple[Message, ...]:
        """How many pairs differ, told from the side that more of them are on; or why nothing is compared."""
        if (pairs := self.pairs) is None:
            return tuple(row.refusal for row in self.rows[:1] if row.refusal)
        wins, ties = pairs.wins, pairs.ties
        losses = pairs.pairs - wins - ties
        way = self.better if wins >= losses else OTHER_WAY[self.better]
        said = [Message(f"progress.pairs_{way}", {"share": _of_100(max(wins, losses), pairs)})]
        if ties:
            said.append(Message("progress.pairs_same", {"share": _of_100(ties, pairs)}))
        return (*said, Message("progress.pairs_limits"))


def compare_phases(points: Sequence[tuple[date, float]], *, from_day: date, better: Better) -> PhaseComparison:
    """Compare the values before a day with those from it on, in whatever order they come.

    Tau-U and Tau-BC take them as equally spaced in time. Never raises: a row says what it needs.
    """
    in_order = sorted(points, key=itemgetter(0))
    before = tuple(value for on, value in in_order if on < from_day)
    after = tuple(value for on, value in in_order if on >= from_day)
    rows = tuple(row for name in STATISTICS for row in _rows(name, before, after, better))
    return PhaseComparison(from_day, better, before, after, rows)


@dataclass(frozen=True, slots=True)
class Found:
    """A value by the name of its row."""

    name: str
    value: float
    errors: tuple[NamedError, ...] = ()


def _nap(before: Values, after: Values, better: Better) -> Iterator[Found]:
    found = nonoverlap_of_all_pairs(before, after, better=better)
    yield Found("nap", found.nap, tuple(_error(method.name, found.standard_error(method)) for method in NAP_ERRORS))


def _tau(before: Values, after: Values, better: Better) -> Iterator[Found]:
    found = nonoverlap_of_all_pairs(before, after, better=better)
    errors = tuple(_error(method.name, 2 * found.standard_error(method)) for method in NAP_ERRORS)
    yield Found("tau", found.tau, errors)


def _tau_u(before: Values, after: Values, better: Better) -> Iterator[Found]:
    for member, row in tau_u(before, after, better=better).items():
        error = _error(StandardErrorMethod.NULL.name, row.standard_error)
        yield Found(f"tau_u_{member.name.lower()}", row.tau, (error,))


def _tau_bc(before: Values, after: Values, better: Better) -> Iterator[Found]:
    found = baseline_corrected_tau(before, after, better=better)
    yield Found("tau_bc", found.tau, (_error("tarlow", found.standard_error),))


def _pnd(before: Values, after: Values, better: Better) -> Iterator[Found]:
    yield Found("pnd", percent_nonoverlapping(before, after, better=better))


def _pem(before: Values, after: Values, better: Better) -> Iterator[Found]:
    yield Found("pem", percent_exceeding_median(before, after, better=better))


def _pand(before: Values, after: Values, better: Better) -> Iterator[Found]:
    yield Found("pand", percent_all_nonoverlapping(before, after, better=better))


def _robust_ird(before: Values, after: Values, better: Better) -> Iterator[Found]:
    yield Found("robust_ird", robust_improvement_rate_difference(before, after, better=better))


# By the names of baseline_points.toml, in the order of the table; what hangs on a single point comes last.
STATISTICS: Mapping[str, Callable[[Values, Values, Better], Iterator[Found]]] = {
    "nap": _nap,
    "tau": _tau,
    "tau_u": _tau_u,
    "tau_bc": _tau_bc,
    "pand": _pand,
    "robust_ird": _robust_ird,
    "pem": _pem,
    "pnd": _pnd,
}


def _rows(name: str, before: Values, after: Values, better: Better) -> tuple[StatisticRow, ...]:
    allowed = may_show_statistic(name, baseline_points=len(before)) and _enough_later(name, len(after))
    reason = allowed.reason
    if reason is None:
        try:
            found = tuple(STATISTICS[name](before, after, better))
            return tuple(_row(each.name, each.value, each.errors, before, after) for each in found)
        except SeriesError:
            reason = Message("progress.not_worked_out")
    return (_row(name, None, (), before, after, reason),)


def _enough_later(name: str, given: int) -> Decision:
    needed = LATER_POINTS_NEEDED.get(name, 1)
    return ALLOWED if given >= needed else refused("progress.too_few_later_points", needed=needed, given=given)


def _row(  # noqa: PLR0913, PLR0917  # one for each column
    name: str,
    value: float | None,
    errors: tuple[NamedError, ...],
    before: Values,
    after: Values,
    refusal: Message | None = None,
) -> StatisticRow:
    return StatisticRow(Message(f"progress.statistic_{name}"), value, errors, len(before), len(after), refusal)


def _error(method: str, value: float) -> NamedError:
    return NamedError(value, Message(f"progress.error_method_{method.lower()}"))


def _of_100(some: int, pairs: Nonoverlap) -> int:
    return round(100 * some / pairs.pairs)
