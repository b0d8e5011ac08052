"""A real browser in front of the component room: no database, no other host, the site's own content policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

CHROMIUM = "/usr/bin/chromium"
CALM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CALM += ["--disable-component-update", "--disable-sync"]
PHONE = {"width": 390, "height": 844}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Quietly(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a server that answers with whatever urls the test has set."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quietly)
    server.set_app(WSGIHandler())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")  # no longer: while Playwright runs, Django takes every other test to be asynchronous
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CALM)
        yield browser
        browser.close()


class Visitor:
    """Someone with a browser. Whatever they open must ask no other host and break no rule of the content policy."""

    def __init__(self, chromium: Browser, site: str) -> None:
        self.chromium, self.site = chromium, site
        self.contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    def opens(self, path: str, **browser: object) -> Page:
        context = self.chromium.new_context(**{"viewport": PHONE, **browser})  # type: ignore[arg-type]
        self.contexts.append(context)
        context.route("**/*", self.only_ours)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(self.site + path)
        return page

    def only_ours(self, route: Route) -> None:
        if route.request.url.startswith(self.site):
            route.continue_()
        else:
            self.faults.append(f"asked {route.request.url}")
            route.abort()

    def leaves(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def visitor(chromium: Browser, site: str) -> Iterator[Visitor]:
    visitor = Visitor(chromium, site)
    yield visitor
    visitor.leaves()
    assert visitor.faults == []


def barriers(page: Page) -> list[str]:
    """What axe finds on the page, WCAG 2.2 A and AA, one line each."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]
