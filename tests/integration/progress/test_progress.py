"""How it goes: goals and daily life side by side on one time axis, each on its own scale, and nothing blended."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goalward.goals import AttainmentLevels, GoalStatus, LevelPart, RevisionReason
from goalward.measures import Domain
from goalward.web.accounts.models import Person
from goalward.web.goals.actions import move_goal, reword_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal
from goalward.web.measures.queries import MeasureCourse, measure_courses
from goalward.web.progress import series
from tests.integration.goals.stories import LEVELS, begun, begun_in_levels, rate_weekly, steps
from tests.integration.progress.stories import answer_weekly, reflect
from tests.integration.progress.test_events import noted

PROGRESS = "/progress/"
MOST_QUERIES = 12


def page(client: Client, span: str = "") -> str:
    return client.get(PROGRESS, {"span": span} if span else {}).content.decode()


def values_in(html: str, goal: Goal) -> int:
    """How many marks the goal's chart has."""
    chart = re.search(rf'<svg[^>]*aria-labelledby="chart-{goal.id}-title.*?</svg>', html, re.DOTALL)
    return chart[0].count('"chart-mark') if chart else 0


def test_goals_and_daily_life_stand_apart_each_on_its_own_scale(ana: Person, as_ana: Client, walk: Goal) -> None:
    bus = begun_in_levels(ana)
    rate_weekly(ana, [walk], [3, 4, 6])
    rate_weekly(ana, [bus], [-2, 0, 1])
    reflect(ana, 5, sleep=8, social=None)
    reflect(ana, 1, sleep=6, social=None)

    html = page(as_ana)

    places = [
        html.index(words) for words in ("<h2>My goals", "walk with Sam", "take the bus", "<h2>Daily life", "Sleep")
    ]
    assert places == sorted(places)
    assert "<title>How it goes · Goalward</title>" in html
    assert "Your last rating is 6. When you started with these words it was 3." in html
    assert "10: Just where I want to be" in html
    assert "Your last rating is 6. Where this picture starts it was 8." in html
    assert "10: completely" in html
    assert html.count("<svg xmlns") == 3
    assert html.count("Show as table") == 3
    assert "Friends and other people</h3>" not in html  # picked, and never rated
    assert "Only you can see this." in html


def test_symptoms_stand_between_with_the_band_of_chance_and_a_sentence_about_it(ana: Person, as_ana: Client) -> None:
    answer_weekly(ana, "phq9", [15, 14, None, 8])
    reflect(ana, 1, sleep=6)

    html = page(as_ana)

    places = [html.index(words) for words in ("<h2>My goals", "<h2>Symptoms", "PHQ-9", "<h2>Daily life")]
    assert places == sorted(places)
    assert "Your PHQ-9 is 8. It goes from 0 to 27." in html
    assert "That is 7 points lower than on" in html
    assert "A change that size is more than chance usually makes." in html
    assert "A score is not a diagnosis" in html
    assert "Low mood and how it shows" in html
    assert 'class="chart-band' in html
    assert "<h2>Well-being" not in html


