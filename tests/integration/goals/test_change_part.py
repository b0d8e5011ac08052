"""Why a goal matters, and its plan: changed part by part, never over another change unseen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.goals import GoalStatus
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.actions import change_plan, move_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal
from goalward.web.goals.plans import fingerprints
from tests.integration.goals.stories import begun

PLAN = ("first_step", "circumstances", "obstacle", "plan_when", "plan_then", "confidence", "easing", "review_on")


def address(goal: Goal, part: str = "plan") -> str:
    return reverse(f"goal_{part}", args=[goal.id])


def shown(client: Client, goal: Goal, part: str = "plan") -> str:
    found = re.search(r'name="shown" value="([^"]*)"', client.get(address(goal, part)).content.decode())
    assert found
    return found[1]


def send(client: Client, goal: Goal, shown: str, *, part: str = "plan", **typed: Any) -> HttpResponse:
    return client.post(address(goal, part), {"shown": shown} | typed)


def now(goal: Goal) -> Goal:
    return Goal.objects.get(id=goal.id)


def change_elsewhere(person: Person, goal: Goal, **answers: Any) -> None:
    saved = fingerprints({name: getattr(now(goal), name) for name in answers})
    change_plan(goal=goal, shown=saved, answers=answers, by=person)


@pytest.fixture
def planned(ana: Person) -> Goal:
    return begun(ana, first_step="text Sam", obstacle="my knee", confidence=6, review_on=date(2030, 5, 4))


def test_the_form_starts_from_what_was_said(as_ana: Client, planned: Goal) -> None:
    html = as_ana.get(address(planned)).content.decode()

    assert 'value="text Sam"' in html
    assert "my knee</textarea>" in html
    assert re.search(r'value="6"[^>]* checked', html)
    assert 'value="2030"' in html
    assert "Only you can see this." in html
    assert "Why we ask:" in html


def test_a_changed_plan_is_kept_and_the_rest_stays(as_ana: Client, planned: Goal) -> None:
    response = send(
        as_ana,
        planned,
        shown(as_ana, planned),
        first_step="call Sam",
        obstacle="my knee",
        plan_when="I am tired",
        plan_then="walk to the corner",
        confidence="8",
        review_on_day="5",
        review_on_month="5",
        review_on_year="2030",
    )

    assert response["Location"] == reverse("goal", args=[planned.id])
    goal = now(planned)
    assert (goal.first_step, goal.obstacle, goal.plan_when) == ("call Sam", "my knee", "I am tired")
    assert (goal.confidence, goal.review_on) == (8, date(2030, 5, 5))


def test_the_reasons_can_change_too(as_ana: Client, walk: Goal) -> None:
    typed = {"area": "sleep", "value": "body", "towards": "rest", "feeling": "calm", "difference": "up at eight"}

    send(as_ana, walk, shown(as_ana, walk, "why"), part="why", **typed)

    goal = now(walk)
    assert {name: getattr(goal, name) for name in typed} == typed


def test_an_answer_can_be_taken_back(as_ana: Client, planned: Goal) -> None:
    send(as_ana, planned, shown(as_ana, planned), first_step="", confidence="-")

    goal = now(planned)
    assert (goal.first_step, goal.confidence, goal.review_on) == ("", None, None)


def test_a_change_is_audited_once_and_nothing_is_when_nothing_changed(
    ana: Person, as_ana: Client, planned: Goal
) -> None:
    seen = shown(as_ana, planned)
    for _ in range(2):  # a double click
        assert send(as_ana, planned, seen, first_step="call Sam").status_code == 302

    entry = AuditEntry.objects.get(object_id=planned.id, did="goal.planned")
    assert (entry.by, entry.record_id) == (ana.id, ana.record.id)


def test_two_changes_of_different_parts_are_both_kept(ana: Person, as_ana: Client, planned: Goal) -> None:
    seen = shown(as_ana, planned)
    change_elsewhere(ana, planned, obstacle="the rain")

    same = {"obstacle": "my knee", "confidence": "6", "review_on_day": 4, "review_on_month": 5, "review_on_year": 2030}
    assert send(as_ana, planned, seen, first_step="call Sam", **same).status_code == 302

    assert (now(planned).first_step, now(planned).obstacle) == ("call Sam", "the rain")


def test_two_changes_of_the_same_part_are_shown_side_by_side_and_neither_is_lost(
    ana: Person, as_ana: Client, planned: Goal
) -> None:
    seen = shown(as_ana, planned)
    change_elsewhere(ana, planned, obstacle="the rain", first_step="write to Sam", confidence=9)

    response = send(as_ana, planned, seen, first_step="text Sam", obstacle="the dark", confidence="2")

    html = response.content.decode()
    assert response.status_code == 409
    assert (now(planned).obstacle, now(planned).confidence) == ("the rain", 9)
    assert "Some of this was changed while you wrote" in html
    assert "the rain" in html
    assert "9 of 10" in html
    assert "the dark</textarea>" in html
    assert 'value="write to Sam"' in html  # left alone here, so the one saved elsewhere stands


def test_after_seeing_both_mine_can_be_saved(ana: Person, as_ana: Client, planned: Goal) -> None:
    seen = shown(as_ana, planned)
    change_elsewhere(ana, planned, obstacle="the rain")
    page = send(as_ana, planned, seen, first_step="text Sam", obstacle="the dark").content.decode()
    seen_both = re.search(r'name="shown" value="([^"]*)"', page)
    assert seen_both

    send(as_ana, planned, seen_both[1], first_step="text Sam", obstacle="the rain and the dark")

    assert now(planned).obstacle == "the rain and the dark"


def test_what_was_saved_elsewhere_is_shown_in_words(ana: Person, as_ana: Client, planned: Goal) -> None:
    seen_why, seen_plan = shown(as_ana, planned, "why"), shown(as_ana, planned)
    change_elsewhere(ana, planned, area="sleep", value="body", review_on=date(2030, 1, 1), first_step="")

    why = send(as_ana, planned, seen_why, part="why", area="grief", value="work").content.decode()
    plan = send(
        as_ana, planned, seen_plan, first_step="call Sam", review_on_day=2, review_on_month=2, review_on_year=2030
    ).content.decode()

    assert "Sleep</span>" in why
    assert "My body</span>" in why
    assert "1 January 2030" in plan
    assert "No answer</span>" in plan


@pytest.mark.parametrize("seen", ["", "first_step", "first_step:0", "\x00:\x00", ":" * 3000])
def test_a_form_that_does_not_know_what_it_showed_overwrites_nothing_unseen(
    as_ana: Client, planned: Goal, seen: str
) -> None:
    response = send(as_ana, planned, seen, first_step="call Sam")

    assert response.status_code == 409
    assert now(planned).first_step == "text Sam"


def test_a_review_date_that_has_gone_by_is_said_beside_the_field(as_ana: Client, planned: Goal) -> None:
    typed = {"review_on_day": "1", "review_on_month": "1", "review_on_year": "2020", "obstacle": "the rain"}

    html = send(as_ana, planned, shown(as_ana, planned), **typed).content.decode()

    assert "This date has gone by. Choose today or a later date." in html
    assert "the rain</textarea>" in html
    assert now(planned).obstacle == "my knee"


def test_a_review_date_kept_earlier_may_stand_after_its_day(ana: Person, as_ana: Client) -> None:
    yesterday = ana.today() - timedelta(days=1)
    goal = begun(ana, review_on=yesterday)
    typed = {"review_on_day": yesterday.day, "review_on_month": yesterday.month, "review_on_year": yesterday.year}

    assert send(as_ana, goal, shown(as_ana, goal), first_step="text Sam", **typed).status_code == 302


def test_no_caller_can_keep_a_date_that_is_out_of_reach(ana: Person, planned: Goal) -> None:
    with pytest.raises(Exception, match="Choose a date within the next 5 years"):
        change_elsewhere(ana, planned, review_on=date(2199, 1, 1))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"first_step": "walk\x07"}, "Some characters here cannot be kept."),
        ({"first_step": "x" * 501}, "Use 500 characters or fewer."),
        ({"circumstances": "x" * 100_001}, "Use 100,000 characters or fewer."),
        ({"confidence": "11"}, "Choose a number from 0 to 10."),
        ({"review_on_day": "31", "review_on_month": "2", "review_on_year": "2030"}, "The calendar has no such day."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_the_rest_stays(
    as_ana: Client, planned: Goal, typed: dict[str, str], message: str
) -> None:
    response = send(as_ana, planned, shown(as_ana, planned), **{"easing": "if Sam comes by"} | typed)

    html = response.content.decode()
    assert response.status_code == 200
    assert message in html
    assert "<title>Error: Your plan" in html
    assert "if Sam comes by</textarea>" in html
    assert now(planned).easing is None


def test_an_area_that_is_not_on_the_list_is_not_kept(as_ana: Client, walk: Goal) -> None:
    html = send(as_ana, walk, shown(as_ana, walk, "why"), part="why", area="spaceships").content.decode()
    assert "Choose one from the list." in html


@pytest.mark.parametrize("words", ["🌳 שלום", "<b>knee</b>", "two\nlines ", "rain " * 10_000])
def test_odd_words_are_kept_exactly(as_ana: Client, walk: Goal, words: str) -> None:
    send(as_ana, walk, shown(as_ana, walk), obstacle=words)
    assert now(walk).obstacle == words


def test_a_closed_goal_keeps_its_plan_and_says_why(ana: Person, as_ana: Client, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.LET_GO, by=ana)

    assert as_ana.get(address(walk)).status_code == 409


def test_a_plan_for_a_goal_that_was_closed_meanwhile_is_not_lost(ana: Person, as_ana: Client, planned: Goal) -> None:
    seen = shown(as_ana, planned)
    move_goal(goal=planned, to=GoalStatus.FINISHED, by=ana)

    response = send(as_ana, planned, seen, obstacle="the rain")

    html = response.content.decode()
    assert response.status_code == 409
    assert "This goal is closed" in html
    assert "the rain</textarea>" in html
    assert now(planned).obstacle == "my knee"


def test_harm_in_a_new_plan_is_kept_and_met_with_help(as_ana: Client, walk: Goal) -> None:
    response = as_ana.post(
        address(walk), {"shown": shown(as_ana, walk), "obstacle": "I want to kill myself"}, follow=True
    )

    html = response.content.decode()
    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert now(walk).obstacle == "I want to kill myself"


def test_a_draft_is_changed_on_the_way_to_its_start(ana: Person, as_ana: Client) -> None:
    draft = begin_draft(by=ana, wording="walk")
    assert as_ana.get(address(draft, "why"))["Location"] == reverse("start_resume", args=[draft.id])


@pytest.mark.parametrize("part", ["why", "plan"])
def test_a_stranger_does_not_learn_that_it_is_there(as_sam: Client, walk: Goal, part: str) -> None:
    assert as_sam.get(address(walk, part)).status_code == 404
    assert as_sam.post(address(walk, part), {"obstacle": "mine"}).status_code == 404


@pytest.mark.parametrize("part", ["why", "plan"])
def test_it_takes_no_other_method_and_nobody_signed_out(as_ana: Client, anyone: Client, walk: Goal, part: str) -> None:
    assert as_ana.put(address(walk, part)).status_code == 405
    assert reverse("account_login") in anyone.get(address(walk, part))["Location"]
