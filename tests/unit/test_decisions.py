"""One answer to "may I?", for the action that enforces it and the page that shows it."""

from __future__ import annotations

import pytest

from goalward.decisions import ALLOWED, Decision, NotAllowedError, refused
from goalward.messages import Message


def test_allowed_is_true_and_lets_an_action_go_on() -> None:
    assert ALLOWED
    assert ALLOWED.allowed
    ALLOWED.enforce()


def test_a_refusal_is_false_and_keeps_its_reason() -> None:
    refusal = refused("goals.enough_active", most=3)
    assert not refusal
    assert refusal == Decision(Message("goals.enough_active", {"most": 3}))


def test_an_enforced_refusal_raises_the_sentence_that_the_page_shows() -> None:
    with pytest.raises(NotAllowedError, match="You have 3 active goals") as error:
        refused("goals.enough_active", most=3).enforce()
    assert error.value.reason == Message("goals.enough_active", {"most": 3})
