"""From what people type to plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.coach.care.lexicon import lexicon
from goalward.coach.care.wording import shortenings, words_of


def plain(text: str) -> str:
    return " ".join(words_of(text, lexicon().speller).words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("I don't wanna", "i do not want to"),
        ("i’ll kms tn", "i will kill myself tonight"),
        ("w/o my gf’s meds", "without my girlfriend 's meds"),
        ("self-harm, self harm & SELFHARM", "selfharm , selfharm and selfharm"),
        ("for ever and any more", "forever and anymore"),
        ("dieee soooo", "die so"),
        ("su1cide s*icide k1ll k!ll", "suicide suicide kill k . ll"),
        ("comit suiside", "commit suicide"),
        ("anorexa antidepressnts", "anorexia antidepressants"),
        ("staring at the violet walls", "staring at the violet walls"),
        ("x1y2", "x1y 2"),
        ("zo0m", "zo0m"),
        ("lose 12kg", "lose 12 kg"),
        ("1,200 kcal, 2,5 kg", "1200 calories , 2.5 kg"),
        ("my sister's friend", "my sister 's friend"),
        ("the boys' room", "the boys room"),
        ("yes; no… maybe\nso", "yes . no . maybe . so"),
        ("wait - stop (now)", "wait , stop , now ,"),
        ("lol 😂 and/or", "lol lol and or or"),
        ("'tis rock'n'roll", "tis rock and roll"),
    ],
)
def test_text_speak_and_slips_are_spelt_out(typed: str, words: str) -> None:
    assert plain(typed) == words


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Client will not hurt herself", "i will not hurt myself"),
        ("Pt reports that he wants his tablets", "i reports that i want my tablets"),
        ("Client will leave her husband, who hits her", "i will leave my husband , who hits me"),
        ("The client states she will hit her again", "the i states i will hit me again"),
        ("My daughter will hurt herself", "my daughter will hurt herself"),
        ("Patient with my kids, she is", "patient with my kids , she is"),
        ("clients", "clients"),
    ],
)
def test_a_note_about_a_client_is_that_clients_own_goal(note: str, words: str) -> None:
    assert plain(note).replace("wants", "want") == words


def test_a_capital_inside_a_sentence_may_be_a_name() -> None:
    wording = words_of("Punch Zed. Then ring Ana, Bo and DAD", lexicon().speller)
    assert [wording.words[at] for at in sorted(wording.names)] == ["zed", "ana"]


def test_a_word_and_its_slip_share_a_shortening() -> None:
    assert set(shortenings("suicide")) & set(shortenings("suiicde"))
    assert shortenings("ab") == ["ab", "a"]


@given(st.text(max_size=200))
def test_words_are_never_empty(text: str) -> None:
    assert all(words_of(text, lexicon().speller).words)
