"""The numbers of one series as a file for a spreadsheet. Neither its name nor its address says what it is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from goalward.exchange import csv_name, series_csv
from goalward.web.accounts.requests import PersonRequest
from goalward.web.config.headers import as_file
from goalward.web.goals.queries import wordings_of
from goalward.web.measures.queries import measure_courses, planned_one
from goalward.web.progress.queries import course_of
from goalward.web.progress.series import area_name, measure_name
from goalward.web.reflection.queries import area_courses
from goalward.web.ui.say import say


@require_safe
def goal_numbers(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    """A rating belongs to the words and to the scale that it was given with, so each row names both."""
    course = course_of(wordings_of(request.user, goal_id))
    columns = (gettext("Date"), gettext("Rating"), gettext("Version of the words"), gettext("Scale"))
    scales = {number: say(kind.label) for number, kind in course.kinds.items()}
    rows = ((each.on, each.value, each.version, scales[each.version]) for each in course.ratings)
    return _file(request, columns, rows)


@require_safe
def measure_numbers(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """A column for each scale that is followed; empty where the answers had no score."""
    courses = measure_courses(request.user, [planned_one(request.user, plan_id).plan])
    days = [score.on for course in courses[:1] for score in course.scores]
    values = ([score.value for score in course.scores] for course in courses)
    columns = (gettext("Date"), *map(measure_name, courses))
    return _file(request, columns, zip(days, *values, strict=True))


@require_safe
def area_numbers(request: PersonRequest) -> HttpResponse:
    columns = (gettext("Date"), gettext("Area of life"), gettext("How much it gets in the way, from 0 to 10"))
    courses = area_courses(request.user)
    rows = ((on, area_name(area), impact) for area, days in courses.items() for on, impact in days)
    return _file(request, columns, rows)


def _file(request: PersonRequest, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    return as_file(series_csv(columns, rows), name=csv_name(request.user.today()), kind="text/csv")
