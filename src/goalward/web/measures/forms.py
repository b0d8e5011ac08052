"""Choosing a measure and a rhythm; answering its questions in the words that they were made in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from goalward.measures import NOT_APPLICABLE, Answer, Item, Measure, Option
from goalward.progress import Rhythm
from goalward.web.ui.fields import ChoiceTilesField, OnceField, ScaleField, Text
from goalward.web.ui.say import say, say_later
from goalward.web.ui.templatetags.ui import makers_words
from goalward.web.ui.widgets import DECLINED

SKIP = _("Skip this one")
RHYTHMS = [(rhythm.value, say_later(rhythm.label)) for rhythm in Rhythm]


class RhythmForm(forms.Form):
    rhythm = ChoiceTilesField(
        label=_("How often?"),
        choices=RHYTHMS,
        required=True,
        why=_("A score now and then shows more than a single one. You can change this at any time."),
        seen_by="",
    )

    @property
    def chosen(self) -> Rhythm:
        return Rhythm(self.cleaned_data["rhythm"])


class ChooseForm(RhythmForm):
    """``measures``: those to choose from."""

    once = OnceField()

    def __init__(self, measures: Iterable[Measure], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"rhythm": Rhythm.TWO_WEEKS.value})
        self.measures = {each.id: each for each in measures}
        self.fields["measure"] = ChoiceTilesField(
            label=_("What would you like to look at?"),
            choices=[(each.id, say(each.about)) for each in self.measures.values()],
            details={each.id: length_of(each) for each in self.measures.values()},
            required=True,
            seen_by="",
        )

    @property
    def measure(self) -> Measure:
        return self.measures[self.cleaned_data["measure"]]


def length_of(measure: Measure) -> str:
    """Its short name, and how many questions it has."""
    count = len(measure.items)
    questions = ngettext("%(count)s question", "%(count)s questions", count) % {"count": count}
    return f"{measure.name} · {questions}"


class Question(NamedTuple):
    """One item, with the words that stand before it; ``is_new`` where they were not just said."""

    stem: str
    is_new: bool
    bound: BoundField


class AnswersForm(forms.Form):
    """Some of a measure's items, each under its id, filled with what was answered before.

    may_decline: each offers to be skipped; where one item has the page to itself, a button does that.
    """

    def __init__(
        self,
        items: Iterable[Item],
        data: Mapping[str, Any] | None = None,
        *,
        before: Mapping[str, Answer],
        may_decline: bool,
    ) -> None:
        super().__init__(data, initial={item_id: as_choice(answer) for item_id, answer in before.items()})
        self.items = tuple(items)
        for item in self.items:
            self.fields[item.id] = item_field(item, SKIP if may_decline else "")

    @property
    def questions(self) -> list[Question]:
        before = [None, *(item.stem for item in self.items)]
        return [
            Question(item.stem or "", item.stem is not None and item.stem != said, self[item.id])
            for said, item in zip(before, self.items, strict=False)
        ]

    def answers(self) -> dict[str, Answer]:
        """What was chosen. A question that was left untouched is not among them: another tab may have answered it."""
        return {item.id: as_answer(self.cleaned_data[item.id]) for item in self.items if self.data.get(item.id)}


def item_field(item: Item, decline: Any) -> forms.Field:
    label = makers_words(item.text or item.id)
    if not item.options:
        low, high = (makers_words(words) if words else "" for words in (item.low_words, item.high_words))
        return ScaleField(label=label, low=low, high=high, decline=decline, seen_by="")
    choices = [(as_choice(value_of(option)), words_of(option)) for option in item.options]
    return ChoiceTilesField(label=label, choices=choices + ([(DECLINED, decline)] if decline else []), seen_by="")


def value_of(option: Option) -> Answer:
    return NOT_APPLICABLE if option.value is None else option.value


def words_of(option: Option) -> Text:
    """The makers' words for an answer; a scaffold may have none for the one that says that it does not apply."""
    if option.text:
        return makers_words(option.text)
    return _("Does not apply to me") if option.value is None else str(option.value)


def as_choice(answer: Answer) -> str:
    """An answer as its control names it: whole numbers as such, "" for none."""
    if answer is None:
        return ""
    return answer if isinstance(answer, str) else f"{answer:g}"


def as_answer(given: Any) -> Answer:
    if given in (None, "", DECLINED):
        return None
    return given if given == NOT_APPLICABLE else int(given)
