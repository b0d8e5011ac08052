"""Which measures a site offers, which ones a person answers now and then, and each time that they did."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.db import models

from goalward.progress import Rhythm
from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import WordsRow

RESULT = "administration.result"  # by name, for those who read results without their rows
MEASURE = "measure_plan.measure"


class SiteMeasure(models.Model):
    """A measure that takes a word from the operator before it is offered, and that they gave it.

    ``words`` is the Questionnaire with the text that they are licensed for, None where the measure has its own.
    """

    measure = models.CharField(max_length=40, primary_key=True)
    allowed_at = models.DateTimeField(auto_now_add=True)
    words = models.JSONField(null=True)


class MeasurePlan(WordsRow):
    """A measure that a person chose, and how often they want to answer it. Which one it is, is sealed.

    ``due_on`` is in clear for reminders that name nothing. ``author``: the person, or later their therapist.
    """

    once = models.UUIDField(default=uuid4)
    author = models.UUIDField()
    rhythm = models.CharField(max_length=10, default=Rhythm.MY_CHOICE.value)
    due_on = models.DateField(null=True)
    stopped_at = models.DateTimeField(null=True)
    measure = EncryptedField[str](label=MEASURE)

    administrations: models.Manager[Administration]

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["record", "once"], name="one_measure_plan_a_form")]


class Administration(WordsRow):
    """One time that a measure is answered. ``on`` is the day it was finished; until then it can be carried on.

    place: how many questions were seen. answers: by item id, None where one was skipped. result: what they came to,
    as ``goalward.measures.as_plain`` tells it. help_shown_at: when an answer about safety was met with the help panel;
    sealed, since the time alone would tell what was answered.
    """

    plan = models.ForeignKey(MeasurePlan, on_delete=models.CASCADE, related_name="administrations")
    once = models.UUIDField(default=uuid4)
    on = models.DateField(null=True)
    place = models.PositiveIntegerField(default=0)
    version = EncryptedField[str](label="administration.version")
    answers = EncryptedField[dict[str, Any]](label="administration.answers")
    result = EncryptedField[dict[str, Any] | None](label=RESULT)
    help_shown_at = EncryptedField[str | None](label="administration.help_shown_at")

    plan_id: UUID

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["record", "plan", "on"], name="administrations_of_a_plan")]
        constraints = [
            models.UniqueConstraint(fields=["record", "once"], name="one_administration_a_form"),
            models.UniqueConstraint(fields=["plan"], condition=models.Q(on__isnull=True), name="one_open_for_a_plan"),
        ]
