"""What every response says to browsers and to caches between: keep nothing, share nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def as_file(text: str, *, name: str, kind: str) -> HttpResponse:
    """A text to be saved. kind: its media type. Should a browser show it all the same, nothing in it may run."""
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


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
