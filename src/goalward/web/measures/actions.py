"""Choosing a measure and how often, answering it question by question, and finishing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from goalward.measures import (
    Answer,
    Measure,
    NoKeyError,
    answers_so_far,
    as_plain,
    may_answer,
    may_finish,
    raised_risks,
    score,
    words_version,
)
from goalward.progress import Rhythm, next_due
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.measures.models import Administration, MeasurePlan
from goalward.web.records.models import Record

NOT_SHOWN = ""  # sealed like a moment, so that the two look alike


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
    _set_due(plan, last=finished.values_list("on", flat=True).first(), today=by.today())


def _set_due(plan: MeasurePlan, *, last: date | None, today: date) -> None:
    """A stopped measure is never due."""
    plan.due_on = None if plan.stopped_at else next_due(Rhythm(plan.rhythm), last=last, start=today)


@transaction.atomic
def begin_administration(
    *, by: Person, plan: MeasurePlan, measure: Measure, once: UUID, anew: bool = False
) -> Administration:
    """Begin to answer, or carry on with what is open.

    anew: set aside what is open. So is what was begun with other words or another version: its answers stay to be
    read, without a score.
    """
    plan = by.record.measureplans.select_for_update().get(id=plan.id)
    if sent_before := by.record.administrations.filter(plan=plan, once=once).first():
        return sent_before
    open_one = by.record.administrations.filter(plan=plan, on__isnull=True).first()
    if open_one and open_one.is_of(measure) and not anew:
        return open_one
    if open_one:
        _set_aside(open_one, by)
    begun = by.record.administrations.create(
        plan=plan, once=once, version=words_version(measure), answers={}, help_shown_at=NOT_SHOWN
    )
    audit(by=by, did="measure.begun", to=begun)
    return begun


def _set_aside(open_one: Administration, by: Person) -> None:
    open_one.on = by.today()
    open_one.save(update_fields=["on"])
    audit(by=by, did="measure.set_aside", to=open_one)


@transaction.atomic
def keep_answers(
    *, by: Person, administration: Administration, measure: Measure, answers: Mapping[str, Answer]
) -> Administration:
    """Keep these answers beside those given before; None skips a question.

    Raises an AnswerError that names the item, and NotAllowedError once they are finished. An answer about safety is
    noted as met with help: whatever page comes next shows the panel.
    """
    kept = by.record.administrations.select_for_update().get(id=administration.id)
    may_answer(is_finished=kept.on is not None).enforce()
    given = answers_so_far(measure, answers)
    kept.answers = {**kept.answers, **given}
    if raised_risks(measure, given):
        kept.help_shown_at = timezone.now().isoformat(timespec="seconds")
    kept.save(update_fields=["answers", "help_shown_at"])
    audit(by=by, did="measure.answered", to=kept)
    return kept


@transaction.atomic
def finish_administration(*, by: Person, administration: Administration, measure: Measure) -> Administration:
    """Count the answers, an open question as not answered. Finished again, nothing changes.

    Raises NotAllowedError when no question has an answer, WrongVersionError when the measure is another by now.
    """
    kept = by.record.administrations.select_for_update().get(id=administration.id)
    if kept.on:
        return kept
    answers = {item.id: kept.answers.get(item.id) for item in measure.items}
    may_finish(answered=sum(answer is not None for answer in answers.values())).enforce()
    kept.answers, kept.on = answers, by.today()
    kept.result = result_of(measure, answers, kept.version)
    kept.save(update_fields=["answers", "on", "result"])
    plan = by.record.measureplans.select_for_update().get(id=kept.plan_id)
    _set_due(plan, last=kept.on, today=kept.on)
    plan.save(update_fields=["due_on"])
    audit(by=by, did="measure.finished", to=kept)
    return kept


def result_of(measure: Measure, answers: Mapping[str, Answer], version: str) -> dict[str, Any] | None:
    """None where the scoring key comes with a licence that this program does not have."""
    try:
        return as_plain(score(measure, answers, version=version))
    except NoKeyError:
        return None
