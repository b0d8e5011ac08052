"""Whether mail leaves this site at all."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def mail_stays_here() -> bool:
    """True on a machine of one's own, where mail is kept as files."""
    return str(settings.EMAIL_BACKEND).endswith(".filebased.EmailBackend")
