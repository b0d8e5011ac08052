"""The components, one tag each: a tag's arguments are all that a page needs to know. See ``ui/README.md``."""

# ruff: noqa: PLR0913 - the arguments of a tag are the whole interface of its component

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.forms.widgets import CheckboxInput
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from goalward.web.ui.difference import difference as passages_of

register = template.Library()

Text = str | Promise

CARRY_ON = _("Save and carry on")
SOMEONE = _("You can reach someone now")
ONE_PART = _("Change one part only. The level in the middle is what you hope for.")
EXPECTED = 0
# What a form posts that nobody wrote.
NOT_WORDS = {"csrfmiddlewaretoken", "action", "once", "next", "to", "shown", "based_on"}


class Problem(NamedTuple):
    """One line of the error summary: the same words as beside the field, and the id of the field's first control."""

    words: str
    target: str


class Level(NamedTuple):
    name: Text
    words: str
    is_expected: bool
    is_current: bool


def component(name: str, **values: Any) -> SafeString:
    return render_to_string(f"ui/{name}.html", values)


@register.simple_tag
def is_demo() -> bool:
    """Whether everyone on this site is invented."""
    return bool(settings.IS_DEMO)


# Words


@register.simple_tag
def own_words(text: str) -> SafeString:
    """A person's words, with every space, line and direction as typed."""
    return format_html('<span class="own-words" dir="auto">{}</span>', text)


@register.simple_tag
def makers_words(text: str) -> SafeString:
    """The words of a measure, which stay as its makers wrote them: in English whatever the page speaks."""
    return format_html('<span class="makers-words" lang="en" dir="ltr">{}</span>', text)


@register.inclusion_tag("ui/who_can_see.html")
def who_can_see(words: Text, *, therapist: bool = False) -> dict[str, Any]:
    return {"words": words, "therapist": therapist}


@register.inclusion_tag("ui/difference.html")
def difference(*, before: str, after: str) -> dict[str, Any]:
    """What a rewording took out and put in, said as well as shown."""
    return {"passages": passages_of(before, after)}


# Asking


@register.inclusion_tag("ui/button.html")
def button(
    words: Text, *, kind: Literal["primary", "quiet"] = "primary", name: str = "", value: str = "", href: str = ""
) -> dict[str, Any]:
    """A button, or with ``href`` a link that looks like one. The words say what will happen."""
    return {"words": words, "kind": kind, "name": name, "value": value, "href": href}


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, *, heading: bool = False, lead: str = "", lead_shown: bool = True) -> dict[str, Any]:
    """One field of a form. ``heading`` makes its label the page's title, for a page with a single question.

    lead: what the makers of a measure say before the question; read out with it, also where it is not shown again.
    """
    why, seen_by = getattr(bound.field, "why", ""), getattr(bound.field, "seen_by", "")
    notes = {"hint": bound.help_text, "why": why, "seen": seen_by, "error": bound.errors}
    described_by = " ".join(f"{bound.auto_id}_{note}" for note, present in notes.items() if present)
    group = bound.use_fieldset
    return {
        "bound": bound,
        "heading": heading,
        "lead": lead,
        "lead_shown": lead_shown,
        "hidden": bound.is_hidden,
        "group": group,
        "confirm": isinstance(bound.field.widget, CheckboxInput),
        "why": why,
        "seen_by": seen_by,
        "seen_id": f"{bound.auto_id}_seen",
        "errors": bound.errors,
        "described_by": described_by,
        "control": bound.as_widget(attrs={"aria-describedby": described_by} if described_by and not group else None),
    }


@register.simple_block_tag
def fieldset(content: SafeString, *, legend: Text, hint: Text = "", heading: bool = False) -> SafeString:
    """Fields that belong together, under one legend."""
    hint_id = f"hint-{slugify(str(legend))}"
    return component("fieldset", content=content, legend=legend, hint=hint, hint_id=hint_id, heading=heading)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*forms: BaseForm | str | None) -> dict[str, Any]:
    """What needs another look in these forms: first in main, read out first, each line a link to its field."""
    return {"problems": [problem for form in forms if isinstance(form, BaseForm) for problem in problems_of(form)]}


def problems_of(form: BaseForm) -> Iterable[Problem]:
    for message in form.non_field_errors():
        yield Problem(str(message), "")
    for bound in form:
        for message in bound.errors:
            yield Problem(str(message), first_control(bound))


def first_control(bound: BoundField) -> str:
    """The id that a link must point at: a group's first control, or the control itself."""
    return f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label


