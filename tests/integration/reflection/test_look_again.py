"""Looking again at how things are, at any time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.reflection.actions import save_reflection

PAGES = ["questions", "areas", "values"]


def step(code: str) -> str:
    return reverse("look_again_step", args=[code])


@pytest.mark.parametrize("address", [reverse("look_again"), *map(step, PAGES)])
def test_signed_out_it_asks_to_sign_in(anyone: Client, address: str) -> None:
    assert anyone.get(address)["Location"].startswith(reverse("account_login"))


def test_other_methods_are_refused(as_ana: Client) -> None:
    assert as_ana.post(reverse("look_again")).status_code == 405
    assert as_ana.put(step("areas")).status_code == 405


def test_pages_about_a_goal_are_not_part_of_it(as_ana: Client) -> None:
    assert as_ana.get(step("aim")).status_code == 404


@pytest.mark.parametrize("code", PAGES)
def test_every_page_can_be_opened(as_ana: Client, code: str) -> None:
    assert "Look again" in as_ana.get(step(code)).content.decode()


def test_three_pages_lead_back_to_the_answers(as_ana: Client) -> None:
    led_to = [as_ana.post(step(code), {"action": "next"})["Location"] for code in PAGES]
    assert led_to == [step("areas"), step("values"), reverse("look_again")]


@pytest.mark.parametrize("action", ["skip", "later"])
def test_skipping_or_stopping_needs_no_goal(as_ana: Client, action: str) -> None:
    led_to = as_ana.post(step("areas"), {"action": action})["Location"]
    assert led_to == {"skip": step("values"), "later": reverse("look_again")}[action]


def test_a_change_leads_back_to_the_answers(as_ana: Client) -> None:
    response = as_ana.post(step("questions") + "?then=check", {"challenges": "nights", "action": "next"})
    assert response["Location"] == reverse("look_again")
    assert "nights" in as_ana.get(reverse("look_again")).content.decode()


def test_back_from_the_first_page_leads_to_the_answers(as_ana: Client) -> None:
    assert as_ana.get(step("questions")).context["back"] == reverse("look_again")


def test_looks_on_one_day_are_one(ana: Person) -> None:
    save_reflection(by=ana, answers={"challenges": "nights"})
    save_reflection(by=ana, answers={"concerns": "that it stays"})

    said = ana.record.reflections.get()
    assert (said.challenges, said.concerns) == ("nights", "that it stays")


def test_another_day_leaves_the_earlier_one_as_it_was(ana: Person, as_ana: Client) -> None:
    earlier = save_reflection(by=ana, answers={"challenges": "nights", "concerns": "that it stays"})
    earlier.on = ana.today() - timedelta(days=30)
    earlier.save()

    as_ana.post(step("questions"), {"challenges": "mornings", "concerns": "", "action": "next"})

    first, second = ana.record.reflections.all()
    assert (first.challenges, first.concerns) == ("nights", "that it stays")
    assert (second.challenges, second.concerns) == ("mornings", "")
    assert "that it stays" not in as_ana.get(reverse("look_again")).content.decode()


def test_what_was_not_asked_today_still_holds(ana: Person, as_ana: Client) -> None:
    earlier = save_reflection(by=ana, answers={"values": [{"value": "friends", "importance": 9, "lived": 3}]})
    earlier.on = ana.today() - timedelta(days=30)
    earlier.save()
    save_reflection(by=ana, answers={"challenges": "mornings"})

    page = as_ana.get(reverse("look_again")).content.decode()

    assert "Friends: It matters to you at 9" in page
    assert "mornings" in page


def test_values_without_a_gap_are_named(ana: Person, as_ana: Client) -> None:
    save_reflection(by=ana, answers={"values": [{"value": "friends", "importance": 5, "lived": None}]})
    page = as_ana.get(reverse("look_again")).content.decode()
    assert "You rated these" in page
    assert "The largest gaps" not in page


def test_a_stranger_sees_only_his_own(ana: Person, as_sam: Client) -> None:
    save_reflection(by=ana, answers={"challenges": "nights"})
    assert "nights" not in as_sam.get(reverse("look_again")).content.decode()


def test_a_mistake_keeps_the_text(as_ana: Client, ana: Person) -> None:
    response = as_ana.post(step("questions"), {"challenges": "a\x00b", "action": "next"})
    assert response.status_code == 200
    assert "a\ufffdb" in response.content.decode()
    assert not ana.record.reflections.exists()


def test_it_asks_the_database_little(as_ana: Client, ana: Person, django_assert_max_num_queries: Any) -> None:
    save_reflection(by=ana, answers={"challenges": "nights"})
    with django_assert_max_num_queries(5):
        as_ana.get(reverse("look_again"))
