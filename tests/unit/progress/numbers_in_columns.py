"""A column of numbers that answers to what numpy's arrays answer to, one element at a time: the naive twin."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from math import isnan

SIZES = {"int8": 1, "int16": 2, "uint8": 1, "float64": 8, "bool": 1}
KINDS = {"int8": "i", "int16": "i", "uint8": "u", "float64": "f", "bool": "b"}


@dataclass(frozen=True)
class Kind:
    name: str

    @property
    def kind(self):
        return KINDS[self.name]

    @property
    def itemsize(self):
        return SIZES[self.name]

    def __str__(self):
        return self.name


class Column:
    def __init__(self, values, kind="float64", shape=None):
        self.values, self.dtype = list(values), Kind(kind)
        self.shape = shape or (len(self.values),)

    def __len__(self):
        return len(self.values)

    def __getitem__(self, part):
        return Column(self.values[part], self.dtype.name)

    def __setitem__(self, part, other):
        self.values[part] = other.values

    def min(self):
        return min(self.values, key=lambda value: (not isnan(value), value))  # as numpy does, NaN comes first

    def max(self):
        return max(self.values, key=lambda value: (isnan(value), value))

    def view(self, kind):
        """Sees the same memory: what is changed through the view is changed here."""
        seen = Column([], kind)
        seen.values, seen.shape = self.values, self.shape
        self.values[:] = [int(value) for value in self.values]
        return seen

    def _each(self, how, other, kind=None):
        others = other.values if isinstance(other, Column) else [other] * len(self)
        return Column(map(how, self.values, others), kind or self.dtype.name)

    def _in_place(self, how, other):
        self.values[:] = self._each(how, other).values
        return self

    def __sub__(self, other):
        return self._each(operator.sub, other)

    def __isub__(self, other):
        return self._in_place(operator.sub, other)

    def __iadd__(self, other):
        return self._in_place(operator.add, other)

    def __imul__(self, other):
        return self._in_place(operator.mul, other)

    def __ixor__(self, other):
        return self._in_place(operator.xor, other)

    def __ge__(self, other):
        return self._each(operator.ge, other, "bool")

    def __gt__(self, other):
        return self._each(operator.gt, other, "bool")

    def __le__(self, other):
        return self._each(operator.le, other, "bool")

    def __lt__(self, other):
        return self._each(operator.lt, other, "bool")

    def __ne__(self, other):
        return self._each(operator.ne, other, "bool")
