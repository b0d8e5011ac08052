"""Whether a form was sent from our own pages, told without a cookie."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

LARGEST_BODY = (
    256 * 1024
)  # bytes; 2,000 characters of any script, form-encoded, with room to be told that it is too long


def same_site(request: HttpRequest) -> bool:
    """True when the browser says that this site's own page sent it.

    ``Sec-Fetch-Site`` and ``Origin`` are set by the browser and out of a page's reach. Every current browser sends at
    least one with a POST; where both are there, both must agree.
    """
    fetched_from, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if fetched_from is None and origin is None:
        return False
    return fetched_from in (None, "same-origin") and (origin is None or origin in _own_origins(request))


def _own_origins(request: HttpRequest) -> list[str]:
    return [f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS]


def small_enough(request: HttpRequest) -> bool:
    """Whether the body may be read at all."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) <= LARGEST_BODY
