"""Goals, symptoms and daily life side by side: what the page of how it goes shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from goalward.goals import GoalStatus
from goalward.measures import Domain
from goalward.messages import Message
from goalward.web.accounts.models import Person
from goalward.web.goals.models import GoalVersion
from goalward.web.measures.queries import MeasureCourse
from goalward.web.progress.goals_together import together
from goalward.web.progress.models import LifeEvent
from goalward.web.progress.multiples import Frame, area_figure, goal_figures, measure_figure
from goalward.web.progress.queries import Course
from goalward.web.progress.series import EverySeries, Impacts, area_name, every_series, measure_name
from goalward.web.progress.spans import Span, window_of
from goalward.web.ui.figures import Figure

__all__ = ["Overview", "Panel", "overview"]


@dataclass(frozen=True, slots=True)
class Panel:
    """One series: its name, its charts, where there is more of it, and its numbers. about: what a measure asks."""

    name: str
    figures: Sequence[Figure]
    about: Message | None = None
    page: str = ""
    numbers: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of the page. together: what the active goals come to. earlier: events before the charts begin."""

    frame: Frame
    goals: list[Panel]
    together: list[tuple[Message, ...]]
    symptoms: list[Panel]
    daily_life: list[Panel]
    areas: list[Panel]
    wellbeing: list[Panel]
    earlier: list[LifeEvent]
    toward_harm: list[GoalVersion]


def overview(person: Person, span: Span) -> Overview:
    series, events = every_series(person), list(person.record.lifeevents.all())
    first, last = window_of(span, today=person.today(), known=series.days())
    frame = Frame(first, last, [event for event in events if first <= event.on <= last])
    return Overview(
        frame,
        goals=[goal_panel(frame, course) for course in series.goals if belongs(frame, course)],
        together=together(series.goals),
        symptoms=measure_panels(frame, series, Domain.SYMPTOMS),
        daily_life=measure_panels(frame, series, Domain.FUNCTIONING),
        areas=[area_panel(frame, *each) for each in series.areas.items() if is_rated_in(frame, each[1])],
        wellbeing=measure_panels(frame, series, Domain.WELLBEING),
        earlier=[event for event in events if event.on < first],
        toward_harm=[version for version in series.toward_harm if version.goal.status == GoalStatus.ACTIVE],
    )


def belongs(frame: Frame, course: Course) -> bool:
    """An active goal always; another where it was rated in the time that is shown."""
    is_active = course.version.goal.status == GoalStatus.ACTIVE
    return is_active or any(frame.holds(rating.on) for rating in course.ratings)


def goal_panel(frame: Frame, course: Course) -> Panel:
    page, numbers = (reverse(name, args=[course.version.goal_id]) for name in ("goal", "goal_numbers"))
    figures = goal_figures(frame, course)
    return Panel(course.version.wording, figures, page=page, numbers=numbers if course.ratings else "")


def measure_panels(frame: Frame, series: EverySeries, domain: Domain) -> list[Panel]:
    """Those that were answered in the time that is shown."""
    return [
        measure_panel(frame, course)
        for course in series.measures
        if course.measure.domain is domain and any(frame.holds(score.on) for score in course.scores)
    ]


def measure_panel(frame: Frame, course: MeasureCourse) -> Panel:
    page, numbers = (reverse(name, args=[course.plan_id]) for name in ("measure", "measure_numbers"))
    figure = measure_figure(frame, course)
    return Panel(measure_name(course), [figure], about=course.measure.about, page=page, numbers=numbers)


def is_rated_in(frame: Frame, impacts: Impacts) -> bool:
    return any(frame.holds(on) and impact is not None for on, impact in impacts)


def area_panel(frame: Frame, area: str, impacts: Impacts) -> Panel:
    return Panel(area_name(area), [area_figure(frame, area, area_name(area), impacts)])
