"""What every page owes: to axe in light and dark, at 320 px, to the keyboard, and to someone who must leave at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, assert_accessible, assert_no_sideways_scrolling
from tests.site_process import Site

NARROW = {"width": 320, "height": 640}
OPEN = ["/", "/help-now/", "/account/sign-up/", "/account/sign-in/", "/account/reset/", "/nothing-here/"]
OWN = ["/goals/", "/goals/{goal}/", "/goals/{goal}/reword/", "/goals/{goal}/plan/", "/goals/{goal}/why/", "/check-in/",
       "/check-in/past/{goal}/", "/progress/", "/progress/?span=everything", "/progress/changes/",
       "/progress/changes/past/", "/progress/events/add/", "/progress/events/{event}/",
       "/progress/events/{event}/remove/", "/start/look-again/", "/record/", "/record/export/", "/record/erase/",
       "/account/", "/account/password/", "/account/email/"]  # fmt: skip
Opens = Callable[..., Page]


@pytest.fixture
def ana(signed_in: Opens, site: Site) -> Callable[..., Page]:
    """Opens a page as ana, who has three goals; {goal} stands for her first, {event} for what happened in her life."""
    seeded: dict[str, Any] = json.loads(site.python("tests.journeys.seed", "three_goals"))

    def open_as_ana(page: Page, path: str) -> None:
        page.goto(f"{site.url}{path.format(goal=seeded['goals'][0], event=seeded['event'])}")

    def opened(**options: Any) -> Page:
        page: Page = signed_in("newcomer", **options)
        page.context.add_cookies([{"name": seeded["cookie"], "value": seeded["session"], "url": site.url}])
        page.open_as_ana = lambda path: open_as_ana(page, path)  # type: ignore[attr-defined]  # for the tests' ease
        return page

    return opened


def walk(page: Page, site: Site, paths: list[str], look: Callable[[Page], None], visit: Callable[[str], None]) -> None:
    for path in paths:
        visit(path)
        look(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_every_page_is_accessible(
    ana: Opens, open_page: Opens, site: Site, viewport: dict[str, int], scheme: str
) -> None:
    stranger = open_page(viewport, color_scheme=scheme)
    walk(stranger, site, OPEN, assert_accessible, lambda path: stranger.goto(f"{site.url}{path}"))
    page = ana(viewport=viewport, color_scheme=scheme)
    walk(page, site, OWN, assert_accessible, page.open_as_ana)  # type: ignore[attr-defined]


def test_no_page_scrolls_sideways_at_320_pixels(ana: Opens, open_page: Opens, site: Site) -> None:
    stranger = open_page(NARROW)
    walk(stranger, site, OPEN, assert_no_sideways_scrolling, lambda path: stranger.goto(f"{site.url}{path}"))
    page = ana(viewport=NARROW)
    walk(page, site, OWN, assert_no_sideways_scrolling, page.open_as_ana)  # type: ignore[attr-defined]


def test_help_and_leave_are_in_the_same_place_on_every_page(ana: Opens, open_page: Opens, site: Site) -> None:
    places = set()

    def look(page: Page) -> None:
        boxes = [
            page.get_by_role("link", name=name, exact=True).bounding_box() for name in ("Help now", "Leave this page")
        ]
        places.add(tuple((round(box["x"]), round(box["y"])) for box in boxes if box))

    stranger = open_page(PHONE)
    walk(stranger, site, OPEN, look, lambda path: stranger.goto(f"{site.url}{path}"))
    page = ana(viewport=PHONE)
    walk(page, site, OWN, look, page.open_as_ana)  # type: ignore[attr-defined]
    assert len(places) == 1


def test_a_link_in_the_error_summary_leads_to_its_field(open_page: Opens) -> None:
    page = open_page(path="/account/sign-up/")
    page.get_by_role("button", name="Sign up", exact=True).click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    assert page.title().startswith("Error:")
    assert_accessible(page)
    link = summary.get_by_role("link").first
    target = (link.get_attribute("href") or "").lstrip("#")
    link.click()
    assert page.evaluate("document.activeElement.id") == target


def test_without_javascript_the_link_still_leads_to_its_field(open_page: Opens) -> None:
    page = open_page(path="/account/sign-up/", javascript=False)
    page.get_by_role("button", name="Sign up", exact=True).click()
    page.locator("[data-error-summary]").get_by_role("link").first.click()
    page.keyboard.type("ana@example.org")
    expect(page.get_by_label("Email address")).to_have_value("ana@example.org")


def test_after_sign_out_back_shows_nothing(signed_in: Opens) -> None:
    page = signed_in("one_goal")
    expect(page.get_by_text("walk with Sam on Tuesdays").first).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()
    page.go_back(wait_until="commit")
    page.wait_for_load_state()
    expect(page.get_by_text("walk with Sam on Tuesdays")).to_have_count(0)
    assert "/account/sign-in/" in page.url


def leave_by_button(page: Page) -> None:
    page.get_by_role("link", name="Leave this page").click()


def leave_by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [leave_by_button, leave_by_shift])
def test_leaving_is_at_once_and_back_does_not_return(
    signed_in: Opens, leave: Callable[[Page], None], site: Site
) -> None:
    page = signed_in("one_goal")
    leave(page)
    page.wait_for_url(f"{site.url}/leave/")
    assert page.inner_text("body").strip() == ""
    page.go_back(wait_until="commit")
    page.wait_for_load_state()
    expect(page.get_by_text("walk with Sam on Tuesdays")).to_have_count(0)


def test_capital_letters_do_not_leave_the_page(open_page: Opens) -> None:
    page = open_page()
    page.get_by_label("Write a goal in your own words").focus()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.get_by_label("Write a goal in your own words")).to_have_value("ABC")


def test_without_javascript_leaving_is_a_plain_link(open_page: Opens, site: Site) -> None:
    page = open_page(path="/help-now/", javascript=False)
    leave_by_button(page)
    page.wait_for_url(f"{site.url}/leave/")
