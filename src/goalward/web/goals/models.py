"""A goal, and each wording that it has had."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.db import models

from goalward.goals import GoalStatus, ScaleKind
from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import WordsRow


class Goal(WordsRow):
    """What a person works towards. Its words and scale are in its versions; here is all that belongs to every version.

    ``once`` is drawn with the form, so that a double click makes one goal. ``version`` is the number of the current
    wording. ``step`` is where someone stopped on the way to a first goal, "" once the goal has begun.
    """

    status = models.CharField(max_length=10, default=GoalStatus.DRAFT.value)
    once = models.UUIDField(default=uuid4)
    version = models.PositiveIntegerField(default=1)
    step = models.CharField(max_length=20, blank=True, default="")
    review_on = models.DateField(null=True)
    area = EncryptedField[str | None](label="goal.area")
    value = EncryptedField[str | None](label="goal.value")
    towards = EncryptedField[str | None](label="goal.towards")
    feeling = EncryptedField[str | None](label="goal.feeling")
    difference = EncryptedField[str | None](label="goal.difference")
    coach_answer = EncryptedField[str | None](label="goal.coach_answer")
    first_step = EncryptedField[str | None](label="goal.first_step")
    circumstances = EncryptedField[str | None](label="goal.circumstances")
    obstacle = EncryptedField[str | None](label="goal.obstacle")
    plan_when = EncryptedField[str | None](label="goal.plan_when")
    plan_then = EncryptedField[str | None](label="goal.plan_then")
    confidence = EncryptedField[int | None](label="goal.confidence")
    easing = EncryptedField[str | None](label="goal.easing")
    ownership = EncryptedField[str | None](label="goal.ownership")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["record", "once"], name="one_goal_a_form")]
        indexes = [models.Index(fields=["record", "status"], name="goals_of_a_record")]


class GoalVersion(WordsRow):
    """One wording of a goal with its scale, who wrote it and why. Never changed once the goal has begun."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    author = models.UUIDField()
    reason = models.CharField(max_length=20, blank=True, default="")
    scale_kind = models.CharField(max_length=10, default=ScaleKind.RATING.value)
    level_part = models.CharField(max_length=10, blank=True, default="")
    wording = EncryptedField[str](label="goal_version.wording")
    levels = EncryptedField[list[Any] | None](label="goal_version.levels")
    note = EncryptedField[str | None](label="goal_version.note")

    goal_id: UUID

    class Meta:
        ordering = ["goal", "number"]
        constraints = [models.UniqueConstraint(fields=["goal", "number"], name="one_version_a_number")]
