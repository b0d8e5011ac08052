"""A check-in: each active goal on its own scale, three notes, everything optional, kept once."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goalward.decisions import NotAllowedError
from goalward.goals import GoalStatus, RevisionReason
from goalward.progress import RatingError
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.actions import move_goal, reword_goal
from goalward.web.goals.drafts import begin_draft
from goalward.web.goals.models import Goal
from goalward.web.progress import actions
from goalward.web.progress.actions import Given
from goalward.web.progress.models import CheckIn, Rating
from tests.integration.goals.stories import LEVELS, begun, begun_in_levels
from tests.integration.progress.conftest import Send

CHECK_IN = "/check-in/"


def ratings(person: Person) -> list[tuple[int, int]]:
    """Version and value of everything the person has rated."""
    return [(rating.version, rating.value) for rating in person.record.ratings.all()]


def test_each_active_goal_is_asked_about_on_its_own_scale(ana: Person, as_ana: Client, walk: Goal) -> None:
    bus = begun_in_levels(ana)

    html = as_ana.get(CHECK_IN).content.decode()

    assert "walk with Sam" in html
    assert len(re.findall(rf'name="goal_{walk.id}" value="\d+"', html)) == 11
    assert re.findall(rf'name="goal_{bus.id}" value="(.+?)"', html) == ["-2", "-1", "0", "1", "2", "-"]
    for text in LEVELS:
        assert text in html
    assert "Not at all where I want to be" in html
    assert html.count("Skip this one") == 2
    assert "All three boxes are optional." in html
    assert "Why we ask:" in html
    assert "Only you can see this." in html


def test_goals_that_are_not_active_are_left_out(ana: Person, as_ana: Client, walk: Goal) -> None:
    move_goal(goal=begun(ana, "paint"), to=GoalStatus.PAUSED, by=ana)
    begin_draft(by=ana, wording="sleep")

    html = as_ana.get(CHECK_IN).content.decode()

    assert "walk with Sam" in html
    assert "paint" not in html
    assert "sleep" not in html


def test_without_an_active_goal_there_is_nothing_to_rate(as_ana: Client) -> None:
    html = as_ana.get(CHECK_IN).content.decode()

    assert "Nothing to rate at the moment" in html
    assert "<textarea" not in html


def test_ratings_and_notes_are_kept_for_today(ana: Person, check_in: Send, walk: Goal) -> None:
    bus = begun_in_levels(ana)

    response = check_in({walk: "6", bus: "-1"}, thoughts="less worry", feelings="calm", actions="went out")

    kept = ana.record.checkins.get()
    assert response["Location"] == reverse("checked_in", args=[kept.id])
    assert (kept.on, kept.thoughts, kept.feelings, kept.actions) == (ana.today(), "less worry", "calm", "went out")
    assert {(rating.goal_id, rating.value, rating.on) for rating in kept.ratings.all()} == {
        (walk.id, 6, kept.on),
        (bus.id, -1, kept.on),
    }


def test_today_is_the_day_where_the_person_is(ana: Person, check_in: Send, walk: Goal) -> None:
    ana.time_zone = "Pacific/Auckland"
    ana.save()

    with time_machine.travel("2026-11-22 23:30:00+00:00", tick=False):
        check_in({walk: "6"})

    assert ana.record.checkins.get().on == date(2026, 11, 23)


@pytest.mark.parametrize("skipped", ["", "-"])
def test_a_goal_can_be_skipped(ana: Person, check_in: Send, walk: Goal, skipped: str) -> None:
    bus = begun_in_levels(ana)

    check_in({walk: "0", bus: skipped})

    assert ratings(ana) == [(1, 0)]


def test_notes_alone_are_a_check_in(ana: Person, check_in: Send, walk: Goal) -> None:
    check_in({walk: ""}, actions="went out")

    assert ana.record.checkins.get().actions == "went out"
    assert ratings(ana) == []


def test_with_everything_skipped_nothing_is_saved_and_that_is_fine(ana: Person, check_in: Send, walk: Goal) -> None:
    response = check_in({walk: "-"}, thoughts="  ")

    html = response.content.decode()
    assert response.status_code == 200
    assert "There is nothing to save yet, and that is fine." in html
    assert "<title>Check in" in html
    assert not ana.record.checkins.exists()


def test_a_double_click_makes_one_check_in(ana: Person, check_in: Send, walk: Goal) -> None:
    once = uuid4()

    first, second = (check_in({walk: "6"}, once=once) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert ana.record.checkins.count() == 1
    assert ratings(ana) == [(1, 6)]
    assert AuditEntry.objects.filter(did="checked.in").count() == 1


def test_two_check_ins_on_one_day_are_both_kept(ana: Person, check_in: Send, walk: Goal) -> None:
    check_in({walk: "6"})
    check_in({walk: "4"})

    assert ratings(ana) == [(1, 6), (1, 4)]


def test_each_page_draws_its_own_mark_against_double_clicks(as_ana: Client, walk: Goal) -> None:
    drawn = {
        mark
        for _ in range(2)
        for mark in re.findall(r'name="once" value="(.+?)"', as_ana.get(CHECK_IN).content.decode())
    }
    assert len(drawn) == 2


def test_a_rating_belongs_to_the_words_that_the_page_showed(ana: Person, check_in: Send, walk: Goal) -> None:
    reword_goal(goal=walk, wording="swim", levels=None, reason=RevisionReason.OTHER, based_on=1, by=ana)

    check_in({walk: "6"}, version=1)
    check_in({walk: "7"}, version=2)

    assert ratings(ana) == [(1, 6), (2, 7)]


def test_a_form_that_does_not_say_what_it_showed_is_about_the_goals_of_now(
    ana: Person, as_ana: Client, walk: Goal
) -> None:
    as_ana.post(CHECK_IN, {f"goal_{walk.id}": "6"})
    assert ratings(ana) == [(1, 6)]


def test_a_goal_paused_meanwhile_is_refused_kindly_and_the_rest_is_still_there(
    ana: Person, check_in: Send, walk: Goal
) -> None:
    paint = begun(ana, "paint")
    move_goal(goal=paint, to=GoalStatus.PAUSED, by=ana)

    response = check_in({walk: "6", paint: "3"}, thoughts="less worry")

    html = response.content.decode()
    assert response.status_code == 409
    assert "This goal is paused, so there is nothing to rate." in html
    assert "paint" in html
    assert "less worry</textarea>" in html
    assert re.search(rf'name="goal_{walk.id}" value="6"[^>]* checked', html)
    assert f"goal_{paint.id}" not in html
    assert not ana.record.checkins.exists()


def test_after_that_the_rest_can_be_saved(ana: Person, check_in: Send, walk: Goal) -> None:
    paint, once = begun(ana, "paint"), uuid4()
    move_goal(goal=paint, to=GoalStatus.PAUSED, by=ana)
    check_in({walk: "6", paint: "3"}, once=once, thoughts="less worry")

    check_in({walk: "6"}, once=once, thoughts="less worry")

    assert ratings(ana) == [(1, 6)]
    assert ana.record.checkins.get().thoughts == "less worry"


def test_notes_for_the_only_goal_that_was_closed_meanwhile_are_not_lost(
    ana: Person, check_in: Send, walk: Goal
) -> None:
    move_goal(goal=walk, to=GoalStatus.FINISHED, by=ana)

    html = check_in({walk: "6"}, thoughts="less worry").content.decode()

    assert "This goal is finished." in html
    assert "less worry</textarea>" in html
    assert "Save this check-in" in html


@pytest.mark.parametrize("value", ["11", "-1", "six", "6.5", "\x00"])
def test_a_rating_off_the_scale_is_said_beside_it_and_nothing_is_saved(
    ana: Person, check_in: Send, walk: Goal, value: str
) -> None:
    html = check_in({walk: value}, thoughts="less worry").content.decode()

    assert "Choose a number from 0 to 10." in html
    assert "less worry</textarea>" in html
    assert "<title>Error: Check in" in html
    assert not ana.record.checkins.exists()


def test_a_level_that_does_not_exist_is_said_beside_it(ana: Person, check_in: Send) -> None:
    html = check_in({begun_in_levels(ana): "3"}).content.decode()
    assert "Choose one of the answers." in html


@pytest.mark.parametrize(
    ("note", "message"),
    [("walk\x00", "Some characters here cannot be kept."), ("x" * 100_001, "Use 100,000 characters or fewer.")],
)
def test_a_note_that_cannot_be_kept_loses_no_rating(
    ana: Person, check_in: Send, walk: Goal, note: str, message: str
) -> None:
    html = check_in({walk: "6"}, thoughts=note).content.decode()

    assert message in html
    assert re.search(rf'name="goal_{walk.id}" value="6"[^>]* checked', html)
    assert not ana.record.checkins.exists()


@pytest.mark.parametrize("note", ["🌳 שלום", "<script>1</script>", "two\nlines ", "rain " * 10_000])
def test_odd_notes_are_kept_exactly(ana: Person, check_in: Send, walk: Goal, note: str) -> None:
    check_in({walk: "6"}, feelings=note)
    assert ana.record.checkins.get().feelings == note


@pytest.mark.parametrize("shown", ["", "x", "\x00", "00000000-0000-0000-0000-000000000000.1", "." * 5000])
def test_a_form_about_nothing_known_rates_nothing(ana: Person, check_in: Send, walk: Goal, shown: str) -> None:
    assert check_in({walk: "6"}, shown=shown).status_code == 200
    assert not Rating.objects.exists()


def test_a_form_with_two_wordings_of_one_goal_rates_it_once(ana: Person, check_in: Send, walk: Goal) -> None:
    reword_goal(goal=walk, wording="rest", levels=None, reason=RevisionReason.OTHER, based_on=1, by=ana)
    response = check_in({walk: "6"}, shown=f"{walk.id}.1 {walk.id}.2")
    assert response.status_code == 302
    assert Rating.objects.get().version == 2


def test_a_level_without_words_of_its_own_goes_by_its_name(ana: Person, as_ana: Client) -> None:
    begun(ana, "take the bus", scale_kind="levels", level_part="activity", levels=["", "", "ride", "", ""])

    html = as_ana.get(CHECK_IN).content.decode()

    assert "Much less than I hope for" in html
    assert "ride" in html


def test_a_goal_toward_harm_is_not_rated_and_help_stands_first(ana: Person, as_ana: Client, walk: Goal) -> None:
    goal = begun(ana, "I want to kill myself")

    html = as_ana.get(CHECK_IN).content.decode()

    assert html.index("Help is here if you want it") < html.index("<h1>")
    assert f"goal_{walk.id}" in html
    assert f"goal_{goal.id}" not in html


def test_a_check_in_is_audited_without_what_it_says(ana: Person, check_in: Send, walk: Goal) -> None:
    check_in({walk: "6"})

    entry = AuditEntry.objects.get(did="checked.in")
    assert (entry.by, entry.record_id, entry.object_id) == (ana.id, ana.record.id, ana.record.checkins.get().id)


def test_no_caller_can_rate_a_goal_that_is_not_active(ana: Person, walk: Goal) -> None:
    move_goal(goal=walk, to=GoalStatus.PAUSED, by=ana)

    with pytest.raises(NotAllowedError, match="This goal is paused"):
        actions.check_in(by=ana, once=uuid4(), ratings=[Given(walk.id, 1, 6)], notes={})
    assert not CheckIn.objects.exists()


def test_no_caller_can_rate_off_the_scale(ana: Person, walk: Goal) -> None:
    with pytest.raises(RatingError):
        actions.check_in(by=ana, once=uuid4(), ratings=[Given(walk.id, 1, 11)], notes={})
    assert not CheckIn.objects.exists()


def test_a_goal_of_somebody_else_is_not_rated(check_in: Send, sam: Person) -> None:
    theirs = begun(sam, "swim")

    html = check_in({theirs: "6"}, thoughts="hm").content.decode()

    assert "swim" not in html
    assert not Rating.objects.exists()


def test_saving_asks_the_database_a_bounded_number_of_times(ana: Person, check_in: Send) -> None:
    goals = [begun(ana, words) for words in ("walk", "sleep", "paint")]

    with CaptureQueriesContext(connection) as asked:
        assert check_in(dict.fromkeys(goals, "6"), thoughts="less worry").status_code == 302

    assert len(asked) <= 18


def test_it_takes_no_other_method(as_ana: Client) -> None:
    assert as_ana.put(CHECK_IN).status_code == 405


def test_signed_out_it_leads_to_sign_in(anyone: Client) -> None:
    assert reverse("account_login") in anyone.get(CHECK_IN)["Location"]
