"""One question a page, or all on one; kept at every step, skipped at will, carried on another day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goalward.measures import measure
from goalward.web.accounts.models import Person
from goalward.web.measures.models import Administration, MeasurePlan
from tests.integration.measures.conftest import Answer, answered, begun, chosen

PANEL = b"Help is here if you want it"
LAST_SCORED, LAST = 9, 10  # the tenth question is not counted


def at(sitting: Administration, number: int) -> str:
    return reverse("administration_question", args=[sitting.id, number])


def kept(sitting: Administration) -> dict[str, Any]:
    return Administration.objects.get(id=sitting.id).answers


def test_before_anything_is_asked_the_page_says_what_lies_ahead(as_ana: Client, phq9: MeasurePlan) -> None:
    page = as_ana.get(reverse("measure_begin", args=[phq9.id])).content.decode()
    for words in ("It has 10 questions", "skip any of them", "Nobody here watches live", "Only you", "Pfizer"):
        assert words in page


def test_a_title_and_an_address_say_nothing_of_what_is_asked(as_ana: Client, sitting: Administration) -> None:
    address = at(sitting, 9)
    title = as_ana.get(address).content.decode().partition("</title>")[0].rpartition("<title>")[2]
    assert title.strip() == "Question 9 of 10 · Goalward"
    assert "phq" not in address


def test_a_question_stands_in_the_words_of_its_makers(as_ana: Client, sitting: Administration) -> None:
    page = as_ana.get(at(sitting, 1)).content.decode()
    item = measure("phq9").items[0]
    for words in (item.stem, item.text, *(option.text for option in item.options)):
        assert words
        assert words in page


def test_each_answer_is_kept_as_ana_goes(answer: Answer, sitting: Administration) -> None:
    assert answer(1, "2")["Location"] == at(sitting, 2)
    assert answer(2, "0")["Location"] == at(sitting, 3)
    assert kept(sitting) == {"phq9_1": 2, "phq9_2": 0}


def test_a_skipped_question_is_not_answered_with_0(answer: Answer, sitting: Administration) -> None:
    answer(1, "2")
    assert answer(1, "2", action="skip")["Location"] == at(sitting, 2)
    answer(2, "")
    assert kept(sitting) == {"phq9_1": None, "phq9_2": None}


def test_ana_finishes_later_and_carries_on_where_she_stopped(
    as_ana: Client, answer: Answer, sitting: Administration, phq9: MeasurePlan
) -> None:
    answer(1, "1")
    assert answer(2, "1", action="later")["Location"] == reverse("measures")
    assert b"You have begun" in as_ana.get(reverse("measures")).content
    assert as_ana.get(reverse("administration", args=[sitting.id]))["Location"] == at(sitting, 3)
    assert b"Carry on where you stopped" in as_ana.get(reverse("measure_begin", args=[phq9.id])).content


def test_beginning_twice_carries_on_with_what_is_open(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    places = [as_ana.post(reverse("measure_begin", args=[phq9.id]))["Location"] for _ in range(2)]
    assert len(set(places)) == ana.record.administrations.count() == 1


def test_an_answer_given_before_is_there_again(as_ana: Client, answer: Answer, sitting: Administration) -> None:
    answer(3, "3")
    page = as_ana.get(at(sitting, 3)).content.decode()
    assert 'value="3" id="id_phq9_3_3" checked' in " ".join(page.split())


def test_all_questions_fit_on_one_page(as_ana: Client, phq9: MeasurePlan) -> None:
    begin = reverse("measure_begin", args=[phq9.id])
    address = as_ana.post(begin, {"layout": "all"})["Location"]
    page = as_ana.get(address).content.decode()
    assert all((item.text or "?") in page for item in measure("phq9").items)
    sent = as_ana.post(address, {f"phq9_{number}": "1" for number in range(1, 9)} | {"phq9_9": "-", "action": "next"})
    found = phq9.administrations.get(record=phq9.record)
    assert sent["Location"] == reverse("administration_check", args=[found.id])
    assert found.answers == {f"phq9_{number}": 1 for number in range(1, 9)} | {"phq9_9": None, "phq9_difficulty": None}


def test_the_answers_can_be_looked_over_and_changed_before_they_count(
    as_ana: Client, answer: Answer, sitting: Administration
) -> None:
    answer(1, "2")
    check = reverse("administration_check", args=[sitting.id])
    page = as_ana.get(check).content.decode()
    assert "More than half the days" in page
    assert f"{at(sitting, 1)}?then=check" in page
    assert answer(1, "3", query="?then=check")["Location"] == check
    assert kept(sitting)["phq9_1"] == 3


def test_the_last_question_leads_to_the_page_with_all_answers(answer: Answer, sitting: Administration) -> None:
    assert answer(LAST, "0")["Location"] == reverse("administration_check", args=[sitting.id])


def test_finishing_counts_the_answers_and_says_when_the_next_time_is(
    as_ana: Client, ana: Person, answer: Answer, sitting: Administration, phq9: MeasurePlan
) -> None:
    for number in range(1, LAST_SCORED + 1):
        answer(number, "1" if number < LAST_SCORED else "0")
    check = reverse("administration_check", args=[sitting.id])
    assert as_ana.post(check)["Location"] == reverse("administration", args=[sitting.id])
    as_ana.post(check)
    done = Administration.objects.get(id=sitting.id)
    assert done.on == ana.today()
    assert done.result
    assert done.result["scales"][0]["value"] == 8
    assert done.answers["phq9_difficulty"] is None
    phq9.refresh_from_db()
    assert phq9.due_on == ana.today() + timedelta(weeks=2)


@pytest.mark.parametrize("value", ["4", "-1", "many", "1.5", "01"])
def test_an_answer_that_is_not_offered_is_met_beside_the_question_and_nothing_is_kept(
    answer: Answer, sitting: Administration, value: str
) -> None:
    page = answer(2, value)
    assert page.status_code == 200
    assert b"Choose one of the answers." in page.content
    assert kept(sitting) == {}


def test_one_wrong_answer_among_all_keeps_none_of_them_by_half(as_ana: Client, sitting: Administration) -> None:
    address = reverse("administration_all", args=[sitting.id])
    page = as_ana.post(address, {"phq9_1": "2", "phq9_2": "9", "action": "next"})
    assert page.status_code == 200
    assert b'href="#id_phq9_2_0"' in page.content
    assert kept(sitting) == {}


@pytest.mark.parametrize("number", [0, 11, 99])
def test_there_is_no_question_beyond_the_last(as_ana: Client, sitting: Administration, number: int) -> None:
    assert as_ana.get(at(sitting, number)).status_code == 404


def test_finished_answers_stay_as_they_are(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    done = answered(ana, phq9, *[1] * 9)
    result = reverse("administration", args=[done.id])
    for address in (at(done, 1), reverse("administration_all", args=[done.id])):
        assert as_ana.post(address, {"phq9_1": "3", "action": "next"})["Location"] == result
        assert as_ana.get(address)["Location"] == result
    assert kept(done)["phq9_1"] == 1


def test_a_second_time_is_a_sitting_of_its_own(ana: Person, phq9: MeasurePlan) -> None:
    first, second = answered(ana, phq9, 1), begun(ana, phq9)
    assert first.id != second.id
    assert second.answers == {}


def test_answers_begun_with_another_version_are_begun_anew(
    as_ana: Client, ana: Person, phq9: MeasurePlan, sitting: Administration
) -> None:
    sitting.version = "0.9.0"
    sitting.save(update_fields=["version"])
    assert as_ana.get(at(sitting, 1))["Location"] == reverse("measure_begin", args=[phq9.id])
    assert begun(ana, phq9).id != sitting.id
    assert not Administration.objects.filter(id=sitting.id).exists()


# An answer about safety


def test_an_answer_about_safety_is_saved_first_and_then_met_with_help(
    as_ana: Client, answer: Answer, sitting: Administration
) -> None:
    onward = answer(9, "1")["Location"]
    assert kept(sitting) == {"phq9_9": 1}
    page = as_ana.get(onward)
    assert PANEL in page.content
    assert b"Your answer is saved" in page.content
    assert b"Nobody here watches live" in page.content
    assert b'name="phq9_difficulty"' in page.content  # nothing is in the way


def test_that_help_was_shown_is_noted_where_only_the_record_can_read_it(
    answer: Answer, sitting: Administration, ana: Person
) -> None:
    with time_machine.travel("2026-11-23 03:00:00+00:00", tick=False):
        answer(9, "2")
    noted = Administration.objects.get(id=sitting.id)
    assert noted.help_shown_at == "2026-11-23T03:00:00+00:00"
    stored = Administration.objects.filter(id=sitting.id).values_list("help_shown_at", flat=True).get()
    assert b"2026" not in bytes(stored)


@pytest.mark.parametrize("value", ["0", ""])
def test_without_such_an_answer_nothing_is_shown_and_nothing_noted(
    as_ana: Client, answer: Answer, sitting: Administration, value: str
) -> None:
    assert PANEL not in as_ana.get(answer(9, value)["Location"]).content
    assert Administration.objects.get(id=sitting.id).help_shown_at is None


def test_the_panel_stands_on_the_way_and_beside_the_result_too(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    done = answered(ana, phq9, *[0] * 8, 1)
    page = as_ana.get(reverse("administration", args=[done.id])).content
    assert page.index(PANEL) < page.index(b"What your answers come to</h1>")


def test_another_measure_has_no_question_about_safety(as_ana: Client, ana: Person) -> None:
    done = answered(ana, chosen(ana, "gad7"), *[3] * 7)
    assert PANEL not in as_ana.get(reverse("administration", args=[done.id])).content
