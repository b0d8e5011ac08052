"""The first page: one box, an answer, and nothing kept. No test here may touch the database unless it says so."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client

from goalward.web.coach.limits import READINGS_A_MINUTE

OURS = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
WALK = "walk with Sam on Tuesdays"


def ask(client: Client, goal: str, *, fragment: bool = False, **fields: str) -> Any:
    headers = OURS | ({"HX-Request": "true"} if fragment else {})
    return client.post("/read/", {"goal": goal, **fields}, headers=headers)


def box(response: Any) -> str:
    """What stands in the box."""
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", response.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1])


def test_anyone_finds_one_box(anyone: Client) -> None:
    page = anyone.get("/").content.decode()
    assert page.count("<textarea") == 1
    assert "What you type is sent to this server to be read, and not kept." in page


def test_the_page_sets_no_cookie(anyone: Client) -> None:
    assert not anyone.get("/").cookies
    assert not ask(anyone, WALK).cookies


@pytest.mark.django_db
def test_someone_signed_in_goes_to_their_goals(as_ana: Client) -> None:
    assert as_ana.get("/")["Location"] == "/goals/"


@pytest.mark.django_db
def test_a_stale_session_cookie_still_shows_the_box(anyone: Client) -> None:
    anyone.cookies[settings.SESSION_COOKIE_NAME] = "long-gone"
    assert b"<textarea" in anyone.get("/").content


def test_the_answer_marks_the_persons_own_words(anyone: Client) -> None:
    page = ask(anyone, WALK).content.decode()
    assert "<mark>" in page
    assert "on Tuesdays" in page


def test_without_javascript_the_words_stay_in_the_box(anyone: Client) -> None:
    assert box(ask(anyone, WALK)) == WALK


def test_htmx_gets_the_answer_alone(anyone: Client) -> None:
    page = ask(anyone, WALK, fragment=True).content.decode()
    assert "<html" not in page
    assert "<textarea" not in page


def test_a_picked_wording_goes_into_the_box(anyone: Client) -> None:
    assert box(ask(anyone, "feel better", take="I will ____ on ____ days.")) == "I will ____ on ____ days."


def test_the_words_never_reach_an_address(anyone: Client) -> None:
    page = ask(anyone, "zanzibar goal").content.decode()
    assert not re.search(r'(?:href|action|src)="[^"]*zanzibar', page)


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_reading_takes_a_post_only(anyone: Client, method: str) -> None:
    assert getattr(anyone, method)("/read/")["Location"] == "/"


def test_another_site_cannot_post_here(anyone: Client) -> None:
    response = anyone.post("/read/", {"goal": WALK}, headers={"Origin": "https://evil.example"})
    assert response.status_code == 403
    assert WALK.encode() not in response.content


def test_a_form_from_nowhere_is_refused(anyone: Client) -> None:
    assert anyone.post("/read/", {"goal": WALK}).status_code == 403


def test_no_csrf_cookie_is_needed() -> None:
    assert ask(Client(enforce_csrf_checks=True), WALK).status_code == 200


def test_an_empty_box_is_asked_for_kindly(anyone: Client) -> None:
    assert "Write a few words first" in ask(anyone, "   ").content.decode()


def test_a_goal_too_long_is_kept_in_the_box_with_a_message(anyone: Client) -> None:
    response = ask(anyone, "a" * 2001)
    assert "Use 2,000 characters or fewer" in response.content.decode()
    assert len(box(response)) == 2001


def test_a_body_too_large_is_refused_whole(anyone: Client) -> None:
    assert ask(anyone, "a" * 300_000).status_code == 400


def test_markup_is_shown_as_typed(anyone: Client) -> None:
    typed = "<script>alert(1)</script> walk daily"
    response = ask(anyone, typed)
    assert "<script>alert" not in response.content.decode()
    assert box(response) == typed


def test_someone_who_asks_very_often_is_told_to_wait(anyone: Client) -> None:
    for _ in range(READINGS_A_MINUTE):
        assert ask(anyone, WALK, fragment=True).status_code == 200
    assert ask(anyone, WALK).status_code == 429
    assert "goes on in a minute" in ask(anyone, WALK, fragment=True).content.decode()


def test_the_limit_remembers_no_address_in_clear(anyone: Client) -> None:
    ask(anyone, WALK)
    assert not any("127.0.0.1" in str(key) for key in caches["in_process"]._cache)  # type: ignore[attr-defined]


def test_a_goal_toward_harm_is_met_with_people_not_wordings(anyone: Client) -> None:
    page = ask(anyone, "I want to kill myself").content.decode()
    assert "tel:988" in page
    assert "Put this in the box" not in page
    assert box(ask(anyone, "I want to kill myself")) == "I want to kill myself"


def test_a_goal_away_from_harm_gets_a_quiet_line_and_full_help(anyone: Client) -> None:
    page = ask(anyone, "thirty days without cutting").content.decode()
    assert "care-line" in page
    assert "help-panel" not in page


def test_someone_who_is_being_hurt_gets_people_and_ordinary_help(anyone: Client) -> None:
    page = ask(anyone, "leave my husband who hits me").content.decode()
    assert "help-panel" in page
    assert "not your fault" in page


@pytest.mark.parametrize("word", ["score", "grade", "SMART", "✓", "✔", "specific", "measurable", "of 5", "%"])
def test_no_grade_in_any_form(anyone: Client, word: str) -> None:
    answer = ask(anyone, WALK, fragment=True).content.decode()
    assert word not in re.sub(r"<[^>]+>", "", answer)
