"""All answers on one page, and the button that begins the goal."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.drafts import begin_draft, begin_goal
from goalward.web.goals.models import Goal
from tests.integration.reflection.conftest import Page


@pytest.fixture
def address(draft: Goal) -> str:
    return reverse("start_check", args=[draft.id])


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_signed_out_it_asks_to_sign_in(anyone: Client, address: str) -> None:
    assert anyone.get(address)["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_finds_nothing(as_sam: Client, address: str, draft: Goal, method: str) -> None:
    assert getattr(as_sam, method)(address).status_code == 404
    assert draft.record.goals.get().status == "draft"


def test_other_methods_are_refused(as_ana: Client, address: str) -> None:
    assert as_ana.put(address).status_code == 405


def test_it_shows_every_answer_with_a_way_to_change_it(as_ana: Client, address: str, send: Page) -> None:
    send("questions", challenges="the nights")
    send("areas", area_0="sleep", impact_0="7", area_1="social")
    send("values", friends_importance="9", friends_lived="3")
    send("aim", wording="Walk twice a week", area="sleep", value="friends", towards="summer")
    send("difference", feeling="lighter")
    send("first-step", first_step="ring Sam")
    levels = {f"level_{place}": text for place, text in enumerate(["never", "once", "twice a week", "thrice", "daily"])}
    send("scale", scale_kind="levels", level_part="amount", **levels)
    send("plan", plan_when="it rains", plan_then="I will walk indoors")
    send("confidence", confidence="8")
    send("review", review_on_day="1", review_on_month="3", review_on_year="2099", ownership="mine")

    page = text_of(as_ana.get(address))

    for answer in (
        "the nights",
        "1. Sleep: gets in the way 7 of 10\n2. Friends and other people",
        "Friends: It matters to you at 9",
        "Walk twice a week",
        "summer",
        "lighter",
        "ring Sam",
        "Five levels in your own words\nMuch less than I hope for: Walk never",
        "If it rains, then I will walk indoors.",
        "8 of 10",
    ):
        assert answer in page
    assert reverse("start_step", args=[as_ana.get(address).context["way"].goal.id, "plan"]) + "?then=check" in page


def test_an_empty_page_is_fine(as_ana: Client, address: str) -> None:
    page = text_of(as_ana.get(address))
    assert "No answer yet. That is fine." in page
    assert "Begin with this goal" in page


def test_half_a_plan_is_shown_as_it_is(as_ana: Client, address: str, send: Page) -> None:
    send("plan", plan_when="it rains")
    assert "it rains" in text_of(as_ana.get(address))


def test_someone_elses_wish_gets_a_thought_and_no_refusal(as_ana: Client, address: str, send: Page) -> None:
    send("review", ownership="someone_elses")
    page = text_of(as_ana.get(address))
    assert "Is there a part of it that you want for yourself?" in page
    assert "Begin with this goal" in page


def test_it_uses_her_word_for_a_goal(as_ana: Client, address: str, ana: Person) -> None:
    ana.goal_word = "wish"
    ana.save()
    assert "Begin with this wish" in text_of(as_ana.get(address))


def test_beginning_makes_the_goal_active_and_shows_it(as_ana: Client, address: str, draft: Goal) -> None:
    response = as_ana.post(address)
    assert response["Location"] == reverse("goal", args=[draft.id])
    assert draft.record.goals.get().status == "active"


def test_a_double_click_begins_once(as_ana: Client, address: str, draft: Goal) -> None:
    assert [as_ana.post(address)["Location"] for _ in range(2)] == [reverse("goal", args=[draft.id])] * 2


def test_a_goal_that_has_begun_is_shown_on_its_own_page(as_ana: Client, address: str, draft: Goal, ana: Person) -> None:
    begin_goal(goal=draft, by=ana)
    assert as_ana.get(address)["Location"] == reverse("goal", args=[draft.id])


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_words_it_stays_a_draft_and_says_why(
    as_ana: Client, address: str, draft: Goal, send: Page, method: str
) -> None:
    send("aim", wording="")

    page = text_of(getattr(as_ana, method)(address))

    assert "Write your goal in a few words first." in page
    assert "Begin with this goal" not in page
    assert draft.record.goals.get().status == "draft"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_fourth_goal_stays_a_draft_and_says_why(
    as_ana: Client, address: str, draft: Goal, ana: Person, method: str
) -> None:
    for words in ("a", "b", "c"):
        begin_goal(goal=begin_draft(by=ana, wording=words), by=ana)

    page = text_of(getattr(as_ana, method)(address))

    assert "You have 3 active goals, and that is plenty at one time." in page
    assert ana.record.goals.get(id=draft.id).status == "draft"


def test_it_asks_the_database_little(as_ana: Client, address: str, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(10):
        as_ana.get(address)
