"""Keeping what a person said about where they are and what matters to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.goals.plans import merge
from goalward.web.reflection.models import Reflection
from goalward.web.reflection.queries import said_by


@transaction.atomic
def save_reflection(*, by: Person, answers: Mapping[str, Any], shown: Mapping[str, str] | None = None) -> Reflection:
    """Keep answers, by column, as said today. Earlier days stay as they were.

    shown: the fingerprint of each answer that the person saw. What they left as it was still holds; None: no page.
    Raises ChangedMeanwhileError when an answer was changed here and elsewhere; then nothing is kept.
    """
    today = by.record.reflections.select_for_update()
    reflection, _ = today.get_or_create(on=by.today(), defaults={"record": by.record})
    if shown is not None:
        said = said_by(by)
        answers = merge({name: said.answer(name) for name in answers}, shown=shown, answers=answers).changes
    for name, answer in answers.items():
        setattr(reflection, name, answer)
    if answers:
        reflection.save(update_fields=list(answers))
    audit(by=by, did="reflection.saved", to=reflection)
    return reflection
