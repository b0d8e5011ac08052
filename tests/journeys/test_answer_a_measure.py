"""A measure is chosen, answered question by question, and met with care where an answer asks for it.

In a real browser, each page through axe, with JavaScript and without, on a phone and on a desk, and by keyboard alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, assert_accessible, assert_no_sideways_scrolling
from tests.journeys.test_by_keyboard import Keyboard

LOW_MOOD = re.compile("Low mood and how it shows")
PANEL = "Help is here if you want it"
QUESTIONS = 10


def looked_at(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(heading))
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def choose(page: Page) -> None:
    looked_at(page, "My measures")
    page.get_by_role("link", name="Choose one").click()
    looked_at(page, "Choose a measure")
    page.get_by_label(LOW_MOOD).check()
    page.get_by_role("button", name="Choose it").click()
    looked_at(page, "PHQ-9")


def answer(page: Page, words: str) -> None:
    page.get_by_label(words, exact=True).check()
    page.get_by_role("button", name="Save and carry on").click()


@pytest.mark.parametrize(
    ("viewport", "javascript"), [(PHONE, False), (DESKTOP, True)], ids=["phone without scripts", "desk with scripts"]
)
def test_from_choosing_a_measure_to_what_it_comes_to(
    signed_in: Callable[..., Page], viewport: dict[str, int], javascript: bool
) -> None:
    page = signed_in("newcomer", "/measures/", viewport=viewport, javascript=javascript)
    choose(page)
    page.get_by_role("button", name="One question at a time").click()
    for number in range(1, QUESTIONS):
        expect(page).to_have_title(re.compile(f"Question {number} of {QUESTIONS}"))
        if number in {1, 9}:
            assert_accessible(page)
            assert_no_sideways_scrolling(page)
        if number == 4:
            page.get_by_role("button", name="Skip this question").click()
        else:
            answer(page, "Several days")
    expect(page.get_by_role("heading", name=PANEL)).to_be_visible()
    looked_at(page, "If you checked off")
    page.get_by_role("button", name="Skip this question").click()
    looked_at(page, "Check your answers")
    expect(page.get_by_role("heading", name=PANEL)).to_be_visible()
    page.get_by_role("button", name="Finish and see what it comes to").click()
    looked_at(page, "What your answers come to")
    expect(page.get_by_text("Your PHQ-9 is 9.").first).to_be_visible()
    expect(page.get_by_text("You answered 8 of the 9 questions that count.")).to_be_visible()


def test_she_stops_half_way_and_carries_on_where_she_stopped(signed_in: Callable[..., Page]) -> None:
    page = signed_in("newcomer", "/measures/")
    choose(page)
    page.get_by_role("button", name="One question at a time").click()
    answer(page, "Not at all")
    page.get_by_label("Nearly every day", exact=True).check()
    page.get_by_role("button", name="Save and finish later").click()
    looked_at(page, "My measures")
    page.get_by_role("link", name="Carry on").click()
    expect(page).to_have_title(re.compile("Question 3 of 10"))
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_label("Nearly every day", exact=True)).to_be_checked()


def test_all_on_one_page_by_keyboard_alone(signed_in: Callable[..., Page]) -> None:
    page = signed_in("newcomer", "/measures/", viewport=DESKTOP)
    choose(page)
    keys = Keyboard(page)
    keys.goes_to("All on one page")
    keys.presses("Enter")
    looked_at(page, "PHQ-9")
    for words in ("Little interest", "Feeling down", "Trouble falling"):
        keys.goes_to(words)
        keys.presses("Space")
    keys.goes_to("Save and carry on")
    keys.presses("Enter")
    looked_at(page, "Check your answers")
    keys.goes_to("Finish and see")
    keys.presses("Enter")
    looked_at(page, "What your answers come to")
    expect(page.get_by_text("There is no score:").first).to_be_visible()
