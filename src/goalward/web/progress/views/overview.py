"""How it goes: all of it on one page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goalward.alliance import Audience
from goalward.web.accounts.requests import PersonRequest
from goalward.web.goals.headings import headings_for
from goalward.web.progress.overview import overview
from goalward.web.progress.queries import check_ins_with_notes
from goalward.web.progress.spans import Span, read_span
from goalward.web.safety.panel import care_panel

NEWEST = 5  # notes


@require_safe
def progress(request: PersonRequest) -> HttpResponse:
    person, span = request.user, read_span(request.GET.get("span", ""))
    seen, notes = overview(person, span), list(check_ins_with_notes(person)[: NEWEST + 1])
    texts = [text for note in notes[:NEWEST] for text in (note.thoughts, note.feelings, note.actions)]
    texts += [event.words for event in seen.frame.events]
    context = {
        "headings": headings_for(person),
        "seen": seen,
        "spans": list(Span),
        "span": span,
        "notes": notes[:NEWEST],
        "has_more": len(notes) > NEWEST,
        "audience": Audience.ONLY_ME.who_can_see,
        "care": care_panel(*(version.wording for version in seen.toward_harm), *texts, person=person),
    }
    return render(request, "progress/progress.html", context)
