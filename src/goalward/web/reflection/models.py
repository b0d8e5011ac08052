"""What a person wrote about where they are and what matters to them."""

from __future__ import annotations

from typing import Any

from django.db import models

from goalward.web.records.fields import EncryptedField
from goalward.web.records.models import WordsRow

REFLECTION_AREAS = "reflection.areas"  # by name, for those who read areas without their rows


class Reflection(WordsRow):
    """One day's look: three answers, areas by rank ({area, impact}), values ({value, importance, lived}).

    None is a question that was not answered on that day: what was said on an earlier day then still holds.
    """

    on = models.DateField()
    challenges = EncryptedField[str | None](label="reflection.challenges")
    concerns = EncryptedField[str | None](label="reflection.concerns")
    daily_life = EncryptedField[str | None](label="reflection.daily_life")
    areas = EncryptedField[list[dict[str, Any]] | None](label=REFLECTION_AREAS)
    values = EncryptedField[list[dict[str, Any]] | None](label="reflection.values")

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["record", "on"], name="one_reflection_a_day")]
