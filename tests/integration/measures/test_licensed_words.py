"""Scaffolds that an operator filled in: questions that may not apply, marks on a line, words that are swapped."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goalward.measures import Measure, measure, questionnaire
from goalward.web.accounts.models import Person
from goalward.web.measures.models import Administration, MeasurePlan
from goalward.web.measures.operator import allow_measure, withdraw_measure


def filled(measure_id: str, word: str = "Invented") -> dict[str, Any]:
    """A text that no questionnaire has."""
    words = questionnaire(measure(measure_id))
    for number, item in enumerate(words["item"], 1):
        item["text"] = f"{word} question {number}"
        for place, option in enumerate(item.get("answerOption", ())):
            if "extension" in option:
                option["valueCoding"]["display"] = f"{word} answer {place}"
        if "answerOption" not in item:
            item["item"] = [
                {"linkId": f"{item['linkId']}_{end}", "type": "display", "text": f"{word} {end}"}
                for end in ("low", "high")
            ]
    return words


def allowed(measure_id: str, word: str = "Invented") -> Measure:
    return allow_measure(measure_id, words=filled(measure_id, word), non_commercial=False, licensed=True)


class Sitting:
    """Ana with one measure, by the pages alone."""

    def __init__(self, browser: Client, person: Person, asked: Measure) -> None:
        self.browser, self.asked = browser, asked
        begin = browser.post(reverse("measure_choose"), {"measure": asked.id, "rhythm": "weekly"})["Location"]
        self.plan: MeasurePlan = person.record.measureplans.latest("id")
        browser.post(begin)
        self.row: Administration = person.record.administrations.latest("id")

    def at(self, number: int) -> str:
        return reverse("administration_question", args=[self.row.id, number])

    def page(self, number: int) -> str:
        return " ".join(self.browser.get(self.at(number)).content.decode().split())

    def answers(self, *values: str) -> None:
        for number, (item, value) in enumerate(zip(self.asked.items, values, strict=False), 1):
            self.browser.post(self.at(number), {item.id: value, "action": "next"})

    def finishes(self) -> str:
        self.browser.post(reverse("administration_check", args=[self.row.id]))
        return " ".join(self.browser.get(reverse("administration", args=[self.row.id])).content.decode().split())

    @property
    def kept(self) -> dict[str, Any]:
        return Administration.objects.get(id=self.row.id).answers


def test_a_question_that_does_not_apply_is_said_in_words_and_makes_the_range_smaller(
    ana: Person, as_ana: Client
) -> None:
    sitting = Sitting(as_ana, ana, allowed("wsas"))
    assert "Does not apply to me" in sitting.page(1)
    assert ">None<" not in sitting.page(1)
    sitting.answers("not-applicable", "3", "3", "3", "3")
    assert sitting.kept["wsas_1"] == "not-applicable"
    check = as_ana.get(reverse("administration_check", args=[sitting.row.id])).content.decode()
    assert "Does not apply to me" in check
    page = sitting.finishes()
    assert "WSAS is 12. It goes from 0 to 32." in page
    assert "from 0 to 40" not in page
    assert ": 12 of 32." in as_ana.get(reverse("measures")).content.decode()


@pytest.mark.parametrize("answer", ["0", "7", "10"])
def test_a_mark_on_a_line_has_worded_ends_and_is_there_again(ana: Person, as_ana: Client, answer: str) -> None:
    sitting = Sitting(as_ana, ana, allowed("ors"))
    page = sitting.page(1)
    assert "Invented low" in page
    assert "Invented high" in page
    sitting.answers(answer)
    assert sitting.kept == {"ors_1": int(answer)}
    assert f'value="{answer}" id="id_ors_1_{answer}" checked' in sitting.page(1)
    as_ana.post(sitting.at(1), {"ors_1": answer, "action": "next"})
    assert f"{answer}.0" not in as_ana.get(reverse("administration_check", args=[sitting.row.id])).content.decode()


def test_another_text_under_kept_answers_makes_ana_begin_anew(ana: Person, as_ana: Client) -> None:
    sitting = Sitting(as_ana, ana, allowed("wsas"))
    sitting.answers("2")
    allowed("wsas", "Swapped")
    assert as_ana.get(sitting.at(2))["Location"] == reverse("measure_begin", args=[sitting.plan.id])
    assert (
        "The questions have changed since you began."
        in as_ana.get(reverse("measure_begin", args=[sitting.plan.id])).content.decode()
    )


def test_the_words_of_a_measure_that_was_taken_back_are_shown_nowhere(ana: Person, as_ana: Client) -> None:
    sitting = Sitting(as_ana, ana, allowed("wsas"))
    sitting.answers("1", "1", "1", "1", "1")
    assert "Invented question 1" in sitting.finishes()
    withdraw_measure("wsas")
    page = sitting.finishes()
    assert "Invented" not in page
    assert "wsas_1" not in page
    assert "WSAS is 5" in page


def test_a_measure_without_a_key_keeps_the_answers_and_says_that_there_is_no_score(ana: Person, as_ana: Client) -> None:
    keyless = next(each for each in ("reqol10", "ras", "edeqs") if not measure(each).scales)
    sitting = Sitting(as_ana, ana, allowed(keyless))
    sitting.answers(*["1"] * len(sitting.asked.items))
    assert "There is no score for these answers here." in sitting.finishes()
    assert set(sitting.kept.values()) == {1}


def test_an_answer_about_safety_is_kept_though_its_words_were_taken_back_meanwhile(ana: Person, as_ana: Client) -> None:
    sitting = Sitting(as_ana, ana, allowed("core10"))
    withdraw_measure("core10")
    page = reverse("measure", args=[sitting.plan.id])
    assert as_ana.post(sitting.at(6), {"core10_6": "4", "action": "next"})["Location"] == page
    assert sitting.kept == {"core10_6": 4}
    assert b"Help is here if you want it" in as_ana.get(page).content
