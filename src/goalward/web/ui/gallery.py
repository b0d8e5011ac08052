"""Every component in every state on one page, to be looked at and tested. Its people and goals are invented."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goalward.charts import Break, LineChart, Point, Series, data_table, line_chart, table_html
from goalward.progress import rating_scale
from goalward.web.ui.fields import (
    ChoiceListField,
    ChoiceTilesField,
    ConfirmField,
    DateField,
    LongWordsField,
    ManyTilesField,
    ScaleField,
    WordsField,
)

START = date(2026, 8, 3)
RATINGS = (3, 3, 4, None, 4, 5, 4, 6, 6, 7)
AREAS = [("sleep", "Sleep and rest"), ("friends", "Friends and company"), ("work", "Work or study"), ("home", "Home")]
LEVELS = [
    ("Much less than hoped", "I walk with Sam once a month"),
    ("Less than hoped", "I walk with Sam every other week"),
    ("What I hope for", "I walk with Sam on Tuesdays and Fridays"),
    ("More than hoped", "I walk with Sam three times a week"),
    ("Much more than hoped", "I walk with Sam five times a week"),
]


class SampleForm(forms.Form):
    wording = LongWordsField(
        label="What do you want to change?",
        help_text="A few words are enough. You can reword it at any time.",
        why="Your own words are the start of a goal.",
        required=True,
        missing="Write what you want to change, or skip this question.",
    )
    step = WordsField(label="What is one small first step?", max_length=80)
    hard = ScaleField(
        label="How much does this get in the way?",
        low="not at all",
        high="all the time",
        decline="I would rather not say",
        why="A number now lets you see later whether life has changed.",
        required=True,
    )
    kind = ChoiceTilesField(
        label="How would you like to follow this goal?",
        choices=[("rating", "A rating from 0 to 10"), ("levels", "Five levels in my own words")],
        details={"rating": "One number, in a few seconds.", "levels": "More work at first, and clearer later."},
        seen_by="You and Dr Lee can see this.",
        required=True,
    )
    areas = ManyTilesField(label="Which parts of life matter here?", choices=AREAS, most=2)
    zone = ChoiceListField(
        label="Where do you live?",
        choices=[("Europe/Vienna", "Vienna"), ("Europe/London", "London"), ("America/Lima", "Lima")],
        help_text="It decides when your day begins.",
        required=True,
    )
    review = DateField(label="When do you want to look at this again?", help_text="For example, 27 3 2027.")
    adult = ConfirmField(label="I am 18 or over.", missing="Tick the box if you are 18 or over.")

    def __init__(self, data: dict[str, object] | None = None, *, prefix: str) -> None:
        super().__init__(data, prefix=prefix)
        self.fields["zone"].widget.attrs["data-guess-time-zone"] = True


class SampleLevels(forms.Form):
    """Five words, one for each level: how often."""

    def __init__(self, data: dict[str, str] | None = None, *, prefix: str) -> None:
        super().__init__(data, prefix=prefix)
        for index, (name, _words) in enumerate(LEVELS):
            self.fields[f"level_{index}"] = WordsField(label=name, required=True, missing="Write how often.")


def sample_chart() -> LineChart:
    days = [START + timedelta(weeks=week) for week in range(len(RATINGS))]
    points = [Point(day, rating) for day, rating in zip(days, RATINGS, strict=True)]
    return LineChart(
        title="Walk with Sam",
        series=(Series(points[:6], "Walk more"), Series(points[6:], "Walk with Sam")),
        scale=rating_scale(),
        description="Your last rating is 7. It was 3 at the start.",
        breaks=(Break(days[6], "New words"),),
    )


def answered_wrongly() -> dict[str, object]:
    return {
        "wrong-wording": "",
        "wrong-step": "Text Sam on Monday evening. " * 4,
        "wrong-areas": ["sleep", "friends", "work"],
        "wrong-review_day": "31",
        "wrong-review_month": "2",
        "wrong-review_year": "2027",
    }


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    chart = sample_chart()
    often = {f"wrong-level_{index}": often for index, often in enumerate(["once a month", "", "twice a week"])}
    context = {
        "direction": "rtl" if request.GET.get("direction") == "rtl" else "ltr",
        "form": SampleForm(prefix="sample"),
        "wrong": SampleForm(answered_wrongly(), prefix="wrong"),
        "levels": SampleLevels(prefix="sample"),
        "wrong_levels": SampleLevels(often, prefix="wrong"),
        "level_rows": LEVELS,
        "chart": line_chart(chart, id_prefix="full"),
        "small_chart": line_chart(chart, id_prefix="small", size="small"),
        "table": table_html(data_table(chart)),
        "sentence": chart.description,
        "because": "Friends matter to me.\n\n  They always did.",
        "today": date(2026, 11, 22),
        "sent": [("wording", "I want to\nsleep through the night"), ("csrfmiddlewaretoken", "x"), ("action", "next")],
    }
    return render(request, "ui/gallery.html", context)
