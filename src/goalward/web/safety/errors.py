"""Error pages: each with Help now, none touching a login session or the database."""

from __future__ import annotations

import logging
import secrets
import sys
from typing import Any

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from goalward.web.config.origin import same_site
from goalward.web.safety.help_now import help_context
from goalward.web.ui.templatetags.ui import NOT_WORDS

log = logging.getLogger(__name__)
TOKEN = "csrfmiddlewaretoken"  # noqa: S105  # a field's name
PASSWORDS = ("password", "password1", "oldpassword")


def error_page(status: int, *, template: str = "", **context: Any) -> HttpResponse:
    """The page for a status, rendered without the request."""
    content = render_to_string(template or f"{status}.html", {**help_context(), **context})
    return HttpResponse(content, status=status)


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asked, to put the answer into a page that is there already."""
    return request.headers.get("HX-Request") == "true"


def error_answer(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """The error page, or one calm line where the answer goes into a page."""
    if is_fragment(request):
        return HttpResponse(render_to_string("safety/not_now.html"), status=status)
    return error_page(status, **context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is out of date. From our own page it comes back with what was typed and a fresh token."""
    context: dict[str, object] = {}
    if same_site(request) and what_was_sent(request):
        fields = [(name, value) for name, value in what_was_sent(request) if name != TOKEN]
        context = {"fields": [*fields, (TOKEN, get_token(request))], "action": request.path}
    return HttpResponse(render_to_string("403_csrf.html", {**help_context(), **context}), status=403)


def signed_out_meanwhile(request: HttpRequest) -> HttpResponse:
    """A form sent after the login session ended: nothing is kept, and nothing that was typed is lost."""
    return error_page(403, template="signed_out.html", fields=what_was_sent(request), action=request.path)


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


def has_words(request: HttpRequest) -> bool:
    """Whether a form brought more than its hidden fields."""
    return any(value.strip() for name, value in what_was_sent(request) if name not in NOT_WORDS)


def what_was_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field of the form but the passwords."""
    return [(name, value) for name, values in request.POST.lists() if name not in PASSWORDS for value in values]
