"""All goals of one person together: where they stood at first and where they stand now, with no verdict.

Goals on five levels and goals rated from 0 to 10 are two numbers and never one. Each goal counts from the first
rating of its present words: ratings of other words are of another goal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goalward.goals import ScaleKind
from goalward.messages import Message
from goalward.progress.attainment import AttainmentSummary, attainment_summary
from goalward.progress.goal_ratings import GoalRatingChange, goal_rating_change
from goalward.progress.series import Rating, segments

__all__ = ["GoalCourse", "GoalOverview", "goal_overview"]

TWICE = 2


@dataclass(frozen=True, slots=True)
class GoalCourse:
    """The ratings of one goal. A rewording that nobody rated yet is told by a skipped rating of its version.

    weight: above 0, for goals on five levels; see ``goal_weight``.
    """

    kind: ScaleKind
    ratings: tuple[Rating, ...]
    weight: float = 1

    @property
    def ends(self) -> tuple[int, int] | None:
        """The first and the newest rating of the present words, None where there are not yet two."""
        parts = segments(self.ratings)
        values = parts[-1].values if parts else ()
        return (values[0], values[-1]) if len(values) >= TWICE else None


@dataclass(frozen=True, slots=True)
class GoalOverview:
    """attainment, ratings: None where no goal of that scale was rated twice. left_out: goals that were not."""

    attainment: AttainmentSummary | None
    ratings: GoalRatingChange | None
    left_out: int

    @property
    def sentences(self) -> tuple[Message, ...]:
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Message]:
        if self.attainment is None and self.ratings is None:
            yield Message("progress.overview_none")
            return
        if self.attainment:
            yield from _attainment(self.attainment)
        if self.ratings:
            yield from _ratings(self.ratings)
        if self.left_out:
            yield Message("progress.overview_left_out")


def goal_overview(goals: Iterable[GoalCourse]) -> GoalOverview:
    """Compare the first rating of each goal with its newest one. Raises AttainmentError or RatingError."""
    courses = tuple(goals)
    ends = {at: both for at, goal in enumerate(courses) if (both := goal.ends)}
    levels, ratings = ([at for at in ends if courses[at].kind is kind] for kind in (ScaleKind.LEVELS, ScaleKind.RATING))
    firsts, newest = ({at: both[time] for at, both in ends.items()} for time in (0, 1))
    weights = [courses[at].weight for at in levels]
    return GoalOverview(
        attainment_summary([firsts[at] for at in levels], [newest[at] for at in levels], weights) if levels else None,
        goal_rating_change({at: firsts[at] for at in ratings}, {at: newest[at] for at in ratings}) if ratings else None,
        len(courses) - len(ends),
    )


def _attainment(found: AttainmentSummary) -> Iterator[Message]:
    numbers = {
        "goals": found.goals,
        "baseline": _whole(found.baseline),
        "achieved": _whole(found.achieved),
        "lowest": _whole(found.lowest),
        "highest": _whole(found.highest),
    }
    yield Message("progress.attainment_now", numbers)
    yield _moved(_whole(found.achieved) - _whole(found.baseline), "d")
    yield Message("progress.attainment_expected")
    yield Message("progress.attainment_range_one" if found.goals == 1 else "progress.attainment_range", numbers)
    yield Message("progress.attainment_own")


def _ratings(found: GoalRatingChange) -> Iterator[Message]:
    numbers = {"goals": found.goals, "before": f"{found.before:.1f}", "after": f"{found.after:.1f}"}
    yield Message("progress.mean_now_one" if found.goals == 1 else "progress.mean_now", numbers)
    yield _moved(round(found.change, 1), ".1f")


def _moved(change: float, number: str) -> Message:
    """number: how to write it."""
    if not change:
        return Message("progress.mean_same")
    points = {"points": f"{abs(change):{number}}"}
    return Message("progress.mean_higher" if change > 0 else "progress.mean_lower", points)


def _whole(t: float) -> int:
    """T has a standard deviation of 10: decimals would say more than it knows."""
    return round(t)
