"""The one box."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from goalward.web.ui.fields import LongWordsField

LONGEST_GOAL = 2_000  # characters


class GoalInOwnWords(forms.Form):
    """``goal``: what was typed. ``take``: the wording that was picked, to put into the box."""

    goal = LongWordsField(
        label=_("Write a goal in your own words"),
        help_text=_("A few words are enough. For example: I want to feel better."),
        max_length=LONGEST_GOAL,
        seen_by="",
        required=True,
        missing=_("Write a few words first. They can be rough."),
    )
    take = forms.CharField(required=False, max_length=LONGEST_GOAL, strip=False, widget=forms.HiddenInput)
