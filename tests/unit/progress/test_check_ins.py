from __future__ import annotations

import pytest

from goalward.messages import in_english
from goalward.progress import may_check_in


@pytest.mark.parametrize(("ratings", "notes"), [(1, 0), (0, 1), (3, 3)])
def test_one_rating_or_one_note_is_enough_for_a_check_in(ratings, notes):
    assert may_check_in(ratings=ratings, notes=notes)


def test_when_everything_was_skipped_there_is_nothing_to_keep_and_that_is_fine():
    decision = may_check_in(ratings=0, notes=0)

    assert not decision
    assert "nothing to save yet, and that is fine" in in_english(decision.reason)
