"""A person who signs in, and their login sessions."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone

from goalward.web.records.ids import new_row_id


class People(BaseUserManager["Person"]):
    """Makes people. Nobody is staff and nobody is an administrator: no role can read what others wrote."""

    def create_user(self, email: str, password: str | None = None, **details: Any) -> Person:
        person = self.model(email=self.normalize_email(email), **details)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who signs in. ``time_zone`` decides what "today" is for them."""

    id = models.UUIDField(primary_key=True, default=new_row_id, editable=False)
    email = models.EmailField(unique=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    goal_word = models.CharField(max_length=10, default="goal")
    is_active = models.BooleanField(default=True)
    adult_confirmed_at = models.DateTimeField(null=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    objects: ClassVar[People] = People()

    def today(self) -> date:
        """The date where this person is."""
        return timezone.localdate(timezone=ZoneInfo(self.time_zone))


class LoginSession(AbstractBaseSession):
    """A login session, kept under a hash of its key: the stored value cannot be used as a cookie."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="login_sessions")

    objects: ClassVar[BaseSessionManager[LoginSession]] = BaseSessionManager()  # type: ignore[assignment]  # narrower than the stub
    person_id: UUID | None

    @classmethod
    def get_session_store_class(cls) -> Any:
        from goalward.web.accounts.sessions import SessionStore  # noqa: PLC0415  # the store imports this model

        return SessionStore
