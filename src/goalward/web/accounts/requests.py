"""What a view is given."""

from __future__ import annotations

from django.http import HttpRequest

from goalward.web.accounts.models import Person


class PersonRequest(HttpRequest):
    """A request that the sign-in check let through."""

    user: Person
