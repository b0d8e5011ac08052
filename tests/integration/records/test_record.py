"""The page of a person's record: what is kept, who sees it, and what was done to it."""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

import goalward
from goalward.exchange import what_happened
from goalward.messages import catalogue
from goalward.web.accounts.models import Person
from goalward.web.audit.actions import audit
from goalward.web.audit.models import Disclosure
from goalward.web.goals.drafts import begin_draft
from goalward.web.records.queries import kept_of, latest_happenings
from tests.integration.records.full_record import fill

pytestmark = pytest.mark.django_db
ADDRESS = "/record/"
SUNDAY_NIGHT = "2026-11-22T23:30:00Z"  # Monday already in Vienna


def page(client: Client) -> str:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2]).split())


def test_ana_sees_how_much_is_kept_and_since_when(ana: Person, as_ana: Client) -> None:
    fill(ana, "hope")
    begin_draft(by=ana, wording="sleep")
    kept = kept_of(ana)
    assert (kept.goals, kept.check_ins, kept.reflections, kept.since) == (2, 1, 1, ana.record.opened_at)
    assert "Goals 2 Check-ins 1" in page(as_ana)


def test_it_says_that_only_she_can_see_it(as_ana: Client) -> None:
    assert "Only you can see your record." in page(as_ana)


def test_it_leads_to_her_settings_the_export_and_the_end(as_ana: Client) -> None:
    leads_to = set(re.findall(r'href="([^"]+)"', as_ana.get(ADDRESS).content.decode()))
    assert {"/account/", "/account/email/", "/record/export/", "/record/erase/"} <= leads_to


def test_what_was_done_is_told_in_words_newest_first(ana: Person, as_ana: Client) -> None:
    begin_draft(by=ana, wording="sleep")
    text = page(as_ana)
    assert 0 < text.index("You began to write a goal.") < text.index("You opened this record.")


def test_none_of_her_words_is_on_the_page(ana: Person, as_ana: Client) -> None:
    fill(ana, "a very private hope")
    assert "private hope" not in page(as_ana)


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_days_are_hers_not_the_servers(ana: Person, as_ana: Client) -> None:
    begin_draft(by=ana, wording="sleep")
    assert "23 November 2026" in page(as_ana)


def test_what_was_done_again_and_again_is_told_once(ana: Person) -> None:
    for _ in range(3):
        audit(by=ana, did="goal.answered", to=ana.record)
    newest, opened = latest_happenings(ana)
    assert (newest.what, newest.times) == (what_happened("goal.answered"), 3)
    assert opened.times == 1


def test_it_says_how_often_on_the_page(ana: Person, as_ana: Client) -> None:
    for _ in range(2):
        audit(by=ana, did="goal.answered", to=ana.record)
    assert "You saved an answer on the way to a goal. 2 times" in page(as_ana)


def test_another_day_is_told_apart(ana: Person) -> None:
    audit(by=ana, did="checked.in", to=ana.record)
    with time_machine.travel(timezone.now() + timedelta(days=7)):
        audit(by=ana, did="checked.in", to=ana.record)
    assert [each.times for each in latest_happenings(ana)][:2] == [1, 1]


def test_only_the_latest_fifty_are_told(ana: Person) -> None:
    for _ in range(60):
        audit(by=ana, did="goal.answered", to=ana.record)
    assert [each.times for each in latest_happenings(ana)] == [50]


def test_what_someone_else_did_is_not_told_as_hers(ana: Person, sam: Person, as_ana: Client) -> None:
    audit(by=sam, did="goal.reworded", to=ana.record)
    assert "Someone else looked at this record or changed it." in page(as_ana)


def test_a_stranger_sees_his_own_record_and_nothing_of_hers(ana: Person, as_sam: Client) -> None:
    fill(ana, "hope")
    text = page(as_sam)
    assert "Goals 0 Check-ins 0" in text
    assert "You checked in." not in text


def test_someone_signed_out_is_asked_to_sign_in(anyone: Client) -> None:
    response = anyone.get(ADDRESS)
    assert (response.status_code, response["Location"]) == (302, f"/account/sign-in/?next={ADDRESS}")


def test_nothing_can_be_sent_to_it(as_ana: Client) -> None:
    assert as_ana.post(ADDRESS).status_code == 405


def test_the_page_costs_the_same_however_much_is_kept(
    ana: Person, as_ana: Client, django_assert_max_num_queries: Any
) -> None:
    for week in range(30):
        fill(ana, f"hope {week}") if week == 0 else audit(by=ana, did="checked.in", to=ana.record)
    with django_assert_max_num_queries(8):  # one for each kind of thing that is counted, and who is asking
        page(as_ana)


def test_everything_that_an_action_notes_has_its_words_and_nothing_else_has() -> None:
    web = Path(goalward.__file__).parent / "web"
    codes = {
        keyword.value.value
        for path in web.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg == "did" and isinstance(keyword.value, ast.Constant)
    }
    general = {"exchange.did_other", "exchange.did_by_another"}
    worded = {name for name in catalogue() if name.startswith("exchange.did_")} - general
    assert {what_happened(code).id for code in codes} == worded


def test_the_log_of_another_record_is_not_hers(ana: Person, sam: Person) -> None:
    begin_draft(by=sam, wording="walk")
    assert Disclosure.objects.filter(record_id=sam.record.id).count() == 2
    assert len(latest_happenings(ana)) == 1
