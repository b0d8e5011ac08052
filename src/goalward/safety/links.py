"""Links that start a call or a text, from numbers as their source prints them."""

from __future__ import annotations

import re

__all__ = ["sms_link", "tel_link"]

_PRINTED = re.compile(r"\+?[0-9 ().-]+")
_LONGEST = 15  # digits in an international number (ITU-T E.164)
_KEYWORD = re.compile(r"(?P<word>[A-Za-z0-9]+) to (?P<number>.+)")


def tel_link(phone: str) -> str | None:
    """A ``tel:`` address, or None for anything but one number of 2 to 15 digits."""
    number = _digits(phone)
    return f"tel:{number}" if number else None


def sms_link(sms: str) -> str | None:
    """An ``sms:`` address (RFC 5724) for "0477 13 11 14", or for "START to 88788" with the word filled in."""
    keyword = _KEYWORD.fullmatch(sms.strip())
    number = _digits(keyword["number"] if keyword else sms)
    if not number:
        return None
    return f"sms:{number}?body={keyword['word']}" if keyword else f"sms:{number}"


def _digits(printed: str) -> str | None:
    trimmed = printed.strip()
    digits = re.sub(r"[^0-9]", "", trimmed)
    if not (_PRINTED.fullmatch(trimmed) and 1 < len(digits) <= _LONGEST):
        return None
    return ("+" if trimmed.startswith("+") else "") + digits
