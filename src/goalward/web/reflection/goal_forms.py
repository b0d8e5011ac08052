"""What do I want, and how: the aim, the coach's question, a first step, a scale, a plan, a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goalward.coach import read_goal
from goalward.goals import (
    LEVELS,
    AttainmentLevels,
    IfThenPlan,
    LevelPart,
    Ownership,
    ScaleKind,
    build_levels,
    check_levels,
    check_review_date,
    house_rules,
    level_name,
    needs_easing,
    review_default,
)
from goalward.reflection import largest_gaps
from goalward.web.coach.forms import LONGEST_GOAL
from goalward.web.coach.presentation import as_shown
from goalward.web.goals.drafts import fingerprint
from goalward.web.reflection.asking import Row, StepForm, say_later
from goalward.web.reflection.forms import AREA_CHOICES, VALUE_CHOICES, gap_lines
from goalward.web.reflection.queries import Said
from goalward.web.ui.fields import (
    ChoiceListField,
    ChoiceTilesField,
    DateField,
    LongWordsField,
    ScaleField,
    WordsField,
)
from goalward.web.ui.say import say

Choices = Sequence[tuple[str, str | Promise]]
BLANK = "___"
LONGEST_LEVEL = 500  # characters


class WordingForm(StepForm):
    """A page that shows the wording and can change it."""

    @property
    def based_on(self) -> str:
        """The fingerprint of the wording that the person sees, to be sent along with the answers."""
        if self.overtaken is None and self.is_bound:
            return str(self.data.get("based_on", ""))
        return fingerprint(self.said.answer("wording") if self.overtaken is None else self.overtaken)

    def full_clean(self) -> None:
        """With action=keep the wording stays as it is, whatever the box holds."""
        box = self.fields["wording"]
        box.disabled = self.data.get("action") == "keep"
        super().full_clean()
        box.disabled = False


class AimForm(WordingForm):
    wording = LongWordsField(
        label=_("Your own words"),
        help_text=_("A few rough words are enough. You can change them at any time."),
        max_length=LONGEST_GOAL,
        seen_by="",
    )
    area = ChoiceListField(label=_("Which area of life is it about?"), seen_by="")
    value = ChoiceListField(label=_("What that matters to you is it for?"), seen_by="")
    towards = WordsField(
        label=_("What is it a step towards?"),
        help_text=_("Something larger and later. For example: being close to my children again."),
        seen_by="",
    )

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


class DifferenceForm(StepForm):
    feeling = LongWordsField(label=_("How would you like to feel?"), seen_by="")
    difference = LongWordsField(
        label=_("What would be different on an ordinary day?"),
        help_text=_("Think of a plain Tuesday. What would you do, and what would others see?"),
        seen_by="",
    )


class CoachForm(WordingForm):
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


class FirstStepForm(StepForm):
    first_step = WordsField(
        label=_("What could you do this week?"),
        help_text=_("For example: text Sam on Monday evening."),
        seen_by="",
    )


class ScaleForm(StepForm):
    """A rating, or five levels: each row says what a level looks like."""

    scale_kind = ChoiceTilesField(
        label=_("Choose a way that suits you"),
        choices=[(kind.value, say_later(kind.label)) for kind in ScaleKind],
        details={kind.value: say_later(kind.hint) for kind in ScaleKind},
        seen_by="",
    )
    level_part = ChoiceTilesField(
        label=_("Which one part changes from level to level?"),
        choices=[(part.value, say_later(part.label)) for part in LevelPart],
        details={part.value: say_later(part.hint) for part in LevelPart},
        seen_by="",
    )

    def ask(self) -> None:
        for level in LEVELS:
            self.fields[row_name(level)] = WordsField(
                label=say(level_name(level)), max_length=LONGEST_LEVEL, seen_by=""
            )

    def said_before(self) -> dict[str, Any]:
        levels = self.said.answer("levels") or [""] * len(LEVELS)
        return {
            "scale_kind": self.said.answer("scale_kind"),
            "level_part": self.said.answer("level_part"),
        } | {row_name(level): text for level, text in zip(LEVELS, levels, strict=True)}

    @property
    def shows_levels(self) -> bool:
        """Open where levels were chosen, or where one of them needs another look."""
        return self["scale_kind"].value() == ScaleKind.LEVELS or bool(self.errors)

    @property
    def level_fields(self) -> list[BoundField]:
        return [self[row_name(level)] for level in LEVELS]

    def clean(self) -> None:
        if self.cleaned_data.get("scale_kind") != ScaleKind.LEVELS:
            return
        if not self.cleaned_data.get("level_part"):
            self.add_error("level_part", _("Choose the part that changes."))
        part = LevelPart(self.cleaned_data.get("level_part") or LevelPart.ACTIVITY)
        typed = tuple(self.cleaned_data.get(row_name(level), "") for level in LEVELS)
        for concern in check_levels(AttainmentLevels(part, typed)):
            name = row_name(int(str(concern.params["level"])))
            if name not in self.errors:
                self.add_error(name, say(concern))

    def answers(self) -> dict[str, Any]:
        kept = {name: self.cleaned_data[name] for name in ("scale_kind", "level_part")}
        words = [self.cleaned_data[row_name(level)] for level in LEVELS]
        kept["scale_kind"] = kept["scale_kind"] or ScaleKind.RATING.value
        return kept | {"levels": self._built(words) if any(words) else None}

    def _built(self, words: list[str]) -> list[str]:
        wording, hoped = self.said.answer("wording"), words[LEVELS.index(0)]
        says_it = hoped.strip() and hoped.casefold() in wording.casefold() and len(wording) <= LONGEST_LEVEL
        return list(build_levels(wording if says_it else hoped, LevelPart.ACTIVITY, words).texts)

    @classmethod
    def texts(cls, said: Said) -> list[str]:
        return [text for text in said.answer("levels") or [] if text]

    def rows(self) -> Iterator[Row]:
        kind = ScaleKind(self.said.answer("scale_kind"))
        levels = self.said.answer("levels") if kind is ScaleKind.LEVELS else []
        lines = [f"{say(level_name(level))}: {text}" for level, text in zip(LEVELS, levels, strict=False)]
        yield _("How you see it change"), "\n".join([say(kind.label), *lines])


def row_name(level: int) -> str:
    return f"level_{LEVELS.index(level)}"


class PlanForm(StepForm):
    circumstances = LongWordsField(
        label=_("What does your life allow at the moment?"),
        help_text=_("Time, money, health, other people. What is there, and what is not?"),
        seen_by="",
    )
    obstacle = LongWordsField(
        label=_("What might get in the way?"),
        help_text=_("A thought, a feeling, a habit, or something around you."),
        seen_by="",
    )
    plan_when = WordsField(label=_("When this happens"), help_text=_("For example: I feel too tired to go"), seen_by="")
    plan_then = WordsField(
        label=_("I will do this"), help_text=_("For example: walk to the corner and back"), seen_by=""
    )

    def rows(self) -> Iterator[Row]:
        yield self.fields["circumstances"].label or "", self.said.answer("circumstances") or ""
        yield self.fields["obstacle"].label or "", self.said.answer("obstacle") or ""
        yield _("Your if-then plan"), plan_line(self.said.answer("plan_when"), self.said.answer("plan_then"))


def plan_line(when: str | None, then: str | None) -> str:
    if when and then:
        return say(IfThenPlan(when, then).sentence)
    return when or then or ""


class ConfidenceForm(StepForm):
    confidence = ScaleField(
        label=_("How sure are you that you can take the first step?"),
        low=_("Not sure at all"),
        high=_("Very sure"),
        seen_by="",
    )
    easing = LongWordsField(label=_("What would make it easier?"), seen_by="")

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


class ReviewForm(StepForm):
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
        word = gettext(self.said.person.goal_word)
        self.fields["ownership"].label = _("Whose %(word)s is this?") % {"word": word}

    def said_before(self) -> dict[str, Any]:
        said = super().said_before()
        return said | {"review_on": said["review_on"] or review_default(self.said.person.today())}

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day and (reason := check_review_date(day, self.said.person.today()).reason):
            raise forms.ValidationError(say(reason))
        return day

    def rows(self) -> Iterator[Row]:
        yield from super().rows()
        owner = self.said.answer("ownership")
        if owner and (question := Ownership(owner).follow_up):
            yield _("A thought, if you like"), say(question)
