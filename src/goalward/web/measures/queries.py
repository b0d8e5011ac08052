"""Reading which measures a person answers, and what their answers came to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from goalward.measures import Measure
from goalward.progress import ScoreOn, is_due
from goalward.web.accounts.models import Person
from goalward.web.measures.catalogue import installed, offered
from goalward.web.measures.models import RESULT, Administration, MeasurePlan
from goalward.web.records.sealing import open_value

__all__ = [
    "MeasureCourse",
    "Planned",
    "Sitting",
    "due_count",
    "finished_of",
    "measure_courses",
    "open_ones",
    "planned",
    "planned_one",
    "sitting",
]


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure that a person chose. ``measure`` is None when it is not installed any more."""

    plan: MeasurePlan
    measure: Measure | None
    is_offered: bool

    @property
    def name(self) -> str:
        return self.measure.name if self.measure else ""


@dataclass(frozen=True, slots=True)
class MeasureCourse:
    """How one scale of a measure has gone, oldest first. Each day has the score that was kept on it, if any."""

    plan_id: UUID
    measure: Measure
    scale: str
    scores: tuple[ScoreOn, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One time of answering, and what it answers."""

    administration: Administration
    planned: Planned
    measure: Measure

    @property
    def is_finished(self) -> bool:
        return self.administration.on is not None

    @property
    def has_changed(self) -> bool:
        """Whether the site now offers other questions than those that were begun."""
        return self.planned.is_offered and not self.administration.is_of(self.measure)

    @property
    def length(self) -> int:
        """How many questions it has."""
        return len(self.measure.items)


def planned(person: Person) -> list[Planned]:
    """All that the person chose, also what they stopped, in the order of choosing."""
    on_offer = offered()
    return [_planned(plan, on_offer) for plan in person.record.measureplans.all()]


def planned_one(person: Person, plan_id: UUID) -> Planned:
    """Raises Http404 when it is not in this person's record."""
    return _planned(get_object_or_404(person.record.measureplans, id=plan_id), offered())


def _planned(plan: MeasurePlan, on_offer: dict[str, Measure]) -> Planned:
    found = on_offer.get(plan.measure)
    return Planned(plan, found or installed(plan.measure), found is not None)


def sitting(person: Person, administration_id: UUID) -> Sitting:
    """Raises Http404 as above, also when the measure is gone: nothing can be said of its answers then."""
    administration = get_object_or_404(person.record.administrations.select_related("plan"), id=administration_id)
    of_it = _planned(administration.plan, offered())
    if of_it.measure is None:
        raise Http404
    return Sitting(administration, of_it, of_it.measure)


def finished_of(person: Person, plan: MeasurePlan) -> QuerySet[Administration]:
    """Newest first, by day alone."""
    finished = person.record.administrations.filter(plan=plan, on__isnull=False)
    return finished.order_by("-on", "-id").only("id", "on")


def open_ones(person: Person) -> dict[UUID, Administration]:
    """What can be carried on, by plan."""
    return {each.plan_id: each for each in person.record.administrations.filter(on__isnull=True)}


def due_count(person: Person) -> int:
    """How many measures that this site offers are due where the person is."""
    today = person.today()
    asked = person.record.measureplans.filter(stopped_at=None, due_on__isnull=False)
    due = [plan for plan in asked if is_due(plan.due_on, today=today)]
    on_offer = offered() if due else {}
    return sum(plan.measure in on_offer for plan in due)


def measure_courses(person: Person, plans: Sequence[MeasurePlan] | None = None) -> list[MeasureCourse]:
    """Every scale of every measure that has been answered, in the order of choosing. plans: of these alone."""
    record = person.record
    plans = list(record.measureplans.all()) if plans is None else plans
    finished = record.administrations.filter(plan__in=plans, on__isnull=False).order_by("on", "id")
    results: defaultdict[UUID, list[tuple[date, Any]]] = defaultdict(list)
    rows: Iterable[tuple[Any, ...]] = finished.values_list("id", "plan", "on", "result")
    for row_id, plan_id, on, sealed in rows:
        result = sealed and open_value(RESULT, sealed, row_id=row_id, record_id=record.id)
        results[plan_id].append((on, result))
    return [course for each in plans if each.id in results for course in _courses(each, results[each.id])]


def _courses(plan: MeasurePlan, results: list[tuple[date, Any]]) -> Iterator[MeasureCourse]:
    if (measure := installed(plan.measure)) is None:
        return
    for scale in scales_of(measure):
        scores = tuple(_score(on, result, scale) for on, result in results)
        yield MeasureCourse(plan.id, measure, scale, scores)


def scales_of(measure: Measure) -> list[str]:
    """The scales to follow: the total where there is one, else each."""
    scales = [scale.id for scale in measure.scales]
    return ["total"] if "total" in scales else scales


def _score(on: date, result: dict[str, Any] | None, scale: str) -> ScoreOn:
    kept = next((each for each in result["scales"] if each["scale"] == scale), None) if result else None
    return ScoreOn(on, kept["value"], *kept["range"]) if kept else ScoreOn(on, None)
