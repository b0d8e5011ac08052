"""New words for a goal, and what is changed of its reasons and plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from goalward.goals import (
    LEVELS,
    AttainmentLevels,
    LevelPart,
    RevisionReason,
    ScaleKind,
    check_levels,
    check_review_date,
    level_name,
)
from goalward.reflection import AREAS, VALUES
from goalward.web.goals.models import Goal, GoalVersion
from goalward.web.goals.plans import fingerprints, marks_as_text, read_marks
from goalward.web.ui.fields import (
    ChoiceListField,
    ChoiceTilesField,
    DateField,
    LongWordsField,
    ScaleField,
    WordsField,
)
from goalward.web.ui.say import say, say_later

LONGEST_WORDING, LONGEST_LEVEL = 2_000, 500  # characters


def row_name(level: int) -> str:
    return f"level_{LEVELS.index(level)}"


class ScaleForm(forms.Form):
    """The scale of a wording: the 0-10 rating, or a row for what each of five levels looks like."""

    scale_kind = ChoiceTilesField(
        label=_("How do you want to rate it?"),
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

    def add_rows(self) -> None:
        for level in LEVELS:
            self.fields[row_name(level)] = WordsField(
                label=say_later(level_name(level)), max_length=LONGEST_LEVEL, seen_by=""
            )

    def scale_of(self, version: GoalVersion) -> dict[str, Any]:
        """The scale that a wording has, by field."""
        texts = version.levels or [""] * len(LEVELS)
        rows = {row_name(level): text for level, text in zip(LEVELS, texts, strict=True)}
        return {"scale_kind": version.scale_kind, "level_part": version.level_part, **rows}

    @property
    def level_fields(self) -> list[BoundField]:
        return [self[row_name(level)] for level in LEVELS]

    def clean(self) -> None:
        if self.cleaned_data.get("scale_kind") != ScaleKind.LEVELS:
            return
        if not self.cleaned_data.get("level_part"):
            self.add_error("level_part", _("Choose the part that changes."))
        for concern in check_levels(self.levels()):
            name = row_name(int(str(concern.params["level"])))
            if name not in self.errors:
                self.add_error(name, say(concern))

    def levels(self) -> AttainmentLevels:
        """The rows as typed, whether they are ready or not."""
        part = LevelPart(self.cleaned_data.get("level_part") or LevelPart.ACTIVITY)
        return AttainmentLevels(part, tuple(self.cleaned_data.get(row_name(level), "") for level in LEVELS))


class RewordForm(ScaleForm):
    """``current``: the wording that the goal has now."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    wording = LongWordsField(
        label=_("Your words"),
        help_text=_("Say it as you would say it to someone you trust."),
        max_length=LONGEST_WORDING,
        required=True,
        missing=_("Write your goal in your own words."),
        seen_by="",
    )
    reason = ChoiceTilesField(
        label=_("Why do you change it?"),
        choices=[(reason.value, say_later(reason.label)) for reason in RevisionReason],
        why=_("Later you can see how your goal has grown, and why."),
        required=True,
        missing=_("Choose the reason that fits best."),
        seen_by="",
    )
    note = LongWordsField(label=_("Would you like to add something?"), help_text=_("Only if you want to."), seen_by="")

    field_order = ("based_on", "wording")

    def __init__(self, current: GoalVersion, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.current = current
        self.add_rows()
        self.fields["scale_kind"].required = True
        self.initial = {"based_on": current.number, "wording": current.wording, **self.scale_of(current)}

    @property
    def shows_scale(self) -> bool:
        """Is there something to see among the parts of the scale, which else stay folded away?"""
        parts = {"scale_kind", "level_part", *map(row_name, LEVELS)}
        return bool(parts & (set(self.errors) | set(self.changed_data if self.is_bound else ())))

    def clean(self) -> None:
        super().clean()
        if not self.errors and self._says_the_same():
            self.add_error("wording", _("These are the words you have now. Change something, or go back."))

    def _says_the_same(self) -> bool:
        """A form drawn for an earlier wording is not compared: it may be the one that made the present one."""
        if self.cleaned_data["based_on"] != self.current.number:
            return False
        scale = ("scale_kind", "level_part", *map(row_name, LEVELS))
        compared = scale if self.cleaned_data["scale_kind"] == ScaleKind.LEVELS else scale[:1]
        return all(self.cleaned_data[name] == self.initial[name] for name in ("wording", *compared))

    def answers(self) -> dict[str, Any]:
        """What was written, as the action takes it."""
        return {
            "wording": self.cleaned_data["wording"],
            "levels": self.levels() if self.cleaned_data["scale_kind"] == ScaleKind.LEVELS else None,
            "reason": RevisionReason(self.cleaned_data["reason"]),
            "note": self.cleaned_data["note"],
            "based_on": self.cleaned_data["based_on"],
        }


class GoalPartForm(forms.Form):
    """Answers that belong to every wording of a goal; fields are named after their columns."""

    def __init__(
        self, goal: Goal, *, today: date, data: Mapping[str, Any] | None = None, mine: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        self.goal, self.today = goal, today
        self.saved = {name: getattr(goal, name) for name in self.fields}
        self.initial = self.saved | dict(mine or {})

    @property
    def shown(self) -> str:
        """Fingerprints of the saved answers that the person sees, to be sent along."""
        if self.is_bound:
            return str(self.data.get("shown", ""))
        return marks_as_text(fingerprints(self.saved))

    @property
    def shown_marks(self) -> dict[str, str]:
        return read_marks(self.shown)


class WhyForm(GoalPartForm):
    area = ChoiceListField(
        label=_("Which area of life is it about?"),
        choices=[(area.code, say_later(area.label)) for area in AREAS],
        seen_by="",
    )
    value = ChoiceListField(
        label=_("What that matters to you is it for?"),
        choices=[(value.code, say_later(value.label)) for value in VALUES],
        seen_by="",
    )
    towards = WordsField(
        label=_("What is it a step towards?"),
        help_text=_("Something larger and later. For example: being close to my children again."),
        seen_by="",
    )
    feeling = LongWordsField(label=_("How would you like to feel?"), seen_by="")
    difference = LongWordsField(
        label=_("What would be different on an ordinary day?"),
        help_text=_("Think of a plain Tuesday. What would you do, and what would others see?"),
        seen_by="",
    )


class PlanForm(GoalPartForm):
    first_step = WordsField(
        label=_("What is the next small step?"),
        help_text=_("Something that you could do this week. For example: text Sam on Monday evening."),
        seen_by="",
    )
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
    plan_when = WordsField(label=_("If this happens"), help_text=_("For example: I feel too tired to go"), seen_by="")
    plan_then = WordsField(
        label=_("then I will"), help_text=_("For example: walk just to the corner and back"), seen_by=""
    )
    confidence = ScaleField(
        label=_("How sure are you that you can take this step?"),
        low=_("Not sure at all"),
        high=_("Very sure"),
        decline=_("I would rather not say"),
        seen_by="",
    )
    easing = LongWordsField(label=_("What would make it easier?"), seen_by="")
    review_on = DateField(label=_("When would you like to look at it again?"), seen_by="")

    def clean_review_on(self) -> date | None:
        """A date that was kept earlier and has gone by is no mistake until it is changed."""
        day: date | None = self.cleaned_data["review_on"]
        if day and day != self.saved["review_on"] and (reason := check_review_date(day, self.today).reason):
            raise forms.ValidationError(say(reason))
        return day
