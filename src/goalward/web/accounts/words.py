"""Words that someone wrote before they signed in, on their way into a record.

They travel only in the body of a form, from page to page: never in an address, a cookie or a login session.
"""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from goalward.web.accounts.models import Person
from goalward.web.coach.forms import LONGEST_GOAL, GoalInOwnWords
from goalward.web.goals.drafts import begin_draft
from goalward.web.ui.fields import LongWordsField, OnceField
from goalward.web.ui.widgets import LongWords


class BringsWords(forms.Form):
    """A form that carries the words along, unseen unless they cannot be kept as they are."""

    goal = LongWordsField(label=_("Your words"), max_length=LONGEST_GOAL, widget=forms.HiddenInput)
    once = OnceField()

    def full_clean(self) -> None:
        super().full_clean()
        if self.has_error("goal"):
            self.fields["goal"].widget = LongWords()

    def keep_words(self, *, by: Person) -> None:
        """Begin a draft with the words, if there are any."""
        if self.cleaned_data["goal"]:
            begin_draft(by=by, wording=self.cleaned_data["goal"], once=self.cleaned_data["once"])


def brings_words(request: HttpRequest) -> bool:
    return bool(request.POST.get("goal", "").strip())


def words_to_keep(request: HttpRequest) -> BringsWords | None:
    """The words that were sent; None when there are none, or none that can be kept."""
    form = BringsWords(request.POST)
    return form if form.is_valid() and form.cleaned_data["goal"] else None


def keep_for(person: Person, request: HttpRequest) -> HttpResponse:
    """What is left to do for someone who is signed in already: the draft, and on to its first question."""
    words = words_to_keep(request)
    if words is None:
        return ask_again(request)
    words.keep_words(by=person)
    return redirect("start")


def ask_again(request: HttpRequest) -> HttpResponse:
    """The first page again, with the words and what keeps us from keeping them."""
    return render(request, "coach/front.html", {"form": GoalInOwnWords(request.POST)})
