"""What every template knows of the person that it is for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from goalward.web.accounts.middleware import has_login_session


def person(request: HttpRequest) -> dict[str, Any]:
    """The signed-in person, or None. Asks the database only when the browser brought a session."""
    if not has_login_session(request):
        return {"person": None}
    return {"person": request.user if request.user.is_authenticated else None}
