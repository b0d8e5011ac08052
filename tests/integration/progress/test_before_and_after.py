"""An event's own page: each series before and after its day, what needs more ratings hidden, and no cause named."""

from __future__ import annotations

import re
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goalward.goals import RevisionReason
from goalward.web.accounts.models import Person
from goalward.web.goals.actions import reword_goal
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import begun, rate_weekly, steps
from tests.integration.progress.stories import answer_weekly, reflect
from tests.integration.progress.test_events import address, noted


def page(person: Person, client: Client, days_ago: int) -> str:
    return client.get(address(noted(person, days_ago=days_ago))).content.decode()


def test_a_goal_is_compared_before_and_after_the_day_with_its_errors_and_counts(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    rate_weekly(ana, [walk], [1, 2, 3, 4, 5, 6])

    html = page(ana, as_ana, days_ago=20)

    assert "Of every 100 pairs of one rating from before and one from after, 100 are higher after." in html
    assert "Ratings before: 3. From that day on: 3." in html
    assert "NAP, nonoverlap of all pairs" in html
    assert "<td>1.00</td>" in html
    assert "(if nothing had changed)" in html
    assert "A higher number counts upward here." in html
    assert html.index("Other statistics") < html.index("PND, beyond all of A")


def test_of_a_long_history_the_ratings_nearest_to_the_day_count(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [9] * 30 + [1] * 60 + [5] * 3)

    html = page(ana, as_ana, days_ago=20)

    assert "Ratings before: 60. From that day on: 3." in html
    assert "100 are higher after" in html
    assert "At most 60 ratings on each side of the day count." in html


def test_the_day_itself_counts_as_after(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [1, 2, 3, 4])
    assert "Ratings before: 3. From that day on: 1." in page(ana, as_ana, days_ago=0)


def test_a_statistic_that_needs_more_ratings_is_hidden_with_its_reason(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [1, 2, 3, 5, 6])

    html = page(ana, as_ana, days_ago=10)

    assert "Tau, which is NAP from -1 to 1" in html
    assert re.search(
        r"Tau-U</th>\s*<td colspan=\"2\">This needs at least 5 ratings from before. So far it has 3.", html
    )


def test_with_too_few_ratings_for_any_the_sentence_says_so_and_that_is_all(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    rate_weekly(ana, [walk], [1, 2, 5, 6])

    html = page(ana, as_ana, days_ago=10)

    assert "This needs at least 3 ratings from before. So far it has 2." in html
    assert "Other statistics" not in html


def test_less_in_the_way_is_what_an_area_is_looked_at_for(ana: Person, as_ana: Client) -> None:
    for weeks_ago, impact in ((9, 8), (8, 9), (7, 8), (3, 4), (2, 3)):
        reflect(ana, weeks_ago, sleep=impact)

    html = page(ana, as_ana, days_ago=40)

    assert "<h3>Sleep</h3>" in html
    assert "100 are lower after" in html


def test_a_questionnaire_is_compared_from_the_side_that_is_better(ana: Person, as_ana: Client) -> None:
    answer_weekly(ana, "phq9", [15, 16, 14, 9, None, 8])

    html = page(ana, as_ana, days_ago=18)

    assert "<h3>PHQ-9</h3>" in html
    assert "A lower number counts upward here." in html
    assert "100 are lower after" in html
    assert "Ratings before: 3. From that day on: 2." in html


def test_ratings_of_other_words_are_not_compared(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [9] * 6)
    reword_goal(goal=walk, wording="swim", levels=None, reason=RevisionReason.OTHER, based_on=1, by=ana)
    rate_weekly(ana, [walk], [1, 2, 3, 4], version=2)

    assert "Ratings before: 3. From that day on: 1." in page(ana, as_ana, days_ago=5)


def test_it_never_says_what_made_a_difference_and_says_so(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [1, 2, 3, 4, 5, 6])
    assert "so a difference does not say what made it" in page(ana, as_ana, days_ago=20)


def test_without_ratings_there_is_nothing_to_compare_and_that_is_said(ana: Person, as_ana: Client, walk: Goal) -> None:
    assert "There is nothing to compare yet." in page(ana, as_ana, days_ago=20)


def test_a_goal_toward_harm_is_not_compared(ana: Person, as_ana: Client) -> None:
    rate_weekly(ana, [begun(ana, "I want to kill myself")], [1, 2, 3, 4])
    assert "There is nothing to compare yet." in page(ana, as_ana, days_ago=8)


def test_a_long_history_asks_the_database_no_more_often(ana: Person, as_ana: Client) -> None:
    goals = [begun(ana, words) for words in ("walk", "sleep", "paint")]
    rate_weekly(ana, goals, steps(104))
    for week in range(2, 40):
        reflect(ana, week, sleep=week % 10)
    answer_weekly(ana, "phq9", [week % 27 for week in range(12)])
    event = noted(ana, days_ago=int(timedelta(weeks=50).days))

    with CaptureQueriesContext(connection) as asked:
        as_ana.get(address(event))

    assert len(asked) <= 10
