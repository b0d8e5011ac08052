"""The one box."""

from __future__ import annotations

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from goalward.web.ui.fields import LongWordsField, OnceField

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
    once = OnceField()  # for "Keep this goal": a double click keeps one
    # Asks as someone types, after a pause. Without JavaScript the button asks.
    goal.widget.attrs |= {
        "hx-post": reverse_lazy("read"),
        "hx-trigger": "input changed delay:700ms",
        "hx-target": "#reading",
        "hx-swap": "innerHTML",
        "autocomplete": "off",
    }
    take = forms.CharField(required=False, max_length=LONGEST_GOAL, strip=False, widget=forms.HiddenInput)
