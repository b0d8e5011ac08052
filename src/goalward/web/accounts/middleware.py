"""A page is shown in the time zone of the person it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone


def has_login_session(request: HttpRequest) -> bool:
    """Whether the browser brought a session cookie: without one, neither session nor database need be touched."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def in_the_persons_time_zone(
    respond: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: times in views and templates are the signed-in person's."""

    def respond_in_zone(request: HttpRequest) -> HttpResponseBase:
        return respond(request)

    def process_view(request: HttpRequest, view: Callable[..., object], *_: object) -> None:
        if getattr(view, "login_required", True) and request.user.is_authenticated:
            timezone.activate(ZoneInfo(request.user.time_zone))
        else:
            timezone.deactivate()

    respond_in_zone.process_view = process_view  # type: ignore[attr-defined]  # Django's hook is an attribute
    return respond_in_zone


class SignInUnlessOpen(LoginRequiredMiddleware):
    """Django's own, but an open page is let through before the login session is looked at."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
