"""The same page in two tabs: each keeps what was changed in it, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from goalward.web.reflection.queries import said_by
from tests.integration.reflection.conftest import Page

LEVELS = {f"level_{place}": words for place, words in enumerate(["never", "once", "twice", "often", "daily"])}


def page_of(response: Any) -> str:
    return str(response.content.decode())


def shown(response: Any) -> str:
    marks = str(response.context["form"].shown)
    assert f'name="shown" value="{marks}"' in page_of(response)
    return marks


def again(response: Any) -> dict[str, str]:
    """What the page that came back sends along unseen."""
    assert response.status_code == 409, page_of(response)
    both = " ".join(response.context["form"].meanwhile)
    assert f'name="both" value="{both}"' in page_of(response)
    return {"shown": shown(response), "both": both}


def kept(goal: Goal) -> Goal:
    return goal.record.goals.get(id=goal.id)


def wording_of(goal: Goal) -> str:
    return goal.versions.get().wording


# Other answers of the same page


def test_an_answer_left_alone_here_stays_as_it_was_saved_in_the_other_tab(
    open_page: Page, send: Page, draft: Goal
) -> None:
    seen = shown(open_page("aim"))
    send("aim", wording="feel better", towards="being among people", shown=seen)

    response = send("aim", wording="walk", area="sleep", towards="", shown=seen)

    assert response.status_code == 302
    goal = kept(draft)
    assert (wording_of(goal), goal.towards, goal.area) == ("walk", "being among people", "sleep")


def test_words_taken_out_here_are_gone(open_page: Page, send: Page, draft: Goal) -> None:
    send("difference", feeling="lighter")
    assert send("difference", feeling="", shown=shown(open_page("difference"))).status_code == 302
    assert kept(draft).feeling == ""


def test_the_same_page_sent_twice_is_no_conflict(open_page: Page, send: Page, draft: Goal) -> None:
    seen = shown(open_page("aim"))
    for _ in range(2):
        assert send("aim", wording="walk", towards="the sea", shown=seen).status_code == 302
    assert (wording_of(draft), kept(draft).towards) == ("walk", "the sea")


# The same answer


@pytest.mark.parametrize("code", ["aim", "coach"])
class TestWordsChangedInBothTabs:
    @pytest.fixture
    def response(self, open_page: Page, send: Page, code: str) -> Any:
        seen = shown(open_page(code))
        send(code, wording="swim", shown=seen)
        return send(code, wording="walk", shown=seen)

    def test_are_both_on_the_page_and_nothing_is_written_over(self, response: Any, draft: Goal, code: str) -> None:
        page = page_of(response)
        assert response.status_code == 409
        assert "Some of this was changed while you wrote" in page
        assert '<span class="own-words" dir="auto">swim</span>' in page
        assert response.context["form"]["wording"].value() == "walk"
        assert wording_of(draft) == "swim"

    def test_give_way_when_she_keeps_hers(self, response: Any, send: Page, draft: Goal, code: str) -> None:
        assert send(code, wording="walk", **again(response)).status_code == 302
        assert wording_of(draft) == "walk"

    def test_stay_when_she_chooses_them(self, response: Any, send: Page, draft: Goal, code: str) -> None:
        assert send(code, wording="walk", action="theirs", **again(response)).status_code == 302
        assert wording_of(draft) == "swim"

    def test_can_be_put_together(self, response: Any, send: Page, draft: Goal, code: str) -> None:
        send(code, wording="walk and swim", **again(response))
        assert wording_of(draft) == "walk and swim"


def test_choosing_what_was_saved_keeps_the_other_answers_from_here(open_page: Page, send: Page, draft: Goal) -> None:
    seen = shown(open_page("plan"))
    send("plan", obstacle="rain", plan_when="it rains", shown=seen)
    mine = {"obstacle": "snow", "plan_when": "", "plan_then": "walk indoors"}

    response = send("plan", shown=seen, **mine)
    assert kept(draft).plan_then is None
    assert send("plan", action="theirs", **again(response), **mine).status_code == 302

    goal = kept(draft)
    assert (goal.obstacle, goal.plan_when, goal.plan_then) == ("rain", "it rains", "walk indoors")


def test_a_third_save_meanwhile_is_not_written_over_either(open_page: Page, send: Page, draft: Goal) -> None:
    seen = shown(open_page("first-step"))
    send("first-step", first_step="ring Sam", shown=seen)
    hers = again(send("first-step", first_step="write to Sam", shown=seen))
    send("first-step", first_step="visit Sam")

    assert send("first-step", first_step="write to Sam", **hers).status_code == 409
    assert kept(draft).first_step == "visit Sam"


def test_a_mistake_on_the_page_does_not_hide_what_was_saved_meanwhile(open_page: Page, send: Page, draft: Goal) -> None:
    seen = shown(open_page("aim"))
    send("aim", wording="swim", shown=seen)
    form = send("aim", wording="walk", towards="x" * 501, shown=seen).context["form"]
    assert form.errors
    assert form.shown == seen

    response = send("aim", wording="walk", shown=form.shown)
    page = page_of(send("aim", wording="walk", towards="x" * 501, **again(response)))

    assert "Some of this was changed while you wrote" in page
    assert "swim" in page


def test_taking_an_offer_does_not_hide_what_was_saved_meanwhile(open_page: Page, send: Page, draft: Goal) -> None:
    seen = shown(open_page("coach"))
    send("coach", wording="swim", shown=seen)
    taken = send("coach", take="walk twice a week", wording="feel better", shown=seen)
    assert send("coach", wording="walk twice a week", shown=shown(taken)).status_code == 409


def test_no_answer_in_the_other_tab_is_named_as_such(open_page: Page, send: Page) -> None:
    seen = shown(open_page("aim"))
    send("aim", wording="", shown=seen)
    assert "No answer" in page_of(send("aim", wording="walk", shown=seen))


@pytest.mark.parametrize(
    ("code", "typed", "says"),
    [
        ("aim", [{"area": "sleep"}, {"area": "social"}], "Sleep"),
        ("confidence", [{"confidence": "8"}, {"confidence": "9"}], "8 of 10"),
        (
            "review",
            [{"ownership": "mine"}, {"ownership": "not_sure"}],
            '<span class="own-words" dir="auto">It is mine</span>',
        ),
        ("scale", [{"scale_kind": "levels", "level_part": "amount", **LEVELS}, {"level_2": "x"}], "twice"),
        ("areas", [{"area_0": "sleep", "impact_0": "7"}, {"area_0": "social"}], "gets in the way 7 of 10"),
        ("values", [{"friends_importance": "9"}, {"body_lived": "3"}], "Friends: matters to me 9, lived this week –"),
    ],
)
def test_every_kind_of_answer_is_told_in_words(
    open_page: Page, send: Page, code: str, typed: list[dict[str, str]], says: str
) -> None:
    first, second = typed
    seen = shown(open_page(code))
    assert send(code, shown=seen, **first).status_code == 302

    response = send(code, shown=seen, **second)

    assert says in page_of(response)
    assert send(code, action="theirs", **again(response), **second).status_code == 302
    assert send(code, shown=seen, **first).status_code == 302  # so what stands is the first


@pytest.mark.parametrize("odd", ["", "x", ":", "wording:", "\x00", "wording:0 " * 500])
def test_a_page_that_does_not_know_what_it_showed_writes_nothing_over(send: Page, draft: Goal, odd: str) -> None:
    assert send("aim", wording="walk", shown=odd, both=odd).status_code == 409
    assert wording_of(draft) == "feel better"


# Looking again


def look(client: Client, code: str = "questions", **typed: str) -> Any:
    return client.post(reverse("look_again_step", args=[code]), {"action": "next", **typed})


@pytest.fixture
def seen(as_ana: Client) -> str:
    return shown(as_ana.get(reverse("look_again_step", args=["questions"])))


def test_looking_again_in_two_tabs_keeps_the_answers_of_both(as_ana: Client, ana: Person, seen: str) -> None:
    look(as_ana, challenges="nights", shown=seen)
    look(as_ana, challenges="", concerns="that it stays", shown=seen)

    said = said_by(ana)
    assert (said.answer("challenges"), said.answer("concerns")) == ("nights", "that it stays")


def test_the_same_question_answered_in_two_tabs_is_hers_to_choose(as_ana: Client, ana: Person, seen: str) -> None:
    look(as_ana, challenges="nights", shown=seen)

    response = look(as_ana, challenges="mornings", shown=seen)

    assert "nights" in page_of(response)
    assert "mornings" in page_of(response)
    assert said_by(ana).answer("challenges") == "nights"
    look(as_ana, challenges="mornings", **again(response))
    assert said_by(ana).answer("challenges") == "mornings"
