"""What every response says to browsers and to caches between: keep nothing, share nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def private_by_default(respond: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: no page is stored anywhere; only static files may be."""

    def respond_privately(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        if isinstance(response, HttpResponse):  # static files stream, with their own caching
            response["Cache-Control"] = "no-store"
        response["Permissions-Policy"] = PERMISSIONS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return respond_privately
