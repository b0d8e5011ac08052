"""Where am I, and what matters: three questions, areas of life, values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goalward.reflection import AREAS, VALUES, GuidingQuestion, Value, ValueRating, gap_sentence, largest_gaps
from goalward.web.reflection.asking import Row, StepForm
from goalward.web.ui.fields import ChoiceListField, LongWordsField, ScaleField
from goalward.web.ui.say import say, say_later

AREA_CHOICES = [(area.code, say_later(area.label)) for area in AREAS]
VALUE_CHOICES = [(value.code, say_later(value.label)) for value in VALUES]
RATINGS = [(step, step) for step in ScaleField.steps]
RANKS = (_("First"), _("Second"), _("Third"))


def guiding(question: GuidingQuestion) -> LongWordsField:
    return LongWordsField(label=say_later(question.asks), why=say_later(question.why), seen_by="")


class QuestionsForm(StepForm):
    challenges = guiding(GuidingQuestion.HARD_NOW)
    concerns = guiding(GuidingQuestion.WORRIES_MOST)
    daily_life = guiding(GuidingQuestion.DAILY_LIFE)


class Slot(NamedTuple):
    rank: Promise
    area: BoundField
    impact: BoundField


class AreasForm(StepForm):
    """Three places by rank, each with an area and how much it gets in the way."""

    def ask(self) -> None:
        for place, _rank in enumerate(RANKS):
            self.fields[f"area_{place}"] = ChoiceListField(choices=AREA_CHOICES, label=_("Area of life"), seen_by="")
            self.fields[f"impact_{place}"] = ScaleField(
                label=_("How much does it get in the way?"), low=_("Not at all"), high=_("Completely"), seen_by=""
            )

    def said_before(self) -> dict[str, Any]:
        places = list(enumerate(self.said.areas))
        return {f"area_{place}": choice.area for place, choice in places} | {
            f"impact_{place}": choice.impact for place, choice in places
        }

    @property
    def slots(self) -> list[Slot]:
        return [Slot(rank, self[f"area_{place}"], self[f"impact_{place}"]) for place, rank in enumerate(RANKS)]

    def clean(self) -> None:
        chosen: set[str] = set()
        for place, _rank in enumerate(RANKS):
            area, impact = self.cleaned_data.get(f"area_{place}"), self.cleaned_data.get(f"impact_{place}")
            if area in chosen:
                self.add_error(f"area_{place}", _("You chose this area above. Choose another one here, or none."))
            if impact is not None and area == "":
                self.add_error(f"area_{place}", _("Choose the area that this number is for."))
            chosen |= {area} if area else set()

    def answers(self) -> dict[str, Any]:
        places = [
            (self.cleaned_data[f"area_{place}"], self.cleaned_data[f"impact_{place}"]) for place in range(len(RANKS))
        ]
        return {"areas": [{"area": area, "impact": impact} for area, impact in places if area]}

    @property
    def columns(self) -> tuple[str, ...]:
        return ("areas",)

    def question(self, column: str) -> Promise:
        return _("Areas of life, the most important first")

    def in_words(self, column: str, answer: Any) -> str:
        return "\n".join(area_line(rank, **row) for rank, row in enumerate(answer or [], start=1))

    def rows(self) -> Iterator[Row]:
        yield self.question("areas"), self.in_words("areas", self.said.answer("areas"))


def area_line(rank: int, *, area: str, impact: int | None) -> str:
    line = f"{rank}. {dict(AREA_CHOICES)[area]}"
    return line if impact is None else line + gettext(": gets in the way %(impact)s of 10") % {"impact": impact}


class Domain(NamedTuple):
    name: str
    hint: str
    importance: BoundField
    lived: BoundField


class ValuesForm(StepForm):
    """Ten things that may matter, each rated for how much it matters and how much of it was lived this week."""

    def ask(self) -> None:
        for value in VALUES:
            for name, label in (("importance", _("Matters to me")), ("lived", _("Lived this week"))):
                self.fields[f"{value.code}_{name}"] = ChoiceListField(
                    choices=RATINGS, label=label, unchosen=_("0 to 10"), seen_by=""
                )

    def said_before(self) -> dict[str, Any]:
        return {
            f"{rating.value}_{name}": getattr(rating, name)
            for rating in self.said.values
            for name in ("importance", "lived")
        }

    @property
    def domains(self) -> list[Domain]:
        return [
            Domain(say(value.label), say(value.hint), self[f"{value.code}_importance"], self[f"{value.code}_lived"])
            for value in VALUES
        ]

    def answers(self) -> dict[str, Any]:
        ratings = [self._rating(value) for value in VALUES]
        return {"values": [row for row in ratings if (row["importance"], row["lived"]) != (None, None)]}

    def _rating(self, value: Value) -> dict[str, Any]:
        typed = {name: self.cleaned_data[f"{value.code}_{name}"] for name in ("importance", "lived")}
        return {"value": value.code} | {name: int(text) if text else None for name, text in typed.items()}

    @property
    def columns(self) -> tuple[str, ...]:
        return ("values",)

    def question(self, column: str) -> Promise:
        return _("You rated these")

    def in_words(self, column: str, answer: Any) -> str:
        return "\n".join(value_line(**row) for row in answer or [])

    def rows(self) -> Iterator[Row]:
        ratings = self.said.values
        yield self.question("values"), ", ".join(str(dict(VALUE_CHOICES)[rating.value]) for rating in ratings)
        yield _("The largest gaps"), "\n".join(gap_lines(ratings))


def value_line(*, value: str, importance: int | None, lived: int | None) -> str:
    numbers = {"importance": "–" if importance is None else importance, "lived": "–" if lived is None else lived}
    line = gettext("%(value)s: matters to me %(importance)s, lived this week %(lived)s")
    return line % {"value": dict(VALUE_CHOICES)[value], **numbers}


def gap_lines(ratings: Iterable[ValueRating]) -> list[str]:
    """The largest gaps, each as one line: the name, and the gap in words."""
    return [f"{dict(VALUE_CHOICES)[rating.value]}: {say(gap_sentence(rating))}" for rating in largest_gaps(ratings)]
