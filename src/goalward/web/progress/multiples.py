"""Charts of different scales on one time axis, with what happened in life on each: small multiples, no one score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext

from goalward.charts import Event, LineChart, Point, Series, score_chart
from goalward.progress import Rating, Scale, recent_summary, say_scores
from goalward.web.measures.queries import MeasureCourse
from goalward.web.progress.figures import course_charts, nothing_yet
from goalward.web.progress.models import LifeEvent
from goalward.web.progress.queries import Course
from goalward.web.ui.figures import Figure, drawn, spoken
from goalward.web.ui.say import say, say_day

__all__ = ["Frame", "area_figure", "goal_figures", "measure_figure"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the charts of a page share: the first and the last day of the time axis, and the events between them."""

    first: date
    last: date
    events: Sequence[LifeEvent] = ()

    def holds(self, on: date) -> bool:
        return self.first <= on <= self.last

    def draw(self, chart: LineChart, id_prefix: str) -> Figure:
        events = tuple(Event(event.on, event.words) for event in self.events)
        framed = replace(chart, window=(self.first, self.last), events=events)
        return drawn(framed, id_prefix, "multiple")


def goal_figures(frame: Frame, course: Course) -> list[Figure]:
    """The ratings in the frame; those on another scale that the goal had stand apart."""
    shown = [rating for rating in course.ratings if frame.holds(rating.on)]
    is_cut = len(shown) < len(course.ratings)
    charts = course_charts(course.version, shown, course.kinds, is_cut=is_cut)
    return [
        frame.draw(chart, id_prefix) if chart else Figure(nothing_yet(course.version, is_cut=is_cut))
        for id_prefix, chart in charts.items()
    ]


def measure_figure(frame: Frame, course: MeasureCourse) -> Figure:
    """The scores in the frame. What they say, and the band of chance, is about all of them: it starts at the first."""
    said = say_scores(course.measure, course.scores, course.scale, say=say, format_date=say_day)
    chart = score_chart(
        course.measure, course.scores, course.scale, description=" ".join(map(say, said)), language=spoken()
    )
    shown = [Point(score.on, score.value) for score in course.scores if frame.holds(score.on)]
    return frame.draw(replace(chart, series=(Series(shown),)), f"chart-{course.plan_id}-{course.scale}")


def area_figure(frame: Frame, area: str, label: str, impacts: Sequence[tuple[date, int | None]]) -> Figure:
    """How much an area of life got in the way. impacts: from 0 to 10 by day, None where that was skipped."""
    shown = [(on, impact) for on, impact in impacts if frame.holds(on)]
    scale = Scale(0, 10, gettext("not at all"), gettext("completely"))
    chart = LineChart(
        title=gettext("How much “%(area)s” gets in the way") % {"area": label},
        description=say(recent_summary((Rating(on, impact, 1) for on, impact in shown), scale)),
        scale=scale,
        series=(Series([Point(on, impact) for on, impact in shown]),),
    )
    return frame.draw(chart, f"chart-area-{area.replace('_', '-')}")
