"""Check-ins, the ratings given in them, and what happened in life meanwhile."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import models

from goalward.web.goals.models import Goal
from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import RecordRow, WordsRow

RATING_VALUE = "rating.value"  # by name, for those who read values without their rows


class CheckIn(WordsRow):
    """One look at how it goes, on a day where the person is, with what changed in thoughts, feelings and doing."""

    on = models.DateField()
    once = models.UUIDField(default=uuid4)
    thoughts = EncryptedField[str | None](label="check_in.thoughts")
    feelings = EncryptedField[str | None](label="check_in.feelings")
    actions = EncryptedField[str | None](label="check_in.actions")

    ratings: models.Manager[Rating]

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["record", "once"], name="one_check_in_a_form")]
        indexes = [models.Index(fields=["record", "on"], name="check_ins_of_a_record")]


class Rating(RecordRow):
    """What a goal was rated at a check-in, under the wording it had then. A skipped goal has no row."""

    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="ratings")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="ratings")
    version = models.PositiveIntegerField()
    on = models.DateField()
    value = EncryptedField[int](label=RATING_VALUE)

    goal_id: UUID
    check_in_id: UUID

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["check_in", "goal"], name="one_rating_a_goal")]
        indexes = [models.Index(fields=["record", "goal", "on"], name="ratings_of_a_goal")]


class LifeEvent(WordsRow):
    """Something that happened in a person's life, on a day: marked on the charts, so that they can be read beside it.

    ``once`` is drawn with the form, so that a double click makes one event.
    """

    on = models.DateField()
    once = models.UUIDField(default=uuid4)
    words = EncryptedField[str](label="life_event.words")

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["record", "once"], name="one_event_a_form")]
        indexes = [models.Index(fields=["record", "on"], name="events_of_a_record")]