def test_wellbeing_and_daily_life_have_their_own_parts_and_sessions_are_left_out(
    ana: Person, as_ana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    courses = measure_courses_of(ana)
    monkeypatch.setattr(series, "measure_courses", lambda _: [replace_domain(courses[0], each) for each in Domain])

    html = page(as_ana)

    order = ["Symptoms", "Daily life", "Well-being", "What happened in life"]
    parts = [html[html.index(f"<h2>{name}") :] for name in order]
    counts = [len(re.findall("Your PHQ-9 is", re.sub("<desc.*?</desc>", "", part))) for part in parts]
    assert counts == [3, 2, 1, 0]


def test_the_heading_of_the_goals_is_in_her_own_word(ana: Person, as_ana: Client) -> None:
    ana.goal_word = "hope"
    ana.save()
    assert "<h2>My hopes" in page(as_ana)


def test_with_nothing_yet_each_part_says_what_to_do_next(as_ana: Client) -> None:
    html = page(as_ana)

    assert "<svg xmlns" not in html
    for words in (
        "No goal was rated in this time.",
        "You can say how much an area of life gets in the way.",
        "A new job, a move, an illness: a mark shows what was going on.",
        "You can write what changed in your thoughts, your feelings and what you do.",
    ):
        assert words in html
    for name in ("goals", "event_add", "changes"):
        assert f'href="{reverse(name)}"' in html


@pytest.mark.parametrize(("span", "marks"), [("", 14), ("three-months", 14), ("year", 53), ("everything", 70)])
def test_the_span_decides_how_far_back_the_charts_go(
    ana: Person, as_ana: Client, walk: Goal, span: str, marks: int
) -> None:
    rate_weekly(ana, [walk], steps(70))
    assert values_in(page(as_ana, span), walk) == marks


@pytest.mark.parametrize("span", ["x", "\x00", "three-months ", "🌳", "a" * 5000])
def test_anything_else_is_three_months(as_ana: Client, span: str) -> None:
    chosen = re.findall(r'<a href="\?span=([\w-]+)" aria-current="true">', page(as_ana, span))
    assert chosen == ["three-months"]


def test_every_chart_goes_from_the_same_day_to_the_same_day(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 4])
    reflect(ana, 12, sleep=8)

    charts = re.findall(r"<svg xmlns.*?</svg>", page(as_ana), re.DOTALL)

    assert len(charts) == 2
    ticks = [re.findall(r'text-anchor="middle">([^<]+)<', chart) for chart in charts]
    assert ticks[0] == ticks[1] != []


def test_an_older_rating_is_not_taken_for_the_start(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [9, *[4] * 13, 6])

    assert "Your last rating is 6. Where this picture starts it was 4." in page(as_ana)
    assert "Your last rating is 6. When you started with these words it was 9." in page(as_ana, "everything")


def test_a_goal_that_was_not_rated_for_long_says_so(ana: Person, as_ana: Client, walk: Goal) -> None:
    for check_in in rate_weekly(ana, [walk], [4]):
        long_ago = check_in.on - timedelta(days=200)
        check_in.ratings.update(on=long_ago)

    html = page(as_ana)

    assert "You have not rated this goal for a while." in html
    assert values_in(html, walk) == 0
    assert values_in(page(as_ana, "year"), walk) == 1


def test_goals_that_are_not_active_are_there_when_they_were_rated(ana: Person, as_ana: Client, walk: Goal) -> None:
    for words, to, values in (
        ("paint", "paused", [3, 4]),
        ("sing", "finished", [5]),
        ("swim", "let_go", [3]),
        ("knit", "paused", []),
    ):
        goal = begun(ana, words)
        rate_weekly(ana, [goal], values)
        move_goal(goal=goal, to=GoalStatus(to), by=ana)
    begin_draft(by=ana, wording="not begun")

    html = page(as_ana)

    assert all(words in html for words in ("walk with Sam", "paint", "sing"))
    assert not any(words in html for words in ("swim", "knit", "not begun"))
    assert "You have not rated this goal yet." in html


def test_new_words_are_marked_and_another_scale_has_a_chart_of_its_own(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 4])
    reword_goal(goal=walk, wording="walk daily", levels=None, reason=RevisionReason.OTHER, based_on=1, by=ana)
    rate_weekly(ana, [walk], [5], version=2)
    assert "new words" in page(as_ana)

    levels = AttainmentLevels(LevelPart.ACTIVITY, tuple(LEVELS))
    reword_goal(goal=walk, wording="walk daily", levels=levels, reason=RevisionReason.OTHER, based_on=2, by=ana)
    rate_weekly(ana, [walk], [1], version=3)
    assert "These are your ratings from when you used another scale." in page(as_ana)


def test_a_goal_toward_harm_has_no_chart_and_help_stands_first(ana: Person, as_ana: Client, walk: Goal) -> None:
    harm = begun(ana, "I want to kill myself")
    rate_weekly(ana, [harm, walk], [1, 2])

    html = page(as_ana)

    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert values_in(html, harm) == 0
    assert values_in(html, walk) == 2


