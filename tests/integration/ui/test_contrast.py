"""Every pair of colours that must be told apart can be, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import goalward.web.ui

STATIC = Path(goalward.web.ui.__file__).parent / "static" / "ui"
GROUNDS = ["ground", "surface", "sunken", "accent-wash", "plum-wash", "sand", "attention-wash"]
TEXT = [
    (ink, ground) for ink in ["ink", "ink-soft", "accent", "accent-deep", "plum", "attention"] for ground in GROUNDS
]
TEXT += [("on-accent", "accent"), ("on-accent", "accent-deep"), ("sand-ink", "sand"), ("sand-ink", "ground")]
MARKS = [
    (mark, ground) for mark in ["edge", "accent", "plum", "attention"] for ground in ["ground", "surface", "sunken"]
]
MARKS += [("accent", "sand"), ("edge", "sand"), ("surface", "accent")]


# What a chart draws, and what it is drawn on: the page, a card, a band of chance. Its grid is no more than a hint.
CHART = ["line", "line-earlier", "mark", "frame", "break", "event", "flag", "band-edge"]
CHART_GROUNDS = ["ground", "surface", "sand"]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def schemes() -> dict[str, dict[str, str]]:
    by_day, _, by_night = (STATIC / "tokens.css").read_text("utf-8").partition("prefers-color-scheme: dark")
    light = colours(by_day)
    return {"light": light, "dark": light | colours(by_night)}


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance. Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    colour = schemes()[scheme]
    assert contrast(colour[ink], colour[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_edges_can_be_seen(scheme: str, mark: str, ground: str) -> None:
    colour = schemes()[scheme]
    assert contrast(colour[mark], colour[ground]) >= 3


def strokes() -> dict[str, str]:
    """The colour of each class of line, by name; a later rule wins."""
    css, _, _ = (STATIC / "charts.css").read_text("utf-8").partition("forced-colors")
    rules = re.findall(r"([^{}]+)\{([^{}]*stroke: var\(--([\w-]+)\)[^{}]*)\}", css)
    return {name: colour for chosen, _, colour in rules for name in re.findall(r"\.chart-([\w-]+)", chosen)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", CHART_GROUNDS)
@pytest.mark.parametrize("drawn", CHART)
def test_what_a_chart_draws_can_be_seen_on_the_page_and_on_its_band(scheme: str, ground: str, drawn: str) -> None:
    colour = schemes()[scheme]
    assert contrast(colour[strokes()[drawn]], colour[ground]) >= 3


@pytest.mark.parametrize("drawn", CHART)
def test_a_chart_on_paper_can_be_seen_without_colour(drawn: str) -> None:
    paper = schemes()["light"] | colours((STATIC / "print.css").read_text("utf-8"))
    assert all(contrast(paper[strokes()[drawn]], paper[ground]) >= 3 for ground in CHART_GROUNDS)
    assert contrast(paper["ink"], paper["sand"]) >= 4.5


def test_paper_leaves_no_colour_of_the_night() -> None:
    """A dark screen prints on white: whatever the charts and words ask for is named again for paper."""
    on_paper = colours((STATIC / "print.css").read_text("utf-8"))
    asked = set(re.findall(r"var\(--([\w-]+)\)", (STATIC / "charts.css").read_text("utf-8")))
    assert asked & set(schemes()["dark"]) <= set(on_paper)


def test_the_night_changes_every_colour() -> None:
    light, dark = schemes().values()
    assert [name for name in light if light[name] == dark[name]] == []


@pytest.mark.parametrize("sheet", sorted(STATIC.glob("*.css")), ids=lambda sheet: sheet.name)
def test_a_colour_is_asked_for_by_name_and_nothing_from_elsewhere(sheet: Path) -> None:
    css = sheet.read_text("utf-8")
    if sheet.name not in ("tokens.css", "print.css"):
        assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", css) == []
    assert re.findall(r"url\(|@import|@font-face|https?:", css) == []
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= names()


@pytest.mark.parametrize("sheet", sorted(STATIC.glob("*.css")), ids=lambda sheet: sheet.name)
def test_no_rule_knows_left_from_right(sheet: Path) -> None:
    """Logical properties only; a background has none, so the arrow of a list is turned by hand."""
    physical = re.findall(
        r"[^-\w](?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|float: (?:left|right)",
        sheet.read_text("utf-8"),
    )
    assert physical == []


def names() -> set[str]:
    return set(re.findall(r"--([\w-]+):", (STATIC / "tokens.css").read_text("utf-8")))
