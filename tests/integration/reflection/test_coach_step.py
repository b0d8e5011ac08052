"""The coach's page: her words, what is clear in them, one question, and wordings to take or to leave."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.drafts import answer_draft
from goalward.web.goals.models import Goal
from tests.integration.reflection.conftest import Page


def page_of(response: Any) -> str:
    return str(response.content.decode())


def wording_of(goal: Goal) -> str:
    return goal.versions.get().wording


def reword(draft: Goal, ana: Person, wording: str) -> None:
    answer_draft(goal=draft, by=ana, answers={"wording": wording}, step="coach")


def first_offer(open_page: Page) -> str:
    return str(open_page("coach").context["form"].reading["offers"][0].text)


def test_what_is_clear_is_marked_in_her_own_words(open_page: Page, draft: Goal, ana: Person) -> None:
    reword(draft, ana, "I want to walk twice a week")
    page = page_of(open_page("coach"))
    assert "<mark>" in page
    assert "twice a week</mark>" in page


def test_one_question_is_asked_and_its_answer_kept(open_page: Page, send: Page, draft: Goal) -> None:
    question = open_page("coach").context["form"].fields["coach_answer"].label
    assert question in page_of(open_page("coach"))

    send("coach", coach_answer="I would bake", wording="feel better")

    goal = draft.record.goals.get()
    assert (goal.coach_answer, wording_of(goal), goal.step) == ("I would bake", "feel better", "first-step")


def test_two_or_three_wordings_are_offered_beside_keeping_hers(open_page: Page) -> None:
    response = open_page("coach")
    page = page_of(response)
    assert page.count("Take these words") == len(response.context["form"].reading["offers"]) in (2, 3)
    assert page.count("Keep my words as they are") == 1


def test_no_page_shows_a_grade(open_page: Page) -> None:
    page = page_of(open_page("coach")).casefold()
    assert not [word for word in ("specific", "measurable", "time-bound", "score", "smart", "✓") if word in page]


def test_taking_an_offer_puts_it_in_the_box_and_keeps_nothing_yet(open_page: Page, send: Page, draft: Goal) -> None:
    offer = first_offer(open_page)

    response = send("coach", take=offer, wording="feel better", coach_answer="I would bake")

    form = response.context["form"]
    assert (form["wording"].value(), form["coach_answer"].value()) == (offer, "I would bake")
    assert not form.errors
    assert (wording_of(draft), draft.record.goals.get().step) == ("feel better", "")


def test_a_blank_is_to_be_filled_or_taken_out(open_page: Page, send: Page, draft: Goal) -> None:
    offer = first_offer(open_page)
    assert "____" in offer

    response = send("coach", wording=offer)
    assert "A blank is still open." in page_of(response)
    assert wording_of(draft) == "feel better"

    send("coach", wording=offer.replace("____", "walk"))
    assert wording_of(draft) == offer.replace("____", "walk")


def test_her_own_line_to_write_on_is_hers(send: Page, draft: Goal, ana: Person) -> None:
    reword(draft, ana, "call ____ back")
    assert send("coach", wording="call ____ back").status_code == 302


def test_keeping_her_words_leaves_them_whatever_the_box_holds(send: Page, draft: Goal) -> None:
    response = send("coach", action="keep", wording="I will ____", coach_answer="I would bake")

    assert response.status_code == 302
    assert (wording_of(draft), draft.record.goals.get().coach_answer) == ("feel better", "I would bake")


def test_a_mistake_while_keeping_her_words_gives_the_box_back(send: Page) -> None:
    form = send("coach", action="keep", wording="half a thought", coach_answer="a\x00b").context["form"]
    assert form["wording"].value() == "half a thought"
    assert not form.fields["wording"].disabled


def test_it_can_be_opened_without_any_words(open_page: Page, draft: Goal, ana: Person) -> None:
    reword(draft, ana, "")
    page = page_of(open_page("coach"))
    assert "<blockquote" not in page
    assert "Keep my words as they are" not in page


@pytest.mark.parametrize("words", ["🫶🏽" * 900, "שלום <b>", "x" * 2_000, "quiero estar mejor"])
def test_any_words_can_be_read(open_page: Page, draft: Goal, ana: Person, words: str) -> None:
    reword(draft, ana, words)
    assert open_page("coach").status_code == 200


# Care


@pytest.fixture
def toward_harm(draft: Goal, ana: Person) -> Goal:
    reword(draft, ana, "I want to die")
    return draft


def test_words_toward_harm_are_kept_and_met_with_help_and_no_offer(open_page: Page, toward_harm: Goal) -> None:
    page = page_of(open_page("coach"))

    assert "Help is here if you want it" in page
    assert page.index("Help is here") < page.index("<h1>")
    assert "I want to die" in page
    assert "Take these words" not in page
    assert 'name="coach_answer"' not in page


def test_words_toward_harm_are_never_refused(open_page: Page, send: Page, toward_harm: Goal) -> None:
    response = send("coach", wording="I want to die", shown=open_page("coach").context["form"].shown)
    assert response.status_code == 302
    assert wording_of(toward_harm) == "I want to die"


def where_it_leads(as_ana: Client, response: Any) -> str:
    """The code of the page that someone ends on."""
    address = str(response["Location"])
    chain = as_ana.get(address, follow=True).redirect_chain
    return (chain[-1][0] if chain else address).rstrip("/").rpartition("/")[2]


def test_words_toward_harm_are_not_sharpened(as_ana: Client, send: Page, draft: Goal) -> None:
    assert where_it_leads(as_ana, send("aim", wording="I want to die")) == "coach"
    assert where_it_leads(as_ana, send("coach", wording="I want to die")) == "check"


@pytest.mark.parametrize("code", ["first-step", "scale", "plan", "confidence", "review"])
def test_nobody_is_asked_how_sure_they_are_of_harm(
    open_page: Page, as_ana: Client, toward_harm: Goal, code: str
) -> None:
    assert where_it_leads(as_ana, open_page(code)) == "check"


def test_an_answer_from_an_older_page_is_kept_all_the_same(as_ana: Client, send: Page, toward_harm: Goal) -> None:
    assert send("plan", obstacle="a\x00b").status_code == 200
    assert where_it_leads(as_ana, send("plan", obstacle="my sister")) == "check"
    assert toward_harm.record.goals.get().obstacle == "my sister"


@pytest.mark.parametrize("method", ["get", "post"])
def test_words_toward_harm_stay_a_draft_with_help_beside_them(as_ana: Client, toward_harm: Goal, method: str) -> None:
    page = page_of(getattr(as_ana, method)(reverse("start_check", args=[toward_harm.id])))

    assert "Help is here if you want it" in page
    assert "Your words are kept" in page
    assert "I want to die" in page
    assert "Begin with this goal" not in page
    assert toward_harm.record.goals.get().status == "draft"


def test_other_words_lead_on_again(open_page: Page, as_ana: Client, send: Page, toward_harm: Goal) -> None:
    assert where_it_leads(as_ana, send("aim", wording="walk with Sam")) == "difference"
    assert open_page("plan").status_code == 200


@pytest.mark.parametrize(
    ("code", "field"), [("questions", "concerns"), ("difference", "feeling"), ("plan", "obstacle")]
)
def test_after_any_page_the_next_one_reads_the_words_with_care(
    send: Page, open_page: Page, code: str, field: str
) -> None:
    following = send(code, **{field: "I want to die"})["Location"].rstrip("/").rpartition("/")[2]
    assert "Help is here if you want it" in page_of(open_page(following))


def test_words_from_the_first_page_are_read_with_care_on_the_first_step(open_page: Page, toward_harm: Goal) -> None:
    assert "Help is here if you want it" in page_of(open_page("questions"))


def test_ordinary_words_bring_no_help_panel(open_page: Page) -> None:
    for code in ("questions", "aim", "coach"):
        assert "Help is here if you want it" not in page_of(open_page(code))


def test_a_goal_away_from_harm_gets_a_quiet_line_and_all_the_help(open_page: Page, draft: Goal, ana: Person) -> None:
    reword(draft, ana, "recover from my eating disorder and eat three meals a day again")
    page = page_of(open_page("coach"))
    assert "You do not have to do this alone." in page
    assert "Help is here if you want it" not in page
    assert "Take these words" in page
