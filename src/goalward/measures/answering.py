"""When answers may still be given."""

from __future__ import annotations

from goalward.decisions import ALLOWED, Decision, refused

__all__ = ["may_answer"]


def may_answer(*, is_finished: bool) -> Decision:
    """Answers that were counted stay as they are: a score would otherwise change behind the person's back."""
    return refused("measures.already_finished") if is_finished else ALLOWED
