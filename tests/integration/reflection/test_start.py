"""Start here: what lies ahead, and the way back to where someone stopped."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.drafts import begin_draft, begin_goal, mark_place
from goalward.web.goals.models import Goal


def step_of(goal: Goal, code: str) -> str:
    return reverse("start_step", args=[goal.id, code])


@pytest.mark.parametrize("name", ["start", "start_another"])
def test_signed_out_it_asks_to_sign_in(anyone: Client, name: str) -> None:
    response = anyone.get(reverse(name))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("name", "method"), [("start", "post"), ("start", "put"), ("start_another", "delete")])
def test_other_methods_are_refused(as_ana: Client, name: str, method: str) -> None:
    assert getattr(as_ana, method)(reverse(name)).status_code == 405


def test_someone_new_is_told_what_lies_ahead_before_anything_is_asked(as_ana: Client, ana: Person) -> None:
    response = as_ana.get(reverse("start"), follow=True)

    assert response.redirect_chain == [(reverse("start_another"), 302)]
    assert "twelve pages at most" in response.content.decode()
    assert not ana.record.goals.exists()


def test_a_first_goal_starts_with_how_things_are(as_ana: Client, ana: Person) -> None:
    response = as_ana.post(reverse("start_another"), {"once": str(uuid4())})
    assert response["Location"] == step_of(ana.record.goals.get(), "questions")


def test_words_from_the_first_page_are_waiting_on_the_first_step(as_ana: Client, draft: Goal) -> None:
    assert as_ana.get(reverse("start"))["Location"] == step_of(draft, "questions")


def test_a_double_click_makes_one_goal(as_ana: Client, ana: Person) -> None:
    once = str(as_ana.get(reverse("start_another")).context["form"]["once"].initial)
    for _ in range(2):
        as_ana.post(reverse("start_another"), {"once": once})
    assert ana.record.goals.count() == 1


@pytest.mark.parametrize("once", ["", "\x00", "not a uuid"])
def test_a_broken_mark_makes_a_goal_all_the_same(as_ana: Client, ana: Person, once: str) -> None:
    as_ana.post(reverse("start_another"), {"once": once})
    assert ana.record.goals.count() == 1


def test_a_later_goal_starts_with_the_aim(as_ana: Client, ana: Person, draft: Goal) -> None:
    begin_goal(goal=draft, by=ana)
    assert "nine short pages" in as_ana.get(reverse("start_another")).content.decode()

    response = as_ana.post(reverse("start_another"), {"once": str(uuid4())})

    assert response["Location"] == step_of(ana.record.goals.latest("id"), "aim")
    assert "Page 1 of 9" in as_ana.get(response["Location"]).content.decode()


def test_a_later_goal_has_no_pages_about_the_person(as_ana: Client, ana: Person, draft: Goal) -> None:
    later = begin_draft(by=ana, wording="sleep")
    assert as_ana.get(step_of(later, "areas")).status_code == 404


@pytest.mark.parametrize("code", ["areas", "coach", "review"])
def test_coming_back_goes_on_where_she_stopped(as_ana: Client, ana: Person, draft: Goal, code: str) -> None:
    mark_place(goal=draft, by=ana, step=code)
    assert as_ana.get(reverse("start"))["Location"] == step_of(draft, code)


def test_coming_back_to_all_answers(as_ana: Client, ana: Person, draft: Goal) -> None:
    mark_place(goal=draft, by=ana, step="check")
    assert as_ana.get(reverse("start"))["Location"] == reverse("start_check", args=[draft.id])


def test_a_place_that_is_no_longer_on_the_way_is_its_first_page(as_ana: Client, ana: Person, draft: Goal) -> None:
    mark_place(goal=draft, by=ana, step="long-gone")
    assert as_ana.get(reverse("start"))["Location"] == step_of(draft, "questions")


def test_the_newest_draft_is_the_one_to_go_on_with(as_ana: Client, ana: Person, draft: Goal) -> None:
    newest = begin_draft(by=ana, wording="walk")
    assert as_ana.get(reverse("start"))["Location"] == step_of(newest, "aim")


def test_with_three_active_goals_she_is_told_that_a_new_one_waits(as_ana: Client, ana: Person) -> None:
    for words in ("a", "b", "c"):
        begin_goal(goal=begin_draft(by=ana, wording=words), by=ana)

    page = as_ana.get(reverse("start_another")).content.decode()

    assert "You have 3 active goals, and that is plenty at one time." in page
    assert "begin with it later" in page


def test_one_of_several_drafts_is_gone_on_with_where_it_was_left(as_ana: Client, ana: Person, draft: Goal) -> None:
    begin_draft(by=ana, wording="walk")
    mark_place(goal=draft, by=ana, step="scale")
    assert as_ana.get(reverse("start_resume", args=[draft.id]))["Location"] == step_of(draft, "scale")


def test_a_goal_that_has_begun_is_gone_on_with_on_its_own_page(as_ana: Client, ana: Person, draft: Goal) -> None:
    begin_goal(goal=draft, by=ana)
    assert as_ana.get(reverse("start_resume", args=[draft.id]))["Location"] == reverse("goal", args=[draft.id])


def test_a_stranger_goes_on_with_nothing(as_sam: Client, draft: Goal) -> None:
    assert as_sam.get(reverse("start_resume", args=[draft.id])).status_code == 404


def test_a_stranger_has_his_own_start(as_sam: Client, draft: Goal) -> None:
    assert as_sam.get(reverse("start"))["Location"] == reverse("start_another")


def test_starting_asks_the_database_little(as_ana: Client, draft: Goal, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        as_ana.get(reverse("start"))
