"""A stateless form is taken from our own pages only."""

from __future__ import annotations

import pytest
from django.test import RequestFactory, override_settings

from goalward.web.config.origin import LARGEST_BODY, same_site, small_enough

OWN = "http://testserver"


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"Origin": OWN}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": OWN, "Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": OWN, "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "https://testserver"}, False),
        ({"Origin": "http://testserver.evil.example"}, False),
    ],
)
def test_only_our_own_page_is_believed(headers: dict[str, str], is_ours: bool) -> None:
    assert same_site(RequestFactory().post("/read/", headers=headers)) is is_ours


@override_settings(CSRF_TRUSTED_ORIGINS=["https://goals.example.org"])
def test_the_public_address_is_our_own_too() -> None:
    assert same_site(RequestFactory().post("/read/", headers={"Origin": "https://goals.example.org"}))


@pytest.mark.parametrize(
    ("length", "fits"),
    [
        ("0", True),
        ("", True),
        (str(LARGEST_BODY), True),
        (str(LARGEST_BODY + 1), False),
        ("many", False),
        ("-1", False),
    ],
)
def test_a_body_too_large_to_be_a_goal_is_not_read(length: str, fits: bool) -> None:
    request = RequestFactory().post("/read/")
    request.META["CONTENT_LENGTH"] = length
    assert small_enough(request) is fits
