"""The list of help contacts, ours and an operator's own."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.messages import in_english
from goalward.safety import (
    REVIEW_EVERY,
    Contact,
    ContactKind,
    ContactsError,
    contacts,
    is_confirmed,
    needs_review,
    read_contacts,
)

TODAY = date(2026, 11, 22)
HEADER = "country,kind,name,phone,sms,chat_url,hours,languages,source,verified,checked_on"
LINE = {
    "country": "AT",
    "kind": "crisis",
    "name": "Example line",
    "phone": "142",
    "sms": "",
    "chat_url": "",
    "hours": "24/7",
    "languages": "German",
    "source": "the line’s own page",
    "verified": "yes",
    "checked_on": "",
}


def written(*rows: dict[str, str]) -> list[str]:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(LINE))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().splitlines()


def read(**changes: str) -> Contact:
    (contact,) = read_contacts(written(LINE | changes))
    return contact


def test_an_operators_own_row_is_read_as_written() -> None:
    contact = read(name="Line, with a comma", checked_on="2026-11-02", phone=" 142 ")
    assert contact.name == "Line, with a comma"
    assert contact.phone == "142"
    assert contact.kind is ContactKind.CRISIS
    assert contact.checked_on == date(2026, 11, 2)


@given(st.lists(st.sampled_from([contact.name for contact in contacts()]), min_size=1))
def test_rows_keep_the_files_order(names: list[str]) -> None:
    assert [contact.name for contact in read_contacts(written(*(LINE | {"name": name} for name in names)))] == names


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read() -> None:
    first, *rest = written(LINE)
    assert read_contacts(["\ufeff" + first, *rest]) == read_contacts(written(LINE))


def test_empty_rows_are_passed_over_and_still_counted() -> None:
    good, *_ = written(LINE)[1:]
    assert len(read_contacts([HEADER, "", good, "," * 10, good])) == 2
    with pytest.raises(ContactsError, match="row 4: country “at”"):
        read_contacts([HEADER, "", good, good.replace("AT", "at")])


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"country": "Austria"}, "country “Austria” is not a country code"),
        ({"country": ""}, "country “” is not a country code"),
        ({"country": "GB-"}, "not a country code"),
        ({"kind": "urgent"}, "kind “urgent” is not one of crisis, emergency, abuse, eating, child"),
        ({"name": " "}, "is not a name"),
        ({"phone": "call us"}, "phone “call us” is not a phone number"),
        ({"sms": "text us"}, "is not a number to text"),
        ({"chat_url": "http://example.org"}, "starts with https://"),
        ({"chat_url": "https:// example.org"}, "starts with https://"),
        ({"chat_url": "javascript:alert(1)"}, "starts with https://"),
        ({"verified": "maybe"}, "is not yes or reference"),
        ({"checked_on": "22/11/2026"}, "is not a date such as 2026-11-22"),
        ({"checked_on": "2026-11-31"}, "is not a date such as"),
        ({"checked_on": "20261122"}, "is not a date such as"),
        ({"phone": ""}, "no phone number, no text number and no chat address"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row(changes: dict[str, str], says: str) -> None:
    with pytest.raises(ContactsError, match=r"^row 3: ") as error:
        read_contacts(written(LINE, LINE | changes))
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("country", "number", "why"),
    [
        ("US", "800-931-2237", "closed on 1 June 2023"),
        ("US", "1-800-931-2237", "closed on 1 June 2023"),
        ("US", "1-800-273-8255", "988 replaced it"),
        ("GB", "08457 90 90 90", "old numbers"),
        ("GB-SCT", "+44 845 634 1414", "old numbers"),
        ("IE", "1850 60 90 90", "old number"),
    ],
)
def test_a_number_that_no_longer_helps_is_refused(country: str, number: str, why: str) -> None:
    with pytest.raises(ContactsError, match=f"row 2: .*must not be used: .*{why}"):
        read(country=country, phone=number)
    with pytest.raises(ContactsError, match="must not be used"):
        read(country=country, phone="112", sms=number)


def test_a_retired_number_of_one_country_may_be_a_live_one_elsewhere() -> None:
    assert read(country="AT", phone="1850").phone == "1850"


@pytest.mark.parametrize("changes", [{"sms": "HI to 50808"}, {"chat_url": "https://example.org/chat"}])
def test_a_line_without_a_phone_is_fine_when_it_can_be_reached_otherwise(changes: dict[str, str]) -> None:
    assert read(phone="", **changes).phone == ""


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([], "row 1: the columns must be country, kind, name"),
        (["country;kind;name"], "row 1: the columns must be"),
        ([HEADER], "holds no contact"),
        ([HEADER, "AT,crisis,Line"], "row 2: 11 cells are needed, not 3"),
        ([HEADER, "AT,crisis,Line,142,,,,,,yes,,extra"], "row 2: 11 cells are needed, not 12"),
        ([HEADER, 'AT,"crisis'], "this is not a CSV file"),
        ([HEADER, 'AT,"crisis"x,Line'], "line 2: this is not a CSV file"),
    ],
)
def test_a_file_of_another_shape_is_refused(lines: list[str], says: str) -> None:
    with pytest.raises(ContactsError) as error:
        read_contacts(lines)
    assert says in str(error.value)


def refusal(lines: list[str]) -> str | None:
    try:
        read_contacts(lines)
    except ContactsError as error:
        return str(error)
    return None


@given(st.lists(st.text(max_size=20), min_size=11, max_size=11))
def test_whatever_stands_in_a_row_its_refusal_is_in_words(cells: list[str]) -> None:
    assert refusal(written(dict(zip(LINE, cells, strict=True)))) != ""


@given(st.lists(st.text(max_size=40), max_size=5))
def test_whatever_stands_in_a_file_its_refusal_is_in_words(lines: list[str]) -> None:
    assert refusal([HEADER, *lines]) != ""


@given(st.sampled_from(list(LINE)), st.text(max_size=20))
def test_whatever_stands_in_one_cell_the_row_is_read_or_refused(column: str, cell: str) -> None:
    assert refusal(written(LINE | {column: cell})) != ""


def test_every_country_of_ours_has_a_number_for_an_emergency_and_nearly_all_someone_to_talk_to() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for contact in contacts():
        kinds[contact.country].add(contact.kind)
    assert {country for country in kinds if "emergency" not in kinds[country]} == {"GB-SCT"}
    assert {country for country in kinds if "crisis" not in kinds[country]} == {"GB-SCT", "EU"}


def test_ours_come_unconfirmed_since_only_a_site_can_confirm_them() -> None:
    assert len(contacts()) == 28
    assert not any(is_confirmed(contact) for contact in contacts())
    assert all(contact.source for contact in contacts())


def test_a_date_that_somebody_wrote_confirms_a_contact() -> None:
    assert is_confirmed(read(checked_on="2026-11-22"))


@pytest.mark.parametrize(
    ("days_ago", "due"),
    [(0, False), (REVIEW_EVERY.days, False), (REVIEW_EVERY.days + 1, True), (-1, True)],
)
def test_a_contact_is_looked_at_again_every_six_months(days_ago: int, due: bool) -> None:
    checked = (TODAY - timedelta(days=days_ago)).isoformat()
    assert needs_review(read(checked_on=checked), TODAY) is due


def test_a_contact_that_nobody_checked_is_due() -> None:
    assert needs_review(read(), TODAY)


def test_every_kind_of_contact_has_a_label() -> None:
    assert len({in_english(kind.label) for kind in ContactKind}) == len(ContactKind)
