"""What the pure packages say, in the reader's language."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.translation import gettext

from goalward.messages import Message, catalogue


def say(message: Message) -> str:
    """The message as a sentence of the page's language. Raises KeyError for an id that no catalogue holds."""
    params = {name: say(value) if isinstance(value, Message) else value for name, value in message.params.items()}
    return gettext(catalogue()[message.id]).format(**params)


say_later = lazy(say, str)
"""For what is said once a page is made, such as the label of a field."""


def say_day(day: date) -> str:
    """The day in full, as "3 May 2026"."""
    return date_format(day, "j F Y")
