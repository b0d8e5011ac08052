"""``{{ message|say }}``: what a pure package says, in the reader's language."""

from __future__ import annotations

from django import template

from goalward.messages import Message
from goalward.web.ui.say import say as say_message

register = template.Library()


@register.filter
def say(message: Message | None) -> str:
    return "" if message is None else say_message(message)
