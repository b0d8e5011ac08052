"""What a chart drew, read back from its SVG; and any chart, for properties that hold for all."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date

from hypothesis import strategies as st

from goalward.charts import Band, Break, Event, Language, LineChart, Point, Series
from goalward.progress import rating_scale

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 our own output, and the point is that it parses


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def texts(root: ET.Element, name: str) -> list[str]:
    return [element.text or "" for element in of_class(root, name)]


def centre(mark: ET.Element) -> tuple[float, float]:
    x, y = re.match(r"M([\d.-]+),([\d.-]+)m", mark.get("d", "")).groups()
    return float(x), float(y)


def shape(mark: ET.Element) -> str:
    return mark.get("d", "").split("m", 1)[1]


def places(line: ET.Element) -> list[str]:
    return line.get("points", "").split()


def corners(area: ET.Element) -> list[tuple[float, float]]:
    """Two corners of a rectangle: of a flag, written with steps, or of a band, written with places."""
    found = re.match(r"M([\d.-]+),([\d.-]+)([hH])([\d.-]+)[vV]([\d.-]+)", area.get("d", "")).groups()
    x, y, to_x, to_y = (float(found[at]) for at in (0, 1, 3, 4))
    return [(x, y), (x + to_x, y + to_y) if found[2] == "h" else (to_x, to_y)]


VALUES = st.none() | st.integers(0, 10) | st.floats(0, 10)
POINTS = st.lists(st.builds(Point, on=st.dates(), value=VALUES), max_size=12)
ENDS = st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 2).map(sorted)
BANDS = st.builds(lambda ends, label: Band(*ends, label), ENDS, st.text())
CHARTS = st.builds(
    LineChart,
    title=st.text(),
    series=st.lists(st.builds(Series, points=POINTS, label=st.text()), max_size=6).map(tuple),
    scale=st.just(rating_scale()),
    description=st.text(),
    breaks=st.lists(st.builds(Break, on=st.dates(), label=st.text()), max_size=4).map(tuple),
    events=st.lists(st.builds(Event, on=st.dates(), label=st.text()), max_size=6).map(tuple),
    band=st.none() | BANDS,
    window=st.none() | st.just((date.min, date.max)),
)
SIZES = st.sampled_from(("full", "multiple", "small"))
LANGUAGES = st.booleans().map(lambda rtl: Language(right_to_left=rtl))
