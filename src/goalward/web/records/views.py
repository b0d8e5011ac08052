"""A person's record as a whole: what is kept, taking it along, and ending it."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_safe

from goalward.exchange import archive_name
from goalward.web.accounts.requests import PersonRequest
from goalward.web.config.headers import as_file
from goalward.web.records.actions import export_record
from goalward.web.records.erasure import erase_record
from goalward.web.records.forms import EraseForm, erasure_of, record_to_erase
from goalward.web.records.queries import is_gone, kept_of, latest_happenings

page_or_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def record(request: PersonRequest) -> HttpResponse:
    context = {"kept": kept_of(request.user), "happenings": latest_happenings(request.user)}
    return render(request, "records/record.html", context)


@page_or_form
@reauthentication_required  # type: ignore[untyped-decorator]  # the library has no types
def export(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "records/export.html")
    name = archive_name(request.user.today())
    return as_file(export_record(by=request.user), name=name, kind="application/json")


@login_not_required  # a second click arrives when there is nobody left to sign in
@page_or_form
def erase(request: HttpRequest) -> HttpResponseBase:
    if request.user.is_authenticated:
        response: HttpResponseBase = erase_when_sure(request)
        return response
    asked_for = record_to_erase(request.POST.get("once", ""))
    if asked_for and is_gone(asked_for):
        return redirect("record_erased")
    return redirect_to_login(request.get_full_path())


@reauthentication_required  # type: ignore[untyped-decorator]  # as above
def erase_when_sure(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _ask(request, EraseForm(initial={"once": erasure_of(request.user.record)}))
    if not (form := EraseForm(request.POST)).is_valid():
        return _ask(request, form)
    erase_record(by=request.user)
    logout(request)
    response = redirect("record_erased")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _ask(request: PersonRequest, form: EraseForm) -> HttpResponse:
    return render(request, "records/erase.html", {"form": form})


@login_not_required
@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: there is nobody left to ask about."""
    return HttpResponse(render_to_string("records/erased.html"))
