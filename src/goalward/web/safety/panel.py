"""The help panel that stands above a page when what was just saved asks for care."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from goalward import safety
from goalward.coach.care import Care, CareKind, CareStance
from goalward.safety import ContactKind, for_care
from goalward.web.accounts.models import Person
from goalward.web.coach.readings import care_of
from goalward.web.safety.help_now import country_of_person, lines_by_country, site_contacts

MOST_PRESSING = (CareStance.TOWARD_HARM, CareStance.HARMED_BY_OTHERS, CareStance.AWAY_FROM_HARM, CareStance.MENTION)
ANSWERED = "answered"  # no stance of a text: what an answer to a question about safety asks for
WITHOUT_A_COUNTRY = (ContactKind.CRISIS, ContactKind.EMERGENCY)


def care_panel(*texts: str | None, person: Person | None) -> dict[str, Any] | None:
    """What to show above a page after these texts were saved; None when none of them asks for care."""
    found = [care for text in texts if text and (care := care_of(text))]
    if not found:
        return None
    return panel_for(min(found, key=lambda care: MOST_PRESSING.index(care.stance)), person=person)


def panel_for(care: Care, *, person: Person | None) -> dict[str, Any]:
    """The panel for one reading's care."""
    return _panel(care.kind, care.stance, person)


def answer_panel(*, soft: bool, person: Person) -> dict[str, Any]:
    """After an answer that a measure marks as one about safety. soft: worth a look, so one quiet line."""
    return _panel(CareKind.SUICIDE, CareStance.MENTION if soft else ANSWERED, person)


def _panel(kind: str, stance: str, person: Person | None) -> dict[str, Any]:
    """With the contacts of the person's country."""
    panel = safety.care_panel(kind, stance)
    country = country_of_person(person.time_zone) if person else settings.COUNTRY
    countries = lines_by_country(for_care(kind, site_contacts()), country)
    if any(group.code == country for group in countries):
        countries = [group for group in countries if group.code == country]
    elif any(group.code.partition("-")[0] == "EU" for group in countries[:1]):
        countries = countries[:1]
    else:
        countries = lines_by_country([c for c in site_contacts() if c.kind in WITHOUT_A_COUNTRY], None)
    return {"panel": panel, "countries": [] if panel.quiet else countries, "offers": panel.offers}
