"""The gallery, and small pages that let the parts be tried in a browser."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from goalward.web.ui.fields import ChoiceListField, ScaleField, WordsField
from goalward.web.ui.urls import urlpatterns as gallery

QUESTION = """{% extends "ui/page.html" %}
{% block title %}What do you want to change?{% endblock %}
{% block page_scripts %}
  <script type="module" src="{% static "ui/timezone.js" %}"></script>{% include "ui/htmx.html" %}
{% endblock %}
{% block main %}
  {% question_page form=form back="/gallery/" %}
    {% field form.wording heading=True %}
    {% field form.hard %}
    {% field form.zone %}
  {% endquestion_page %}
  <form method="post" action="/answer/" hx-post="/answer/" hx-target="#coach" hx-trigger="input delay:50ms from:#draft">
    <label for="draft">A draft</label> <input id="draft" name="draft">
  </form>
  <div id="coach" aria-live="polite"></div>
{% endblock %}"""


class Question(forms.Form):
    wording = WordsField(
        label="What do you want to change?",
        help_text="A few words are enough. You can reword it at any time.",
        why="Your own words are the start of a goal.",
        required=True,
        missing="Write what you want to change.",
    )
    hard = ScaleField(label="How much does this get in the way?", low="not at all", high="all the time", required=True)
    zone = ChoiceListField(label="Where do you live?", choices=[("Europe/Vienna", "Vienna"), ("Asia/Tokyo", "Tokyo")])

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["zone"].widget.attrs["data-guess-time-zone"] = True


@login_not_required
def question(request: HttpRequest) -> HttpResponse:
    form = Question(request.POST or None)
    if form.is_valid():
        return HttpResponse(
            f"{request.POST['action']}: {form.cleaned_data['wording']}", content_type="text/plain; charset=utf-8"
        )
    page = engines["django"].from_string(QUESTION)
    return HttpResponse(page.render({"form": form, "person": request.GET.get("person")}, request))


@csrf_exempt  # as the coach on the first page
@login_not_required
def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<p>You wrote: {len(request.POST['draft'])} characters</p>")


@login_not_required
def error(request: HttpRequest, status: str) -> HttpResponse:
    sent = [("wording", "I want to\r\nsleep"), ("action", "next")] if status == "503" else None
    return render(request, f"{status}.html", {"fields": sent, "action": "/question/", "reference": "1f2e3d4c"})


@login_not_required
def blank(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [
    *gallery,
    path("question/", question),
    path("answer/", answer),
    path("error/<status>/", error),
    path("leave/", blank),
    path("my-goals/", blank, name="home"),
    path("record/", blank, name="record"),
    path("sign-out/", blank, name="account_logout"),
]
