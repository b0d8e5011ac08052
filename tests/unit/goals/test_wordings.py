"""New wordings: why, what changed, and two changes at once."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goalward.goals import Piece, PieceKind, RevisionReason, is_stale, may_begin, wording_difference
from goalward.messages import in_english

SAME, REMOVED, ADDED = PieceKind
wordings = st.text() | st.text(alphabet="ab \n\t", max_size=40)


def joined(pieces: tuple[Piece, ...], *kinds: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


def test_every_reason_and_every_kind_of_piece_has_its_own_words() -> None:
    for choices in (RevisionReason, PieceKind):
        assert len({in_english(choice.label) for choice in choices}) == len(choices)


def test_a_goal_begins_with_any_words_and_not_without() -> None:
    assert may_begin("better")
    assert not may_begin("")
    refusal = may_begin(" \n")
    assert refusal.reason
    assert in_english(refusal.reason) == "Write your goal in a few words first. They can be rough."


def test_ana_sees_which_words_she_added() -> None:
    assert wording_difference("I walk", "I walk daily") == (Piece(SAME, "I walk"), Piece(ADDED, " daily"))


def test_ana_sees_which_words_she_exchanged() -> None:
    assert wording_difference("Walk with Sam on Monday", "Walk alone on Monday") == (
        Piece(SAME, "Walk "),
        Piece(REMOVED, "with Sam"),
        Piece(ADDED, "alone"),
        Piece(SAME, " on Monday"),
    )


def test_words_are_matched_again_after_a_change_in_the_middle() -> None:
    difference = wording_difference("a call Sam b visit Kim c", "x call Sam y visit Kim z")
    assert joined(difference, SAME).split() == ["call", "Sam", "visit", "Kim"]


def test_a_space_alone_is_no_likeness() -> None:
    assert joined(wording_difference("one two three", "four five six"), SAME).strip() == ""


def test_nothing_changed_is_one_piece_and_nothing_at_all_is_none() -> None:
    assert wording_difference("Walk", "Walk") == (Piece(SAME, "Walk"),)
    assert wording_difference("", "") == ()


@given(before=wordings, after=wordings)
@example(before="a a", after="a")
@example(before=" a", after="a ")
def test_the_pieces_give_back_both_wordings_exactly(before: str, after: str) -> None:
    pieces = wording_difference(before, after)
    assert joined(pieces, SAME, REMOVED) == before
    assert joined(pieces, SAME, ADDED) == after
    assert all(piece.text for piece in pieces)


@given(wordings)
def test_a_wording_compared_with_itself_has_nothing_added_or_removed(wording: str) -> None:
    assert joined(wording_difference(wording, wording), REMOVED, ADDED) == ""


@pytest.mark.parametrize("unit", ["a b ", "word", "a "])
def test_ten_thousand_words_are_compared_without_a_wait(unit: str) -> None:
    before, after = "old " + unit * 10_000 + "end", "new " + unit * 9_999 + "finish"
    start = time.perf_counter()
    pieces = wording_difference(before, after)
    assert time.perf_counter() - start < 1
    assert (joined(pieces, SAME, REMOVED), joined(pieces, SAME, ADDED)) == (before, after)


def test_very_long_wordings_keep_what_they_share_at_both_ends() -> None:
    before = "start " + "a b " * 4_000 + "end"
    after = "start " + "c d " * 4_000 + "end"
    assert [piece.kind for piece in wording_difference(before, after)] == [SAME, REMOVED, ADDED, SAME]


@pytest.mark.parametrize(("based_on", "current", "stale"), [(1, 1, False), (1, 2, True), (3, 2, True)])
def test_a_change_based_on_another_version_shows_ana_both(based_on: int, current: int, stale: bool) -> None:
    assert is_stale(based_on, current) is stale
