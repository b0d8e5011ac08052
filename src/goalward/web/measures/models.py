"""Which measures a site offers, which ones a person answers now and then, and each time that they did."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.db import models

from goalward.measures import Measure, words_version
from goalward.progress import Rhythm
from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import WordsRow

RESULT = "administration.result"  # by name, for those who read results without their rows
ONE_LENGTH = 4096  # bytes: the longest answers and results fit


class SiteMeasure(models.Model):
    """What the operator said of a measure: that it is offered here, or that one which is ready is not.

    ``words`` is the Questionnaire with the text that they are licensed for, None where the measure has its own.
    """

    measure = models.CharField(max_length=40, primary_key=True)
    said_at = models.DateTimeField(auto_now_add=True)
    is_offered = models.BooleanField(default=True)
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
    measure = EncryptedField[str](label="measure_plan.measure")

    administrations: models.Manager[Administration]

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["record", "once"], name="one_measure_plan_a_form")]


class Administration(WordsRow):
    """One time that a measure is answered. ``on`` is the day it was finished; until then it can be carried on.

    answers: by item id, None where one was skipped. result: what they came to, as ``goalward.measures.as_plain`` tells
    it. help_shown_at: when an answer about safety was met with the help panel, "" when none was. The last three are
    sealed at one length for all, or a thief could tell who answered what without a key.
    """

    plan = models.ForeignKey(MeasurePlan, on_delete=models.CASCADE, related_name="administrations")
    once = models.UUIDField(default=uuid4)
    on = models.DateField(null=True)
    version = EncryptedField[str](label="administration.version")
    answers = EncryptedField[dict[str, Any]](label="administration.answers", block=ONE_LENGTH)
    result = EncryptedField[dict[str, Any] | None](label=RESULT, block=ONE_LENGTH)
    help_shown_at = EncryptedField[str](label="administration.help_shown_at")

    plan_id: UUID

    def is_of(self, measure: Measure) -> bool:
        """Whether it was begun with these very questions: the same version, and the same words of the operator."""
        return self.version == words_version(measure)

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["record", "plan", "on"], name="administrations_of_a_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "once"], name="one_administration_a_form"),
            models.UniqueConstraint(fields=["plan"], condition=models.Q(on__isnull=True), name="one_open_for_a_plan"),
        ]
