"""Choosing a measure and how often, answering it question by question, and finishing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from goalward.measures import (
    Answer,
    Measure,
    NoKeyError,
    RiskState,
    answers_so_far,
    as_plain,
    may_answer,
    risk_answers,
    score,
)
from goalward.progress import Rhythm, next_due
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.measures.models import Administration, MeasurePlan
from goalward.web.records.models import Record


@transaction.atomic
def choose_measure(*, by: Person, measure: Measure, rhythm: Rhythm, once: UUID) -> MeasurePlan:
    """Put a measure among those that the person answers. Chosen again, it is the same plan, taken up anew."""
    record = Record.objects.select_for_update().get(person=by)  # so that two clicks cannot both find none
    sent_before = record.measureplans.filter(once=once).first()
    if sent_before:
        return sent_before
    plan = next((each for each in record.measureplans.all() if each.measure == measure.id), None)
    plan = plan or MeasurePlan(record=record, once=once, author=by.id, measure=measure.id)
    plan.stopped_at = None
    _set_rhythm(plan, rhythm, by)
    plan.save()
    audit(by=by, did="measure.chosen", to=plan)
    return plan


@transaction.atomic
def change_rhythm(*, by: Person, plan: MeasurePlan, rhythm: Rhythm) -> None:
    plan = by.record.measureplans.select_for_update().get(id=plan.id)
    _set_rhythm(plan, rhythm, by)
    plan.save(update_fields=["rhythm", "due_on"])
    audit(by=by, did="measure.planned", to=plan)


@transaction.atomic
def stop_measure(*, by: Person, plan: MeasurePlan) -> None:
    """Ask no more. What was answered stays; choosing the measure again takes it up."""
    plan = by.record.measureplans.select_for_update().get(id=plan.id)
    plan.stopped_at, plan.due_on = timezone.now(), None
    plan.save(update_fields=["stopped_at", "due_on"])
    audit(by=by, did="measure.stopped", to=plan)


def _set_rhythm(plan: MeasurePlan, rhythm: Rhythm, by: Person) -> None:
    finished = by.record.administrations.filter(plan=plan, on__isnull=False).order_by("-on")
    plan.rhythm = rhythm.value
    plan.due_on = next_due(rhythm, last=finished.values_list("on", flat=True).first(), start=by.today())


@transaction.atomic
def begin_administration(*, by: Person, plan: MeasurePlan, measure: Measure, once: UUID) -> Administration:
    """Begin to answer, or carry on with what is open. What was begun with another version is begun anew."""
    plan = by.record.measureplans.select_for_update().get(id=plan.id)
    open_one = by.record.administrations.filter(plan=plan, on__isnull=True).first()
    if open_one and open_one.version == measure.version:
        return open_one
    if open_one:
        open_one.delete()
    begun, is_new = by.record.administrations.get_or_create(
        once=once, defaults={"record": by.record, "plan": plan, "version": measure.version, "answers": {}}
    )
    if is_new:
        audit(by=by, did="measure.begun", to=begun)
    return begun


@transaction.atomic
def keep_answers(
    *, by: Person, administration: Administration, measure: Measure, answers: Mapping[str, Answer], place: int
) -> Administration:
    """Keep these answers beside those given before; None skips a question. place: how many questions were seen by now.

    Raises an AnswerError that names the item, and NotAllowedError once they are finished. An answer about safety is
    noted as met with help: the next page shows the panel.
    """
    kept = by.record.administrations.select_for_update().get(id=administration.id)
    may_answer(is_finished=kept.on is not None).enforce()
    given = answers_so_far(measure, answers)
    kept.answers = {**kept.answers, **given}
    kept.place = max(kept.place, place)
    if asks_for_help(measure, given):
        kept.help_shown_at = timezone.now().isoformat()
    kept.save(update_fields=["answers", "place", "help_shown_at"])
    audit(by=by, did="measure.answered", to=kept)
    return kept


def asks_for_help(measure: Measure, answers: Mapping[str, Any]) -> bool:
    return any(risk.state is RiskState.FLAGGED for risk in risk_answers(measure, answers))


@transaction.atomic
def finish_administration(*, by: Person, administration: Administration, measure: Measure) -> Administration:
    """Count the answers, an open question as not answered. Finished again, nothing changes.

    Raises WrongVersionError when the measure is another by now; then nothing is kept.
    """
    kept = by.record.administrations.select_for_update().get(id=administration.id)
    if kept.on:
        return kept
    answers = {item: kept.answers.get(item) for item in (item.id for item in measure.items)}
    kept.answers, kept.on = answers, by.today()
    kept.result = result_of(measure, answers, kept.version)
    kept.save(update_fields=["answers", "on", "result"])
    plan = by.record.measureplans.select_for_update().get(id=kept.plan_id)
    plan.due_on = None if plan.stopped_at else next_due(Rhythm(plan.rhythm), last=kept.on, start=kept.on)
    plan.save(update_fields=["due_on"])
    audit(by=by, did="measure.finished", to=kept)
    return kept


def result_of(measure: Measure, answers: Mapping[str, Answer], version: str) -> dict[str, Any] | None:
    """None where the scoring key comes with a licence that this program does not have."""
    try:
        return as_plain(score(measure, answers, version=version))
    except NoKeyError:
        return None
