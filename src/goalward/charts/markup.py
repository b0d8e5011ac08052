"""Text made safe for SVG and HTML."""

from __future__ import annotations

import html
import re

__all__ = ["escape", "shorten"]

# Characters that XML 1.0 cannot hold, escaped or not: https://www.w3.org/TR/xml/#charsets
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    return html.escape(NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def shorten(text: str, longest: int) -> str:
    """SVG text does not wrap: a long one is cut here and stands in full in the table or the description."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
