"""Keeping a check-in, and what happened in life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from goalward.goals import GoalStatus, ScaleKind, may_rate
from goalward.progress import RatingError, may_check_in, may_note_event
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.progress.models import CheckIn, LifeEvent, Rating
from goalward.web.records.models import Record


@dataclass(frozen=True, slots=True)
class Given:
    """A rating as it was given: of a goal, under the wording that the page showed."""

    goal_id: UUID
    version: int
    value: int


@transaction.atomic
def check_in(*, by: Person, once: UUID, ratings: Sequence[Given], notes: Mapping[str, str]) -> CheckIn:
    """Keep today's ratings and notes. Sent again with the same ``once``, it is the same check-in.

    notes: "thoughts", "feelings" and "actions", each of which may be left out or "".
    Raises NotAllowedError when there is nothing to keep, or when one of the goals is not active any more.
    """
    written = {name: note for name, note in notes.items() if note}
    may_check_in(ratings=len(ratings), notes=len(written)).enforce()
    record = by.record
    kept = record.checkins.filter(once=once).first()  # writers wait for each other: none can come between
    if kept is None:
        kept = record.checkins.create(once=once, on=by.today(), **written)
        _rate(record, kept, ratings)
        audit(by=by, did="checked.in", to=kept)
    return kept


def _rate(record: Record, check_in: CheckIn, ratings: Sequence[Given]) -> None:
    wordings = record.goalversions.filter(goal__in=[given.goal_id for given in ratings]).order_by()
    rows = wordings.values_list("goal_id", "number", "goal__status", "scale_kind")
    rated = {(goal, number): (status, scale) for goal, number, status, scale in rows}
    for given in ratings:
        status, scale = rated[given.goal_id, given.version]
        may_rate(GoalStatus(status)).enforce()
        if given.value not in ScaleKind(scale).values:
            raise RatingError(f"{given.value} is not on the scale of goal {given.goal_id}.")
    Rating.objects.bulk_create(
        Rating(record=record, check_in=check_in, on=check_in.on, **_columns(given)) for given in ratings
    )


def _columns(given: Given) -> dict[str, object]:
    return {"goal_id": given.goal_id, "version": given.version, "value": given.value}


@transaction.atomic
def add_event(*, by: Person, once: UUID, on: date, words: str) -> LifeEvent:
    """Note what happened in life on a day. Sent again with the same ``once``, it is the same event.

    Raises NotAllowedError for a day that has not come yet where the person is.
    """
    may_note_event(on, today=by.today()).enforce()
    kept = by.record.lifeevents.filter(once=once).first()  # writers wait for each other: none can come between
    if kept is None:
        kept = by.record.lifeevents.create(once=once, on=on, words=words)
        audit(by=by, did="event.added", to=kept)
    return kept


@transaction.atomic
def change_event(*, event: LifeEvent, on: date, words: str, by: Person) -> LifeEvent:
    """Give an event another day or other words. Raises NotAllowedError as above."""
    may_note_event(on, today=by.today()).enforce()
    event = by.record.lifeevents.select_for_update().get(id=event.id)
    if (event.on, event.words) != (on, words):
        event.on, event.words = on, words
        event.save(update_fields=["on", "words"])
        audit(by=by, did="event.changed", to=event)
    return event


@transaction.atomic
def remove_event(*, event: LifeEvent, by: Person) -> None:
    """Take an event away for good."""
    event = by.record.lifeevents.select_for_update().get(id=event.id)
    audit(by=by, did="event.removed", to=event)
    event.delete()
