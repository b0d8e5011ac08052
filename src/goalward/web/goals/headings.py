"""Headings in the word that a person has picked for their goals."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goalward.web.accounts.models import Person


class Headings(NamedTuple):
    mine: Promise
    yours: Promise
    another: Promise
    first: Promise


HEADINGS = {
    "goal": Headings(_("My goals"), _("Your goal"), _("Add another goal"), _("Your first goal starts here")),
    "aim": Headings(_("My aims"), _("Your aim"), _("Add another aim"), _("Your first aim starts here")),
    "hope": Headings(_("My hopes"), _("Your hope"), _("Add another hope"), _("Your first hope starts here")),
    "wish": Headings(_("My wishes"), _("Your wish"), _("Add another wish"), _("Your first wish starts here")),
}


def headings_for(person: Person) -> Headings:
    return HEADINGS[person.goal_word]
