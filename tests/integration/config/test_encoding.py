"""Requests in another charset than UTF-8."""

from __future__ import annotations

import pytest
from django.test import Client

OURS = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
FORM = '--x\r\nContent-Disposition: form-data; name="goal"\r\n\r\nwalk\r\n--x--\r\n'


def sent(anyone: Client, charset: str) -> int:
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    return anyone.generic("POST", "/read/", FORM, content_type=kind, headers=OURS).status_code


@pytest.mark.parametrize("charset", ["rot13", "hex", "utf-16", "latin-1"])
def test_words_in_another_charset_are_refused(anyone: Client, charset: str) -> None:
    assert sent(anyone, charset) == 400


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", "no-such-charset"])
def test_words_in_utf_8_are_read(anyone: Client, charset: str) -> None:
    assert sent(anyone, charset) == 200


def test_help_stands_beside_the_refusal(anyone: Client) -> None:
    answer = anyone.generic("POST", "/read/", FORM, content_type="multipart/form-data; charset=rot13", headers=OURS)
    assert b"tel:988" in answer.content
    assert "Content-Security-Policy" in answer.headers
