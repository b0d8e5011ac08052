"""The numbers of one series as a file: what was rated and when, and nothing that says what it is of."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goalward.goals import AttainmentLevels, LevelPart, RevisionReason
from goalward.web.accounts.models import Person
from goalward.web.goals.actions import reword_goal
from goalward.web.goals.models import Goal
from tests.integration.goals.stories import LEVELS, rate_weekly
from tests.integration.progress.stories import answer_weekly, reflect

AREAS = "/progress/areas.csv"


def of(goal: Goal) -> str:
    return reverse("goal_numbers", args=[goal.id])


def rows(response: HttpResponse) -> list[list[str]]:
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


def test_each_rating_has_its_day_its_words_and_its_scale(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3])
    levels = AttainmentLevels(LevelPart.ACTIVITY, tuple(LEVELS))
    reword_goal(goal=walk, wording="walk", levels=levels, reason=RevisionReason.CLEARER, based_on=1, by=ana)
    rate_weekly(ana, [walk], [-1], version=2)

    head, *ratings = rows(as_ana.get(of(walk)))

    today = ana.today().isoformat()
    assert head == ["Date", "Rating", "Version of the words", "Scale"]
    assert [rating[:3] for rating in ratings] == [[today, "3", "1"], [today, "-1", "2"]]
    assert len({rating[3] for rating in ratings}) == 2


def test_a_questionnaire_has_a_day_and_a_score_a_row_and_an_empty_cell_where_there_was_none(
    ana: Person, as_ana: Client
) -> None:
    plan = answer_weekly(ana, "phq9", [15, None, 8])

    head, *scores = rows(as_ana.get(reverse("measure_numbers", args=[plan.id])))

    assert head == ["Date", "PHQ-9"]
    assert [score for _, score in scores] == ["15", "", "8"]
    assert scores[-1][0] == ana.today().isoformat()


def test_all_areas_are_in_one_file_so_that_no_address_names_one(ana: Person, as_ana: Client) -> None:
    with time_machine.travel("2026-11-23 12:00:00+00:00", tick=False):
        reflect(ana, 1, sleep=8, social=None)
        reflect(ana, 0, sleep=None, social=2)
        found = rows(as_ana.get(AREAS))

    assert found == [
        ["Date", "Area of life", "How much it gets in the way, from 0 to 10"],
        ["2026-11-16", "Sleep", "8"],
        ["2026-11-23", "Sleep", ""],
        ["2026-11-16", "Friends and other people", ""],
        ["2026-11-23", "Friends and other people", "2"],
    ]


def test_without_ratings_the_file_has_a_head_alone(as_ana: Client, walk: Goal) -> None:
    assert [len(rows(as_ana.get(address))) for address in (of(walk), AREAS)] == [1, 1]


@pytest.mark.parametrize("name", ["goal", "areas"])
def test_the_file_is_saved_under_a_neutral_name_kept_nowhere_and_runs_nothing(
    as_ana: Client, walk: Goal, name: str
) -> None:
    with time_machine.travel("2026-11-23 12:00:00+00:00", tick=False):
        response = as_ana.get(of(walk) if name == "goal" else AREAS)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="goalward-export-{date(2026, 11, 23)}.csv"'
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_her_own_words_are_not_in_it(ana: Person, as_ana: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3])
    assert "Sam" not in as_ana.get(of(walk)).content.decode()


def test_a_stranger_does_not_learn_that_it_is_there(ana: Person, as_sam: Client, walk: Goal) -> None:
    rate_weekly(ana, [walk], [3])
    reflect(ana, 1, sleep=8)
    plan = answer_weekly(ana, "phq9", [15])

    assert as_sam.get(of(walk)).status_code == 404
    assert as_sam.get(reverse("measure_numbers", args=[plan.id])).status_code == 404
    assert len(rows(as_sam.get(AREAS))) == 1


def test_it_only_gives_and_only_to_someone_signed_in(as_ana: Client, anyone: Client, walk: Goal) -> None:
    for address in (of(walk), AREAS):
        assert as_ana.post(address).status_code == 405
        assert reverse("account_login") in anyone.get(address)["Location"]
