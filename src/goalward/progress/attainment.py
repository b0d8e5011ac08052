"""Goal attainment scaling in one number, with what that number could have been.

T depends on how many goals there are: show its reachable range beside it, and never compare it across people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

from goalward.goals import LEVELS, AttainmentError

__all__ = ["PARTLY_ACHIEVED", "AttainmentSummary", "attainment_summary", "goal_weight", "t_range", "t_score"]

RHO = 0.3  # assumed correlation between goals, as in the source
PARTLY_ACHIEVED = (
    -0.5
)  # between a baseline of -1 and the expected level: Turner-Stokes & Williams 2010, pubmed 20026573

Levels = Sequence[float | None]


def t_score(levels: Levels, weights: Sequence[float] | None = None, *, rho: float = RHO) -> float:
    """Summarise goal attainment levels as a T-score (mean 50, SD 10 when goals land as expected).

    levels: one of -2..+2 per goal, or -0.5 for partly achieved; None for an unrated goal, which is left out.
    weights: above 0, one per goal, unrated ones too (default: all 1). rho: from 0 to 1.
    Raises AttainmentError on an empty or out-of-range input. Source: Kiresuk & Sherman 1968, doi:10.1007/BF01530764.
    """
    rated = _rated(levels, weights)
    return 50 + 10 * sum(level * weight for level, weight in rated) / _scale([weight for _, weight in rated], rho)


def t_range(weights: Sequence[float], *, rho: float = RHO) -> tuple[float, float]:
    """The lowest and the highest T that goals of these weights can reach. Raises AttainmentError."""
    lowest, highest = ([level] * len(weights) for level in (LEVELS[0], LEVELS[-1]))
    return t_score(lowest, weights, rho=rho), t_score(highest, weights, rho=rho)


@dataclass(frozen=True, slots=True)
class AttainmentSummary:
    """T at two times for the goals that were rated at both, and the lowest and highest T those goals could reach."""

    goals: int
    baseline: float
    achieved: float
    lowest: float
    highest: float

    @property
    def change(self) -> float:
        return self.achieved - self.baseline


def attainment_summary(
    baseline: Levels, achieved: Levels, weights: Sequence[float] | None = None, *, rho: float = RHO
) -> AttainmentSummary:
    """Compare two ratings of the same goals, in the same order. Raises AttainmentError."""
    if len(baseline) != len(achieved):
        raise AttainmentError(f"there are {len(baseline)} goals at the start and {len(achieved)} now")
    both = [None not in pair for pair in zip(baseline, achieved, strict=True)]
    start = [level if rated else None for level, rated in zip(baseline, both, strict=True)]
    now = [level if rated else None for level, rated in zip(achieved, both, strict=True)]
    used = [weight for _, weight in _rated(start, weights)]
    lowest, highest = t_range(used, rho=rho)
    return AttainmentSummary(
        len(used), t_score(start, weights, rho=rho), t_score(now, weights, rho=rho), lowest, highest
    )


def goal_weight(importance: int, difficulty: int) -> int:
    """Importance times difficulty, each from 1 to 3. Raises AttainmentError, on 0 too.

    The method knows 0 as well, but a goal of weight 0 would vanish from T unseen: leave it unrated instead.
    """
    for name, value in (("importance", importance), ("difficulty", difficulty)):
        if value not in (1, 2, 3):
            raise AttainmentError(f"{name} is {value}; it goes from 1 to 3, and 0 would take the goal out of T unseen")
    return importance * difficulty


def _rated(levels: Levels, weights: Sequence[float] | None) -> list[tuple[float, float]]:
    given = [1.0] * len(levels) if weights is None else weights
    if len(given) != len(levels):
        raise AttainmentError(f"there are {len(levels)} goals and {len(given)} weights")
    rated = [(_level(level), _weight(weight)) for level, weight in zip(levels, given, strict=True) if level is not None]
    if not rated:
        raise AttainmentError("no goal is rated, so there is nothing to summarise")
    return rated


def _scale(weights: list[float], rho: float) -> float:
    if not 0 <= rho <= 1:
        raise AttainmentError(f"rho is {rho}; it lies from 0 to 1")
    return sqrt((1 - rho) * sum(weight**2 for weight in weights) + rho * sum(weights) ** 2)


def _level(level: float) -> float:
    if level not in (*LEVELS, PARTLY_ACHIEVED):
        raise AttainmentError(f"a level is one of -2 to +2, or -0.5 for partly achieved, not {level}")
    return level


def _weight(weight: float) -> float:
    if not isfinite(weight) or weight <= 0:
        raise AttainmentError(f"a weight is above 0, not {weight}; leave a goal unrated to leave it out")
    return weight
