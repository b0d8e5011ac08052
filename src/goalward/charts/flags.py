"""What stands above the plot, at days: numbered flags of events, and the words of breaks where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from goalward.charts.chart import LineChart
from goalward.charts.elements import coordinate, path, text
from goalward.charts.language import Language
from goalward.charts.markup import shorten
from goalward.charts.plot import Layout, Plot

__all__ = [
    "BASELINE",
    "FLAG_HEIGHT",
    "Sign",
    "break_signs",
    "event_flags",
    "flag_outline",
    "sign_strokes",
    "sign_words",
]

LONGEST_BREAK = 20  # letters that fit
LETTER = 8  # units: a generous width of one letter
GAP = 5  # units: between a line and its label
FLAG_HEIGHT = 15  # units
BASELINE = 12  # units from the top of a flag to the foot of its letters


@dataclass(frozen=True, slots=True)
class Sign:
    """Words above the plot, beside the line of a day at ``x``; empty where there is no room."""

    x: float
    words: str
    rightward: bool
    width: float

    @property
    def start(self) -> float:
        return self.x if self.rightward else self.x - self.width

    @property
    def end(self) -> float:
        return self.start + self.width

    def covers(self, other: Sign) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Numbers:
    """Events that share one flag, as their days are too close for one each."""

    first: int
    last: int
    first_x: float
    last_x: float

    def sign(self, layout: Layout) -> Sign:
        words = str(self.first) if self.first == self.last else f"{self.first}–{self.last}"
        width = 2 * GAP + LETTER * len(words)
        rightward = self.first_x + width <= layout.width
        return Sign(self.first_x if rightward else self.last_x, words, rightward, width)


def event_flags(chart: LineChart, layout: Layout, plot: Plot) -> list[Sign]:
    """A number rather than words: the same events stand on each of several charts, and words are too long to repeat.

    The words stand once in a key or a list, and for everyone in the description and the table.
    """
    shared: list[Numbers] = []
    for number, event in enumerate(chart.events, 1):
        x = plot.x(event.on)
        now = Numbers(number, number, x, x)
        while shared and now.sign(layout).covers(shared[-1].sign(layout)):
            before = shared.pop()
            now = Numbers(before.first, now.last, before.first_x, now.last_x)
        shared.append(now)
    return [numbers.sign(layout) for numbers in shared]


def break_signs(chart: LineChart, layout: Layout, plot: Plot, flags: Sequence[Sign]) -> Iterator[Sign]:
    """Words stand right of their line, else left; those that would cover others or leave the picture are left out."""
    taken = list(flags)
    for line in sorted(chart.breaks, key=attrgetter("on")):
        words, x = shorten(line.label, LONGEST_BREAK), plot.x(line.on)
        for sign in (Sign(x, words, rightward, GAP + LETTER * len(words)) for rightward in (True, False)):
            if sign.start >= 0 and sign.end <= layout.width and not any(map(sign.covers, taken)):
                taken.append(sign)
                yield sign
                break
        else:
            yield Sign(x, "", rightward=True, width=0)


def sign_strokes(
    chart: LineChart, layout: Layout, plot: Plot, flags: Iterable[Sign], words: Iterable[Sign]
) -> Iterator[str]:
    """A break without words stays below those of others; an event's line hangs from its flag."""
    for sign in words:
        top = plot.top - (layout.flag if sign.words else 0)
        yield path("chart-break", f"M{coordinate(sign.x)},{coordinate(top)}V{layout.bottom}")
    for event in chart.events:
        top = layout.top + (FLAG_HEIGHT if layout.flag else 0)
        yield path("chart-event", f"M{coordinate(plot.x(event.on))},{coordinate(top)}V{layout.bottom}")
    for sign in flags:
        yield flag_outline(sign.start, layout.top, sign.width)


def flag_outline(x: float, y: float, width: float) -> str:
    steps = f"M{coordinate(x)},{coordinate(y)}h{coordinate(width)}v{FLAG_HEIGHT}h-{coordinate(width)}z"
    return path("chart-flag", steps)


def sign_words(layout: Layout, flags: Iterable[Sign], words: Iterable[Sign], language: Language) -> Iterator[str]:
    y = layout.top + BASELINE
    for sign in flags:
        number = language.isolated(sign.words)
        yield text("chart-flag-label", sign.start + sign.width / 2, y, number, "middle")
    for sign in words:
        if sign.words:
            anchor = "end" if sign.rightward == language.right_to_left else "start"
            yield text("chart-break-label", sign.x + (GAP if sign.rightward else -GAP), y, sign.words, anchor)
