"""SVG elements. Colour and width come from the page's classes; dashes are meaning, so they stand in the picture."""

from __future__ import annotations

from goalward.charts.markup import escape

__all__ = ["DASHES", "coordinate", "dashes", "path", "text"]

# No two alike: a line of old words, new words, an event and the ends of a band are told apart without colour.
DASHES = {
    "chart-line chart-line-earlier": "5 4",
    "chart-break": "2 4",
    "chart-event": "9 3",
    "chart-band-edge": "6 3 1 3",
}


def coordinate(place: float) -> str:
    """At most one decimal: finer than a pixel, and short."""
    return f"{place:.1f}".removesuffix(".0")


def dashes(css_class: str) -> str:
    return f' stroke-dasharray="{DASHES[css_class]}"' if css_class in DASHES else ""


def path(css_class: str, steps: str) -> str:
    return f'<path class="{css_class}" d="{steps}"{dashes(css_class)}/>'


def text(css_class: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    place = f'x="{coordinate(x)}" y="{coordinate(y)}"'
    return f'<text class="{css_class}" {place} text-anchor="{anchor}">{escape(words)}</text>'
