"""Several goals rated from 0 to 10, then and now."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from goalward.progress.observations import finite
from goalward.progress.summary import RatingError

__all__ = ["GoalRatingChange", "goal_rating_change"]

Goal = TypeVar("Goal", bound=Hashable)

LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True, slots=True)
class GoalRatingChange:
    """The means of the goals that were rated both times. goals: how many those are."""

    goals: int
    before: float
    after: float

    @property
    def change(self) -> float:
        return self.after - self.before


def goal_rating_change(before: Mapping[Goal, float | None], after: Mapping[Goal, float | None]) -> GoalRatingChange:
    """The mean rating then and now, of goals rated at both times: a goal that was added or dropped moves neither.

    before, after: each goal's rating from 0 to 10, None where it was skipped. Raises RatingError.
    Source: the goal-based outcome rating of Law, corc.uk.net.
    """
    then = {goal: _rating(rating) for goal, rating in before.items() if rating is not None}
    now = {goal: _rating(rating) for goal, rating in after.items() if rating is not None}
    both = then.keys() & now.keys()
    if not both:
        raise RatingError("No goal is rated at both times, so there is nothing to compare.")
    return GoalRatingChange(
        len(both), sum(then[goal] for goal in both) / len(both), sum(now[goal] for goal in both) / len(both)
    )


def _rating(value: float) -> float:
    if not LOWEST <= finite(value, "The rating", RatingError) <= HIGHEST:
        raise RatingError(f"The rating is {value}; it goes from {LOWEST} to {HIGHEST}.")
    return value
