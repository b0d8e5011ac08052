"""One page's questions, filled with what was said before, and what is to be kept of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise

from goalward.web.goals.plans import fingerprints, marks_as_text, read_marks
from goalward.web.goals.presentation import answer_in_words
from goalward.web.reflection.queries import Said
from goalward.web.ui.fields import WordsField

__all__ = ["Row", "StepForm"]

Row = tuple[str | Promise, str]


class StepForm(forms.Form):
    """Fields are named after the columns that their answers are kept in, unless a page says otherwise."""

    meanwhile: Mapping[str, Any]  # what was saved elsewhere, by column, where it was changed here too

    def __init__(self, typed: Mapping[str, Any] | None = None, *, said: Said) -> None:
        super().__init__(typed)
        self.said = said
        self.ask()
        self.initial = self.said_before()
        named = str(self.data.get("both", "")).split()
        self.meanwhile = {name: said.answer(name) for name in self.columns if name in named}

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.fields)

    def ask(self) -> None:
        """Add or fill fields that depend on the person."""

    def said_before(self) -> dict[str, Any]:
        return {name: self.said.answer(name) for name in self.fields}

    def answers(self) -> dict[str, Any]:
        """What to keep, by column."""
        return {name: self.cleaned_data[name] for name in self.fields}

    def kept(self) -> dict[str, Any]:
        """The answers, without those that the person leaves as they are saved."""
        return {name: answer for name, answer in self.answers().items() if name not in self._left}

    @property
    def _left(self) -> set[str]:
        left = {"keep": {"wording"}, "theirs": set(self.meanwhile)}
        return left.get(str(self.data.get("action")), set())

    def full_clean(self) -> None:
        """What is left as it is saved is not read, whatever its box holds."""
        boxes = [self.fields[name] for name in self._left & self.fields.keys()]
        for box in boxes:
            box.disabled = True
        super().full_clean()
        for box in boxes:
            box.disabled = False

    @property
    def seen(self) -> dict[str, str] | None:
        """The fingerprint of each answer that the person's page had shown."""
        return read_marks(str(self.data["shown"])) if "shown" in self.data else None

    @property
    def shown(self) -> str:
        """The fingerprint of each answer that the person sees now, to be sent along."""
        seen = self.seen
        if seen is None:
            seen = fingerprints({name: self.said.answer(name) for name in self.columns})
        return marks_as_text(seen | fingerprints(self.meanwhile))

    def both(self) -> list[Row]:
        """Each question that was answered here and elsewhere, with the answer from elsewhere in words."""
        return [(self.question(name), self.in_words(name, answer)) for name, answer in self.meanwhile.items()]

    def question(self, column: str) -> str | Promise:
        return self.fields[column].label or ""

    def in_words(self, column: str, answer: Any) -> str:
        return answer_in_words(column, answer)

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
