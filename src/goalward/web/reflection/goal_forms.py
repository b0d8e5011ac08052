"""What do I want, and how: the aim, the coach's question, a first step, a scale, a plan, a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goalward.coach import read_goal
from goalward.goals import (
    LEVELS,
    AttainmentLevels,
    Ownership,
    ScaleKind,
    build_levels,
    check_review_date,
    house_rules,
    needs_easing,
    review_default,
)
from goalward.reflection import largest_gaps
from goalward.web.coach.forms import LONGEST_GOAL
from goalward.web.coach.presentation import as_shown
from goalward.web.goals.forms import LONGEST_LEVEL, PlanForm, ScaleForm, WhyForm
from goalward.web.goals.headings import headings_for
from goalward.web.goals.presentation import answer_in_words, if_then, levels
from goalward.web.reflection.asking import Row, StepForm
from goalward.web.reflection.forms import AREA_CHOICES, VALUE_CHOICES, gap_lines
from goalward.web.reflection.queries import Said, SaidOnGoal
from goalward.web.ui.fields import ChoiceTilesField, DateField, LongWordsField, WordsField
from goalward.web.ui.say import say, say_later

Choices = Sequence[tuple[str, str | Promise]]
BLANK = "___"


WHY, PLAN = WhyForm.base_fields, PlanForm.base_fields  # asked in the same words on the goal's own pages


class GoalStepForm(StepForm):
    """A page about a goal."""

    said: SaidOnGoal


class AimForm(GoalStepForm):
    wording = LongWordsField(
        label=_("Your own words"),
        help_text=_("A few rough words are enough. You can change them at any time."),
        max_length=LONGEST_GOAL,
        seen_by="",
    )
    area, value, towards = WHY["area"], WHY["value"], WHY["towards"]

    def ask(self) -> None:
        areas = [choice.area for choice in self.said.areas]
        values = [rating.value for rating in largest_gaps(self.said.values, len(VALUE_CHOICES))]
        set_choices(self.fields["area"], own_first(AREA_CHOICES, areas, _("You picked these")))
        set_choices(self.fields["value"], own_first(VALUE_CHOICES, values, _("These have a gap")))

    @property
    def gaps(self) -> list[str]:
        return gap_lines(self.said.values)[:2]


def set_choices(field: Any, choices: list[Any]) -> None:
    field.choices = [field.choices[0], *choices]


def own_first(choices: Choices, own: Sequence[str], name: Promise) -> list[Any]:
    """The person's own under a name of their own, then the others."""
    if not own:
        return list(choices)
    labels = dict(choices)
    others = [(code, label) for code, label in choices if code not in own]
    return [(name, [(code, labels[code]) for code in own]), (_("All others"), others)]


class DifferenceForm(GoalStepForm):
    feeling, difference = WHY["feeling"], WHY["difference"]


