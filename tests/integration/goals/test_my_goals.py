"""The signed-in home: this week, the goals of now, drafts, paused, finished and let go."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from goalward.web.accounts.models import Person
from tests.integration.goals.stories import begun, rate_weekly

MY_GOALS = "/goals/"


def page(client: Client) -> str:
    response = client.get(MY_GOALS)
    assert response.status_code == 200
    return response.content.decode()


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
    assert "Friends" in html
    assert "text Sam on Monday" in html
    assert "Your last rating is 6. When you started with these words it was 3." in html
    assert html.count("<svg") > 0
    assert reverse("goal", args=[goal.id]) in html
