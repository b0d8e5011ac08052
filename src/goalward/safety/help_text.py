"""What the Help page says, in its order. It needs no sign-in and no database."""

from __future__ import annotations

from goalward.messages import Message

__all__ = ["HELP_TEXT"]

HELP_TEXT = tuple(Message(f"safety.help_{line}") for line in ("danger", "what", "any_reason", "choice", "not_watched"))
