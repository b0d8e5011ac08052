"""The step to another status: by the table, once, and audited."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goalward.decisions import NotAllowedError
from goalward.goals import TRANSITIONS, GoalStatus
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.actions import move_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import begun


def address(goal: Goal) -> str:
    return reverse("goal_move", args=[goal.id])


def status(goal: Goal) -> str:
    goal.refresh_from_db()
    return goal.status


def with_status(person: Person, wanted: GoalStatus) -> Goal:
    if wanted is GoalStatus.DRAFT:
        return begin_draft(by=person, wording="walk")
    goal = begun(person, "walk")
    return move_goal(goal=goal, to=wanted, by=person)


@pytest.mark.parametrize(("before", "after"), [(before, after) for before in TRANSITIONS for after in TRANSITIONS])
def test_a_goal_moves_as_the_table_says(ana: Person, before: GoalStatus, after: GoalStatus) -> None:
    goal = with_status(ana, before)

    if after in (before, *TRANSITIONS[before]):
        assert move_goal(goal=goal, to=after, by=ana).status == after
    else:
        with pytest.raises(NotAllowedError):
            move_goal(goal=goal, to=after, by=ana)
        assert status(goal) == before


def test_a_pressed_button_moves_the_goal_and_shows_it(as_ana: Client, walk: Goal) -> None:
    response = as_ana.post(address(walk), {"to": "paused"}, follow=True)

    assert response.redirect_chain == [(reverse("goal", args=[walk.id]), 302)]
    assert "Carry on with this goal" in response.content.decode()
    assert status(walk) == "paused"


def test_a_double_click_moves_it_once(as_ana: Client, walk: Goal) -> None:
    for _ in range(2):
        assert as_ana.post(address(walk), {"to": "paused"}).status_code == 302

    assert AuditEntry.objects.filter(object_id=walk.id, did="goal.moved").count() == 1


def test_the_move_is_audited_without_words(ana: Person, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.FINISHED, by=ana)

    entry = AuditEntry.objects.get(object_id=walk.id, did="goal.moved")
    assert (entry.by, entry.record_id) == (ana.id, ana.record.id)


def test_a_fourth_active_goal_is_refused_with_the_rules_own_sentence(ana: Person, as_ana: Client, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.PAUSED, by=ana)
    for words in ("sleep", "paint", "call"):
        begun(ana, words)

    response = as_ana.post(address(walk), {"to": "active"})

    assert response.status_code == 409
    assert "You have 3 active goals, and that is plenty at one time." in response.content.decode()
    assert status(walk) == "paused"


def test_a_draft_begins_only_with_words(ana: Person, as_ana: Client) -> None:
    draft = begin_draft(by=ana, wording="")

    assert as_ana.post(address(draft), {"to": "active"}).status_code == 409
    assert status(draft) == "draft"


def test_a_draft_that_begins_is_no_longer_on_the_way(ana: Person, as_ana: Client) -> None:
    draft = begin_draft(by=ana, wording="walk")

    as_ana.post(address(draft), {"to": "active"})

    assert status(draft) == "active"
    assert AuditEntry.objects.filter(object_id=draft.id, did="goal.begun").exists()


@pytest.mark.parametrize("to", ["", "gone", "ACTIVE", "\x00"])
def test_a_status_that_nobody_has_is_not_found(as_ana: Client, walk: Goal, to: str) -> None:
    assert as_ana.post(address(walk), {"to": to}).status_code == 404
    assert status(walk) == "active"


def test_a_stranger_cannot_move_it(as_sam: Client, walk: Goal) -> None:
    assert as_sam.post(address(walk), {"to": "let_go"}).status_code == 404
    assert status(walk) == "active"


def test_only_a_pressed_button_moves_it(as_ana: Client, walk: Goal) -> None:
    before = status(walk)
    assert as_ana.get(address(walk))["Location"] == reverse("goal", args=[walk.id])
    assert status(walk) == before


def test_signed_out_it_leads_to_sign_in(anyone: Client, walk: Goal) -> None:
    assert reverse("account_login") in anyone.post(address(walk), {"to": "paused"})["Location"]
    assert status(walk) == "active"
