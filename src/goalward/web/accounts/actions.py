"""What people change about their account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction

from goalward.web.accounts.models import Person
from goalward.web.accounts.queries import waiting_addresses
from goalward.web.audit.actions import audit


@transaction.atomic
def change_settings(*, by: Person, time_zone: str, goal_word: str) -> None:
    by.time_zone, by.goal_word = time_zone, goal_word
    by.save(update_fields=["time_zone", "goal_word"])
    audit(by=by, did="settings.changed", to=by.record)


@transaction.atomic
def begin_email_change(*, by: Person, email: str) -> EmailAddress:
    """The new address waits beside the present one, which stays in use until the new one is confirmed."""
    cancel_email_change(by=by)
    waiting: EmailAddress = EmailAddress.objects.create(user=by, email=email)
    return waiting


def cancel_email_change(*, by: Person) -> None:
    """Forget the address that has not been confirmed. Nothing was changed yet, so there is nothing to log."""
    waiting_addresses(by).delete()
