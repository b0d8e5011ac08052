"""Help now, and leaving. Neither asks who is there."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from goalward.web.safety.help_now import country_of_browser, help_context


@login_not_required
@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Rendered without the request, so that neither login session nor database can be touched."""
    return HttpResponse(render_to_string("safety/help_now.html", help_context(country_of_browser(request))))


@login_not_required
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """A blank page of our own."""
    return HttpResponse(render_to_string("safety/leave.html"))
