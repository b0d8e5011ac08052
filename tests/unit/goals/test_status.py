"""What may happen to a goal, and the sentence that says why not."""

from __future__ import annotations

from itertools import product

import pytest

from goalward.goals import (
    ACTIVE_AT_ONCE,
    TRANSITIONS,
    GoalStatus,
    may_move,
    may_rate,
    may_revise,
    move_label,
    needs_reason,
    transitions_diagram,
)
from goalward.messages import in_english

DRAFT, ACTIVE, PAUSED, FINISHED, LET_GO = GoalStatus
PAIRS = list(product(GoalStatus, GoalStatus))

# Written out by hand, so that a change of the table is a change of this page too.
ALLOWED_MOVES = {
    (DRAFT, ACTIVE),
    (DRAFT, LET_GO),
    (ACTIVE, PAUSED),
    (ACTIVE, FINISHED),
    (ACTIVE, LET_GO),
    (PAUSED, ACTIVE),
    (PAUSED, FINISHED),
    (PAUSED, LET_GO),
    (FINISHED, ACTIVE),
    (LET_GO, ACTIVE),
}


def reason(status: GoalStatus, to: GoalStatus, active: int = 0) -> str:
    decision = may_move(status, to, active=active)
    assert decision.reason is not None
    return in_english(decision.reason)


@pytest.mark.parametrize(("status", "to"), PAIRS)
def test_a_goal_moves_as_the_table_says_and_no_other_way(status: GoalStatus, to: GoalStatus) -> None:
    assert may_move(status, to, active=0).allowed == ((status, to) in ALLOWED_MOVES)


@pytest.mark.parametrize(("status", "to"), PAIRS)
def test_every_refusal_has_a_sentence(status: GoalStatus, to: GoalStatus) -> None:
    if (status, to) not in ALLOWED_MOVES:
        assert reason(status, to).endswith(".")


def test_every_status_has_its_row_in_the_table() -> None:
    assert set(TRANSITIONS) == set(GoalStatus)


def test_from_every_status_a_goal_can_become_active_again() -> None:
    for status in set(GoalStatus) - {ACTIVE}:
        assert ACTIVE in TRANSITIONS[status]


@pytest.mark.parametrize("status", [DRAFT, PAUSED, FINISHED, LET_GO])
def test_ana_with_three_active_goals_is_asked_to_make_room_before_a_fourth(status: GoalStatus) -> None:
    assert may_move(status, ACTIVE, active=ACTIVE_AT_ONCE - 1)
    for active in (ACTIVE_AT_ONCE, ACTIVE_AT_ONCE + 1):
        assert "You have 3 active goals" in reason(status, ACTIVE, active)


@pytest.mark.parametrize("to", [PAUSED, FINISHED, LET_GO])
def test_a_full_list_never_keeps_ana_from_closing_or_pausing(to: GoalStatus) -> None:
    assert may_move(ACTIVE, to, active=ACTIVE_AT_ONCE)


def test_a_second_click_hears_that_it_is_done_already() -> None:
    assert reason(PAUSED, PAUSED) == "This goal is already paused."
    assert reason(ACTIVE, ACTIVE, ACTIVE_AT_ONCE) == "This goal is already active."


@pytest.mark.parametrize(
    ("status", "to", "says"),
    [
        (DRAFT, PAUSED, "not started"),
        (DRAFT, FINISHED, "not started"),
        (ACTIVE, DRAFT, "keeps its history"),
        (PAUSED, DRAFT, "keeps its history"),
        (FINISHED, DRAFT, "closed for now"),
        (FINISHED, LET_GO, "closed for now"),
        (LET_GO, PAUSED, "closed for now"),
    ],
)
def test_a_refusal_says_what_can_be_done_instead(status: GoalStatus, to: GoalStatus, says: str) -> None:
    assert says in reason(status, to)
    assert " can " in reason(status, to)


@pytest.mark.parametrize("status", [DRAFT, ACTIVE, PAUSED])
def test_the_words_of_an_open_goal_may_change(status: GoalStatus) -> None:
    assert may_revise(status)


@pytest.mark.parametrize("status", [FINISHED, LET_GO])
def test_a_closed_goal_keeps_its_words_until_it_is_taken_up_again(status: GoalStatus) -> None:
    decision = may_revise(status)
    assert decision.reason is not None
    assert "Take it up again" in in_english(decision.reason)


def test_only_a_draft_changes_its_words_without_a_reason() -> None:
    assert [status for status in GoalStatus if not needs_reason(status)] == [DRAFT]


def test_only_an_active_goal_is_rated_and_the_others_say_why() -> None:
    assert may_rate(ACTIVE)
    for status in set(GoalStatus) - {ACTIVE}:
        decision = may_rate(status)
        assert not decision
        assert decision.reason is not None
        assert in_english(decision.reason).endswith(".")


def test_every_status_and_every_move_has_words() -> None:
    assert [in_english(status.label) for status in GoalStatus] == ["Draft", "Active", "Paused", "Finished", "Let go"]
    for status, to in ALLOWED_MOVES:
        assert in_english(move_label(status, to))


def test_a_move_that_does_not_exist_has_no_button() -> None:
    with pytest.raises(KeyError, match="draft does not lead to finished"):
        move_label(DRAFT, FINISHED)


def test_the_diagram_draws_every_move_once_and_nothing_else() -> None:
    first, start, *arrows = transitions_diagram().splitlines()
    assert (first, start) == ("stateDiagram-v2", "    [*] --> draft")
    assert sorted(arrow.strip() for arrow in arrows) == sorted(
        f"{status} --> {to}: {in_english(move_label(status, to))}" for status, to in ALLOWED_MOVES
    )
