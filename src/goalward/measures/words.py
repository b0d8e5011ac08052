"""The words that an operator fills in: what each item needs, and how a page tells that they are others by now."""

from __future__ import annotations

from collections.abc import Iterable

from goalward.measures.errors import OtherItemsError
from goalward.measures.measure import Measure
from goalward.measures.questionnaire import Item, words_sha256

__all__ = ["require_words", "words_version"]

SHOWN = 8  # hex digits of the sum: enough to tell one text of a measure from the next


def words_version(measure: Measure) -> str:
    """The version and the start of the sum over the words, as "1.0.0+3fa9c2d1": another text is another version."""
    return f"{measure.version}+{words_sha256(measure.instructions, measure.items)[:SHOWN]}"


def require_words(name: str, instructions: object, items: Iterable[Item]) -> None:
    """Raises OtherItemsError that says which item lacks what. name: the measure's."""
    if not _may_stand(instructions):
        raise OtherItemsError("words_instructions", name=name)
    for item in items:
        if lacking := _lacking(item):
            raise OtherItemsError(f"words_{lacking}", name=name, item=item.id)


def _lacking(item: Item) -> str:
    """What an item still needs; empty where it has its words."""
    if not _may_stand(item.stem):
        return "stem"
    if not _is_said(item.text):
        return "item"
    if not _tell_apart(item):
        return "options"
    ends = item.low_words, item.high_words
    return "" if ends == (None, None) or all(map(_is_said, ends)) else "ends"


def _tell_apart(item: Item) -> bool:
    """Each answer has words of its own; one that says "does not apply" may leave them to the page."""
    texts = [option.text for option in item.options if option.text is not None or option.value is not None]
    return all(map(_is_said, texts)) and len({str(text).strip() for text in texts}) == len(texts)


def _may_stand(text: object) -> bool:
    return text is None or _is_said(text)


def _is_said(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip())
