"""The log in a person's own words."""

from __future__ import annotations

from goalward.exchange import what_happened
from goalward.messages import in_english


def test_what_ana_did_is_told_to_her() -> None:
    assert in_english(what_happened("goal.reworded")) == "You changed the words of a goal."


def test_what_we_have_no_words_for_yet_is_told_all_the_same() -> None:
    assert in_english(what_happened("goal.sung")) == "You changed something in this record."


def test_what_someone_else_did_is_not_told_as_hers() -> None:
    assert in_english(what_happened("goal.reworded", by_you=False)).startswith("Someone else")
