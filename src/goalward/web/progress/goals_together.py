"""What the ratings of several goals come to together, told in sentences: two kinds of scale, never one number."""

from __future__ import annotations

from collections.abc import Iterable

from goalward.goals import GoalStatus, ScaleKind
from goalward.messages import Message
from goalward.progress import GoalCourse, goal_overview
from goalward.web.progress.queries import Course

__all__ = ["attainment_of", "together"]


def together(courses: Iterable[Course]) -> list[tuple[Message, ...]]:
    """What to say of the active goals on each kind of scale; nothing where there is none."""
    active = [_of_these_words(course) for course in courses if course.version.goal.status == GoalStatus.ACTIVE]
    by_kind = (
        goal_overview(goal for goal in active if goal.kind is kind) for kind in (ScaleKind.LEVELS, ScaleKind.RATING)
    )
    told = [of_kind.sentences for of_kind in by_kind if of_kind.attainment or of_kind.ratings]
    return told or [goal_overview(active).sentences] if active else []


def attainment_of(course: Course) -> tuple[Message, ...]:
    """T of one goal on five levels that was rated twice; else nothing."""
    of_it = goal_overview([_of_these_words(course)])
    return of_it.sentences if of_it.attainment else ()


def _of_these_words(course: Course) -> GoalCourse:
    version = course.version
    ratings = tuple(rating for rating in course.ratings if rating.version == version.number)
    return GoalCourse(ScaleKind(version.scale_kind), ratings)
