"""The controls that questions are answered with. Each has its template in ``templates/ui/widgets``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["DECLINED", "HIDDEN_CHARACTERS", "DateBoxes", "LongWords", "ManyTiles", "Scale", "Tiles", "Words"]

# Everything below a space but tab and line ends, DEL, the C1 block, lone surrogates.
HIDDEN_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# What the scale posts for "I would rather not say": neither a number nor silence.
DECLINED = "-"


def marked(text: Any) -> str | None:
    """The text with each hidden character as "�", so that a person can find it and take it out."""
    return None if text is None else HIDDEN_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", str(text))


class Words(forms.TextInput):
    """One line, in whatever direction its script runs."""

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"dir": "auto", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return marked(super().format_value(value))

    def use_required_attribute(self, initial: Any) -> bool:
        return False  # the page says what is missing, in its own words


class LongWords(forms.Textarea):
    """A box that grows. It sets no length in the page: a browser would cut a pasted text without a word."""

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"dir": "auto", "rows": 5, **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return marked(super().format_value(value))

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class TileOptions(forms.RadioSelect):
    """Answers that share a fieldset: the group carries the error, so the single inputs do not repeat it."""

    details: Mapping[str, str | Promise] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"].pop("aria-invalid", None)
        return option | {"detail": self.details.get(str(value), "")}

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class Tiles(TileOptions):
    template_name = "ui/widgets/tiles.html"


class ManyTiles(TileOptions, forms.CheckboxSelectMultiple):
    template_name = "ui/widgets/tiles.html"
    input_type = "checkbox"
    allow_multiple_selected = True


class Scale(TileOptions):
    """Eleven radio buttons with worded ends, and perhaps a twelfth for those who would rather not say."""

    template_name = "ui/widgets/scale.html"
    low: str | Promise = ""
    high: str | Promise = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        options = [option for _group, group, _index in context["widget"]["optgroups"] for option in group]
        context["widget"] |= {"steps": options[:11], "declined": options[11:], "low": self.low, "high": self.high}
        return context


class DateBoxes(forms.MultiWidget):
    """Day, month and year, each written as a number."""

    template_name = "ui/widgets/date.html"
    labels: Sequence[str | Promise] = (_("Day"), _("Month"), _("Year"))

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            part: Words({"inputmode": "numeric", "dir": "ltr"}) for part in ("day", "month", "year")
        }
        super().__init__(boxes, dict(attrs or {}))

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for box, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            box["label"] = label
        return context
