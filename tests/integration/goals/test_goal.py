"""The page of one goal: its words, why it matters, the plan, the chart, the history, who can see it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goalward.goals import TRANSITIONS, AttainmentLevels, GoalStatus, LevelPart, RevisionReason
from goalward.web.accounts.models import Person
from goalward.web.goals.actions import move_goal, reword_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import LEVELS, begun, begun_in_levels, rate_weekly, steps


def page(client: Client, goal: Goal) -> str:
    response = client.get(reverse("goal", args=[goal.id]))
    assert response.status_code == 200
    return response.content.decode()


def queries(client: Client, goal: Goal) -> int:
    with CaptureQueriesContext(connection) as asked:
        page(client, goal)
    return len(asked)


def test_all_that_was_said_about_a_goal_stands_on_its_page(ana: Person, as_ana: Client) -> None:
    said = {
        "towards": "being at home here",
        "feeling": "lighter",
        "difference": "out before ten",
        "first_step": "text Sam",
        "circumstances": "two free evenings",
        "obstacle": "my knee",
        "plan_when": "I am tired",
        "plan_then": "walk to the corner",
        "easing": "if Sam comes by",
    }
    goal = begun(
        ana, area="social", value="friends", confidence=0, ownership="mine", review_on=date(2027, 1, 4), **said
    )

    html = page(as_ana, goal)

    for words in (*said.values(), "Friends and other people", "0 of 10", "It is mine", "4 January 2027"):
        assert words in html
    assert "If I am tired, then I will walk to the corner." in html


def test_what_was_not_said_can_be_added_at_any_time(as_ana: Client, walk: Goal) -> None:
    html = page(as_ana, walk)

    assert "You have not written why it matters." in html
    assert "There is no plan yet." in html
    assert reverse("goal_why", args=[walk.id]) in html
    assert reverse("goal_plan", args=[walk.id]) in html


def test_the_chart_comes_with_a_sentence_and_a_table(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 4, 6])

    html = page(as_ana, walk)

    assert "Your last rating is 6. When you started with these words it was 3." in html
    assert "Show as table" in html
    assert html.count('<th scope="row">') == 3
    assert "0: Not at all where I want to be" in html


def test_five_levels_stand_there_in_the_persons_words_and_name_the_chart(ana: Person, as_ana: Client) -> None:
    goal = begun_in_levels(ana)
    rate_weekly(ana, [goal], [-2, 0])

    html = page(as_ana, goal)

    for text in LEVELS:
        assert text in html
    assert "−2: Much less than I hope for" in html
    assert "+2: Much more than I hope for" in html
    assert "Your last rating is “What I hope for”." in html


def test_new_words_start_a_new_part_of_the_line(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 4])
    reword_goal(goal=walk, wording="swim", levels=None, reason=RevisionReason.SMALLER, based_on=1, by=ana)

    html = page(as_ana, walk)
    assert "You have not rated these words yet. Earlier ratings were for other words and are not compared." in html
    assert "new words" in html

    rate_weekly(ana, [walk], [6], version=2)
    html = page(as_ana, walk)
    assert "Your first rating with these words is 6." in html
    assert "chart-line-earlier" in html


def test_ratings_on_another_scale_are_drawn_apart(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 9])
    levels = AttainmentLevels(LevelPart.ACTIVITY, tuple(LEVELS))
    reword_goal(goal=walk, wording="walk", levels=levels, reason=RevisionReason.CLEARER, based_on=1, by=ana)

    html = page(as_ana, walk)
    assert "You have not rated these words yet." in html
    assert "These are your ratings from when you used another scale." in html

    rate_weekly(ana, [walk], [1], version=2)
    html = page(as_ana, walk)
    assert html.count("<figure") == 2
    assert html.index("More than I hope for") < html.index("when you used another scale")


def test_the_history_tells_who_changed_the_words_when_and_why(ana: Person, as_ana: Client, walk: Goal) -> None:
    reword_goal(
        goal=walk,
        wording="walk with Jo",
        levels=None,
        reason=RevisionReason.LIFE_CHANGED,
        note="Sam moved away",
        based_on=1,
        by=ana,
    )

    html = page(as_ana, walk)

    assert "· you" in html
    assert "My life has changed" in html
    assert "Sam moved away" in html
    assert "<del>" in html
    assert "<ins>" in html


def test_the_last_check_ins_stand_there_with_their_notes_and_a_way_to_all(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    *_, last = rate_weekly(ana, [walk], [1, 2, 3, 4, 5])
    last.thoughts, last.feelings, last.actions = "less worry", "calm", "went out"
    last.save()

    html = page(as_ana, walk)
    assert "5 of 10" in html
    for note in ("less worry", "calm", "went out"):
        assert note in html
    assert reverse("past_check_ins", args=[walk.id]) not in html

    rate_weekly(ana, [walk], [6])
    assert reverse("past_check_ins", args=[walk.id]) in page(as_ana, walk)


def test_it_says_who_can_see_it(as_ana: Client, walk: Goal) -> None:
    assert "Only you can see this. No other person who signs in here can." in page(as_ana, walk)


def test_the_title_says_nothing_of_the_goal(as_ana: Client, walk: Goal) -> None:
    assert "<title>Your goal · Goalward</title>" in page(as_ana, walk)


def test_words_are_shown_as_typed_whatever_they_hold(ana: Person, as_ana: Client) -> None:
    goal = begun(ana, "<b>walk</b>\n& שלום 🌳", first_step="<script>alert(1)</script>")
    rate_weekly(ana, [goal], [3])

    html = page(as_ana, goal)

    assert "&lt;b&gt;walk&lt;/b&gt;\n&amp; שלום 🌳" in html
    assert "<b>walk" not in html
    assert "<script>alert" not in html


@pytest.mark.parametrize("status", GoalStatus)
def test_the_moves_of_the_table_are_offered_and_no_others(ana: Person, as_ana: Client, status: GoalStatus) -> None:
    goal = begun(ana) if status is not GoalStatus.DRAFT else begin_draft(by=ana, wording="walk")
    move_goal(goal=goal, to=status, by=ana)

    html = page(as_ana, goal)

    assert [to for to in GoalStatus if f'name="to" value="{to}"' in html] == [
        to for to in GoalStatus if to in TRANSITIONS[status]
    ]


def test_pausing_is_said_to_cost_nothing(as_ana: Client, walk: Goal) -> None:
    assert "Pausing costs nothing." in page(as_ana, walk)


def test_a_paused_goal_cannot_come_back_beside_three_active_ones_and_says_why(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    move_goal(goal=walk, to=GoalStatus.PAUSED, by=ana)
    for words in ("sleep", "paint", "call"):
        begun(ana, words)

    html = page(as_ana, walk)

    assert "You have 3 active goals, and that is plenty at one time." in html
    assert "Carry on with this goal" not in html


def test_a_closed_goal_keeps_its_words_and_says_how_to_change_them(ana: Person, as_ana: Client, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.FINISHED, by=ana)

    html = page(as_ana, walk)

    assert "This goal is closed, so its words stay as they were." in html
    assert reverse("goal_reword", args=[walk.id]) not in html
    assert reverse("goal_plan", args=[walk.id]) not in html
    assert f'href="{reverse("check_in")}"' not in html


def test_a_draft_shows_its_words_and_the_way_on(ana: Person, as_ana: Client) -> None:
    draft = begin_draft(by=ana, wording="be kinder to myself")

    html = page(as_ana, draft)

    assert "be kinder to myself" in html
    assert reverse("start_resume", args=[draft.id]) in html
    assert "Start this goal" in html
    assert "Let this draft go" in html


def test_a_draft_without_words_cannot_start_yet_and_says_why(ana: Person, as_ana: Client) -> None:
    html = page(as_ana, begin_draft(by=ana, wording=""))

    assert "No words yet" in html
    assert "Start this goal" not in html


def test_a_goal_toward_harm_is_met_with_help_and_nothing_that_sharpens_it(ana: Person, as_ana: Client) -> None:
    html = page(as_ana, begun(ana, "I want to kill myself"))

    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert "I want to kill myself" in html
    for sharpening in ("Check in</a>", "How it has gone", "There is no plan yet", "From 0,", "Finish this goal"):
        assert sharpening not in html
    assert "Pause this goal" in html


def test_what_was_already_written_for_a_goal_toward_harm_is_still_there(ana: Person, as_ana: Client) -> None:
    goal = begun(ana, "I want to kill myself", first_step="write a letter", towards="peace")
    rate_weekly(ana, [goal], [3])

    html = page(as_ana, goal)

    assert "write a letter" in html
    assert "peace" in html
    assert "Your first rating is 3." in html


def test_harm_in_the_plan_brings_help_first_too(ana: Person, as_ana: Client) -> None:
    goal = begun(ana, obstacle="I want to kill myself")

    html = page(as_ana, goal)

    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert "Finish this goal" in html


def test_two_years_of_check_ins_ask_the_database_no_more_than_ten_weeks(
    ana: Person, as_ana: Client, sam: Person, as_sam: Client
) -> None:
    asked = []
    for person, client, weeks in ((ana, as_ana, 104), (sam, as_sam, 10)):
        goals = [begun(person, words) for words in ("walk", "sleep", "paint")]
        rate_weekly(person, goals, steps(weeks))
        asked.append(queries(client, goals[0]))

    assert asked[0] == asked[1] <= 15


def test_a_stranger_does_not_learn_that_it_is_there(as_sam: Client, walk: Goal) -> None:
    assert as_sam.get(reverse("goal", args=[walk.id])).status_code == 404


def test_it_only_shows(as_ana: Client, walk: Goal) -> None:
    assert as_ana.post(reverse("goal", args=[walk.id])).status_code == 405


def test_signed_out_it_leads_to_sign_in(anyone: Client, walk: Goal) -> None:
    assert reverse("account_login") in anyone.get(reverse("goal", args=[walk.id]))["Location"]
