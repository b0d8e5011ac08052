"""What the columns of a table of responses hold. A table that holds something else is refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from goalward.measures.answers import checked, listed
from goalward.measures.errors import ColumnsError, OutOfRangeError
from goalward.measures.measure import Measure
from goalward.measures.questionnaire import Item

__all__ = ["Layout", "layout_of"]

DIMENSIONS = 2  # responses and items


@dataclass(frozen=True, slots=True)
class Layout:
    """Which item each column holds, and the marks for "not answered" and, where an item offers it, "does not apply"."""

    measure: Measure
    items: tuple[Item, ...]
    missing: int
    not_applicable: int

    def places(self, item_ids: Collection[str]) -> list[int]:
        return [place for place, item in enumerate(self.items) if item.id in item_ids]

    def offered(self, item: Item) -> tuple[int, ...]:
        """What stands in its column for an answer; for a line, the whole numbers on it."""
        values = item.values or tuple(range(item.low, item.high + 1))
        return (*values, self.not_applicable) if item.may_not_apply else values

    def require_table(self, responses: Any) -> None:
        dtype = getattr(responses, "dtype", type(responses).__name__)
        if getattr(dtype, "kind", None) != "i":
            raise ColumnsError("columns_type", given=dtype)
        if len(responses.shape) != DIMENSIONS or responses.shape[1] != len(self.items):
            raise ColumnsError(
                "columns_shape", name=self.measure.name, needed=len(self.items), shape=tuple(responses.shape)
            )

    def require_offered(self, columns: Any, is_open: Any, first: int) -> None:
        """first: the row of the table that the columns begin with."""
        for place, item in enumerate(self.items):
            fits = is_open[place].copy()
            for value in self.offered(item):
                fits |= columns[place] == value
            if not fits.all():
                row = int(fits.argmin())
                raise self._out_of_range(item, int(columns[place][row]), first + row)

    def _out_of_range(self, item: Item, given: int, row: int) -> OutOfRangeError:
        allowed = listed(self.offered(item))
        return OutOfRangeError(
            "out_of_range_in_row", item.id, given=given, row=row, allowed=allowed, missing=self.missing
        )


def layout_of(measure: Measure, item_ids: Sequence[str] | None, missing: int, not_applicable: int) -> Layout:
    """item_ids: of the columns; None stands for all scored items as the measure orders them, where it has one order."""
    layout = Layout(measure, _items(measure, item_ids), missing, not_applicable)
    for item in layout.items:
        offered = layout.offered(item)
        if missing in offered or len(set(offered)) < len(offered):
            raise ColumnsError("columns_mark", item=item.id, allowed=listed(layout.offered(item)))
    return layout


def _items(measure: Measure, item_ids: Sequence[str] | None) -> tuple[Item, ...]:
    if item_ids is not None:
        return tuple(measure.item(item_id) for item_id in checked(measure, [(item_id, None) for item_id in item_ids]))
    if measure.orders:
        raise ColumnsError("columns_order", name=measure.name, orders=len(measure.orders))
    return tuple(item for item in measure.items if item.id in measure.scored)
