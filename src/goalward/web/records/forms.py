"""The one form here: to be sure."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from goalward.web.records.models import Record
from goalward.web.ui.fields import ConfirmField

SALT = "goalward.record.erase"


class EraseForm(forms.Form):
    """``once`` names the record that the page was shown for, so that a second click is known as one."""

    sure = ConfirmField(
        label=_("Yes, erase my record and my account"),
        missing=_("Tick the box to erase your record, or go back to keep it."),
    )
    once = forms.Field(required=False, widget=forms.HiddenInput)


def erasure_of(record: Record) -> str:
    """What ``once`` holds. Signed, so that nobody can ask about records with it."""
    return signing.dumps(record.id.hex, salt=SALT)


def record_to_erase(once: str) -> UUID | None:
    """The record that a form was drawn for; None for anything that we did not sign within the last hour."""
    try:
        return UUID(signing.loads(once, salt=SALT, max_age=60 * 60))
    except signing.BadSignature:
        return None
