"""Odd input into every field of every form: kept to the letter, or met with a message beside the field; never a 500."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.apps import apps
from django.forms import BaseForm
from django.test import Client

from goalward.web.accounts.models import Person
from goalward.web.records.fields import EncryptedField
from goalward.web.ui.widgets import HIDDEN_CHARACTERS
from tests.access.filling import OWN_SITE, Answers, Sheet
from tests.access.household import Household, forms_of, main_forms
from tests.access.life import undone
from tests.access.matrix import Row, matrix
from tests.access.pages import Control, Page, Response
from tests.access.writes import watched
from tests.conftest import PASSWORD
from tests.repo.prose import unkind

pytestmark = pytest.mark.django_db
ODD = tomllib.loads((Path(__file__).parents[1] / "data" / "odd_input.toml").read_text("utf-8"))
TEN_THOUSAND_WORDS = "day # " + "walk " * 9_998 + "home"
NOT_WORDS = {"email", "password"}  # these have rules of their own
CARRIES_WORDS = "goal"  # a hidden control that brings along what someone wrote before they signed in
AGAIN, FORM = 200, "application/x-www-form-urlencoded"
NEVER_BROKEN = {200, 302, 400, 403, 404, 409}
SHOWN = [row for row in matrix().values() if row.is_page_of("ana") or row.is_page_of("signed_out")]
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in SHOWN])


def word_forms(row: Row, household: Household) -> Iterator[tuple[Client, Sheet, dict[str, int]]]:
    """Those with boxes for words, and the limit of each box."""
    for browser, sheet in main_forms(row, household):
        limits = limits_of(browser.get(sheet.address))
        boxes = {box.name: limits[box.name] for box in sheet.form.controls.values() if is_for_words(box)}
        if boxes:
            yield browser, sheet, boxes


def is_for_words(control: Control) -> bool:
    return control.takes_text and not control.is_numeric and control.kind not in NOT_WORDS


def limits_of(response: Response) -> dict[str, int]:
    """The most characters that each control of a page takes, by name, as the forms behind the page say."""
    values = (value for context in response.context or [] for layer in context.dicts for value in layer.values())
    forms = [value for value in values if isinstance(value, BaseForm)]
    return {bound.html_name: getattr(bound.field, "max_length", 0) for form in forms for bound in form}


def numbered(text: str, boxes: dict[str, int]) -> dict[str, str]:
    """The text for each box, told apart by the number of the box."""
    return {name: text.replace("#", str(number)) for number, name in enumerate(boxes)}


@cache
def sealed_fields() -> list[tuple[str, list[str]]]:
    """For each kind of row in a record: the record's name for its rows, and the sealed fields."""
    sealed = {
        f"{model._meta.model_name}s": [f.attname for f in model._meta.fields if isinstance(f, EncryptedField)]
        for model in apps.get_models()
    }
    return [(rows, names) for rows, names in sealed.items() if names]


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def kept_by(person: Person | None) -> set[str]:
    """Every text in a person's record, opened; none when it was erased."""
    rows = (
        ((row, names) for rows, names in sealed_fields() for row in getattr(person.record, rows).all())
        if person
        else ()
    )
    return {text for row, names in rows for name in names for text in texts_in(getattr(row, name))}


def errors_of(response: Response) -> list[str]:
    page = Page(response.content.decode())
    return [each.text for each in page.elements if "field-error" in each.attributes.get("class", "").split()]


@each_row
def test_every_form_can_be_filled_in_sensibly(row: Row, household: Household) -> None:
    for browser, sheet in forms_of(row, household):
        with undone(browser):
            response = sheet.send(browser, sheet.filled())
        assert response.status_code in {200, 302}, sheet
        if response.status_code == AGAIN and response.headers["Content-Type"].startswith("text/html"):
            page = Page(response.content.decode())
            assert not [each.text for each in page.elements if "error-summary" in each.inside], sheet


def odd_but_valid(limit: int, *, has_lines: bool) -> Iterator[str]:
    """All of them, as many in one text as fit."""
    together = ""
    for text in ODD["valid"].values():
        if len(f"{together} ¶ {text}") > limit - 20:
            yield together
            together = ""
        together = f"{together} ¶ {text}" if together else text
    yield from (together, *ODD["alone"].values(), *(ODD["lines"].values() if has_lines else ()))
    if len(TEN_THOUSAND_WORDS) < limit:
        yield TEN_THOUSAND_WORDS


