"""Keeping a check-in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from goalward.goals import GoalStatus, ScaleKind, may_rate
from goalward.progress import RatingError, may_check_in
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.progress.models import CheckIn, Rating


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
    kept, is_new = by.record.checkins.get_or_create(once=once, defaults={"on": by.today(), **written})
    if is_new:
        _rate(kept, ratings)
        audit(by=by, did="checked.in", to=kept)
    return kept


def _rate(check_in: CheckIn, ratings: Sequence[Given]) -> None:
    wordings = check_in.record.goalversions.filter(goal__in=[given.goal_id for given in ratings])
    rated = {(row.goal_id, row.number): row for row in wordings.select_related("goal").select_for_update()}
    for given in ratings:
        version = rated[given.goal_id, given.version]
        may_rate(GoalStatus(version.goal.status)).enforce()
        if given.value not in ScaleKind(version.scale_kind).values:
            raise RatingError(f"{given.value} is not on the scale of goal {given.goal_id}.")
    Rating.objects.bulk_create(
        Rating(record=check_in.record, check_in=check_in, on=check_in.on, **_columns(given)) for given in ratings
    )


def _columns(given: Given) -> dict[str, object]:
    return {"goal_id": given.goal_id, "version": given.version, "value": given.value}
