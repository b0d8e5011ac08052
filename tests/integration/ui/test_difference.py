"""A rewording says what it took out and what it put in."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from goalward.web.ui.difference import Change, Passage, difference

WORDS = st.text(st.sampled_from("ab \n\t"), max_size=30)


def joined(passages: list[Passage], *changes: Change) -> str:
    return "".join(passage.space + passage.words for passage in passages if passage.change in changes)


def test_words_put_in_stand_out_without_the_space_before_them() -> None:
    assert difference("I want to walk", "I want to walk with Sam") == [
        (Change.KEPT, "", "I want to walk"),
        (Change.PUT_IN, " ", "with Sam"),
    ]


def test_a_word_in_the_middle_is_taken_out_before_another_is_put_in() -> None:
    assert difference("walk on Mondays at six", "walk on Fridays at six") == [
        (Change.KEPT, "", "walk on"),
        (Change.TAKEN_OUT, " ", "Mondays"),
        (Change.PUT_IN, " ", "Fridays"),
        (Change.KEPT, " ", "at six"),
    ]


def test_the_same_text_is_one_passage() -> None:
    assert difference("Sleep", "Sleep") == [(Change.KEPT, "", "Sleep")]


def test_nothing_and_nothing_differ_in_nothing() -> None:
    assert difference("", "") == []


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back_to_the_letter(before: str, after: str) -> None:
    passages = difference(before, after)
    assert joined(passages, Change.KEPT, Change.PUT_IN) == after
    assert joined(passages, Change.TAKEN_OUT, Change.KEPT) == before


def test_ten_thousand_words_are_compared_in_no_time() -> None:
    before, after = "walk " * 10_000 + "home", "run " * 10_000
    begun = time.perf_counter()
    assert [passage.change for passage in difference(before, after)] == [Change.TAKEN_OUT, Change.PUT_IN]
    assert time.perf_counter() - begun < 1
