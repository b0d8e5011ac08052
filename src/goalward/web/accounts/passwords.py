"""What a password must not be, beyond what Django checks."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

OUR_WORDS = ("goalward", "therapy", "therapist")


class NotOurOwnName:
    """Refuses a password that is little more than this product's own words."""

    def validate(self, password: str, user: object = None) -> None:
        rest = password.lower()
        for word in OUR_WORDS:
            rest = rest.replace(word, "")
        if len(rest) < len(password) and len(set(rest)) < 6:  # noqa: PLR2004  # six other characters make it one's own
            raise ValidationError(self.get_help_text(), code="password_our_name")

    def get_help_text(self) -> str:
        return str(_("Choose a password that is not built on the name of this site."))
