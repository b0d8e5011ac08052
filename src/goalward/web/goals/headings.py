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
    begin: Promise
    whose: Promise


HEADINGS = {
    "goal": Headings(
        _("My goals"),
        _("Your goal"),
        _("Add another goal"),
        _("Your first goal starts here"),
        _("Begin with this goal"),
        _("Whose goal is this?"),
    ),
    "aim": Headings(
        _("My aims"),
        _("Your aim"),
        _("Add another aim"),
        _("Your first aim starts here"),
        _("Begin with this aim"),
        _("Whose aim is this?"),
    ),
    "hope": Headings(
        _("My hopes"),
        _("Your hope"),
        _("Add another hope"),
        _("Your first hope starts here"),
        _("Begin with this hope"),
        _("Whose hope is this?"),
    ),
    "wish": Headings(
        _("My wishes"),
        _("Your wish"),
        _("Add another wish"),
        _("Your first wish starts here"),
        _("Begin with this wish"),
        _("Whose wish is this?"),
    ),
}


def headings_for(person: Person) -> Headings:
    return HEADINGS[person.goal_word]
