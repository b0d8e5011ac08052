"""All check-ins of one goal, newest first, a page at a time."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goalward.goals import AttainmentLevels, LevelPart, RevisionReason
from goalward.web.accounts.models import Person
from goalward.web.goals.actions import reword_goal
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import LEVELS, rate_weekly


def address(goal: Goal, page: str = "") -> str:
    return reverse("past_check_ins", args=[goal.id]) + (f"?page={page}" if page else "")


def page(client: Client, goal: Goal, number: str = "") -> str:
    return client.get(address(goal, number)).content.decode()


def test_each_check_in_has_its_day_rating_and_notes(ana: Person, as_ana: Client, walk: Goal) -> None:
    first, _ = rate_weekly(ana, [walk], [3, 9])
    first.thoughts = "less worry"
    first.save()

    html = page(as_ana, walk)

    assert html.index("9 of 10") < html.index("3 of 10") < html.index("less worry")


def test_a_rating_is_told_on_the_scale_that_it_was_given_on(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3])
    levels = AttainmentLevels(LevelPart.ACTIVITY, tuple(LEVELS))
    reword_goal(goal=walk, wording="walk", levels=levels, reason=RevisionReason.CLEARER, based_on=1, by=ana)
    rate_weekly(ana, [walk], [1], version=2)

    html = page(as_ana, walk)

    assert "More than I hope for" in html
    assert "3 of 10" in html


def test_many_check_ins_come_page_by_page(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [1] + [2] * 50 + [3])

    newest, oldest = page(as_ana, walk), page(as_ana, walk, "2")

    assert newest.count("of 10") == 50
    assert oldest.count("of 10") == 2
    assert "3 of 10" in newest
    assert "1 of 10" in oldest
    assert "Older" in newest
    assert "Newer" in oldest


@pytest.mark.parametrize("number", ["0", "99", "x", "%00"])
def test_a_page_that_is_not_there_is_the_nearest_one(ana: Person, as_ana: Client, walk: Goal, number: str) -> None:
    rate_weekly(ana, [walk], [3])
    assert "3 of 10" in page(as_ana, walk, number)


def test_a_goal_without_check_ins_says_so(as_ana: Client, walk: Goal) -> None:
    assert "There are no check-ins for it yet." in page(as_ana, walk)


def test_a_stranger_does_not_learn_that_it_is_there(as_sam: Client, walk: Goal) -> None:
    assert as_sam.get(address(walk)).status_code == 404


def test_it_only_shows_and_only_to_someone_signed_in(as_ana: Client, anyone: Client, walk: Goal) -> None:
    assert as_ana.post(address(walk)).status_code == 405
    assert reverse("account_login") in anyone.get(address(walk))["Location"]
