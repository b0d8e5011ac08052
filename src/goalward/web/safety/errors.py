"""Error pages: each with Help now, none touching a login session or the database."""

from __future__ import annotations

import logging
import secrets
import sys

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from goalward.web.safety.help_now import help_context

log = logging.getLogger(__name__)
PASSWORDS = ("password", "password1", "oldpassword")


def error_page(status: int, **context: object) -> HttpResponse:
    """The page for a status, rendered without the request."""
    return HttpResponse(render_to_string(f"{status}.html", {**help_context(), **context}), status=status)


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asked, to put the answer into a page that is there already."""
    return request.headers.get("HX-Request") == "true"


def error_answer(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    """The error page, or one calm line where the answer goes into a page."""
    if is_fragment(request):
        return HttpResponse(render_to_string("safety/not_now.html"), status=status)
    return error_page(status, **context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse(render_to_string("403_csrf.html", help_context()), status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Asked to wait; what was typed comes back, to be sent again."""
    response = error_page(429, fields=what_was_sent(request), action=request.path)
    response["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours, or a database that does not answer: then what was typed comes back, to be sent again."""
    error = sys.exc_info()[1]
    if isinstance(error, DatabaseError | InterfaceError):
        log.error("The database does not answer", exc_info=error)
        return database_trouble(request)
    reference = secrets.token_hex(4)
    log.error("A page failed", exc_info=error, extra={"reference": reference})
    return error_answer(request, 500, reference=reference)


def database_trouble(request: HttpRequest) -> HttpResponse:
    response = error_answer(request, 503, fields=what_was_sent(request), action=request.path)
    response["Retry-After"] = "10"
    return response


def what_was_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field of the form but the passwords."""
    return [(name, value) for name, values in request.POST.lists() if name not in PASSWORDS for value in values]
