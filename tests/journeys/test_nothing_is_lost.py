"""Two tabs, two clicks, a refused form: nothing that was typed is lost, and nothing is made twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import PASSWORD
from tests.journeys.conftest import assert_accessible

Opens = Callable[..., Page]


def reword(page: Page, words: str) -> None:
    page.get_by_label("Your words").fill(words)
    page.get_by_role("group", name="Why do you change it?").get_by_role("radio").first.check()
    page.get_by_role("button", name="Save", exact=False).first.click()


def open_reword(page: Page) -> None:
    page.get_by_role("link", name=re.compile("walk with Sam")).first.click()
    page.get_by_role("link", name="Change the words or the scale").click()


def test_two_tabs_both_keep_their_words_and_ana_chooses(signed_in: Opens) -> None:
    first = signed_in("one_goal")
    open_reword(first)
    second = first.context.new_page()
    second.goto(first.url)
    reword(first, "walk with Sam on Tuesdays in the park")
    expect(first.get_by_text("in the park").first).to_be_visible()
    reword(second, "walk with Sam on Tuesdays at noon")
    expect(second.get_by_role("heading", level=1)).to_have_text("The words were changed while you wrote")
    expect(second.get_by_text("in the park").first).to_be_visible()
    expect(second.get_by_label("Your words")).to_have_value("walk with Sam on Tuesdays at noon")
    assert_accessible(second)
    second.get_by_role("button", name="Save as the next version").click()
    expect(second.get_by_role("heading", level=1)).to_have_text(re.compile("at noon"))
    expect(second.get_by_text("in the park").first).to_be_visible()  # in the words over time


def test_a_double_click_makes_one_check_in(signed_in: Opens) -> None:
    page = signed_in("one_goal", "/check-in/")
    page.get_by_role("group", name=re.compile("walk with Sam")).get_by_label("6", exact=True).check()
    page.get_by_role("button", name="Save this check-in").dblclick()
    page.wait_for_url(re.compile("/check-in/.+/"))
    page.goto(page.url.split("/check-in/")[0] + "/record/")
    expect(page.get_by_text(re.compile(r"^\s*13\s*$"))).to_have_count(1)  # twelve weeks and one


def prove_who_is_there(page: Page) -> None:
    assert_accessible(page)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.locator("main form button").last.click()


def test_the_whole_record_can_be_taken_away_and_then_erased(signed_in: Opens, tmp_path: Path) -> None:
    page = signed_in("one_goal", "/record/")
    page.get_by_role("link", name="Export my record").click()
    prove_who_is_there(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    saved = tmp_path / "export.json"
    download.value.save_as(saved)
    assert "walk with Sam on Tuesdays" in saved.read_text("utf-8")
    page.goto(page.url.split("/record/")[0] + "/record/erase/")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Erase my record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your record is erased")
    page.goto(page.url.split("/record/")[0] + "/goals/")
    assert "/account/sign-in/" in page.url
