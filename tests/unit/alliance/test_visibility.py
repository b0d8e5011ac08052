"""Who reads what a person writes."""

from __future__ import annotations

from goalward.alliance import Audience
from goalward.messages import in_english


def test_for_now_what_ana_writes_is_for_her_alone() -> None:
    assert list(Audience) == ["only_me"]


def test_every_audience_says_who_will_read_before_one_writes() -> None:
    for audience in Audience:
        assert in_english(audience.label)
        assert in_english(audience.who_can_see).endswith(".")


def test_only_me_is_named_plainly() -> None:
    assert in_english(Audience.ONLY_ME.label) == "Only me"
    assert "Only you can see this." in in_english(Audience.ONLY_ME.who_can_see)
