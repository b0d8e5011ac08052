"""The questions of sign-up and sign-in, shown like every other question here."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goalward.web.accounts.models import Person
from goalward.web.accounts.time_zones import also_called, time_zones
from goalward.web.ui.fields import Asked, ChoiceListField
from goalward.web.ui.widgets import Words

LONGEST_EMAIL = 254  # characters, as the database column holds
SEEN_BY_OPERATORS = _("You can see this, and so can the people who run this site.")
SEEN_BY_NOBODY = _("Nobody can see this, the people who run this site included.")
WRITE_AN_EMAIL = _("Write an email address with one @, for example name@example.org.")


class EmailInput(Words):
    input_type = "email"

    def __init__(self) -> None:
        super().__init__({"autocomplete": "email", "dir": "ltr", "spellcheck": "false"})


class PasswordInput(forms.PasswordInput):
    """Never shows a password again after it was sent. A box beside it lets a person see what they type."""

    template_name = "accounts/widgets/password.html"

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class ZoneList(forms.Select):
    """Guessed from the browser while nothing is chosen; each zone says what else a browser may call it.

    Its template writes the 400 options in one go: Django's own takes one template for each.
    """

    template_name = "accounts/widgets/zones.html"

    def __init__(self) -> None:
        super().__init__({"data-guess-time-zone": True})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        also = also_called().get(str(value), ())
        return super().create_option(name, value, *args, **kwargs) | {"also": " ".join(also)}

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class EmailField(Asked, forms.EmailField):
    """An address that mail can be sent to, in small letters."""

    widget = EmailInput

    def __init__(self, **options: Any) -> None:
        defaults = {"label": _("Email address"), "missing": WRITE_AN_EMAIL, "seen_by": SEEN_BY_OPERATORS}
        super().__init__(**{**defaults, "required": True, "max_length": LONGEST_EMAIL, **options})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).lower()

    def run_validators(self, value: str) -> None:
        """One sentence, whatever is wrong with the address."""
        try:
            super().run_validators(value)
            value.rpartition("@")[2].encode("idna")
        except (ValidationError, UnicodeError):
            raise ValidationError(WRITE_AN_EMAIL, code="invalid") from None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # no maxlength: a browser would cut a pasted address without a word


class PasswordField(Asked, forms.CharField):
    """The password that a person has. Taken as typed: no trimming, no longest length."""

    widget = PasswordInput
    autocomplete = "current-password"

    def __init__(self, **options: Any) -> None:
        wrong = {
            "null_characters_not_allowed": _("This password has a character that cannot be kept. Use another one.")
        }
        defaults = {"label": _("Password"), "missing": _("Write your password."), "seen_by": ""}
        super().__init__(**{**defaults, "required": True, "strip": False, "error_messages": wrong, **options})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": self.autocomplete}


class NewPasswordField(PasswordField):
    """A password to have from now on. Its form sets ``user``, so that it is not just their email address."""

    autocomplete = "new-password"
    user: Person | None = None

    def __init__(self, **options: Any) -> None:
        hint = _(
            "Use 12 characters or more, for example a few words in a row. "
            "Common passwords, your email and the name of this site are too easy to guess."
        )
        defaults = {"help_text": hint, "missing": _("Write a password of 12 characters or more.")}
        super().__init__(**{**defaults, "seen_by": SEEN_BY_NOBODY, **options})

    def clean(self, value: Any) -> str:
        return str(get_adapter().clean_password(super().clean(value), user=self.user))


class TimeZoneField(ChoiceListField):
    """Where a person's day begins and ends."""

    missing = _("Choose your time zone from the list.")

    def __init__(self, **options: Any) -> None:
        defaults = {
            "label": _("Time zone"),
            "widget": ZoneList,
            "why": _("It tells us which day it is for you."),
            "seen_by": SEEN_BY_OPERATORS,
        }
        super().__init__(**{**defaults, "required": True, "choices": time_zones(), **options})
