"""What was saved by a check-in: the notes, each rated goal's chart, and help when a note asks for it."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from goalward.web.progress.models import CheckIn
from tests.integration.goals.stories import begun, rate_weekly, steps
from tests.integration.progress.conftest import Send


def address(check_in: CheckIn) -> str:
    return reverse("checked_in", args=[check_in.id])


def saved(client: Client, sent: Send, *args: object, **typed: object) -> str:
    return client.get(sent(*args, **typed)["Location"]).content.decode()


def test_what_was_saved_is_shown_with_the_chart_and_its_sentence(
    ana: Person, as_ana: Client, check_in: Send, walk: Goal
) -> None:
    rate_weekly(ana, [walk], [3, 4])

    html = saved(as_ana, check_in, {walk: "6"}, thoughts="less worry", actions="went out")

    assert "Your check-in is saved." in html
    assert "Your last rating is 6. When you started with these words it was 3." in html
    assert "Show as table" in html
    assert "less worry" in html
    assert "went out" in html
    assert "In my feelings:" not in html
    assert "Only you can see this." in html
    assert reverse("goals") in html


def test_only_goals_that_were_rated_are_shown(ana: Person, as_ana: Client, check_in: Send, walk: Goal) -> None:
    paint = begun(ana, "paint")

    html = saved(as_ana, check_in, {walk: "6", paint: "-"})

    assert "walk with Sam" in html
    assert "paint" not in html
    assert "What changed" not in html


def test_an_earlier_check_in_can_be_looked_at_again(ana: Person, as_ana: Client, walk: Goal) -> None:
    [check_in] = rate_weekly(ana, [walk], [4])
    check_in.on -= timedelta(days=30)
    check_in.save()

    html = as_ana.get(address(check_in)).content.decode()

    assert "Check-in of" in html
    assert "is saved" not in html


def test_a_note_about_dying_was_saved_and_is_met_with_help_first(
    ana: Person, as_ana: Client, check_in: Send, walk: Goal
) -> None:
    html = saved(as_ana, check_in, {walk: "2"}, feelings="I want to kill myself")

    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert "Your check-in is saved." in html
    assert ana.record.checkins.get().feelings == "I want to kill myself"


def test_an_ordinary_note_brings_no_help_panel(as_ana: Client, check_in: Send, walk: Goal) -> None:
    assert "Help is here" not in saved(as_ana, check_in, {walk: "2"}, feelings="tired but fine")


def test_a_long_history_asks_the_database_no_more_often(ana: Person, as_ana: Client) -> None:
    goals = [begun(ana, words) for words in ("walk", "sleep", "paint")]
    check_ins = rate_weekly(ana, goals, steps(104))

    with CaptureQueriesContext(connection) as asked:
        as_ana.get(address(check_ins[-1]))

    assert len(asked) <= 15


def test_a_stranger_does_not_learn_that_it_is_there(as_sam: Client, ana: Person, walk: Goal) -> None:
    [check_in] = rate_weekly(ana, [walk], [4])
    assert as_sam.get(address(check_in)).status_code == 404


def test_it_only_shows_and_only_to_someone_signed_in(as_ana: Client, anyone: Client, ana: Person, walk: Goal) -> None:
    [check_in] = rate_weekly(ana, [walk], [4])

    assert as_ana.post(address(check_in)).status_code == 405
    assert reverse("account_login") in anyone.get(address(check_in))["Location"]
