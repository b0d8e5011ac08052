"""The signed-in home: this week, the goals of now, drafts, paused, finished and let go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goalward.goals import GoalStatus, RevisionReason
from goalward.web.accounts.models import Person
from goalward.web.goals.actions import move_goal, reword_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import begun, begun_in_levels, rate_weekly, steps
from tests.integration.measures.conftest import chosen

MY_GOALS = "/goals/"


def page(client: Client) -> str:
    response = client.get(MY_GOALS)
    assert response.status_code == 200
    return response.content.decode()


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        page(client)
    return len(asked)


def test_someone_without_a_goal_is_told_where_to_start(as_ana: Client) -> None:
    html = page(as_ana)

    assert "Your first goal starts here" in html
    assert f'href="{reverse("start")}"' in html
    assert "This week" not in html


def test_a_goal_shows_its_words_what_it_is_for_its_next_step_and_its_last_rating(ana: Person, as_ana: Client) -> None:
    goal = begun(ana, "Walk with Sam", value="friends", area="social", first_step="text Sam on Monday")
    rate_weekly(ana, [goal], [3, 4, 6])

    html = page(as_ana)

    assert "Walk with Sam" in html
    assert "“Friends” matters to me" in html
    assert "text Sam on Monday" in html
    assert "Your last rating is 6. When you started with these words it was 3." in html
    assert f'id="chart-{goal.id}-title"' in html
    assert reverse("goal", args=[goal.id]) in html


def test_without_a_value_the_area_says_what_it_is_for(ana: Person, as_ana: Client) -> None:
    begun(ana, area="sleep")
    assert "I want a change in “Sleep”" in page(as_ana)


@pytest.mark.parametrize(
    ("answers", "next_step"),
    [
        (
            {"plan_when": "I am tired", "plan_then": "walk to the corner"},
            "If I am tired, then I will walk to the corner.",
        ),
        ({"plan_when": "", "plan_then": "walk to the corner"}, "walk to the corner"),
        ({"first_step": "text Sam", "plan_when": "I am tired", "plan_then": "walk"}, "text Sam"),
    ],
)
def test_the_next_step_is_the_first_step_or_else_the_plan(
    ana: Person, as_ana: Client, answers: dict[str, str], next_step: str
) -> None:
    begun(ana, **answers)
    assert next_step in page(as_ana)


def test_a_goal_in_levels_says_its_level_in_words(ana: Person, as_ana: Client) -> None:
    rate_weekly(ana, [begun_in_levels(ana)], [-2, 1])
    assert "Your last rating is “More than I hope for”." in page(as_ana)


def test_a_check_in_is_offered_and_after_it_left_to_the_person(ana: Person, as_ana: Client, walk: Goal) -> None:
    assert "about two minutes" in page(as_ana)
    assert f'href="{reverse("check_in")}"' in page(as_ana)

    rate_weekly(ana, [walk], [4])

    assert "You last checked in on" in page(as_ana)
    assert "about two minutes" not in page(as_ana)


def test_a_week_after_the_last_check_in_the_next_is_offered(ana: Person, as_ana: Client, walk: Goal) -> None:
    [check_in] = rate_weekly(ana, [walk], [4])
    check_in.on -= timedelta(days=7)
    check_in.save()

    assert "about two minutes" in page(as_ana)


def test_a_draft_can_be_carried_on_with(ana: Person, as_ana: Client) -> None:
    draft, wordless = begin_draft(by=ana, wording="be kinder to myself"), begin_draft(by=ana, wording="")

    html = page(as_ana)

    assert "be kinder to myself" in html
    assert "No words yet" in html
    assert reverse("start_resume", args=[draft.id]) in html
    assert reverse("start_resume", args=[wordless.id]) in html


def test_paused_finished_and_let_go_goals_are_listed_quietly(ana: Person, as_ana: Client) -> None:
    for words, to in (("swim", GoalStatus.PAUSED), ("paint", GoalStatus.FINISHED), ("run", GoalStatus.LET_GO)):
        move_goal(goal=begun(ana, words), to=to, by=ana)

    html = page(as_ana)

    assert html.index("Paused") < html.index("swim") < html.index("Finished and let go") < html.index("paint")
    assert "run" in html
    assert "<svg" not in html[html.index("<main") :].replace('<svg class="icon', "")
    assert "This week" not in html


def test_with_three_active_goals_the_rule_stands_where_another_was_offered(ana: Person, as_ana: Client) -> None:
    for words in ("walk", "sleep"):
        begun(ana, words)
    assert "Add another goal" in page(as_ana)

    begun(ana, "paint")

    html = page(as_ana)
    assert "You have 3 active goals, and that is plenty at one time." in html
    assert "Add another goal" not in html


def test_headings_use_the_word_that_the_person_likes(ana: Person, as_ana: Client, walk: Goal) -> None:
    ana.goal_word = "hope"
    ana.save()

    html = page(as_ana)

    assert "<h1>My hopes</h1>" in html
    assert "Add another hope" in html


def test_the_title_says_nothing_of_the_goals(ana: Person, as_ana: Client, walk: Goal) -> None:
    html = page(as_ana)
    assert "<title>My goals · Goalward</title>" in html


def test_a_goal_toward_harm_stays_as_written_with_help_first_and_no_chart(ana: Person, as_ana: Client) -> None:
    goal = begun(ana, "I want to kill myself", first_step="soon")
    rate_weekly(ana, [goal], [3, 4])

    html = page(as_ana)

    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert "I want to kill myself" in html
    assert "soon" not in html
    assert "Your last rating" not in html
    assert "This week" not in html


def test_new_words_break_the_small_line_and_earlier_ratings_are_not_compared(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    rate_weekly(ana, [walk], [3, 4])
    reword_goal(goal=walk, wording="swim", levels=None, reason=RevisionReason.SMALLER, based_on=1, by=ana)
    assert "You have not rated these words yet." in page(as_ana)

    rate_weekly(ana, [walk], [6], version=2)
    html = page(as_ana)
    assert "Your first rating with these words is 6." in html
    assert "chart-break" in html


def test_the_small_picture_says_how_far_it_goes(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], steps(3))
    assert "This small picture shows the last 3 ratings." in page(as_ana)


def test_a_long_history_is_drawn_from_its_last_ratings_only(ana: Person, as_ana: Client) -> None:
    goal = begun(ana)
    written = goal.versions.get()
    written.created_at -= timedelta(weeks=104)
    written.save()
    rate_weekly(ana, [goal], [0] * 78 + [3] + [5] * 24 + [6])

    html = page(as_ana)

    assert "Your last rating is 6. Where this picture starts it was 3." in html
    assert "This small picture shows the last 26 ratings." in html


def test_a_goal_that_others_were_rated_long_after_has_not_been_rated_for_a_while(ana: Person, as_ana: Client) -> None:
    goal, other = begun(ana, "walk"), begun(ana, "sleep")
    written = goal.versions.get()
    written.created_at -= timedelta(weeks=104)
    written.save()
    rate_weekly(ana, [other], [5] * 52)

    assert "You have not rated this goal for a while." in page(as_ana)


def test_two_years_of_check_ins_ask_the_database_no_more_than_ten_weeks(
    ana: Person, as_ana: Client, sam: Person, as_sam: Client
) -> None:
    for person, weeks in ((ana, 104), (sam, 10)):
        rate_weekly(person, [begun(person, words) for words in ("walk", "sleep", "paint")], steps(weeks))

    assert queries(as_ana) == queries(as_sam) <= 15


def test_a_measure_that_is_due_is_told_without_its_name(ana: Person, as_ana: Client, walk: Goal) -> None:
    assert "due" not in page(as_ana)
    chosen(ana, "phq9")
    assert "One measure is due" in page(as_ana)
    chosen(ana, "gad7")
    assert "2 measures are due" in page(as_ana)
    assert "PHQ" not in page(as_ana)


def test_nobody_sees_the_goals_of_another(ana: Person, as_sam: Client, walk: Goal) -> None:
    assert "walk with Sam" not in page(as_sam)


def test_it_only_shows(as_ana: Client) -> None:
    assert as_ana.post(MY_GOALS).status_code == 405


def test_signed_out_it_leads_to_sign_in(anyone: Client) -> None:
    response = anyone.get(MY_GOALS)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
