"""The components, one tag each: its keyword arguments are all that a page needs to know. See ``ui/README.md``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template
from django.forms import BaseForm, BoundField
from django.forms.widgets import CheckboxInput
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

# ruff: noqa: PLR0913 - a tag's arguments are the whole interface of its component

register = template.Library()

CARRY_ON = _("Save and carry on")

Text = str | Promise


class Problem(NamedTuple):
    """One line of the error summary: the same words as beside the field, and the id of the field's first control."""

    words: str
    target: str


@register.inclusion_tag("ui/button.html")
def button(words: Text, *, kind: str = "primary", name: str = "", value: str = "", href: str = "") -> dict[str, Any]:
    """A button, or a link that looks like one. ``kind``: primary or quiet. The words say what will happen."""
    return {"words": words, "kind": kind, "name": name, "value": value, "href": href}


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, *, heading: bool = False) -> dict[str, Any]:
    """One field of a form. ``heading`` makes its label the page's title, for a page with a single question."""
    why, seen_by = getattr(bound.field, "why", ""), getattr(bound.field, "seen_by", "")
    notes = {"hint": bound.help_text, "why": why, "seen": seen_by, "error": bound.errors}
    described_by = " ".join(f"{bound.auto_id}_{note}" for note, present in notes.items() if present)
    group = bound.use_fieldset
    return {
        "bound": bound,
        "heading": heading,
        "group": group,
        "confirm": isinstance(bound.field.widget, CheckboxInput),
        "why": why,
        "seen_by": seen_by,
        "errors": bound.errors,
        "described_by": described_by,
        "control": bound.as_widget(attrs={"aria-describedby": described_by} if described_by and not group else None),
    }


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
    values = {
        "summary": render_to_string("ui/error_summary.html", error_summary(form)),
        "content": content,
        "action": action,
        "back": back,
        "save": save,
        "skip": skip,
        "later": later,
        "csrf_token": context.get("csrf_token"),
    }
    return render_to_string("ui/question_page.html", values)
