"""From "I want to feel better" to a goal of one's own, rated, with its first chart.

In a real browser, each page through axe, with JavaScript and without, on a phone and on a desk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PASSWORD
from tests.journeys.conftest import DESKTOP, PHONE, assert_accessible, assert_no_sideways_scrolling

AIM = "I want to feel better and see Sam again"
WORDS = "walk with Sam on Tuesdays and Fridays until Easter"
FIRST_STEP = "text Sam on Monday evening"


class Newcomer:
    """Ana on her first evening. Each page that she meets is checked before she answers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pages_met = 0

    def meets(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(heading))
        assert_accessible(self.page)
        assert_no_sideways_scrolling(self.page)
        self.pages_met += 1

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def picks(self, group: str, choice: str) -> None:
        self.page.get_by_role("group", name=group).get_by_label(choice, exact=True).check()

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def carries_on(self) -> None:
        self.presses("Save and carry on")


def write_on_the_first_page(ana: Newcomer, *, javascript: bool) -> None:
    ana.meets("Write a goal")
    ana.page.get_by_label("Write a goal in your own words").fill(AIM)
    if not javascript:
        ana.presses("What is clear so far?")
    expect(ana.page.get_by_role("heading", name="One question, if you like")).to_be_visible()
    assert_accessible(ana.page)
    ana.presses("Keep this goal")


def sign_up(ana: Newcomer) -> None:
    ana.meets("Sign up")
    expect(ana.page.get_by_text(AIM)).to_be_visible()
    ana.writes("Email address", f"{uuid4().hex[:10]}@journeys.invalid")
    ana.page.get_by_label("Password").first.fill(PASSWORD)
    ana.page.get_by_label("I am 18 or older").check()
    if not ana.page.get_by_label("Time zone").input_value():
        ana.page.get_by_label("Time zone").select_option("Europe/Vienna")
    ana.presses("Sign up")


def look_at_where_she_is(ana: Newcomer) -> None:
    ana.meets("How are things for you")
    ana.writes("What is hard for you right now?", "I stay in most days")
    ana.carries_on()
    ana.meets("What would you like to change most")
    ana.page.get_by_label("Area of life").first.select_option("social")
    ana.page.get_by_role("group", name="How much does it get in the way?").first.get_by_label("7").check()
    ana.carries_on()
    ana.meets("What matters to you")
    ana.page.locator("select").nth(6).select_option("9")
    ana.page.locator("select").nth(7).select_option("3")
    ana.carries_on()


def say_what_she_hopes_for(ana: Newcomer) -> None:
    ana.meets("What do you hope for")
    expect(ana.page.get_by_label("Your own words", exact=True)).to_have_value(AIM)
    ana.carries_on()
    ana.meets("How would life be then")
    ana.writes("How would you like to feel?", "lighter, and less alone")
    ana.carries_on()
    ana.meets("Your words, and one question")
    ana.presses("Take these words") if ana.page.get_by_role("button", name="Take these words").count() == 1 else None
    ana.writes("Your wording", WORDS)
    ana.carries_on()


def make_it_doable(ana: Newcomer) -> None:
    ana.meets("A first small step")
    ana.writes("What could you do this week?", FIRST_STEP)
    ana.carries_on()
    ana.meets("How will you see it change")
    ana.carries_on()
    ana.meets("What helps, and what gets in the way")
    ana.writes("What might get in the way?", "rain")
    ana.carries_on()
    ana.meets("Does it feel doable")
    ana.picks("How sure are you that you can take", "8")
    ana.carries_on()
    ana.meets("When will you look at it again")
    ana.page.get_by_label("It is mine", exact=True).check()
    ana.carries_on()


def begin_and_check_in(ana: Newcomer) -> None:
    ana.meets("Check your answers")
    expect(ana.page.get_by_text(WORDS).first).to_be_visible()
    assert ana.pages_met <= 2 + 12, "two pages before, twelve to a first goal"
    ana.presses("Begin with this goal")
    expect(ana.page.get_by_text(WORDS).first).to_be_visible()
    assert_accessible(ana.page)
    ana.page.goto(ana.page.url.split("/goals/")[0] + "/goals/")
    ana.meets("My goals")
    ana.page.get_by_role("link", name="Check in", exact=True).click()
    ana.meets("How is it going")
    ana.picks(WORDS, "4")
    ana.page.locator("textarea").nth(1).fill("a little lighter after our walk")
    ana.presses("Save this check-in")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_from_a_wish_to_a_first_chart(
    open_page: Callable[..., Page], viewport: dict[str, int], javascript: bool
) -> None:
    ana = Newcomer(open_page(viewport, javascript=javascript))
    write_on_the_first_page(ana, javascript=javascript)
    sign_up(ana)
    look_at_where_she_is(ana)
    say_what_she_hopes_for(ana)
    make_it_doable(ana)
    begin_and_check_in(ana)
    ana.meets("Check-in of")
    expect(ana.page.get_by_text("a little lighter after our walk")).to_be_visible()
    expect(ana.page.get_by_role("img").first).to_be_visible()
    ana.page.get_by_text("Show as table").first.click()
    expect(ana.page.get_by_role("table").first).to_be_visible()
    assert_accessible(ana.page)
