"""A real browser against a real server. Every page may speak to that server alone, and must keep the content policy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site_process import Site, free_port, serving

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for all journeys of a worker; each journey brings its own person."""
    site = Site(tmp_path_factory.mktemp("site"), free_port())
    with serving(site):
        yield site


@pytest.fixture(scope="module")  # no longer: while Playwright runs, Django takes every other test to be asynchronous
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # With the back-forward cache on, as people have it: Back after sign-out must show nothing all the same.
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site: ``open_page(viewport=PHONE, javascript=False)``."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []
    broken_policy: list[str] = []

    def watch(route: Any) -> None:
        if route.request.url.startswith(f"{site.url}/"):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    def listen(message: Any) -> None:
        if "Content Security Policy" in message.text:
            broken_policy.append(message.text)

    def open_one(viewport: dict[str, int] = PHONE, *, javascript: bool = True, path: str = "/", **options: Any) -> Page:
        context = browser.new_context(
            viewport=viewport, java_script_enabled=javascript, timezone_id="Europe/Vienna", locale="en-GB", **options
        )
        contexts.append(context)
        if not javascript:
            WITHOUT_SCRIPTS.add(context)
        context.route("**/*", watch)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", listen)
        page.goto(f"{site.url}{path}")
        return page

    yield open_one
    for context in contexts:
        WITHOUT_SCRIPTS.discard(context)
        context.close()
    assert not foreign, f"asked another host: {foreign}"
    assert not broken_policy, broken_policy


WITHOUT_SCRIPTS: set[BrowserContext] = set()


def assert_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 AA. Where scripts are off, axe reads the same document in a page where they are on."""
    if page.context in WITHOUT_SCRIPTS:
        with_scripts = _the_same_with_scripts(page)
        try:
            assert_no_violation(with_scripts)
        finally:
            with_scripts.context.close()
    else:
        assert_no_violation(page)


def _the_same_with_scripts(page: Page) -> Page:
    browser, document = page.context.browser, page.content()
    assert browser
    twin = browser.new_context(viewport=page.viewport_size).new_page()
    twin.route(page.url, lambda route: route.fulfill(body=document, content_type="text/html; charset=utf-8"))
    twin.goto(page.url)
    return twin


def assert_no_violation(page: Page) -> None:
    page.wait_for_load_state("load")  # with its styles: targets have their size only then
    violations = Axe().run(page, options=WCAG).response["violations"]
    told = [f"{v['id']}: {v['help']} {[n['target'] for n in v['nodes']]}" for v in violations]
    assert not told, f"{page.url}\n" + "\n".join(told)


def assert_no_sideways_scrolling(page: Page) -> None:
    width = page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], f"{page.url} is {width[0]} px wide in a window of {width[1]} px"


@pytest.fixture
def signed_in(site: Site, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a page as a new person with invented data, without going through sign-in again."""

    def open_signed_in(story: str, path: str = "/goals/", **options: Any) -> Page:
        seeded = json.loads(site.python("tests.journeys.seed", story))
        page = open_page(path="/leave/", **options)
        page.context.add_cookies([{"name": seeded["cookie"], "value": seeded["session"], "url": site.url}])
        page.goto(f"{site.url}{path}")
        return page

    return open_signed_in
