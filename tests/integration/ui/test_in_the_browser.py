"""What a person meets in a browser: reachable, readable, quick to leave, and never sent twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.integration.ui.conftest import Visitor, barriers

pytestmark = [pytest.mark.journey, pytest.mark.urls("tests.integration.ui.urls")]

STATUSES = ["400", "403", "403_csrf", "404", "429", "500", "503"]
PAGES = ["/gallery/", "/gallery/?direction=rtl", "/question/", "/question/?person=ana"]
SIZES = {"narrow": (320, 640), "phone": (390, 844), "desktop": (1280, 900)}


def width_beyond_the_window(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def sends_nothing(page: Page) -> None:
    page.get_by_role("button", name="Save and carry on").first.click()
    page.wait_for_load_state()


class TestLook:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("path", PAGES)
    def test_every_component_is_accessible(self, visitor: Visitor, path: str, scheme: str) -> None:
        assert barriers(visitor.opens(path, color_scheme=scheme)) == []

    @pytest.mark.parametrize("status", STATUSES)
    def test_every_error_page_is_accessible(self, visitor: Visitor, status: str) -> None:
        assert barriers(visitor.opens(f"/error/{status}/")) == []

    def test_on_a_wide_screen_too(self, visitor: Visitor) -> None:
        assert barriers(visitor.opens("/gallery/", viewport={"width": 1280, "height": 900})) == []

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("path", [*PAGES, "/error/503/"])
    def test_nobody_needs_to_scroll_sideways(self, visitor: Visitor, path: str, size: str) -> None:
        width, height = SIZES[size]
        page = visitor.opens(path, viewport={"width": width, "height": height})
        assert width_beyond_the_window(page) <= 0

    def test_wider_spacing_of_text_cuts_nothing_off(self, visitor: Visitor) -> None:
        page = visitor.opens("/gallery/", viewport={"width": 320, "height": 640}, bypass_csp=True)
        page.add_style_tag(content="* { letter-spacing: .12em !important; word-spacing: .16em !important }")
        assert width_beyond_the_window(page) <= 0

    @pytest.mark.parametrize("path", PAGES)
    def test_every_target_is_large_enough_for_a_thumb(self, visitor: Visitor, path: str) -> None:
        page = visitor.opens(path)
        small = page.evaluate("""() => [...document.querySelectorAll(
            '.button, .header-link, .back, .tile, .scale-step, select, textarea, input[type=text], .account-menu a')]
          .map(el => [el.className || el.id || el.tagName, el.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
          .map(([name, box]) => `${name} ${box.width}x${box.height}`)""")
        assert small == []

    def test_a_scale_takes_two_rows_on_a_phone_and_one_where_there_is_room(self, visitor: Visitor) -> None:
        rows = "() => new Set([...document.querySelectorAll('.scale-steps')[0].children].map(el => el.offsetTop)).size"
        assert visitor.opens("/question/").evaluate(rows) == 2
        assert visitor.opens("/question/", viewport={"width": 1280, "height": 900}).evaluate(rows) == 1

    def test_nothing_moves_for_those_who_want_no_motion(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/", reduced_motion="reduce")
        assert page.locator(".button").first.evaluate("el => getComputedStyle(el).transitionDuration") in (
            "0s",
            "0s, 0s",
        )

    def test_a_chosen_answer_shows_without_colour(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/", forced_colors="active")
        page.get_by_label("7", exact=True).check()
        chosen = page.locator(".scale-step:has(:checked)")
        assert chosen.evaluate("el => getComputedStyle(el).outlineStyle") == "solid"

    def test_on_paper_there_are_words_and_no_buttons(self, visitor: Visitor) -> None:
        page = visitor.opens("/gallery/")
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".button").first).to_be_hidden()
        expect(page.locator(".page-header")).to_be_hidden()
        expect(page.locator(".chart-table").first).to_be_visible()


class TestErrors:
    @pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
    def test_the_summary_is_reached_first_and_leads_to_the_fields(self, visitor: Visitor, script: bool) -> None:
        page = visitor.opens("/question/", java_script_enabled=script)
        sends_nothing(page)
        expect(page).to_have_title("Error: What do you want to change? · Goalward")
        summary = page.get_by_role("alert")
        expect(summary).to_be_focused()
        summary.get_by_role("link", name="Write what you want to change.").click()
        expect(page.get_by_label("What do you want to change?")).to_be_focused()
        summary.get_by_role("link", name="Choose a number from 0 to 10.").click()
        expect(page.get_by_role("radio", name="0 not at all")).to_be_focused()

    def test_the_field_says_the_same_and_its_label_stays_in_sight(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        sends_nothing(page)
        page.get_by_role("alert").get_by_role("link").last.click()
        expect(page.get_by_role("group", name="How much does this get in the way?")).to_be_in_viewport()
        field = page.get_by_label("What do you want to change?")
        expect(field).to_have_accessible_description(
            "A few words are enough. You can reword it at any time. "
            "Why we ask: Your own words are the start of a goal. "
            "Only you can see this. Error: Write what you want to change."
        )
        expect(field).to_have_attribute("aria-invalid", "true")


class TestQuestionPage:
    @pytest.mark.parametrize(
        ("button", "action"),
        [("Save and carry on", "next"), ("Skip this question", "skip"), ("Save and finish later", "later")],
    )
    @pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
    def test_says_which_way_the_person_wants_to_go(
        self, visitor: Visitor, button: str, action: str, script: bool
    ) -> None:
        page = visitor.opens("/question/", java_script_enabled=script)
        page.get_by_label("What do you want to change?").fill("Sleep 🌱 <b>")
        page.get_by_label("7", exact=True).check()
        page.get_by_role("button", name=button).click()
        expect(page.locator("body")).to_have_text(f"{action}: Sleep 🌱 <b>")

    def test_enter_means_save_and_carry_on(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        page.get_by_label("7", exact=True).check()
        page.get_by_label("What do you want to change?").fill("Sleep")
        page.keyboard.press("Enter")
        page.wait_for_url("**/question/")
        expect(page.locator("body")).to_have_text("next: Sleep")

    def test_can_be_answered_by_keyboard_alone(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Back")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.type("Sleep")
        page.keyboard.press("Tab")
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        expect(page.get_by_role("radio", name="3", exact=True)).to_be_checked()

    def test_a_second_press_sends_nothing(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        sent: list[str] = []
        page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
        page.evaluate("""() => { const button = document.querySelector('form[data-once] button');
            button.click(); button.click(); button.click(); }""")
        page.wait_for_load_state("networkidle")
        assert len(sent) == 1

    def test_a_page_that_comes_back_can_be_sent_again(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        states = page.evaluate("""() => { const form = document.querySelector('form[data-once]');
            window.addEventListener('submit', event => event.preventDefault());
            form.requestSubmit(); const sent = form.dataset.sent;
            window.dispatchEvent(new Event('pageshow')); return [sent, form.dataset.sent ?? 'open',
              form.querySelectorAll('[aria-disabled]').length]; }""")
        assert states == ["yes", "open", 0]

    def test_the_time_zone_is_guessed_only_where_none_is_chosen(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/", timezone_id="Asia/Tokyo")
        expect(page.get_by_label("Where do you live?")).to_have_value("Asia/Tokyo")
        page.get_by_label("Where do you live?").select_option("Europe/Vienna")
        sends_nothing(page)
        expect(page.get_by_label("Where do you live?")).to_have_value("Europe/Vienna")

    def test_an_unknown_time_zone_is_left_to_the_person(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/", timezone_id="Pacific/Chatham")
        expect(page.get_by_label("Where do you live?")).to_have_value("")


class TestLeaving:
    def test_the_button_leads_to_a_blank_page_and_back_does_not_return(self, visitor: Visitor) -> None:
        page = visitor.opens("/gallery/")
        page.goto(f"{visitor.site}/question/")
        page.get_by_role("link", name="Leave this page").click()
        page.wait_for_url("**/leave/")
        assert page.inner_text("body") == ""
        page.go_back()
        assert page.url.endswith("/gallery/")

    def test_shift_three_times_does_the_same(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("**/leave/")

    def test_writing_capital_letters_does_not(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        page.get_by_label("What do you want to change?").focus()
        for letter in "SAM AND I":
            page.keyboard.press(f"Shift+{letter}")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        assert page.url.endswith("/question/")

    def test_without_script_the_button_is_a_plain_link(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/", java_script_enabled=False)
        page.get_by_role("link", name="Leave this page").click()
        assert page.url.endswith("/leave/")

    def test_nothing_is_seen_while_the_blank_page_comes(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        seen = page.evaluate("""() => { document.querySelector('[data-leave]').click();
            return [getComputedStyle(document.body).display, document.title.trim()]; }""")
        assert seen == ["none", ""]


class TestSmallUpdates:
    def test_htmx_updates_a_part_under_the_content_policy(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        page.get_by_label("A draft").press_sequentially("walk")
        expect(page.locator("#coach")).to_have_text("You wrote: 4 characters")
        assert page.locator("style").count() == 0

    def test_htmx_leaves_no_copy_of_the_page_in_the_browser(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/")
        page.get_by_label("A draft").press_sequentially("walk")
        expect(page.locator("#coach")).to_have_text("You wrote: 4 characters")
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]

    def test_without_script_the_same_form_posts(self, visitor: Visitor) -> None:
        page = visitor.opens("/question/", java_script_enabled=False)
        page.get_by_label("A draft").fill("walk")
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_text("You wrote: 4 characters")
