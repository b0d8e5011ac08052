"""One page's questions, filled with what was said before, and what is to be kept of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise

from goalward.web.goals.presentation import answer_in_words
from goalward.web.reflection.queries import Said
from goalward.web.ui.fields import WordsField

__all__ = ["OnceForm", "Row", "StepForm"]

Row = tuple[str | Promise, str]


class StepForm(forms.Form):
    """Fields are named after the columns that their answers are kept in, unless a page says otherwise."""

    overtaken: str | None = None  # the wording that was kept meanwhile, from elsewhere

    def __init__(self, typed: Mapping[str, Any] | None = None, *, said: Said) -> None:
        super().__init__(typed)
        self.said = said
        self.ask()
        self.initial = self.said_before()

    def ask(self) -> None:
        """Add or fill fields that depend on the person."""

    def said_before(self) -> dict[str, Any]:
        return {name: self.said.answer(name) for name in self.fields}

    def answers(self) -> dict[str, Any]:
        """What to keep, by column."""
        return {name: self.cleaned_data[name] for name in self.fields}

    def take(self, words: str) -> None:
        """Take up offered words; most pages offer none."""

    def asks_again(self) -> bool:
        """Show this page once more after saving?"""
        return False

    @classmethod
    def texts(cls, said: Said) -> list[str]:
        """The person's own words on this page, to be read with care."""
        names = [name for name, field in cls.base_fields.items() if isinstance(field, WordsField)]
        return [text for name in names if (text := said.answer(name))]

    def rows(self) -> Iterable[Row]:
        """Each question with its answer in words, "" where there is none."""
        return [
            (field.label or "", answer_in_words(name, self.said.answer(name))) for name, field in self.fields.items()
        ]


class OnceForm(forms.Form):
    """Drawn with a form that makes something, so that sending it twice makes it once."""

    once = forms.UUIDField(widget=forms.HiddenInput)

    @property
    def drawn(self) -> UUID | None:
        return self.cleaned_data["once"] if self.is_valid() else None
