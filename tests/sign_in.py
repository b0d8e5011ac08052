"""A login session for someone, made without the sign-in pages."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone

from goalward.web.accounts.models import Person
from goalward.web.accounts.sessions import SessionStore


def session_cookie(person: Person) -> dict[str, str]:
    """The name and value of the cookie that a browser would hold after signing in just now."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.id)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "password", "at": timezone.now().timestamp()}]
    session.create()
    return {"cookie": settings.SESSION_COOKIE_NAME, "session": str(session.session_key)}
