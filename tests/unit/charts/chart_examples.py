"""One chart of each kind. Run as a script, this writes the golden files again: look at them before you commit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from goalward.charts import Band, Break, Event, Language, LineChart, Point, Series, goal_chart, line_chart, together
from goalward.progress import Rating, Scale, attainment_scale, rating_scale

GOLDEN = Path(__file__).parent / "golden"
HEBREW = {
    "charts.reworded": "מילים חדשות",
    "charts.end": "{number}: {words}",
    "charts.last": "אחרון: {words}",
    "charts.event_on": "{day}: {label}",
}
RIGHT_TO_LEFT = Language(
    say=lambda message: HEBREW.get(message.id, message.id).format(**message.params),
    format_date=lambda on, style: f"{on.day}.{on.month}",
    right_to_left=True,
)
MONDAY = date(2026, 8, 31)


def weekly(values: list[int | None], version: int = 1, start: date = MONDAY) -> list[Rating]:
    return [Rating(start + timedelta(weeks=week), value, version) for week, value in enumerate(values)]


def ratings_of_twelve_weeks() -> list[Rating]:
    return weekly([3, 3, 4, None, 4, 6]) + weekly([4, 5, 5, None, 6, 7], version=2, start=MONDAY + timedelta(weeks=6))


walking = goal_chart("Walk with Sam on Tuesdays and Fridays", ratings_of_twelve_weeks(), rating_scale())
attainment = goal_chart("Ring one friend a week", weekly([-1, -2, -1, 0, 0, 1, 1]), attainment_scale())
two_years = goal_chart(
    "Sleep by midnight",
    weekly([3 + (week // 20) + (week * 7 % 3) - 1 for week in range(104)], start=date(2024, 11, 25)),
    rating_scale(),
)
hebrew = goal_chart("ללכת עם סם", ratings_of_twelve_weeks(), Scale(0, 10, "עדיין לא שם", "לגמרי שם"), RIGHT_TO_LEFT)
hebrew_levels = goal_chart(
    "ללכת עם סם",
    weekly([-1, -2, -1, 0, 0, 1, 1]),
    Scale(-2, 2, "הרבה פחות", "הרבה יותר", ("הרבה פחות", "פחות", "כצפוי", "יותר", "הרבה יותר")),
    RIGHT_TO_LEFT,
)
empty = LineChart("Nothing yet", (), rating_scale())
one = LineChart("One rating", (Series([Point(MONDAY, 4)]),), rating_scale())
many_words = LineChart(
    "Words that kept changing",
    tuple(
        Series([Point(MONDAY + timedelta(weeks=3 * n + k), 2 + n + k) for k in range(3)], f"version {n}")
        for n in range(5)
    ),
    rating_scale(),
    breaks=tuple(Break(MONDAY + timedelta(weeks=3 * n), "new words") for n in range(1, 5)),
)

LIFE = (
    Event(MONDAY + timedelta(days=80), "moved in with Sam"),
    Event(MONDAY + timedelta(days=17), "new job"),
    Event(MONDAY + timedelta(days=21), "the dog came"),
)
HEBREW_LIFE = (Event(MONDAY + timedelta(days=17), "עבודה חדשה"), Event(MONDAY + timedelta(days=21), "הגיע כלב"))
low_mood = LineChart(
    "PHQ-9",
    (Series([Point(MONDAY + timedelta(weeks=2 * n), score) for n, score in enumerate((17, 15, 12.5, None, 9, 8, 7))]),),
    Scale(0, 27, "no low mood", "low mood nearly every day"),
    band=Band(11.4, 22.6, "what chance alone may do to the first score"),
)
fear = LineChart(
    "PCL-5",
    (Series([Point(MONDAY + timedelta(days=5 + 30 * n), score) for n, score in enumerate((61, 80, 44))]),),
    Scale(0, 80, "", ""),
    band=Band(46, 100, "chance"),
)
progress_page = dict(
    zip(
        ("goal", "symptoms", "trauma", "levels"),
        together((replace(walking, events=LIFE), low_mood, fear, attainment)),
        strict=True,
    )
)
shaded_hebrew = replace(hebrew, events=HEBREW_LIFE, band=Band(1.4, 4.6, "מקרה"))

EXAMPLES = {
    "rating": line_chart(walking, id_prefix="rating"),
    "rating-small": line_chart(walking, id_prefix="rating-small", size="small"),
    "rating-right-to-left": line_chart(hebrew, id_prefix="rating-rtl", language=RIGHT_TO_LEFT),
    "attainment": line_chart(attainment, id_prefix="attainment"),
    "attainment-small": line_chart(attainment, id_prefix="attainment-small", size="small"),
    "attainment-right-to-left": line_chart(hebrew_levels, id_prefix="attainment-rtl", language=RIGHT_TO_LEFT),
    "attainment-small-right-to-left": line_chart(
        hebrew_levels, id_prefix="attainment-small-rtl", size="small", language=RIGHT_TO_LEFT
    ),
    "two-years": line_chart(two_years, id_prefix="two-years"),
    "two-years-small": line_chart(two_years, id_prefix="two-years-small", size="small"),
    "many-words": line_chart(many_words, id_prefix="many-words"),
    "life": line_chart(replace(walking, events=LIFE, band=Band(1.4, 4.6, "chance alone")), id_prefix="life"),
    "life-small": line_chart(
        replace(walking, events=LIFE, band=Band(1.4, 4.6, "chance alone")), id_prefix="life-small", size="small"
    ),
    "life-right-to-left": line_chart(shaded_hebrew, id_prefix="life-rtl", language=RIGHT_TO_LEFT),
    "multiple-right-to-left": line_chart(
        shaded_hebrew, id_prefix="multiple-rtl", size="multiple", language=RIGHT_TO_LEFT
    ),
    **{
        f"multiple-{name}": line_chart(chart, id_prefix=f"multiple-{name}", size="multiple")
        for name, chart in progress_page.items()
    },
    "one": line_chart(one, id_prefix="one"),
    "empty": line_chart(empty, id_prefix="empty"),
}

if __name__ == "__main__":
    for name, svg in EXAMPLES.items():
        GOLDEN.joinpath(f"{name}.svg").write_text(f"{svg}\n", "utf-8")