class CoachForm(GoalStepForm):
    coach_answer = LongWordsField(seen_by="")
    wording = LongWordsField(
        label=_("Your wording"),
        help_text=_("Change it as you like, or leave it just as it is."),
        max_length=LONGEST_GOAL,
        seen_by="",
    )

    def ask(self) -> None:
        question = self.reading["question"]
        if question is None:
            del self.fields["coach_answer"]
        else:
            self.fields["coach_answer"].label = question.text

    @cached_property
    def reading(self) -> dict[str, Any]:
        person = self.said.person
        return as_shown(read_goal(self.said.answer("wording"), today=person.today()), person=person)

    def take(self, words: str) -> None:
        """Put an offered wording into the box; nothing is kept yet."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        self.is_bound, self.initial = False, typed | {"wording": words[:LONGEST_GOAL]}

    def clean_wording(self) -> str:
        wording: str = self.cleaned_data["wording"]
        if BLANK in wording and wording != self.said.answer("wording"):
            raise forms.ValidationError(_("A blank is still open. Fill it with your own words, or take it out."))
        return wording

    def rows(self) -> Iterator[Row]:
        yield _("The coach’s question"), self.said.answer("coach_answer") or ""


class FirstStepForm(GoalStepForm):
    first_step = WordsField(
        label=_("What could you do this week?"),
        help_text=_("For example: text Sam on Monday evening."),
        seen_by="",
    )


class ScaleStepForm(GoalStepForm, ScaleForm):
    """A rating, or five levels made by changing one part of the wording."""

    def ask(self) -> None:
        self.add_rows()

    @property
    def columns(self) -> tuple[str, ...]:
        return ("scale_kind", "level_part", "levels")

    def question(self, column: str) -> str | Promise:
        return _("The five levels") if column == "levels" else super().question(column)

    def in_words(self, column: str, answer: Any) -> str:
        return "\n".join(answer or []) if column == "levels" else super().in_words(column, answer)

    def said_before(self) -> dict[str, Any]:
        return self.scale_of(self.said.version)

    @property
    def shows_levels(self) -> bool:
        """Open where levels were chosen, or where one of them needs another look."""
        return self["scale_kind"].value() == ScaleKind.LEVELS or bool(self.errors)

    def answers(self) -> dict[str, Any]:
        """Levels that were begun are kept, even beside a rating."""
        typed = self.levels().texts
        return {
            "scale_kind": self.cleaned_data["scale_kind"] or ScaleKind.RATING.value,
            "level_part": self.cleaned_data["level_part"],
            "levels": list(self._built(typed).texts) if any(typed) else None,
        }

    def _built(self, typed: Sequence[str]) -> AttainmentLevels:
        wording, hoped = self.said.version.wording, typed[LEVELS.index(0)]
        says_it = hoped.strip() and hoped.casefold() in wording.casefold() and len(wording) <= LONGEST_LEVEL
        return build_levels(wording if says_it else hoped, self.levels().part, typed)

    @classmethod
    def texts(cls, said: Said) -> list[str]:
        return [text for text in said.answer("levels") or [] if text]

    def rows(self) -> Iterator[Row]:
        named = [f"{name}: {text}" for name, text in levels(self.said.version)]
        yield _("How you see it change"), "\n".join([say(ScaleKind(self.said.version.scale_kind).label), *named])


class PlanStepForm(GoalStepForm):
    circumstances, obstacle = PLAN["circumstances"], PLAN["obstacle"]
    plan_when, plan_then = PLAN["plan_when"], PLAN["plan_then"]

    def rows(self) -> Iterator[Row]:
        for name in ("circumstances", "obstacle"):
            yield self[name].label, self.said.answer(name) or ""
        yield _("Your if-then plan"), if_then(self.said.goal)


class ConfidenceForm(GoalStepForm):
    confidence, easing = PLAN["confidence"], PLAN["easing"]

    def ask(self) -> None:
        enough = house_rules()["confidence_to_start"].value
        self.fields["easing"].help_text = _(
            "If your number is below %(enough)s, this may help most. %(enough)s is our own rule of thumb."
        ) % {"enough": enough}

    @property
    def is_asked_again(self) -> bool:
        """Was a low number kept and nothing said about it yet? Then the second question comes first."""
        return needs_easing(self.said.answer("confidence")) and not self.said.answer("easing")

    def asks_again(self) -> bool:
        kept = self.cleaned_data
        return needs_easing(kept["confidence"]) and not kept["easing"] and "asked" not in self.data


class ReviewForm(GoalStepForm):
    review_on = DateField(
        label=_("A day to look at it again"),
        help_text=_("Four weeks from now is a good start. You can choose any other day."),
        seen_by="",
    )
    ownership = ChoiceTilesField(
        choices=[(owner.value, say_later(owner.label)) for owner in Ownership],
        seen_by="",
    )

    def ask(self) -> None:
        self.fields["ownership"].label = str(headings_for(self.said.person).whose)

    def said_before(self) -> dict[str, Any]:
        said = super().said_before()
        return said | {"review_on": said["review_on"] or review_default(self.said.person.today())}

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day and (reason := check_review_date(day, self.said.person.today()).reason):
            raise forms.ValidationError(say(reason))
        return day

    def rows(self) -> Iterator[Row]:
        yield self["review_on"].label, answer_in_words("review_on", self.said.goal.review_on)
        owner = Ownership(self.said.goal.ownership) if self.said.goal.ownership else None
        yield self["ownership"].label, say(owner.label) if owner else ""
        yield _("A thought, if you like"), say(owner.follow_up) if owner and owner.follow_up else ""
