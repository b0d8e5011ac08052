"""The site's own addresses, and one signed-in view with nothing in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from goalward.web.config import urls as site_urls


def empty(request: HttpRequest) -> HttpResponse:
    """The frame of every page around nothing: sign-in, middleware and template, no record."""
    return render(request, "ui/page.html")


urlpatterns = [path("empty/", empty), *site_urls.urlpatterns]
handler400, handler403 = site_urls.handler400, site_urls.handler403
handler404, handler500 = site_urls.handler404, site_urls.handler500
