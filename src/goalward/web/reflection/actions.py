"""Keeping what a person said about where they are and what matters to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.reflection.models import Reflection


@transaction.atomic
def save_reflection(*, by: Person, answers: Mapping[str, Any]) -> Reflection:
    """Keep answers, by column, as said today. Earlier days stay as they were."""
    reflection, _ = by.record.reflections.get_or_create(on=by.today())
    for name, answer in answers.items():
        setattr(reflection, name, answer)
    reflection.save(update_fields=list(answers))
    audit(by=by, did="reflection.saved", to=reflection)
    return reflection
