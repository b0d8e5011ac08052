"""Form fields that keep a person's words exactly as typed, and say what to do when they cannot.

Every field takes ``why`` (why we ask) and ``seen_by`` (who will see it); the ``{% field %}`` tag shows both before
the control. A field may be left empty unless it is given ``required=True``; ``missing`` is then what it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goalward.web.ui.say import say_day
from goalward.web.ui.widgets import (
    DECLINED,
    HIDDEN_CHARACTERS,
    DateBoxes,
    LongWords,
    ManyTiles,
    Scale,
    Tiles,
    Words,
)

__all__ = [
    "ChoiceListField",
    "ChoiceTilesField",
    "ConfirmField",
    "DateField",
    "LongWordsField",
    "ManyTilesField",
    "OnceField",
    "OnceForm",
    "ScaleField",
    "WordsField",
]

Text = str | Promise
Choices = Sequence[tuple[str, Text]]

ONLY_YOU = _("Only you can see this.")
CHOOSE = _("Choose from the list")
WRITE_A_DATE = _("Write the date as day, month and year, for example 27 3 2027.")


class Asked(forms.Field):
    """A question that says why it is asked and who will see the answer."""

    missing: Text = _("Write an answer to this question.")

    def __init__(
        self, *, why: Text = "", seen_by: Text = ONLY_YOU, missing: Text = "", required: bool = False, **options: Any
    ) -> None:
        self.why, self.seen_by = why, seen_by
        messages = {"required": missing or self.missing, **(options.pop("error_messages", None) or {})}
        super().__init__(required=required, error_messages=messages, **options)


class WordsField(Asked):
    """One line in a person's own words. ``max_length`` counts characters (code points)."""

    widget: type[forms.Widget] = Words

    def __init__(self, *, max_length: int = 500, **options: Any) -> None:
        self.max_length = max_length
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        """The text as typed; browsers send line ends as CRLF, we keep LF. Nothing but space is no answer."""
        text = ("" if value is None else str(value)).replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() or HIDDEN_CHARACTERS.search(text) else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        if HIDDEN_CHARACTERS.search(value):
            raise ValidationError(
                _("Some characters here cannot be kept. Each one shows as �. Take them out, then save again."),
                code="hidden_characters",
            )
        if len(value) > self.max_length:
            raise ValidationError(
                _("Use %(most)s characters or fewer. You have used %(used)s."),
                code="max_length",
                params={"most": grouped(self.max_length), "used": grouped(len(value))},
            )


class LongWordsField(WordsField):
    """As many lines as it takes; 10,000 words fit."""

    widget = LongWords

    def __init__(self, *, max_length: int = 100_000, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)


class ScaleField(Asked):
    """A number from 0 to 10, or None. ``low`` and ``high`` say in words what the ends mean.

    ``decline``: the words of a twelfth answer for those who would rather not say; it counts as None.
    """

    widget = Scale
    missing = _("Choose a number from 0 to 10.")
    steps = tuple(str(number) for number in range(11))

    def __init__(self, *, low: Text, high: Text, decline: Text = "", **options: Any) -> None:
        super().__init__(**options)
        self.widget.low, self.widget.high = low, high
        self.widget.choices = [(step, step) for step in self.steps] + ([(DECLINED, decline)] if decline else [])

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if str(value) not in self.steps:
            raise ValidationError(type(self).missing, code="invalid")
        return int(value)

    def clean(self, value: Any) -> int | None:
        return None if value == DECLINED else super().clean(value)


class ChoiceTilesField(Asked, forms.ChoiceField):
    """One answer out of a few, each a large tile. ``details``: a second line for some answers, by value."""

    widget = Tiles
    missing = _("Choose one of the answers.")

    def __init__(self, *, choices: Choices = (), details: Mapping[str, Text] | None = None, **options: Any) -> None:
        super().__init__(choices=choices, **options)
        self.error_messages["invalid_choice"] = self.missing
        self.widget.details = details or {}


class ManyTilesField(Asked, forms.MultipleChoiceField):
    """Any number of answers, or up to ``most``, each a large tile."""

    widget = ManyTiles
    missing = _("Choose at least one of the answers.")
    not_listed = _("Choose from the answers shown here.")

    def __init__(
        self,
        *,
        choices: Choices = (),
        details: Mapping[str, Text] | None = None,
        most: int | None = None,
        **options: Any,
    ) -> None:
        super().__init__(choices=choices, **options)
        self.error_messages |= {"invalid_choice": self.not_listed, "invalid_list": self.not_listed}
        self.widget.details = details or {}
        self.most = most

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.most is not None and len(value) > self.most:
            raise ValidationError(
                _("Choose %(most)s at most. You have chosen %(chosen)s."),
                code="too_many",
                params={"most": self.most, "chosen": len(value)},
            )


class ChoiceListField(Asked, forms.ChoiceField):
    """One answer out of many, in a list. ``unchosen`` is what the list shows before a choice."""

    widget = forms.Select
    missing = _("Choose one from the list.")

    def __init__(self, *, choices: Choices = (), unchosen: Text = CHOOSE, **options: Any) -> None:
        super().__init__(choices=[("", unchosen), *choices], **options)
        self.error_messages["invalid_choice"] = self.missing


class DateField(Asked):
    """A day, written in three boxes. ``earliest`` and ``latest`` may be set on the field by its form."""

    widget = DateBoxes
    missing = WRITE_A_DATE

    def __init__(self, *, earliest: date | None = None, latest: date | None = None, **options: Any) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        parts = [str(part or "").strip() for part in value]
        return parsed_date(parts) if any(parts) else None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            raise ValidationError(
                _("Choose a date that is not before %(day)s."), code="early", params={"day": say_day(self.earliest)}
            )
        if value and self.latest and value > self.latest:
            raise ValidationError(
                _("Choose a date that is not after %(day)s."), code="late", params={"day": say_day(self.latest)}
            )


class ConfirmField(Asked, forms.BooleanField):
    """One box to tick."""

    missing = _("Tick the box to carry on.")

    def __init__(self, *, seen_by: Text = "", required: bool = True, **options: Any) -> None:
        super().__init__(seen_by=seen_by, required=required, **options)


class OnceField(forms.UUIDField):
    """Drawn with the form and sent along unseen, so that a double click, a retry or a replay makes one record."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=uuid4)

    def clean(self, value: Any) -> UUID:
        try:
            return super().clean(value) or uuid4()
        except ValidationError:
            return uuid4()


class OnceForm(forms.Form):
    """Drawn with a form that makes something and asks nothing, so that sending it twice makes it once."""

    once = OnceField()

    @property
    def drawn(self) -> UUID:
        self.full_clean()
        drawn: UUID = self.cleaned_data["once"]
        return drawn


def parsed_date(parts: Sequence[str]) -> date:
    """The date that day, month and year name. Raises ValidationError saying how to write one."""
    day, month, year = parts
    if not all(part.isdecimal() for part in parts) or len(day) > 2 or len(month) > 2 or len(year) != 4:  # noqa: PLR2004
        raise ValidationError(WRITE_A_DATE, code="invalid")
    try:
        return date(int(year), int(month), int(day))
    except ValueError as unknown:
        message = _("The calendar has no such day. Check the day, the month and the year.")
        raise ValidationError(message, code="no_such_day") from unknown


def grouped(number: int) -> str:
    """12000 as "12,000", in the reader's way of writing numbers."""
    return number_format(number, force_grouping=True)
