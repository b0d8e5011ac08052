"""A goal on its way: from the first words to the day it begins."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import transaction

from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.goals.models import Goal


@transaction.atomic
def begin_draft(*, by: Person, wording: str, once: UUID | None = None) -> Goal:
    """Make a draft of a new goal; ``wording`` may be "". Sent again with the same ``once``, it is the same draft."""
    goal, is_new = by.record.goals.get_or_create(once=once or uuid4())
    if is_new:
        goal.versions.create(record=by.record, number=goal.version, author=by.id, wording=wording)
        audit(by=by, did="goal.drafted", to=goal)
    return goal
