"""Text comes in UTF-8, as every page of ours asks for it."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from goalward.web.safety.errors import error_answer


def utf_8_alone(respond: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: a request that names another charset is refused, before anything tries to read it."""

    def respond_to_utf_8(request: HttpRequest) -> HttpResponseBase:
        charset = request.encoding or "utf-8"  # one that Python does not know is left out by Django
        if codecs.lookup(charset).name != "utf-8":
            return error_answer(request, 400)
        return respond(request)

    return respond_to_utf_8