def test_events_are_numbered_on_every_chart_and_listed_in_that_order(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], steps(10))
    reflect(ana, 4, sleep=8)
    noted(ana, "new job", days_ago=10)
    noted(ana, "moved house", days_ago=40)
    old = noted(ana, "left school", days_ago=5000)

    html = page(as_ana)

    listed = re.search(r"<ol>.*?</ol>", html, re.DOTALL)
    assert listed is not None
    assert listed[0].index("moved house") < listed[0].index("new job")
    charts = re.findall(r"<svg xmlns.*?</svg>", html, re.DOTALL)
    assert [re.findall(r">(\d)</text>", chart)[-2:] for chart in charts] == [["1", "2"]] * 2
    assert "left school" not in listed[0]
    assert reverse("event", args=[old.id]) in html


def test_what_an_old_event_says_does_not_stretch_the_charts(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3, 4])
    noted(ana, "born", days_ago=10_000)

    html = page(as_ana, "everything")

    first = ana.today() - timedelta(weeks=1)
    assert f"All charts go from {first.day} {first:%B %Y} to" in html


def test_goals_together_are_two_numbers_with_their_range_and_never_compared_with_others(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    rate_weekly(ana, [begun_in_levels(ana)], [-2, 1])
    rate_weekly(ana, [walk], [3, 6])

    html = page(as_ana)

    assert "Your goals on five levels had a T-score of 30 at first. Now it is 60." in html
    assert "With one goal it can go from 30 to 70." in html
    assert "it is never compared with another person’s" in html
    assert "Your goal rated from 0 to 10 was at 3.0 at first. Now it is at 6.0." in html


def test_the_goals_own_page_has_its_t_with_the_range_and_says_that_levels_count_more(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    bus = begun_in_levels(ana)
    rate_weekly(ana, [bus], [-2, 1])
    rate_weekly(ana, [walk], [3, 6])

    html, of_walk = (as_ana.get(reverse("goal", args=[goal.id])).content.decode() for goal in (bus, walk))

    assert "The levels in your own words count more than this number." in html
    assert "With one goal it can go from 30 to 70." in html
    assert "T-score" not in of_walk


def test_words_of_a_goal_are_escaped(ana: Person, as_ana: Client) -> None:
    rate_weekly(ana, [begun(ana, "<script>1</script>")], [3])
    assert "<script>1" not in page(as_ana)


def test_a_long_history_asks_the_database_no_more_often(ana: Person, as_ana: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(as_ana, "everything")
        return len(queries)

    goals = [begun(ana, words) for words in ("walk", "sleep", "paint")]
    short(ana, goals)
    few = asked()
    rate_weekly(ana, goals, steps(104))
    answer_weekly(ana, "rses", [week % 30 for week in range(12)])
    for week in range(2, 40):
        reflect(ana, week, sleep=week % 10)
        noted(ana, f"event {week}")

    assert asked() == few <= MOST_QUERIES


def measure_courses_of(person: Person) -> list[MeasureCourse]:
    answer_weekly(person, "phq9", [15, 8])
    return measure_courses(person)


def replace_domain(course: MeasureCourse, domain: Domain) -> MeasureCourse:
    """The same scores, as of a measure about something else."""
    return replace(course, plan_id=uuid4(), measure=replace(course.measure, domain=domain))


def short(person: Person, goals: list[Goal]) -> None:
    rate_weekly(person, goals, [3])
    reflect(person, 1, sleep=3)
    answer_weekly(person, "phq9", [15, 8])
    answer_weekly(person, "gad7", [4])
    noted(person)


def test_nothing_of_sam_is_on_anas_page(sam: Person, as_ana: Client) -> None:
    rate_weekly(sam, [begun(sam, "sam's own goal")], [3])
    reflect(sam, 1, anger=9)

    html = page(as_ana)

    assert "sam&#x27;s own goal" not in html
    assert "Anger" not in html


def test_it_only_shows_and_only_to_someone_signed_in(as_ana: Client, anyone: Client) -> None:
    assert as_ana.post(PROGRESS).status_code == 405
    assert reverse("account_login") in anyone.get(PROGRESS)["Location"]


def test_every_page_leads_to_it(as_ana: Client) -> None:
    html = as_ana.get(reverse("record")).content.decode()
    assert f'<a href="{PROGRESS}">How it goes</a>' in html
