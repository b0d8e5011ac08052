"""Reading how a person's goals have gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from goalward.goals import ScaleKind
from goalward.progress import Rating
from goalward.web.accounts.models import Person
from goalward.web.goals.models import GoalVersion
from goalward.web.goals.queries import scale_kinds
from goalward.web.progress.figures import Kinds, figures, in_words, small_figure
from goalward.web.progress.models import RATING_VALUE, CheckIn
from goalward.web.records.sealing import open_value
from goalward.web.ui.figures import Figure

ON_A_CARD = 26  # ratings a goal on a small picture: half a year of weeks

COLUMNS = ("check_in", "id", "on", "version", "value")


@dataclass(frozen=True, slots=True)
class PastRating:
    """A rating in words, and the check-in with its notes."""

    words: str
    check_in: CheckIn


@dataclass(frozen=True, slots=True)
class Course:
    """How a goal has gone from its first rating on, oldest first; the n-th rating was given in the n-th check-in."""

    version: GoalVersion
    kinds: Kinds
    ratings: Sequence[Rating]
    check_ins: Sequence[UUID]

    @property
    def figures(self) -> list[Figure]:
        return figures(self.version, self.ratings, self.kinds)

    def latest(self, most: int, after: int = 0) -> list[PastRating]:
        """The last ratings with their check-ins, newest first, but for as many as ``after`` says."""
        newest = list(zip(self.ratings, self.check_ins, strict=True))[::-1][after : after + most]
        check_ins = self.version.record.checkins.in_bulk([check_in for _, check_in in newest])
        return [PastRating(self._in_words(rating), check_ins[check_in]) for rating, check_in in newest]

    def _in_words(self, rating: Rating) -> str:
        return "" if rating.value is None else in_words(rating.value, self.kinds[rating.version])


def course_of(wordings: Sequence[GoalVersion]) -> Course:
    """wordings: all that the goal has had, oldest first."""
    version = wordings[-1]
    rows = list(version.record.ratings.filter(goal=version.goal_id).order_by("on", "id").values_list(*COLUMNS))
    return _course(version, {wording.number: ScaleKind(wording.scale_kind) for wording in wordings}, rows)


def courses_of(person: Person, versions: Sequence[GoalVersion]) -> list[Course]:
    """The same for several goals at once, each given by its present wording."""
    record, rows = person.record, defaultdict[UUID, list[tuple[Any, ...]]](list)
    goals = [version.goal_id for version in versions]
    for row in record.ratings.filter(goal__in=goals).order_by("on", "id").values_list("goal", *COLUMNS):
        rows[row[0]].append(row)
    kinds = scale_kinds(record, versions)
    return [_course(version, kinds[version.goal_id], rows[version.goal_id]) for version in versions]


def _course(version: GoalVersion, kinds: Kinds, rows: Sequence[tuple[Any, ...]]) -> Course:
    """rows: that end as COLUMNS does."""
    ratings = [_opened(row, version.record_id) for row in rows]
    return Course(version, kinds, ratings, [row[-len(COLUMNS)] for row in rows])


def small_figures(person: Person, versions: Sequence[GoalVersion]) -> dict[UUID, Figure]:
    """The last ratings of several goals, drawn small, by goal."""
    record, most = person.record, ON_A_CARD * len(versions)
    newest = record.ratings.filter(goal__in=[version.goal_id for version in versions]).order_by("-on", "-id")
    rows = list(newest.values_list("goal", *COLUMNS[1:])[:most])
    since = rows[-1][2] if rows and len(rows) == most else None
    ratings: defaultdict[UUID, list[Rating]] = defaultdict(list)
    for row in reversed(rows):
        ratings[row[0]].append(_opened(row, record.id))
    kinds = scale_kinds(record, versions)
    return {
        version.goal_id: small_figure(version, ratings[version.goal_id], kinds[version.goal_id], since=since)
        for version in versions
    }


def _opened(row: tuple[Any, ...], record_id: UUID) -> Rating:
    """From a row that ends as COLUMNS does."""
    *_, row_id, on, version, sealed = row
    return Rating(on, open_value(RATING_VALUE, sealed, row_id=row_id, record_id=record_id), version)


def last_check_in_on(person: Person) -> date | None:
    return person.record.checkins.order_by("-on").values_list("on", flat=True).first()


def check_ins_with_notes(person: Person) -> QuerySet[CheckIn]:
    """Newest first."""
    noted = [Q(**{f"{name}__isnull": False}) for name in ("thoughts", "feelings", "actions")]
    return person.record.checkins.filter(reduce(or_, noted)).order_by("-on", "-id")
