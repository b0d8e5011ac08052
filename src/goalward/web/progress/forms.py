"""The check-in: each active goal on its own scale, then three notes, each part optional. And a life event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from goalward.goals import LEVELS, ScaleKind, level_name, rating_word
from goalward.web.goals.models import GoalVersion
from goalward.web.progress.actions import Given
from goalward.web.ui.fields import ChoiceTilesField, DateField, LongWordsField, OnceField, ScaleField, WordsField
from goalward.web.ui.say import say, say_later
from goalward.web.ui.templatetags.ui import own_words
from goalward.web.ui.widgets import DECLINED, LongWords

NOTES = ("thoughts", "feelings", "actions")
SKIP = _("Skip this one")
LONGEST_EVENT = 120  # characters
SHOWN = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9]{1,6})", re.ASCII)


def short_note(label: Any) -> LongWordsField:
    return LongWordsField(label=label, seen_by="", widget=LongWords({"rows": 2, "class": "short"}))


class CheckInForm(forms.Form):
    """``versions``: the wordings to rate, each with its goal."""

    once = OnceField()
    thoughts = short_note(_("In my thoughts"))
    feelings = short_note(_("In my feelings"))
    actions = short_note(_("In what I do"))

    def __init__(self, versions: Sequence[GoalVersion], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.versions = versions
        for version in versions:
            self.fields[field_name(version)] = rating_field(version)

    @property
    def rating_fields(self) -> list[BoundField]:
        return [self[field_name(version)] for version in self.versions]

    @property
    def note_fields(self) -> list[BoundField]:
        return [self[name] for name in NOTES]

    @property
    def shown(self) -> str:
        """Which wordings the page shows, to be sent along: a goal may be reworded or paused before it is rated."""
        return " ".join(f"{version.goal_id}.{version.number}" for version in self.versions)

    def answers(self) -> dict[str, Any]:
        """What was given, as the action takes it."""
        answers = [(version, self.cleaned_data[field_name(version)]) for version in self.versions]
        return {
            "once": self.cleaned_data["once"],
            "ratings": [
                Given(version.goal_id, version.number, int(answer))
                for version, answer in answers
                if answer not in (None, "", DECLINED)
            ],
            "notes": {name: self.cleaned_data[name] for name in NOTES},
        }


class EventForm(forms.Form):
    once = OnceField()
    on = DateField(label=_("Which day was it?"), required=True, seen_by="")
    words = WordsField(
        label=_("What happened?"),
        help_text=_("A few words, such as “moved house” or “new job”."),
        required=True,
        missing=_("Write a few words for what happened."),
        max_length=LONGEST_EVENT,
        seen_by="",
    )


def read_shown(shown: str) -> list[tuple[UUID, int]]:
    """What ``CheckInForm.shown`` said, by goal and number of the wording; one wording a goal, whatever was sent."""
    return [*{UUID(goal): int(number) for goal, number in SHOWN.findall(shown[:1000])}.items()]


def field_name(version: GoalVersion) -> str:
    return f"goal_{version.goal_id}"


def rating_field(version: GoalVersion) -> forms.Field:
    label = own_words(version.wording)
    if version.scale_kind == ScaleKind.LEVELS:
        return levels_field(label, version.levels or [])
    low, high = (say_later(words) for rating in (0, 10) if (words := rating_word(rating)))
    return ScaleField(label=label, low=low, high=high, decline=SKIP, seen_by="")


def levels_field(label: str, texts: Sequence[str]) -> ChoiceTilesField:
    """Five tiles in the person's words, each with the name of its level."""
    names = {str(level): say(level_name(level)) for level in LEVELS}
    own = {level: text for level, text in zip(names, texts, strict=False) if text}
    choices = [(level, own.get(level, name)) for level, name in names.items()]
    details = {level: names[level] for level in own}
    return ChoiceTilesField(label=label, choices=[*choices, (DECLINED, SKIP)], details=details, seen_by="")
