from __future__ import annotations

import pytest

from goalward.messages import in_english
from goalward.progress import baseline_points_needed, may_show_statistic


@pytest.mark.parametrize("statistic", baseline_points_needed())
def test_a_statistic_is_hidden_until_there_is_enough_of_a_baseline(statistic):
    needed = baseline_points_needed()[statistic]
    assert 3 <= needed <= 5
    assert may_show_statistic(statistic, baseline_points=needed)
    assert not may_show_statistic(statistic, baseline_points=needed - 1)


def test_the_reason_says_how_many_are_needed():
    reason = may_show_statistic("tau_bc", baseline_points=2).reason
    assert in_english(reason) == "This needs at least 5 ratings from before. So far it has 2."


def test_a_statistic_that_nobody_knows_is_no_statistic():
    with pytest.raises(KeyError, match="mood"):
        may_show_statistic("mood", baseline_points=9)
