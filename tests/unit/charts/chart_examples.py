"""One chart of each kind. Run as a script, this writes the golden files again: look at them before you commit."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from goalward.charts import Break, Language, LineChart, Point, Series, goal_chart, line_chart
from goalward.progress import Rating, Scale, attainment_scale, rating_scale

GOLDEN = Path(__file__).parent / "golden"
HEBREW = {"charts.reworded": "מילים חדשות", "charts.end": "{number}: {words}", "charts.last": "אחרון: {words}"}
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
    "one": line_chart(one, id_prefix="one"),
    "empty": line_chart(empty, id_prefix="empty"),
}

if __name__ == "__main__":
    for name, svg in EXAMPLES.items():
        GOLDEN.joinpath(f"{name}.svg").write_text(f"{svg}\n", "utf-8")
