from __future__ import annotations

from datetime import date, timedelta

import pytest

from goalward.messages import in_english
from goalward.progress import may_note_event

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("days_ago", [0, 1, 30_000])
def test_what_happened_today_or_earlier_can_be_noted(days_ago):
    assert may_note_event(TODAY - timedelta(days=days_ago), today=TODAY)


def test_a_day_to_come_cannot_and_what_to_do_is_said():
    decision = may_note_event(TODAY + timedelta(days=1), today=TODAY)

    assert not decision
    assert in_english(decision.reason) == "That day has not come yet. Choose today or an earlier day."
