"""The whole path with nothing but a keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.conftest import PASSWORD

MOST_TABS = 60


class Keyboard:
    """Finds things by Tab alone, and sees to it that what has focus is visible."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def goes_to(self, name: str) -> None:
        """Tab until the focused control is called ``name``."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if re.search(name, self.focused()):
                self.can_be_seen()
                return
        raise AssertionError(f"no control called {name} within {MOST_TABS} tabs on {self.page.url}")

    def focused(self) -> str:
        return str(
            self.page.evaluate(
                """() => { const e = document.activeElement;
                const labels = [...(e.labels || [])].map(l => l.innerText).join(" ");
                const group = e.closest("fieldset")?.querySelector("legend")?.innerText || "";
                return [labels, e.innerText, e.getAttribute("aria-label"), e.value, group].join(" | "); }"""
            )
        )

    def can_be_seen(self) -> None:
        outline = self.page.evaluate(
            """() => { const e = document.activeElement; const seen = [e, e.nextElementSibling, e.parentElement];
            return seen.filter(Boolean).some(x => getComputedStyle(x).outlineStyle !== "none"
              || getComputedStyle(x).boxShadow !== "none"); }"""
        )
        assert outline, f"nothing shows where the focus is: {self.focused()}"

    def types(self, words: str) -> None:
        self.page.keyboard.type(words)

    def presses(self, key: str) -> None:
        self.page.keyboard.press(key)


def test_the_first_tab_skips_to_the_main_part(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_wish_is_kept_and_skipped_through_to_a_goal(open_page: Callable[..., Page]) -> None:
    page = open_page()
    keys = Keyboard(page)
    keys.goes_to("Write a goal in your own words")
    keys.types("walk with Sam on Tuesdays")
    expect(page.get_by_role("heading", name="What a stranger could tell so far")).to_be_visible()
    keys.goes_to("Keep this goal")
    keys.presses("Enter")
    page.wait_for_url(re.compile("/account/keep/"))
    keys.goes_to("Email address")
    keys.types(f"{uuid4().hex[:10]}@journeys.invalid")
    keys.goes_to("Password")
    keys.types(PASSWORD)
    keys.goes_to("I am 18 or older")
    keys.presses("Space")
    keys.goes_to("^[^|]*\\| Sign up")
    keys.presses("Enter")
    page.wait_for_url(re.compile("/start/"))
    for _ in range(12):
        if "/check/" in page.url:
            break
        before = page.url
        keys.goes_to("Skip this question")
        keys.presses("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
    keys.goes_to("Begin with this goal")
    keys.presses("Enter")
    page.wait_for_url(re.compile("/goals/"))
    expect(page.get_by_text("walk with Sam on Tuesdays").first).to_be_visible()


def test_a_check_in_by_keyboard(signed_in: Callable[..., Page]) -> None:
    page = signed_in("one_goal", "/check-in/")
    keys = Keyboard(page)
    keys.goes_to("walk with Sam")
    for _ in range(4):
        keys.presses("ArrowRight")
    keys.goes_to("Save this check-in")
    keys.presses("Enter")
    page.wait_for_url(re.compile("/check-in/.+/"))
    expect(page.get_by_text("Your check-in is saved")).to_be_visible()
