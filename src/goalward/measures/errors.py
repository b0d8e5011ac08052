"""What can be wrong with a measure or its answers, each with a name and a sentence that says what is allowed."""

from __future__ import annotations

from goalward.messages import Message, in_english

__all__ = [
    "AnswerError",
    "AnswersShapeError",
    "ChangedWordsError",
    "ColumnsError",
    "DuplicateItemError",
    "FixedWordsError",
    "MeasureError",
    "MissingItemError",
    "NoKeyError",
    "NoWordsError",
    "NotANumberError",
    "NotConfirmedError",
    "OtherItemsError",
    "OutOfRangeError",
    "UnknownItemError",
    "UnknownMeasureError",
    "UnknownScaleError",
    "WrongVersionError",
]


class MeasureError(ValueError):
    """A measure cannot be used like this. ``reason`` is the message that says why."""

    def __init__(self, message_id: str, **params: object) -> None:
        self.reason = Message(f"measures.{message_id}", params)
        super().__init__(in_english(self.reason))


class UnknownMeasureError(MeasureError):
    """No measure has this id."""


class UnknownScaleError(MeasureError):
    """The measure has no such score."""


class NotConfirmedError(MeasureError):
    """The measure's licence asks for a word from the caller first."""


class NoKeyError(MeasureError):
    """The scoring key is the licence holder's to give."""


class NoWordsError(MeasureError):
    """The measure is a scaffold: its text has to be filled in before anyone can answer it."""


class ChangedWordsError(MeasureError):
    """The words in the file are not the checked ones: a changed word is a changed instrument."""


class FixedWordsError(MeasureError):
    """A measure that has its words keeps them."""


class OtherItemsError(MeasureError):
    """Words that were filled in belong to other items or answers than the measure's."""


class WrongVersionError(MeasureError):
    """The answers were given to another version of the measure."""


class AnswersShapeError(MeasureError):
    """The answers are no pairs of item and value."""


class ColumnsError(MeasureError):
    """The columns are no whole numbers, or nobody can say which item each holds."""


class AnswerError(MeasureError):
    """One answer cannot be used. ``item`` is its id."""

    def __init__(self, message_id: str, item: str, **params: object) -> None:
        super().__init__(message_id, item=item, **params)
        self.item = item


class UnknownItemError(AnswerError):
    """The measure has no such item."""


class DuplicateItemError(AnswerError):
    """An item has two answers."""


class MissingItemError(AnswerError):
    """An item is not mentioned. "Not answered" is an answer of its own: None."""


class NotANumberError(AnswerError):
    """A text, a truth value or NaN where a number is needed."""


class OutOfRangeError(AnswerError):
    """A number that the item does not offer."""
