"""What a page knows of the person it is for: whether they are there, their time zone, and that it is still them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from goalward.web.safety.errors import has_words, signed_out_meanwhile


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
        to_sign_in = super().process_view(request, view_func, view_args, view_kwargs)
        if to_sign_in is not None and request.method == "POST" and has_words(request):
            return signed_out_meanwhile(request)  # what was sent with an ended session is not lost on the way
        return to_sign_in


def ask_again_who_it_is(
    respond: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: where a view wants a fresh password, the person gives it and then comes back by GET.

    The sign-in library would keep a whole POST, cookies included, in the login session until then.
    """

    def respond_to_them(request: HttpRequest) -> HttpResponseBase:
        return respond(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, ReauthenticationRequired):
            return None
        return redirect_to_login(request.get_full_path(), reverse("account_reauthenticate"))

    respond_to_them.process_exception = process_exception  # type: ignore[attr-defined]  # Django's hook is an attribute
    return respond_to_them
