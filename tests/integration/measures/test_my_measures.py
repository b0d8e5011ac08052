"""The measures that ana chose: what is due, what came of the last time, and what can be done."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from goalward.measures import measure
from goalward.progress import Rhythm
from goalward.web.accounts.models import Person
from goalward.web.measures.actions import change_rhythm, finish_administration, keep_answers, stop_measure
from goalward.web.measures.models import Administration, MeasurePlan
from goalward.web.measures.operator import withdraw_measure
from goalward.web.measures.queries import due_count
from tests.integration.measures.conftest import answered, begun, chosen

MINE = "/measures/"
QUERIES = 7  # her login session, who she is, her record, the offer, her plans, what is open, what came of them


def page_of(client: Client, address: str = MINE) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_without_any_the_page_says_what_a_measure_is_and_how_to_choose_one(as_ana: Client) -> None:
    page = page_of(as_ana)
    assert "No measure yet" in page
    assert 'href="/measures/choose/"' in page
    assert "You need none of them" in page


def test_a_measure_that_is_due_can_be_answered_now(as_ana: Client, phq9: MeasurePlan) -> None:
    page = page_of(as_ana)
    assert "PHQ-9" in page
    assert "It is time for it again, whenever it suits you." in page
    assert "Answer now" in page


def test_after_an_answer_the_page_says_what_came_of_it_and_when_the_next_time_is(
    as_ana: Client, ana: Person, phq9: MeasurePlan
) -> None:
    answered(ana, phq9, *[1] * 9)
    page = page_of(as_ana)
    next_time = ana.today() + timedelta(weeks=2)
    assert ": 9 of 27." in page
    assert f"Next time: {next_time.day} {next_time:%B %Y}." in page


def test_a_measure_for_whenever_she_likes_is_never_due(as_ana: Client, ana: Person) -> None:
    plan = chosen(ana, rhythm=Rhythm.MY_CHOICE)
    assert plan.due_on is None
    assert "Answer it whenever you like." in page_of(as_ana)


def test_answers_without_a_score_are_told_as_such(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    answered(ana, phq9, 1, 1)
    assert "without a score" in page_of(as_ana)


def test_a_stopped_one_stands_apart_and_is_not_asked(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    stop_measure(by=ana, plan=phq9)
    page = page_of(as_ana)
    assert "Stopped" in page
    assert "Answer now" not in page
    phq9.refresh_from_db()
    assert phq9.due_on is None


def test_the_page_costs_the_same_however_often_she_answered(
    as_ana: Client, ana: Person, phq9: MeasurePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    as_ana.get(MINE)
    with django_assert_num_queries(QUERIES):
        as_ana.get(MINE)
    for plan in (phq9, chosen(ana, "gad7")):
        for value in (3, 2, 1):
            answered(ana, plan, *[value] * 9)
    with django_assert_num_queries(QUERIES):
        as_ana.get(MINE)


# Choosing


def choose(client: Client, **typed: str) -> str:
    return client.post("/measures/choose/", {"measure": "gad7", "rhythm": "weekly"} | typed).headers.get("Location", "")


def test_each_is_described_in_plain_words_before_it_is_chosen(as_ana: Client) -> None:
    page = page_of(as_ana, "/measures/choose/")
    assert "Low mood and how it shows, over the last two weeks." in page
    assert "PHQ-9 · 10 questions" in page
    assert "None of them is a test" in page


def test_choosing_leads_to_the_page_before_the_first_question(as_ana: Client, ana: Person) -> None:
    address = choose(as_ana)
    plan = ana.record.measureplans.get()
    assert address == reverse("measure_begin", args=[plan.id])
    assert (plan.measure, plan.rhythm, plan.due_on, plan.author) == ("gad7", "weekly", ana.today(), ana.id)


def test_a_double_click_chooses_once_and_a_chosen_one_is_not_offered_again(as_ana: Client, ana: Person) -> None:
    once = "5cb0b7a4-3a3b-4d69-9f58-0d4ce1fb1111"
    assert choose(as_ana, once=once) == choose(as_ana, once=once) == choose(as_ana) != ""
    assert ana.record.measureplans.count() == 1
    assert 'value="gad7"' not in page_of(as_ana, "/measures/choose/")


def test_a_stopped_one_can_be_chosen_again_and_is_the_same_one(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    answered(ana, phq9, *[1] * 9)
    stop_measure(by=ana, plan=phq9)
    assert choose(as_ana, measure="phq9") == reverse("measure_begin", args=[phq9.id])
    phq9.refresh_from_db()
    assert phq9.stopped_at is None
    assert phq9.due_on == ana.today() + timedelta(weeks=1)


@pytest.mark.parametrize("typed", [{"measure": ""}, {"measure": "ors"}, {"measure": "who5"}, {"rhythm": "hourly"}])
def test_what_is_not_offered_is_not_chosen(as_ana: Client, ana: Person, typed: dict[str, str]) -> None:
    assert not choose(as_ana, **typed)
    assert not ana.record.measureplans.exists()


def test_the_measure_is_sealed_in_the_database(phq9: MeasurePlan) -> None:
    stored = MeasurePlan.objects.filter(id=phq9.id).values_list("measure", flat=True).get()
    assert b"phq" not in bytes(stored)


# Changing


def test_how_often_can_be_changed_and_counts_from_the_last_answer(
    as_ana: Client, ana: Person, phq9: MeasurePlan
) -> None:
    answered(ana, phq9, *[1] * 9)
    assert 'value="two_weeks"' in page_of(as_ana, reverse("measure_rhythm", args=[phq9.id]))
    as_ana.post(reverse("measure_rhythm", args=[phq9.id]), {"rhythm": "four_weeks"})
    phq9.refresh_from_db()
    assert (phq9.rhythm, phq9.due_on) == ("four_weeks", ana.today() + timedelta(weeks=4))


def test_stopping_asks_no_more_and_keeps_what_was_answered(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    answered(ana, phq9, *[1] * 9)
    assert as_ana.post(reverse("measure_stop", args=[phq9.id]))["Location"] == reverse("measure", args=[phq9.id])
    page = page_of(as_ana, reverse("measure", args=[phq9.id]))
    assert "You stopped this one." in page
    assert "The times you answered" in page


def test_one_that_the_operator_took_back_is_still_there_to_read(as_ana: Client, ana: Person) -> None:
    plan = chosen(ana, "gad7")
    done = answered(ana, plan, *[1] * 7)
    plan.due_on = ana.today()
    plan.save(update_fields=["due_on"])
    assert due_count(ana) == 1
    withdraw_measure("gad7")
    assert due_count(ana) == 0
    assert "This site does not offer it at the moment." in page_of(as_ana)
    begin = reverse("measure_begin", args=[plan.id])
    assert as_ana.get(begin)["Location"] == as_ana.post(begin)["Location"] == reverse("measure", args=[plan.id])
    result = page_of(as_ana, reverse("administration", args=[done.id]))
    assert "GAD-7 is 7" in result
    assert "Feeling nervous" not in result


def test_the_measures_that_most_people_come_with_are_offered_first(as_ana: Client) -> None:
    page = page_of(as_ana, "/measures/choose/")
    places = [page.index(f'value="{name}"') for name in ("phq2", "phq4", "phq9", "gad2", "gad7", "auditc", "rses")]
    assert places == sorted(places)


def test_a_stopped_measure_is_never_due_and_not_begun(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    stop_measure(by=ana, plan=phq9)
    as_ana.post(reverse("measure_rhythm", args=[phq9.id]), {"rhythm": "weekly"})
    phq9.refresh_from_db()
    assert phq9.due_on is None
    begin = reverse("measure_begin", args=[phq9.id])
    assert as_ana.get(begin)["Location"] == reverse("measure", args=[phq9.id])


def test_finishing_what_was_begun_before_a_stop_plans_nothing(ana: Person, phq9: MeasurePlan) -> None:
    open_one = begun(ana, phq9)
    keep_answers(by=ana, administration=open_one, measure=measure("phq9"), answers={"phq9_1": 1})
    stop_measure(by=ana, plan=phq9)
    finish_administration(by=ana, administration=open_one, measure=measure("phq9"))
    phq9.refresh_from_db()
    assert phq9.due_on is None


def test_the_rhythm_counts_from_the_newest_of_several_answers(ana: Person, phq9: MeasurePlan) -> None:
    for weeks in (8, 4, 0):
        with time_machine.travel(ana.today() - timedelta(weeks=weeks)):
            answered(ana, phq9, *[1] * 9)
    change_rhythm(by=ana, plan=phq9, rhythm=Rhythm.WEEKLY)
    phq9.refresh_from_db()
    assert phq9.due_on == ana.today() + timedelta(weeks=1)


def test_a_long_list_of_times_is_turned_page_by_page(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    for _ in range(21):
        answered(ana, phq9, 1)
    address = reverse("measure", args=[phq9.id])
    assert page_of(as_ana, address).count('href="/measures/answers/') == 20
    assert page_of(as_ana, f"{address}?page=2").count('href="/measures/answers/') == 1


def test_one_that_is_gone_altogether_breaks_no_page(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    done = answered(ana, phq9, *[1] * 9)
    phq9.measure = "gone"
    phq9.save(update_fields=["measure"])
    assert "Not installed any more" in page_of(as_ana)
    assert "Not installed any more" in page_of(as_ana, reverse("measure", args=[phq9.id]))
    assert as_ana.get(reverse("administration", args=[done.id])).status_code == 404


# A stranger


def test_sam_finds_nothing_of_hers(as_sam: Client, ana: Person, phq9: MeasurePlan) -> None:
    done, open_one = answered(ana, phq9, 1), begun(ana, phq9)
    assert "PHQ-9" not in page_of(as_sam)
    for address in (
        reverse("measure", args=[phq9.id]),
        reverse("administration", args=[done.id]),
        reverse("administration_check", args=[open_one.id]),
    ):
        assert as_sam.get(address).status_code == 404
    assert Administration.objects.count() == 2
