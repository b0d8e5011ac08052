"""Help in one fixed place: whom to call, in which country, and what is said when a goal needs care."""

from goalward.safety.care import CareError, CarePanel, care_panel, for_care
from goalward.safety.countries import CountryGroup, by_country, country_name, country_of_zone
from goalward.safety.directory import (
    REVIEW_EVERY,
    Contact,
    ContactKind,
    ContactsError,
    contacts,
    is_confirmed,
    needs_review,
    read_contacts,
)
from goalward.safety.help_text import HELP_TEXT
from goalward.safety.links import sms_link, tel_link

__all__ = [
    "HELP_TEXT",
    "REVIEW_EVERY",
    "CareError",
    "CarePanel",
    "Contact",
    "ContactKind",
    "ContactsError",
    "CountryGroup",
    "by_country",
    "care_panel",
    "contacts",
    "country_name",
    "country_of_zone",
    "for_care",
    "is_confirmed",
    "needs_review",
    "read_contacts",
    "sms_link",
    "tel_link",
]