@each_row
def test_valid_but_odd_words_are_kept_and_shown_to_the_letter(row: Row, household: Household) -> None:
    for browser, sheet, boxes in word_forms(row, household):
        for limit in set(boxes.values()):
            alike = {name: most for name, most in boxes.items() if most == limit}
            has_lines = all(sheet.form.controls[name].kind == "textarea" for name in alike)
            for text in odd_but_valid(limit, has_lines=has_lines):
                keep_and_show(browser, sheet, numbered(text, alike), household)


def keep_and_show(browser: Client, sheet: Sheet, words: dict[str, str], household: Household) -> None:
    sent = {name: text.replace("\n", "\r\n") for name, text in words.items()}  # as a browser sends lines
    with undone(browser):
        response = sheet.send(browser, sheet.filled(**sent))
        assert response.status_code in {200, 302}, f"{sheet}: {words}"
        if "Location" in response.headers:
            assert {text[:80] for text in set(words.values()) - kept_by(household.ana)} == set(), f"not kept: {sheet}"
        else:
            assert not errors_of(response), f"{sheet}: {words}"
        waiting = set(words.values())
        for shown in shown_after(browser, sheet, response, household):
            waiting -= {text for text in waiting if text in shown}
            if not waiting:
                return
        pytest.fail(f"{sheet}: kept, and shown nowhere to the letter: {[text[:80] for text in waiting]}")


def shown_after(browser: Client, sheet: Sheet, response: Response, household: Household) -> Iterator[str]:
    """The text of each page that may show what was sent, nearest first; each page is asked for only when needed."""
    if "Location" not in response.headers:
        yield Page(response.content.decode()).text.replace("\r\n", "\n")
        return
    near = [sheet.address, response.headers["Location"]]
    for address in [*near, *(address for _, address in household.pages("ana") if address not in near)]:
        yield Page(browser.get(address, follow=True).content.decode()).text.replace("\r\n", "\n")


@each_row
def test_what_cannot_be_kept_gets_a_message_beside_it_and_stays_in_the_box(row: Row, household: Household) -> None:
    for browser, sheet, boxes in word_forms(row, household):
        wrong = [numbered(text, boxes) for text in ODD["invalid"].values()]
        wrong += [{name: "walk\0"} for name in boxes]  # each alone, so that the others could be kept by half
        wrong += [{name: "x" * (most + 1) for name, most in boxes.items()}]
        for words in wrong:
            with undone(browser), watched() as writes:
                response = sheet.send(browser, sheet.filled(**words))
            assert writes.count == 0, f"kept by half: {sheet}"
            page = Page(response.content.decode())
            assert response.status_code == AGAIN, f"{sheet}: {words}"
            assert page.title.startswith("Error: "), f"{sheet}: {page.title}"
            for name, text in words.items():
                holds_beside(page, name, HIDDEN_CHARACTERS.sub("�", text))


def holds_beside(page: Page, name: str, kept: str) -> None:
    control = page.control(name)
    assert control is not None, name
    assert page.error_beside(name), f"{name} has no message beside it"
    assert not unkind(page.error_beside(name)), page.error_beside(name)
    assert control.values == [kept], name
    assert control.attributes.get("aria-invalid") == "true", name


@each_row
def test_the_longest_words_that_fit_are_kept(row: Row, household: Household) -> None:
    for browser, sheet, boxes in word_forms(row, household):
        words = {name: f"{number} ".ljust(most, "x") for number, (name, most) in enumerate(boxes.items())}
        with undone(browser):
            response = sheet.send(browser, sheet.filled(**words))
            assert response.status_code in {200, 302}, sheet
            if "Location" in response.headers:
                assert {text[:9] for text in set(words.values()) - kept_by(household.ana)} == set(), sheet
            else:
                assert not errors_of(response), sheet


