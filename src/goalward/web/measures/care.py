"""Help beside whatever page comes next, where an answer asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from goalward.measures import Answer, Measure, RiskAnswer, raised_risks
from goalward.web.accounts.models import Person
from goalward.web.measures.models import Administration
from goalward.web.measures.queries import Planned
from goalward.web.safety.panel import answer_panel

__all__ = ["care_for_answers", "care_for_open"]

Panel = dict[str, Any] | None


def care_for_answers(
    person: Person, measure: Measure, answers: Mapping[str, Answer], *, is_past: bool = False
) -> Panel:
    """The panel, or a quiet line where the measure asks for no more. is_past: they were given on an earlier day."""
    return _panel(person, raised_risks(measure, answers), is_past=is_past)


def care_for_open(person: Person, sittings: Iterable[tuple[Planned, Administration | None]]) -> Panel:
    """For what was begun and not finished: the help stays in sight wherever someone goes from there."""
    raised = [
        risk
        for planned, open_one in sittings
        if open_one and planned.measure
        for risk in raised_risks(planned.measure, open_one.answers)
    ]
    return _panel(person, raised)


def _panel(person: Person, raised: Sequence[RiskAnswer], *, is_past: bool = False) -> Panel:
    return answer_panel(soft=is_past or all(risk.soft for risk in raised), person=person) if raised else None
