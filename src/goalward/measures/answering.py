"""When answers may still be given."""

from __future__ import annotations

from goalward.decisions import ALLOWED, Decision, refused

__all__ = ["may_answer", "may_finish"]


def may_answer(*, is_finished: bool) -> Decision:
    """Answers that were counted stay as they are: a score would otherwise change behind the person's back."""
    return refused("measures.already_finished") if is_finished else ALLOWED


def may_finish(*, answered: int) -> Decision:
    """answered: how many questions have an answer. Without one there is nothing to count."""
    return ALLOWED if answered else refused("measures.nothing_answered")
