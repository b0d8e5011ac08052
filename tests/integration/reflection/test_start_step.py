"""One page of questions at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.drafts import begin_goal
from goalward.web.goals.models import Goal
from goalward.web.reflection.steps import ABOUT_A_GOAL, ABOUT_ME
from tests.integration.reflection.conftest import Page

CODES = [step.code for step in (*ABOUT_ME, *ABOUT_A_GOAL)]
ODD = "<b>ä</b> 🫶🏽 שלום e\u0301"


def kept(goal: Goal) -> Goal:
    return goal.record.goals.get(id=goal.id)


def wording_of(goal: Goal) -> str:
    return goal.versions.get().wording


def page_of(response: Any) -> str:
    return str(response.content.decode())


def goes_to(response: Any) -> str:
    """The code of the page that a response leads to."""
    assert response.status_code == 302, page_of(response)
    return str(response["Location"]).rstrip("/").rpartition("/")[2]


# The way


@pytest.mark.parametrize("code", CODES)
def test_every_page_says_where_it_is_why_it_asks_and_who_will_see(open_page: Page, code: str) -> None:
    page = page_of(open_page(code))

    assert f"Page {CODES.index(code) + 1} of 12" in page
    assert "Why we ask:" in page
    assert "Only you can see this." in page
    for button in ("Save and carry on", "Skip this question", "Save and finish later", "Back"):
        assert button in page
    assert "feel better" not in page.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize("code", CODES)
def test_signed_out_it_asks_to_sign_in(anyone: Client, draft: Goal, code: str) -> None:
    response = anyone.get(reverse("start_step", args=[draft.id, code]))
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_finds_nothing(as_sam: Client, draft: Goal, code: str, method: str) -> None:
    assert getattr(as_sam, method)(reverse("start_step", args=[draft.id, code])).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(as_ana: Client, draft: Goal, method: str) -> None:
    assert getattr(as_ana, method)(reverse("start_step", args=[draft.id, "aim"])).status_code == 405


def test_a_page_that_is_not_on_the_way_is_not_found(open_page: Page) -> None:
    assert open_page("shoe-size").status_code == 404


def test_twelve_pages_lead_to_all_answers_with_nothing_typed(send: Page, draft: Goal) -> None:
    walked = [CODES[0]]
    while walked[-1] != "check":
        walked.append(goes_to(send(walked[-1])))

    assert walked == [*CODES, "check"]
    assert len(walked) == 12
    assert kept(draft).step == "check"
    assert wording_of(draft) == ""


@pytest.mark.parametrize(("code", "following"), list(pairwise([*CODES, "check"])))
def test_skipping_keeps_nothing_of_the_page_and_goes_on(
    send: Page, draft: Goal, ana: Person, code: str, following: str
) -> None:
    typed = {"challenges": "x", "wording": "x", "feeling": "x", "first_step": "x", "obstacle": "x", "easing": "x"}
    assert goes_to(send(code, action="skip", **typed)) == following

    goal = kept(draft)
    assert (wording_of(goal), goal.feeling, goal.first_step, goal.step) == ("feel better", None, None, following)
    assert not ana.record.reflections.exists()


def test_skipping_leaves_an_earlier_answer(send: Page, draft: Goal) -> None:
    send("difference", feeling="lighter")
    send("difference", action="skip", feeling="")
    assert kept(draft).feeling == "lighter"


@pytest.mark.parametrize("code", CODES)
def test_finishing_later_keeps_the_place(send: Page, as_ana: Client, draft: Goal, code: str) -> None:
    response = send(code, action="later", challenges="tired", wording="walk", first_step="ring Sam")

    assert response["Location"] == reverse("start_later", args=[draft.id])
    assert as_ana.get(reverse("start"))["Location"] == reverse("start_step", args=[draft.id, code])


def test_what_was_said_is_there_when_she_comes_back(send: Page, open_page: Page) -> None:
    send("difference", action="later", feeling=ODD)
    assert escape(ODD) in page_of(open_page("difference"))


def test_back_leads_to_the_page_before_and_from_the_first_page_to_her_goals(open_page: Page) -> None:
    assert open_page("values").context["back"].endswith("/areas/")
    assert open_page("questions").context["back"] == reverse("goals")


def test_a_change_goes_back_to_all_answers(send: Page, open_page: Page, draft: Goal) -> None:
    assert open_page("difference", then="check").context["back"].endswith("/check/")
    assert goes_to(send("difference", then="check", feeling="calm")) == "check"
    assert goes_to(send("areas", then="check", action="skip")) == "check"
    assert kept(draft).feeling == "calm"


def test_a_place_to_go_that_we_do_not_know_is_ignored(send: Page) -> None:
    assert goes_to(send("difference", then="https://elsewhere.example")) == "coach"


@pytest.mark.parametrize("code", CODES)
def test_a_page_asks_the_database_little(
    open_page: Page, send: Page, code: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        open_page(code)


def test_keeping_an_answer_asks_the_database_little(send: Page, django_assert_max_num_queries: Any) -> None:
    send("questions", challenges="x")
    with django_assert_max_num_queries(16):  # two open and close the answer within the page's own transaction
        send("questions", challenges="y")
    with django_assert_max_num_queries(15):
        send("aim", wording="walk")


# Odd and overlong input


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("questions", "challenges"),
        ("questions", "concerns"),
        ("questions", "daily_life"),
        ("aim", "wording"),
        ("aim", "towards"),
        ("difference", "feeling"),
        ("difference", "difference"),
        ("first-step", "first_step"),
        ("plan", "circumstances"),
        ("plan", "obstacle"),
        ("plan", "plan_when"),
        ("plan", "plan_then"),
        ("confidence", "easing"),
    ],
)
class TestEveryBoxForWords:
    def test_keeps_odd_words_exactly(self, send: Page, draft: Goal, ana: Person, code: str, field: str) -> None:
        send(code, **{field: ODD})
        goal = kept(draft)
        rows = [goal, goal.versions.get(), *ana.record.reflections.all()]
        assert [getattr(row, field) for row in rows if hasattr(row, field)][-1] == ODD

    @pytest.mark.parametrize("typed", ["a\x00b", "x" * 100_001])
    def test_gives_back_what_it_cannot_keep(self, send: Page, draft: Goal, code: str, field: str, typed: str) -> None:
        response = send(code, **{field: typed})

        assert response.status_code == 200
        assert response.context["form"].errors.keys() == {field}
        assert typed.replace("\x00", "\ufffd") in page_of(response)
        assert (kept(draft).step, wording_of(draft)) == ("", "feel better")


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("areas", {"area_0": "money"}),
        ("areas", {"area_0": "sleep", "impact_0": "11"}),
        ("values", {"family_importance": "11"}),
        ("aim", {"area": "shoes"}),
        ("aim", {"value": "\x00"}),
        ("scale", {"scale_kind": "weight"}),
        ("scale", {"level_part": "colour"}),
        ("confidence", {"confidence": "high"}),
        ("review", {"review_on_day": "31", "review_on_month": "2", "review_on_year": "2027"}),
        ("review", {"ownership": "nobody"}),
    ],
)
def test_an_answer_that_is_not_offered_is_refused_beside_its_field(
    send: Page, draft: Goal, code: str, typed: dict[str, str]
) -> None:
    response = send(code, **typed)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert 'class="error-summary"' in page_of(response)
    assert kept(draft).step == ""


# 1 to 3: where she is and what matters


def test_the_three_questions_are_kept_for_the_day(send: Page, ana: Person, draft: Goal) -> None:
    send("questions", challenges="nights", concerns="that it stays", daily_life="I stay in")

    said = ana.record.reflections.get()
    assert (said.challenges, said.concerns, said.daily_life) == ("nights", "that it stays", "I stay in")
    assert said.on == ana.today()
    assert AuditEntry.objects.filter(object_id=said.id, did="reflection.saved").exists()
    assert kept(draft).step == "areas"


def test_areas_are_kept_by_rank_with_how_much_each_gets_in_the_way(send: Page, ana: Person) -> None:
    send("areas", area_0="sleep", impact_0="7", area_2="social")
    assert ana.record.reflections.get().areas == [
        {"area": "sleep", "impact": 7},
        {"area": "social", "impact": None},
    ]


def test_areas_are_there_again_in_their_order(send: Page, open_page: Page) -> None:
    send("areas", area_1="sleep", impact_1="0")
    assert open_page("areas").context["form"].initial == {"area_0": "sleep", "impact_0": 0}


def test_an_area_stands_once_in_the_ranking(send: Page, ana: Person) -> None:
    form = send("areas", area_0="sleep", area_1="sleep").context["form"]
    assert form.errors.keys() == {"area_1"}
    assert not ana.record.reflections.exists()


def test_a_number_needs_its_area(send: Page) -> None:
    assert send("areas", impact_2="4").context["form"].errors.keys() == {"area_2"}


def test_values_are_kept_where_at_least_one_number_was_given(send: Page, ana: Person) -> None:
    send("values", friends_importance="9", friends_lived="3", body_lived="0")
    assert ana.record.reflections.get().values == [
        {"value": "friends", "importance": 9, "lived": 3},
        {"value": "body", "importance": None, "lived": 0},
    ]


def test_values_are_there_again(send: Page, open_page: Page) -> None:
    send("values", friends_importance="9", body_lived="0")
    page = page_of(open_page("values"))
    assert '<option value="9" selected>9</option>' in page
    assert '<option value="0" selected>0</option>' in page


def test_the_largest_gaps_are_told_on_the_next_page(send: Page, open_page: Page) -> None:
    assert "are apart" not in page_of(open_page("aim"))
    send("values", friends_importance="9", friends_lived="3", work_importance="4", work_lived="4")

    page = page_of(open_page("aim"))

    assert "Friends: It matters to you at 9, and this week you lived it at 3." in page
    assert "Work: It matters" not in page


# 4: the aim


def test_the_aim_starts_with_the_words_that_she_came_with(open_page: Page) -> None:
    assert open_page("aim").context["form"].initial["wording"] == "feel better"


def test_the_aim_is_tied_to_an_area_a_value_and_something_larger(send: Page, draft: Goal) -> None:
    send("aim", wording="walk with Sam", area="social", value="friends", towards="being among people")

    goal = kept(draft)
    assert wording_of(goal) == "walk with Sam"
    assert (goal.area, goal.value, goal.towards) == ("social", "friends", "being among people")


def test_her_own_areas_and_values_come_first(send: Page, open_page: Page) -> None:
    send("areas", area_0="sleep", area_1="anger")
    send("values", friends_importance="9", friends_lived="3", body_importance="8", body_lived="0")

    form = open_page("aim").context["form"]

    (_, own), (_, others) = form.fields["area"].choices[1:]
    assert [code for code, _ in own] == ["sleep", "anger"]
    assert "sleep" not in dict(others)
    assert [code for code, _ in form.fields["value"].choices[1][1]] == ["body", "friends"]


# A goal that has begun meanwhile


def test_a_goal_that_has_begun_is_shown_on_its_own_page(open_page: Page, draft: Goal, ana: Person) -> None:
    begin_goal(goal=draft, by=ana)
    assert open_page("plan")["Location"] == reverse("goal", args=[draft.id])


def test_words_sent_to_a_goal_that_has_begun_come_back(send: Page, draft: Goal, ana: Person) -> None:
    begin_goal(goal=draft, by=ana)

    page = page_of(send("plan", obstacle="rain"))

    assert "This goal is already active." in page
    assert "rain" in page
    assert kept(draft).obstacle is None


# 7 to 11


def test_a_rating_is_the_scale_unless_she_chooses_levels(send: Page, draft: Goal) -> None:
    send("scale")
    assert (draft.versions.get().scale_kind, draft.versions.get().levels) == ("rating", None)


LEVELS = {
    f"level_{place}": words for place, words in enumerate(["never", "once", "twice a week", "three times", "daily"])
}


def test_levels_say_the_same_with_one_part_changed(send: Page, draft: Goal) -> None:
    send("aim", wording="Walk twice a week")
    send("scale", scale_kind="levels", level_part="amount", **LEVELS)

    version = draft.versions.get()
    assert (version.scale_kind, version.level_part) == ("levels", "amount")
    assert version.levels == ["Walk never", "Walk once", "Walk twice a week", "Walk three times", "Walk daily"]


def test_levels_stand_as_typed_where_the_wording_says_it_otherwise(send: Page, draft: Goal) -> None:
    send("scale", scale_kind="levels", level_part="amount", **LEVELS)
    assert draft.versions.get().levels == list(LEVELS.values())


def test_levels_are_there_again_and_stay_the_same_when_saved_again(send: Page, open_page: Page, draft: Goal) -> None:
    send("aim", wording="Walk twice a week")
    send("scale", scale_kind="levels", level_part="amount", **LEVELS)
    before = draft.versions.get().levels

    send("scale", **open_page("scale").context["form"].initial)

    assert draft.versions.get().levels == before


def test_what_is_missing_in_the_levels_stands_beside_its_row(send: Page, draft: Goal) -> None:
    response = send("scale", scale_kind="levels", level_1="once", level_2="Once ")

    assert response.context["form"].errors.keys() == {"level_part", "level_0", "level_2", "level_3", "level_4"}
    assert "This level says the same as one before it." in page_of(response)
    assert draft.versions.get().scale_kind == "rating"


def test_a_row_with_a_fault_has_one_message(send: Page) -> None:
    typed = LEVELS | {"level_3": "x\x00"}
    errors = send("scale", scale_kind="levels", level_part="time", **typed).context["form"].errors
    assert [len(messages) for messages in errors.values()] == [1]


def test_levels_begun_are_kept_beside_a_rating(send: Page, open_page: Page, draft: Goal) -> None:
    send("scale", scale_kind="rating", level_2="twice")
    assert draft.versions.get().scale_kind == "rating"
    assert open_page("scale").context["form"].initial["level_2"] == "twice"


def test_a_plan_is_kept(send: Page, draft: Goal) -> None:
    send("plan", circumstances="evenings", obstacle="rain", plan_when="it rains", plan_then="walk indoors")
    goal = kept(draft)
    assert (goal.circumstances, goal.obstacle, goal.plan_when, goal.plan_then) == (
        "evenings",
        "rain",
        "it rains",
        "walk indoors",
    )


def test_the_first_step_stands_where_she_says_how_sure_she_is(send: Page, open_page: Page) -> None:
    send("first-step", first_step="ring Sam")
    assert "ring Sam" in page_of(open_page("confidence"))


@pytest.mark.parametrize(
    ("number", "following"), [("7", "review"), ("10", "review"), ("", "review"), ("6", "confidence")]
)
def test_below_seven_it_asks_once_more_what_would_make_it_easier(
    send: Page, draft: Goal, number: str, following: str
) -> None:
    assert goes_to(send("confidence", confidence=number)) == following
    assert kept(draft).confidence == (int(number) if number else None)


def test_it_asks_only_once_more(send: Page, open_page: Page, draft: Goal) -> None:
    send("confidence", confidence="3")
    page = page_of(open_page("confidence"))
    assert "Your number is kept" in page
    assert '<input type="hidden" name="asked" value="yes">' in page

    assert goes_to(send("confidence", confidence="3", asked="yes")) == "review"
    assert kept(draft).confidence == 3


def test_asking_once_more_can_be_skipped_and_leads_back_to_all_answers(send: Page) -> None:
    response = send("confidence", then="check", confidence="3")
    assert response["Location"].endswith("/confidence/?then=check")
    assert goes_to(send("confidence", then="check", action="skip")) == "check"


def test_with_an_answer_below_seven_goes_on(send: Page, draft: Goal) -> None:
    assert goes_to(send("confidence", confidence="3", easing="Sam comes along")) == "review"
    assert kept(draft).easing == "Sam comes along"


def test_a_look_in_four_weeks_is_offered_and_not_kept_until_she_saves(
    open_page: Page, send: Page, draft: Goal, ana: Person
) -> None:
    offered = open_page("review").context["form"].initial["review_on"]
    assert (offered - ana.today()).days == 28
    assert kept(draft).review_on is None

    send(
        "review",
        review_on_day=offered.day,
        review_on_month=offered.month,
        review_on_year=offered.year,
        ownership="mine",
    )

    assert (kept(draft).review_on, kept(draft).ownership) == (offered, "mine")


def test_a_day_that_has_gone_by_is_refused_with_the_rule(send: Page) -> None:
    response = send("review", review_on_day="1", review_on_month="1", review_on_year="2020")
    assert "This date has gone by." in page_of(response)


def test_her_own_word_for_a_goal_is_used(open_page: Page, ana: Person) -> None:
    ana.goal_word = "hope"
    ana.save()
    assert "Whose hope is this?" in page_of(open_page("review"))
