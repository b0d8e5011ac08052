"""Frames and error pages: there when nothing else is. No test here may touch the database; pytest sees to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.utils import translation

import goalward.web.ui

ROOM = Path(goalward.web.ui.__file__).parent
STATUSES = ["400", "403", "403_csrf", "404", "429", "500", "503"]
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))


def page(source: str = "", **context: object) -> str:
    return engines["django"].from_string('{% extends "ui/page.html" %}' + source).render(context)


class TestFrame:
    def test_needs_no_request_no_session_and_no_database(self) -> None:
        html = render_to_string("ui/plain_page.html", {})
        assert '<html lang="en" dir="ltr">' in html
        assert html.index("/help-now/") < html.index("/leave/") < html.index('<main id="main"')
        assert "csrf" not in html

    def test_offers_help_and_leaving_at_the_same_place_on_every_page(self) -> None:
        header = re.compile(r"<header.*?</header>", re.DOTALL)
        headers = {header.findall(render_to_string(f"{status}.html", {}))[0] for status in STATUSES}
        assert headers == {header.findall(page())[0]}

    def test_says_what_it_is_not(self) -> None:
        footer = page().partition("<footer")[2]
        assert "not a medical device and not a therapist" in footer
        assert "Nobody watches what you write here." in footer

    def test_turns_around_for_a_language_that_runs_the_other_way(self) -> None:
        with translation.override("ar"):
            assert '<html lang="ar" dir="rtl">' in page()

    def test_begins_the_title_with_error_when_something_needs_another_look(self) -> None:
        title = "{% block title %}What is hard now{% endblock %}"
        assert "<title>What is hard now · Goalward</title>" in page(title)
        assert "<title>Error: What is hard now · Goalward</title>" in page(title, form={"errors": {"hard": ["x"]}})

    @pytest.mark.urls("tests.integration.ui.urls")
    def test_shows_the_menu_only_to_someone_who_is_signed_in(self) -> None:
        assert "Sign out" not in page()
        menu = page(person="ana", csrf_token="abc")
        assert [f'href="{path}"' in menu for path in ("/my-goals/", "/record/")] == [True, True]
        assert '<form method="post" action="/sign-out/">' in menu


class TestErrorPages:
    @pytest.mark.parametrize("status", STATUSES)
    def test_says_what_to_do_next_and_where_help_is(self, status: str) -> None:
        main = render_to_string(f"{status}.html", {}).partition("<main")[2]
        assert len(re.findall("<h1>[^<]+</h1>", main)) == 1
        assert "/help-now/" in main.partition("</main>")[0]

    @pytest.mark.parametrize("status", STATUSES)
    def test_shows_the_contacts_that_it_is_given(self, status: str) -> None:
        assert "Call 112" in render_to_string(f"{status}.html", {"help_panel": "Call 112"})

    def test_a_fault_has_a_reference_when_there_is_one(self) -> None:
        assert "1f2e3d4c" in render_to_string("500.html", {"reference": "1f2e3d4c"})
        assert "reference" not in render_to_string("500.html", {})

    def test_nothing_is_lost_when_the_record_cannot_be_reached(self) -> None:
        html = render_to_string("503.html", {"fields": [("wording", "Sleep\r\n<b>")], "action": "/start/hard/"})
        assert '<form method="post" action="/start/hard/">' in html
        assert 'name="wording" value="Sleep\r\n&lt;b&gt;"' in html
        assert html.count("Try again") == 1
        assert "Sleep\r\n&lt;b&gt;</blockquote>" in html

    def test_a_page_that_could_not_be_shown_can_be_tried_again(self) -> None:
        assert 'href="/goals/"' in render_to_string("503.html", {"fields": [], "action": "/goals/"})
        assert "Try again" not in render_to_string("503.html", {})


class TestHouseRules:
    @pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
    def test_a_template_holds_no_inline_style_script_or_foreign_address(self, template: Path) -> None:
        source = template.read_text("utf-8")
        assert re.findall(r"\sstyle=|<style|\son\w+=|hx-on:|https?://|<script(?![^>]*src=)", source) == []

    @pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
    def test_its_sentences_are_short_and_calm(self, template: Path) -> None:
        for sentence in re.findall(r'translate "([^"]+)"', template.read_text("utf-8")):
            assert "!" not in sentence
            assert all(len(part.split()) <= 20 for part in re.split(r"[.?]\s", sentence))

    @pytest.mark.parametrize("script", sorted((ROOM / "static/ui").glob("*.js")), ids=lambda path: path.name)
    def test_a_script_leaves_no_name_behind_and_runs_no_text(self, script: Path) -> None:
        if not script.name.startswith("htmx"):
            assert re.findall(r"window\.\w+ =|eval|innerHTML|new Function|https?:", script.read_text("utf-8")) == []

    def test_htmx_comes_with_its_licence_and_is_told_to_add_no_style(self) -> None:
        assert "Zero-Clause BSD" in (ROOM / "static/ui/htmx-4.0.1.LICENSE.txt").read_text("utf-8")
        assert '"includeIndicatorCSS": false' in render_to_string("ui/htmx.html")
