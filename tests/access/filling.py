"""Filling in a form as a person might, and sending it as a browser does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.test import Client

from tests.access.pages import Control, Form, Page, Response
from tests.conftest import PASSWORD

OWN_SITE = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
DATE = {"day": "27", "month": "3", "year": "2027"}
# Where the form itself does not say what makes sense: a known address to sign in with, the scale that has most boxes,
# a year that is over for what has happened.
ANSWERS = {"login": "ana@example.org", "scale_kind": "levels", "on_year": "2020"}
Answers = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form on a page, and one of the ways to send it."""

    address: str
    form: Form
    button: tuple[str, str, str]

    @property
    def goes_to(self) -> str:
        return self.button[2] or self.form.action or self.address

    def __str__(self) -> str:
        return f"{self.address} [{self.button[0]}={self.button[1]}] to {self.goes_to}"

    def filled(self, **answers: str) -> Answers:
        """Sensible answers everywhere, but for those given."""
        filled = {name: sensible(control) for name, control in self.form.controls.items()}
        return filled | {name: [answer] for name, answer in answers.items()}

    def send(self, browser: Client, answers: Answers) -> Response:
        name, value, _ = self.button
        body = urlencode({**answers, **({name: [value]} if name else {})}, doseq=True)
        return browser.post(self.goes_to, body, content_type="application/x-www-form-urlencoded", headers=OWN_SITE)


def sheets(browser: Client, address: str) -> Iterator[Sheet]:
    """Every form of a page with every one of its buttons, but for signing out, which each page has."""
    for form in Page(browser.get(address).content.decode()).forms:
        if form.action != "/account/sign-out/":
            yield from (Sheet(address, form, button) for button in form.buttons)


def sensible(control: Control) -> list[str]:
    """What someone might answer here: something new in a box, what is chosen already elsewhere."""
    if control.name in ANSWERS:
        return [ANSWERS[control.name]]
    if control.kind == "select":
        return control.values if any(control.values) else [value for value in control.choices if value][:1]
    if control.kind in {"radio", "checkbox"}:
        return control.values or control.choices[:1]
    if control.kind == "hidden" or control.is_fixed:
        return control.values
    by_kind = {"email": "someone@example.org", "password": PASSWORD}
    part = control.name.rpartition("_")[2]
    return [by_kind.get(control.kind) or DATE.get(part) or ("5" if control.is_numeric else f"walk for {control.name}")]
