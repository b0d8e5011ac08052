"""All that a person rates over time, read at once: each series for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalward.goals import GoalStatus
from goalward.measures import Domain
from goalward.progress import course_name
from goalward.reflection import AREAS
from goalward.web.accounts.models import Person
from goalward.web.goals.models import GoalVersion
from goalward.web.goals.queries import goals_in_words, moves_toward_harm
from goalward.web.measures.queries import MeasureCourse, measure_courses
from goalward.web.progress.queries import Course, courses_of
from goalward.web.reflection.queries import area_courses
from goalward.web.ui.say import say

__all__ = ["EverySeries", "Impacts", "area_name", "every_series", "measure_name"]

FOLLOWED = (GoalStatus.ACTIVE, GoalStatus.PAUSED, GoalStatus.FINISHED)
LABELS = {area.code: area.label for area in AREAS}

Impacts = Sequence[tuple[date, int | None]]


@dataclass(frozen=True, slots=True)
class EverySeries:
    """goals: with their ratings; toward_harm: those that nobody is asked to rate. areas: by their codes.

    measures: those about symptoms, daily life and well-being; how sessions go is not put beside them.
    """

    goals: Sequence[Course]
    toward_harm: Sequence[GoalVersion]
    areas: Mapping[str, Impacts]
    measures: Sequence[MeasureCourse]

    def days(self) -> Iterator[date]:
        """Every day that something is known of."""
        yield from (rating.on for course in self.goals for rating in course.ratings)
        yield from (on for impacts in self.areas.values() for on, _ in impacts)
        yield from (score.on for course in self.measures for score in course.scores)


def every_series(person: Person) -> EverySeries:
    followed = list(goals_in_words(person).filter(goal__status__in=FOLLOWED))
    toward_harm = [version for version in followed if moves_toward_harm(version)]
    return EverySeries(
        goals=courses_of(person, [version for version in followed if version not in toward_harm]),
        toward_harm=toward_harm,
        areas=area_courses(person),
        measures=[course for course in measure_courses(person) if course.measure.domain is not Domain.ALLIANCE],
    )


def measure_name(course: MeasureCourse) -> str:
    """With the scale, where the measure has several."""
    return course_name(course.measure, course.scale, say)


def area_name(code: str) -> str:
    return say(LABELS[code])