@each_row
def test_nonsense_instead_of_a_choice_breaks_nothing_and_is_not_kept(row: Row, household: Household) -> None:
    for browser, sheet in main_forms(row, household):
        others = [control.name for control in sheet.form.controls.values() if not is_for_words(control)]
        shapes = [sheet.filled(**dict.fromkeys(others, junk)) for junk in ODD["junk"]["values"]]
        shapes += [sheet.filled(**{name: "zqjunk"}) for name in like_no_other(sheet) if name != CARRIES_WORDS]
        for answers in shapes:
            answers.pop(CARRIES_WORDS, None)
            with undone(browser):
                response = sheet.send(browser, answers)
                assert response.status_code in NEVER_BROKEN, f"{sheet}: {answers}"
                kept = kept_by(household.ana) if "Location" in response.headers else set()
            assert not {text for text in kept if "zqjunk" in text}, f"{sheet}: {answers}"


def like_no_other(sheet: Sheet) -> list[str]:
    """The controls that nobody writes words in; of those that are alike one."""
    others = [control for control in sheet.form.controls.values() if not is_for_words(control)]
    return [*{(each.kind, *(each.choices or [each.name])): each.name for each in others}.values()]


@each_row
def test_missing_doubled_and_foreign_fields_break_nothing(row: Row, household: Household) -> None:
    foreign = {name: ["zqjunk"] for name in ("id", "record", "record_id", "person", "status", "author", "audience")}
    for browser, sheet in main_forms(row, household):
        filled = sheet.filled()
        words = [control.name for control in sheet.form.controls.values() if is_for_words(control)]
        shapes: list[Answers] = [{}, {name: values * 2 for name, values in filled.items()}, filled | foreign]
        shapes += [{n: values for n, values in filled.items() if n != left} for left in [*words, *like_no_other(sheet)]]
        for shape in shapes:
            with undone(browser):
                response = sheet.send(browser, shape)
            assert response.status_code in NEVER_BROKEN, f"{sheet}: {sorted(shape)}"


@each_row
def test_bytes_that_are_no_text_break_nothing(row: Row, household: Household) -> None:
    for browser, sheet in main_forms(row, household):
        for raw in map(bytes.fromhex, ODD["bytes"]["values"]):
            fields = [quote(control) + "=" + quote(raw) for control in sheet.form.controls]
            with undone(browser):
                body = "&".join([urlencode(sheet.filled(), doseq=True), *fields])
                response = browser.post(sheet.goes_to, body, content_type=FORM, headers=OWN_SITE)
            assert response.status_code in NEVER_BROKEN, f"{sheet}: {raw.hex()}"


@pytest.mark.parametrize("raw", ODD["addresses"]["values"])
def test_odd_addresses_break_nothing(raw: str, household: Household) -> None:
    browser = household.browsers["ana"]
    for row in matrix().values():
        address = row.addresses(household.life)[0]
        for odd in (f"{address}?page={raw}&then={raw}&next={raw}&done={raw}", f"{address}{raw}/"):
            with undone(browser):
                response = browser.get(odd)
            assert response.status_code < 500, odd
            assert "\n" not in response.headers.get("Location", ""), odd


@pytest.mark.parametrize("elsewhere", ODD["elsewhere"]["values"])
def test_no_address_of_ours_sends_a_person_to_another_site(elsewhere: str, household: Household) -> None:
    for who in ("signed_out", "ana"):
        browser = household.browsers[who]
        for row in matrix().values():
            address = f"{row.addresses(household.life)[0]}?{urlencode({'next': elsewhere})}"
            fields = {"next": elsewhere, "login": "ana@example.org", "password": PASSWORD}
            with undone(browser):
                response = browser.post(address, fields, headers=OWN_SITE)
            location = response.headers.get("Location", "/")
            assert location.startswith("/"), (who, address)
            assert not location.startswith(("//", "/\\")), (who, address)


@each_row
def test_every_message_beside_a_field_is_kind(row: Row, household: Household) -> None:
    for browser, sheet in main_forms(row, household):
        visible = [control.name for control in sheet.form.controls.values() if control.kind != "hidden"]
        for answer in ("", "?"):
            with undone(browser):
                response = sheet.send(browser, sheet.filled(**dict.fromkeys(visible, answer)))
                if response.status_code == AGAIN:
                    assert [said for said in errors_of(response) if unkind(said)] == [], sheet
