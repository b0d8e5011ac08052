"""What a site offers: what is ready, and what its operator gave a word for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goalward.measures import (
    FixedWordsError,
    NotConfirmedError,
    NoWordsError,
    UnknownMeasureError,
    measure,
    questionnaire,
)
from goalward.progress import Rhythm
from goalward.web.accounts.models import Person
from goalward.web.measures import catalogue
from goalward.web.measures.actions import begin_administration, choose_measure, finish_administration, keep_answers
from goalward.web.measures.catalogue import offered
from goalward.web.measures.models import SiteMeasure
from goalward.web.measures.operator import allow_measure, withdraw_measure
from tests.unit.measures.separate import install

pytestmark = pytest.mark.django_db
READY = {"phq9", "phq4", "phq2", "gad7", "gad2", "pcl5", "rses", "auditc"}


@pytest.fixture
def separate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The distribution for non-commercial use is installed, and the server was started anew."""
    install(monkeypatch, tmp_path)
    forget()
    yield
    forget()


def forget() -> None:
    catalogue.installed.cache_clear()
    catalogue._shelves.cache_clear()


def allow(measure_id: str, **said: object) -> None:
    allow_measure(measure_id, **({"words": None, "non_commercial": False, "licensed": False} | said))  # type: ignore[arg-type]


def test_from_the_start_a_site_offers_what_is_ready() -> None:
    assert set(offered()) == READY


@pytest.mark.usefixtures("separate")
def test_what_is_for_non_commercial_use_waits_for_the_operators_word() -> None:
    assert set(offered()) == READY
    with pytest.raises(NotConfirmedError):
        allow("who5")
    allow("who5", non_commercial=True)
    assert set(offered()) == READY | {"who5"}
    assert "World Health Organization" in offered()["who5"].licence.attribution


@pytest.mark.usefixtures("separate")
def test_its_words_stay_word_for_word() -> None:
    with pytest.raises(FixedWordsError):
        allow("who5", non_commercial=True, licensed=True, words=questionnaire(measure("who5", non_commercial=True)))
    assert set(offered()) == READY


def test_without_the_distribution_there_is_no_such_measure() -> None:
    with pytest.raises(UnknownMeasureError):
        allow("who5", non_commercial=True)


def test_a_scaffold_is_not_offered_without_words() -> None:
    with pytest.raises(NoWordsError):
        allow("isi", licensed=True)
    assert set(offered()) == READY


def test_what_the_operator_takes_back_is_gone_with_its_words() -> None:
    words = questionnaire(measure("isi"))
    for item in words["item"]:
        item["text"] = "Invented"
        for option in item["answerOption"]:
            option["valueCoding"]["display"] = f"Invented answer {option['valueCoding']['code']}"
    allow("isi", licensed=True, words=words)
    assert {item.text for item in offered()["isi"].items} == {"Invented"}
    assert withdraw_measure("isi")
    assert not withdraw_measure("isi")
    assert set(offered()) == READY
    assert not SiteMeasure.objects.exists()


@pytest.mark.parametrize("left_over", ["gone", "who5"])
def test_a_word_for_what_is_not_installed_any_more_breaks_nothing(left_over: str) -> None:
    SiteMeasure.objects.create(measure=left_over)
    assert set(offered()) == READY


def test_words_that_do_not_fit_a_newer_scaffold_are_not_shown() -> None:
    SiteMeasure.objects.create(measure="isi", words={"item": []})
    assert set(offered()) == READY


@pytest.mark.usefixtures("separate")
def test_a_measure_of_three_scales_tells_each_and_says_once_what_holds_for_all(ana: Person, as_ana: Client) -> None:
    allow("dass21", non_commercial=True)
    dass21 = offered()["dass21"]
    plan = choose_measure(by=ana, measure=dass21, rhythm=Rhythm.MY_CHOICE, once=uuid4())
    sitting = begin_administration(by=ana, plan=plan, measure=dass21, once=uuid4())
    given = {item.id: 3 for item in dass21.items}
    keep_answers(by=ana, administration=sitting, measure=dass21, answers=given)
    asked = as_ana.get(reverse("administration_check", args=[sitting.id])).content.decode()
    finish_administration(by=ana, administration=sitting, measure=dass21)
    page = as_ana.get(reverse("administration", args=[sitting.id])).content.decode()
    told = page.partition("<h2>How it has gone</h2>")[0]
    assert [told.count(f"Your DASS-21 ({scale}) is 42.") for scale in ("Depression", "Anxiety", "Stress")] == [1, 1, 1]
    assert page.count("It sums up some answers of one day") == 1
    assert page.count("<svg") - page.count("<svg", 0, page.index("<main")) >= 3
    assert "If this weighs on you, people you can talk to are under" in asked  # worth a look, and no panel
