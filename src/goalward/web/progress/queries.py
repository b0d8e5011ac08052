"""Reading how a person's goals have gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from goalward.progress import Rating
from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.goals.queries import scale_kinds
from goalward.web.progress.figures import ON_A_CARD, Figure, Rated, full_figures, in_words, small_figure
from goalward.web.progress.models import CheckIn
from goalward.web.progress.models import Rating as RatingRow
from goalward.web.records.models import Record
from goalward.web.records.sealing import open_value

COLUMNS = ("goal_id", "id", "on", "version", "value")


def figures_of(version: GoalVersion) -> list[Figure]:
    """All ratings of one goal, drawn in full."""
    rows = version.goal.ratings.filter(record=version.record_id).order_by("on", "id").values_list(*COLUMNS)
    rated = _rated(version.record, [(*row, True) for row in rows])
    return full_figures(version, rated[version.goal_id])


def small_figures(person: Person, versions: Iterable[GoalVersion]) -> dict[UUID, Figure]:
    """The last ratings of several goals, drawn small, by goal."""
    versions = list(versions)
    rated = _rated(person.record, _recent_rows(person.record, [version.goal_id for version in versions]))
    return {version.goal_id: small_figure(version, rated[version.goal_id]) for version in versions}


def _recent_rows(record: Record, goals: Sequence[UUID]) -> Iterable[tuple[Any, ...]]:
    """The last ratings of each goal; and the first one of each wording, which its sentence compares with."""
    last = Window(RowNumber(), partition_by=F("goal"), order_by=["-on", "-id"])
    first = Window(RowNumber(), partition_by=[F("goal"), F("version")], order_by=["on", "id"])
    rows = record.ratings.filter(goal__in=goals).annotate(last=last, first=first)
    chosen = rows.filter(Q(last__lte=ON_A_CARD) | Q(first=1)).order_by("on", "id").values_list(*COLUMNS, "last")
    return [(*row, last <= ON_A_CARD) for *row, last in chosen]


def _rated(record: Record, rows: Iterable[tuple[Any, ...]]) -> defaultdict[UUID, list[Rated]]:
    rows = list(rows)
    kinds = scale_kinds(record, {goal for goal, *_ in rows})
    label = RatingRow.value.label  # type: ignore[attr-defined]  # on the class it is the field itself
    by_goal: defaultdict[UUID, list[Rated]] = defaultdict(list)
    for goal, row_id, on, version, sealed, is_recent in rows:
        value = open_value(label, sealed, row_id=row_id, record_id=record.id)
        by_goal[goal].append(Rated(Rating(on, value, version), kinds[goal, version], is_recent))
    return by_goal


def last_check_in_on(person: Person) -> date | None:
    return person.record.checkins.order_by("-on").values_list("on", flat=True).first()


@dataclass(frozen=True, slots=True)
class PastRating:
    """A rating in words, and the check-in with its notes."""

    words: str
    check_in: CheckIn


def past_ratings(goal: Goal) -> QuerySet[RatingRow]:
    """A goal's ratings with their check-ins, newest first."""
    rows = goal.ratings.filter(record=goal.record_id).select_related("check_in")
    return rows.order_by("-on", "-id")


def told(rows: Iterable[RatingRow], version: GoalVersion) -> list[PastRating]:
    """Ratings of one goal, each in the words of the scale that it was given on."""
    kinds = scale_kinds(version.record, [version.goal_id])
    return [PastRating(in_words(row.value, kinds[row.goal_id, row.version]), row.check_in) for row in rows]
