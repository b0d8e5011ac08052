"""Where login sessions are kept: in the database, under a hash of the key that the browser holds."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from goalward.web.accounts.models import LoginSession


def stored_key(session_key: str) -> str:
    """What the database knows a session by (40 hex characters of SHA-256)."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """Django's store, hashing the key on its way to the database."""

    @classmethod
    def get_model_class(cls) -> type[LoginSession]:
        return LoginSession

    def _get_session_from_db(self) -> LoginSession | None:
        if self.session_key is None:
            return None
        try:
            return LoginSession.objects.get(session_key=stored_key(self.session_key), expire_date__gt=timezone.now())
        except LoginSession.DoesNotExist:
            self._session_key = None
            return None

    def create_model_instance(self, data: dict[str, Any]) -> LoginSession:
        return LoginSession(
            session_key=stored_key(self._get_or_create_session_key()),  # type: ignore[attr-defined]  # missing in the stubs
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            person_id=data.get(SESSION_KEY),
        )

    def exists(self, session_key: str) -> bool:
        return LoginSession.objects.filter(session_key=stored_key(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            LoginSession.objects.filter(session_key=stored_key(key)).delete()
