"""The answer to "may I?": one value that the action enforces and the page shows."""

from __future__ import annotations

from dataclasses import dataclass

from goalward.messages import Message, in_english

__all__ = ["ALLOWED", "Decision", "NotAllowedError", "refused"]


class NotAllowedError(Exception):
    """A rule said no. ``reason`` is the message that the page shows."""

    def __init__(self, reason: Message) -> None:
        super().__init__(in_english(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed, or refused with the reason in plain words. True in a condition when allowed."""

    reason: Message | None = None

    @property
    def allowed(self) -> bool:
        return self.reason is None

    def __bool__(self) -> bool:
        return self.allowed

    def enforce(self) -> None:
        """Raise NotAllowedError with the reason unless allowed."""
        if self.reason is not None:
            raise NotAllowedError(self.reason)


ALLOWED = Decision()


def refused(message_id: str, **params: object) -> Decision:
    """A refusal with the message that says why."""
    return Decision(Message(message_id, params))