@register.simple_block_tag(takes_context=True)
def question_page(
    context: Context,
    content: SafeString,
    *,
    form: BaseForm | str | None = None,
    action: str = "",
    back: str = "",
    save: Text = CARRY_ON,
    skip: bool = True,
    later: bool = True,
) -> SafeString:
    """One question: its error summary, the way back, the form, and action=next, skip or later to end it."""
    return component(
        "question_page",
        summary=component("error_summary", **error_summary(form)),
        content=content,
        action=action,
        back=back,
        save=save,
        skip=skip,
        later=later,
        csrf_token=context.get("csrf_token"),
    )


@register.inclusion_tag("ui/level_builder.html")
def level_builder(fields: Sequence[BoundField], *, legend: Text, hint: Text = ONE_PART) -> dict[str, Any]:
    """Five fields, for attainment levels -2 to +2; one part of the goal differs from level to level."""
    levels = [
        {
            "bound": bound,
            "errors": bound.errors,
            "control": bound.as_widget(attrs={"aria-describedby": f"{bound.auto_id}_error"} if bound.errors else None),
        }
        for bound in fields
    ]
    return {"levels": levels, "legend": legend, "hint": hint}


# Showing


@register.simple_block_tag
def summary_list(content: SafeString) -> SafeString:
    """Answers beside their questions; holds ``summary_row`` tags."""
    return format_html('<dl class="summary-list">{}</dl>', content)


@register.simple_block_tag
def summary_row(content: SafeString, *, label: Text, change: str = "") -> SafeString:
    """One answer. ``change``: where it can be changed. An empty answer says so."""
    return component("summary_row", content=content.strip() and content, label=label, change=change)


@register.inclusion_tag("ui/goal_card.html")
def goal_card(
    *,
    words: str,
    href: str,
    because: str = "",
    next_step: str = "",
    chart: str = "",
    sentence: Text = "",
    status: Text = "",
) -> dict[str, Any]:
    """A goal in short, own words first. ``chart``: a small chart, drawn by ``goalward.charts``."""
    return {
        "words": words,
        "href": href,
        "because": because,
        "next_step": next_step,
        "chart": drawn(chart),
        "sentence": sentence,
        "status": status,
    }


@register.inclusion_tag("ui/chart_figure.html")
def chart_figure(*, svg: str, sentence: Text, table: str = "") -> dict[str, Any]:
    """A chart, the same in one sentence, and the same as a table. Both drawn by ``goalward.charts``."""
    return {"svg": drawn(svg), "sentence": sentence, "table": drawn(table)}


def drawn(markup: str) -> SafeString:
    """Markup made by ``goalward.charts``, which escapes every text it is given. Never pass anything else."""
    return mark_safe(markup)  # noqa: S308 - see above


@register.inclusion_tag("ui/level_list.html")
def level_list(rows: Iterable[tuple[Text, str]], *, current: int | None = None) -> dict[str, Any]:
    """Five (name, words) pairs for attainment levels -2 to +2; ``current`` is where the person is now."""
    levels = [
        Level(name, words, level == EXPECTED, level == current)
        for level, (name, words) in zip(range(-2, 3), rows, strict=True)
    ]
    return {"levels": levels}


@register.simple_block_tag
def time_line(content: SafeString) -> SafeString:
    """What happened, newest first; holds ``moment`` tags."""
    return format_html('<ol class="time-line">{}</ol>', content)


@register.simple_block_tag
def moment(content: SafeString, *, when: date | datetime, who: Text = "", therapist: bool = False) -> SafeString:
    """One thing that happened. ``therapist``: it was the therapist's doing."""
    return component("moment", content=content, when=when, who=who, therapist=therapist)


# Saying


@register.simple_block_tag
def notice(content: SafeString, *, kind: Literal["plain", "done", "care"] = "plain", title: Text = "") -> SafeString:
    """A calm word: something to know (plain), something that is done, or something to take care of."""
    return component("notice", content=content, kind=kind, title=title, icon=f"ui/icons/{kind}.html")


@register.simple_block_tag
def help_panel(content: SafeString, *, title: Text = SOMEONE) -> SafeString:
    """Whom to reach now."""
    return component("help_panel", content=content, title=title)


@register.simple_block_tag
def empty_state(content: SafeString, *, title: Text) -> SafeString:
    """Nothing here yet: the content says what to do next."""
    return component("empty_state", content=content, title=title)


@register.inclusion_tag("ui/sent_again.html")
def sent_again(*, fields: Sequence[tuple[str, str]], action: str) -> dict[str, Any]:
    """A form that could not be taken, ready to be sent once more, with what was written in sight."""
    words = [value for name, value in fields if name not in NOT_WORDS and value.strip()]
    return {"fields": fields, "action": action, "words": words}
