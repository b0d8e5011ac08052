"""Right after the last question: the score in plain words, what it can and cannot say, and the chart."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from goalward.web.accounts.models import Person
from goalward.web.measures.models import Administration, MeasurePlan
from tests.integration.measures.conftest import answered, chosen

QUERIES = 6


def page_of(client: Client, done: Administration) -> str:
    return " ".join(client.get(reverse("administration", args=[done.id])).content.decode().split())


def test_the_score_its_ends_and_what_it_cannot_say_stand_there(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, *[1] * 9))
    for words in ("PHQ-9 is 9", "from 0 to 27", "not a diagnosis", "Your answers are saved.", "mild"):
        assert words in page


def test_a_score_that_was_filled_in_says_by_which_rule(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, 1, 1, 1, 1, 1, 1, 1, None, 0))
    assert "You answered 8 of the 9 questions that count." in page
    assert "mean of your other answers" in page


def test_too_many_open_questions_give_no_score_and_say_why(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, 1, 1))
    assert "There is no score: 7 questions are open, and 2 may be." in page
    assert "PHQ-9 is" not in page


def test_an_open_question_about_safety_is_never_filled_in(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    assert "never filled in" in page_of(as_ana, answered(ana, phq9, *[1] * 8))


def test_a_low_score_is_no_all_clear(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, *[0] * 9))
    assert "PHQ-9 is 0" in page
    assert "A low number is no all-clear." in page


def test_a_change_is_said_beside_what_chance_can_do(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    with time_machine.travel(ana.today() - timedelta(weeks=8)):
        answered(ana, phq9, *[2] * 8, 0)
    page = page_of(as_ana, answered(ana, phq9, *[1] * 8, 0))
    assert "8 points lower" in page
    assert "more than chance usually makes" in page
    assert "changes that chance alone can make" in page
    assert "chart-band" in page


def test_a_number_that_nobody_checked_says_so(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, *[1] * 9))
    assert "Where these numbers come from" in page
    assert "NHS Talking Therapies" in page
    assert "not been checked" in page or "Not checked" in page


def test_her_answers_are_there_to_read(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, 3, *[0] * 8))
    assert "Nearly every day" in page
    assert "Little interest or pleasure in doing things" in page


def test_answers_to_another_version_keep_the_score_of_then(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    done = answered(ana, phq9, *[1] * 9)
    done.version = "0.9.0"
    done.save(update_fields=["version"])
    page = page_of(as_ana, done)
    assert "PHQ-9: Total was 9 then." in page
    assert "The questions have changed since" in page
    assert "There is no score" not in page


@pytest.mark.parametrize("measure_id", ["auditc", "pcl5", "rses", "gad2", "phq4"])
def test_every_measure_on_offer_comes_to_something(as_ana: Client, ana: Person, measure_id: str) -> None:
    plan = chosen(ana, measure_id)
    page = page_of(as_ana, answered(ana, plan, *[1] * 20))
    assert "not a diagnosis" in page
    assert "<svg" in page


def test_the_page_costs_the_same_however_long_it_goes_on(
    as_ana: Client, ana: Person, phq9: MeasurePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    done = answered(ana, phq9, *[1] * 9)
    page_of(as_ana, done)
    with django_assert_num_queries(QUERIES):
        page_of(as_ana, done)
    for value in (1, 2, 3, 2, 1):
        done = answered(ana, phq9, *[value] * 9)
    with django_assert_num_queries(QUERIES):
        page_of(as_ana, done)


def test_an_earlier_result_is_told_as_it_was_then(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    with time_machine.travel(ana.today() - timedelta(weeks=8)):
        first = answered(ana, phq9, *[2] * 8, 0)
    answered(ana, phq9, *[1] * 8, 0)
    page = page_of(as_ana, first)
    assert "PHQ-9 is 16" in page
    assert "PHQ-9 is 8" not in page
    assert "All of this is as it was on" in page
    assert "Your answers are saved." not in page


def test_a_chart_is_described_whole_though_the_page_has_said_it(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, *[1] * 9))
    assert "Your PHQ-9 is 9." in page.partition("<desc")[2].partition("</desc>")[0]
    assert "Your PHQ-9 is 9." not in page.partition("<figcaption>")[2].partition("</figcaption>")[0]


def test_without_any_score_there_is_no_empty_picture(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    page = page_of(as_ana, answered(ana, phq9, 1))
    assert "chart-frame" not in page


def test_the_page_says_when_the_next_time_is(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    assert "Next time:" in page_of(as_ana, answered(ana, phq9, *[1] * 9))
