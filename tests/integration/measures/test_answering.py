"""One question a page, or all on one; kept at every step, skipped at will, carried on another day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from goalward.measures import measure
from goalward.web.accounts.models import Person
from goalward.web.measures.models import Administration, MeasurePlan
from goalward.web.measures.operator import withdraw_measure
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
    assert found.answers == {f"phq9_{number}": 1 for number in range(1, 9)} | {"phq9_9": None}


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


def test_finished_answers_stay_as_they_are_and_what_came_too_late_is_said_to_be_lost(
    as_ana: Client, ana: Person, phq9: MeasurePlan
) -> None:
    done = answered(ana, phq9, *[1] * 8, 0)
    for address in (at(done, 9), reverse("administration_all", args=[done.id])):
        late = as_ana.post(address, {"phq9_9": "3", "action": "next"})
        assert late.status_code == 409
        assert b"Your last answer was not kept" in late.content
        assert b"Your answers are saved." not in late.content
        assert PANEL in late.content  # what was answered is met with help all the same
        assert as_ana.get(address)["Location"] == reverse("administration", args=[done.id])
    assert kept(done)["phq9_9"] == 0


def test_a_second_time_is_a_sitting_of_its_own(ana: Person, phq9: MeasurePlan) -> None:
    first, second = answered(ana, phq9, 1), begun(ana, phq9)
    assert first.id != second.id
    assert second.answers == {}


def test_answers_begun_with_another_version_are_set_aside_and_begun_anew(
    as_ana: Client, ana: Person, phq9: MeasurePlan, answer: Answer, sitting: Administration
) -> None:
    answer(1, "2")
    Administration.objects.get(id=sitting.id)
    outdated(sitting)
    begin = reverse("measure_begin", args=[phq9.id])
    assert as_ana.get(at(sitting, 1))["Location"] == begin
    assert "The questions have changed since you began." in as_ana.get(begin).content.decode()
    late = answer(9, "2")
    assert late.status_code == 409
    assert b"your last answer was not kept" in late.content
    assert PANEL in late.content
    assert begun(ana, phq9).id != sitting.id
    aside = Administration.objects.get(id=sitting.id)
    assert (aside.on, aside.result, aside.answers) == (ana.today(), None, {"phq9_1": 2})
    assert "There is no score for these answers here." in page_of(as_ana, aside)


def outdated(sitting: Administration) -> None:
    row = Administration.objects.get(id=sitting.id)
    row.version = "0.9.0"
    row.save(update_fields=["version"])


def page_of(client: Client, done: Administration) -> str:
    return client.get(reverse("administration", args=[done.id])).content.decode()


def test_answers_begun_on_another_day_are_better_begun_anew(
    as_ana: Client, ana: Person, phq9: MeasurePlan, answer: Answer, sitting: Administration
) -> None:
    answer(1, "2")
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        as_ana.force_login(ana)
        begin = reverse("measure_begin", args=[phq9.id])
        assert b"You began on another day" in as_ana.get(begin).content
        assert b"You began on" in as_ana.get(reverse("measures")).content
        as_ana.post(begin, {"anew": "yes"})
        [open_one] = ana.record.administrations.filter(on__isnull=True)
        assert open_one.id != sitting.id
        assert open_one.answers == {}
        assert kept(sitting) == {"phq9_1": 2}


def test_a_form_sent_again_begins_once_and_a_mark_of_another_measure_begins_its_own(
    as_ana: Client, ana: Person, phq9: MeasurePlan
) -> None:
    other, once = chosen(ana, "gad7"), "5cb0b7a4-3a3b-4d69-9f58-0d4ce1fb2222"
    for _ in range(2):
        as_ana.post(reverse("measure_begin", args=[phq9.id]), {"once": once})
    assert ana.record.administrations.count() == 1
    as_ana.post(reverse("measure_begin", args=[other.id]), {"once": once})
    assert {each.plan_id for each in ana.record.administrations.all()} == {phq9.id, other.id}


def test_what_another_tab_answered_is_not_wiped_by_what_was_left_untouched(
    as_ana: Client, answer: Answer, sitting: Administration
) -> None:
    answer(9, "2")
    as_ana.post(reverse("administration_all", args=[sitting.id]), {"phq9_1": "1", "action": "later"})
    answer(9, "")
    assert kept(sitting) == {"phq9_9": 2, "phq9_1": 1}


def test_saving_for_later_with_nothing_chosen_leaves_the_question_open(
    as_ana: Client, answer: Answer, sitting: Administration
) -> None:
    answer(1, "1")
    answer(2, "", action="later")
    assert as_ana.get(reverse("administration", args=[sitting.id]))["Location"] == at(sitting, 2)


def test_without_one_answer_there_is_nothing_to_count(as_ana: Client, answer: Answer, sitting: Administration) -> None:
    answer(1, "", action="skip")
    refused = as_ana.post(reverse("administration_check", args=[sitting.id]))
    assert refused.status_code == 409
    assert b"There is nothing to count yet" in refused.content
    assert Administration.objects.get(id=sitting.id).on is None


def test_back_leads_to_the_question_before(as_ana: Client, phq9: MeasurePlan, sitting: Administration) -> None:
    assert f'class="back" href="{at(sitting, 2)}"' in as_ana.get(at(sitting, 3)).content.decode()
    begin = reverse("measure_begin", args=[phq9.id])
    assert f'class="back" href="{begin}"' in as_ana.get(at(sitting, 1)).content.decode()


def test_what_stands_before_the_questions_is_read_out_with_each_and_shown_once(
    as_ana: Client, sitting: Administration
) -> None:
    stem = measure("phq9").items[0].stem or "?"
    page = as_ana.get(reverse("administration_all", args=[sitting.id])).content.decode()
    shown = page.count(f'<p class="lead" aria-hidden="true"><span class="makers-words" lang="en" dir="ltr">{stem}')
    read_out = page.count(f'<span class="only-spoken"><span class="makers-words" lang="en" dir="ltr">{stem}')
    assert (shown, read_out) == (1, LAST_SCORED)


def test_words_made_for_paper_come_with_what_to_do_instead(as_ana: Client, ana: Person) -> None:
    pcl5 = begun(ana, chosen(ana, "pcl5"))
    hint = b"These words were made for paper."
    assert [hint in as_ana.get(at(pcl5, number)).content for number in (1, 2)] == [True, False]


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


@pytest.mark.parametrize("value", ["0", ""])
def test_without_such_an_answer_nothing_is_shown_and_nothing_noted(
    as_ana: Client, answer: Answer, sitting: Administration, value: str
) -> None:
    assert PANEL not in as_ana.get(answer(9, value)["Location"]).content
    assert Administration.objects.get(id=sitting.id).help_shown_at == ""


def test_the_panel_stands_on_the_way_and_beside_the_result_too(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    done = answered(ana, phq9, *[0] * 8, 1)
    page = as_ana.get(reverse("administration", args=[done.id])).content
    assert page.index(PANEL) < page.index(b"What your answers come to</h1>")


def test_another_measure_has_no_question_about_safety(as_ana: Client, ana: Person) -> None:
    done = answered(ana, chosen(ana, "gad7"), *[3] * 7)
    assert PANEL not in as_ana.get(reverse("administration", args=[done.id])).content


def test_without_a_key_nobody_can_tell_whose_answer_was_met_with_help_or_which_measure_it_was(
    ana: Person, phq9: MeasurePlan
) -> None:
    pcl5 = chosen(ana, "pcl5")
    rows = [answered(ana, phq9, *[1] * 9), answered(ana, phq9, *[0] * 9), answered(ana, pcl5, *[4] * 20)]
    sealed = ("help_shown_at", "answers", "result", "version")
    stored = [Administration.objects.filter(id=row.id).values_list(*sealed).get() for row in rows]
    assert len({tuple(len(bytes(value)) for value in values) for values in stored}) == 1
    assert [bool(row.help_shown_at) for row in rows] == [True, False, False]


@pytest.mark.parametrize("name", ["measures", "measure", "measure_begin"])
def test_help_stays_in_sight_when_ana_stops_right_after_such_an_answer(
    as_ana: Client, phq9: MeasurePlan, answer: Answer, name: str
) -> None:
    address = reverse(name, args=[] if name == "measures" else [phq9.id])
    assert PANEL not in as_ana.get(address).content
    assert answer(9, "3", action="later")["Location"] == reverse("measures")
    assert PANEL in as_ana.get(address).content


def test_an_answer_is_kept_and_met_with_help_though_the_operator_took_the_measure_back(
    as_ana: Client, phq9: MeasurePlan, answer: Answer, sitting: Administration
) -> None:
    withdraw_measure("phq9")
    assert answer(9, "2")["Location"] == reverse("measure", args=[phq9.id])
    assert kept(sitting) == {"phq9_9": 2}
    page = as_ana.get(reverse("measure", args=[phq9.id])).content
    assert PANEL in page
    assert b"This site does not offer it at the moment." in page
    for address in (at(sitting, 1), reverse("administration_all", args=[sitting.id])):
        assert as_ana.get(address)["Location"] == reverse("measure", args=[phq9.id])


def test_an_answer_of_long_ago_is_met_with_a_quiet_line(as_ana: Client, ana: Person, phq9: MeasurePlan) -> None:
    done = answered(ana, phq9, *[1] * 9)
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        as_ana.force_login(ana)
        page = page_of(as_ana, done)
    assert PANEL.decode() not in page
    assert "people you can talk to are under" in page
