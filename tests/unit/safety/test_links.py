"""Links that start a call or a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.safety import contacts, sms_link, tel_link

digits = st.text("0123456789", min_size=2, max_size=15)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("988", "tel:988"),
        ("1-800-799-7233", "tel:18007997233"),
        (" 116 123 ", "tel:116123"),
        ("+44 (0)20.7946 0000", "tel:+4402079460000"),
    ],
)
def test_a_printed_number_becomes_a_call(phone: str, link: str) -> None:
    assert tel_link(phone) == link


@pytest.mark.parametrize(
    "phone", ["", " ", "1", "1800 ED HOPE", "988 or 911", "٩٨٨", "1" * 16, "98+8", "tel:988", "-- --"]
)
def test_anything_else_is_no_number_to_call(phone: str) -> None:
    assert tel_link(phone) is None


@given(number=digits, data=st.data())
def test_spaces_and_dashes_change_nothing(number: str, data: st.DataObject) -> None:
    printed = "".join(digit + data.draw(st.sampled_from(["", " ", "-"])) for digit in number)
    assert tel_link(printed) == f"tel:{number}"


@given(st.text())
def test_no_text_makes_a_link_with_anything_but_digits(text: str) -> None:
    for link, scheme in ((tel_link(text), "tel:"), (sms_link(text), "sms:")):
        if link is not None:
            assert set(link.removeprefix(scheme).partition("?")[0]) <= set("+0123456789")


@pytest.mark.parametrize(
    ("sms", "link"),
    [
        ("988", "sms:988"),
        ("0477 13 11 14", "sms:0477131114"),
        ("START to 88788", "sms:88788?body=START"),
        ("START to nobody", None),
        ("text us", None),
        ("A B to 88788", None),
        ("", None),
    ],
)
def test_a_number_or_a_word_and_a_number_becomes_a_text(sms: str, link: str | None) -> None:
    assert sms_link(sms) == link


def test_every_number_that_comes_with_the_package_can_be_reached_with_one_touch() -> None:
    for contact in contacts():
        assert bool(contact.phone) == bool(tel_link(contact.phone))
        assert bool(contact.sms) == bool(sms_link(contact.sms))
