"""Harm that the lists have no phrase for, weighed by its words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weights.goals import digest, meaning_of
from tests.weights.learning import learned

from goalward.coach.care import Care, CareKind, CareStance, hear_care, read_care
from goalward.coach.care import weighing as scales
from goalward.coach.care.weighing import MEANINGS, MOST_WORDS, features, shares, weighed, weights

TOWARD = Care(CareKind.EATING, CareStance.TOWARD_HARM)
ABUSE = Care(CareKind.HARMED_BY_OTHERS, CareStance.HARMED_BY_OTHERS)


@pytest.fixture
def weighs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two words that weigh all, so that a test does not hang on what was learned."""
    eating, abuse = (["0"] * len(MEANINGS) for _ in range(2))
    eating[MEANINGS.index(CareKind.EATING)] = "140"
    abuse[MEANINGS.index(CareKind.HARMED_BY_OTHERS)] = "140"
    ordinary = ["20", *["0"] * (len(MEANINGS) - 1)]
    made_up = {"*": " ".join(ordinary), "starve": " ".join(eating), "bruise": " ".join(abuse)}
    made_up["zorble"] = made_up["starve"]  # known to no list
    monkeypatch.setattr(scales, "weights", lambda: made_up)


def test_words_and_pairs_of_neighbours_are_weighed_once_each() -> None:
    assert list(features(["cut", "and", "cut"])) == ["cut", "and", "^ cut", "cut and", "and cut", "cut $"]


@pytest.mark.usefixtures("weighs")
def test_what_no_word_weighs_is_most_likely_ordinary() -> None:
    found = shares(["walk"])
    assert max(found) == found[0]
    assert found[1:] == pytest.approx([found[1]] * (len(MEANINGS) - 1))


@pytest.mark.usefixtures("weighs")
@pytest.mark.parametrize(
    ("words", "care"),
    [
        ("please starve me", TOWARD),
        ("please bruise me", ABUSE),
        ("starve to 60 kg", None),  # figures are no matter of words
        ("please walk home", None),
        ("starve me", None),  # a scrap
        ("starve " * (MOST_WORDS + 1), None),  # a diary
    ],
)
def test_plain_weight_asks_for_care(words: str, care: Care | None) -> None:
    assert weighed(words.split()) == care


@pytest.mark.usefixtures("weighs")
def test_what_the_lists_hear_is_not_weighed_again() -> None:
    said = read_care("visit my sister, who used to starve herself")
    assert said is not None
    assert said.stance is CareStance.MENTION


@pytest.mark.usefixtures("weighs")
def test_a_note_in_a_diary_is_not_weighed() -> None:
    assert read_care("please zorble me") == TOWARD
    assert hear_care("please zorble me") is None


@given(st.lists(st.sampled_from(sorted(word for word in weights() if " " not in word)), max_size=12))
def test_shares_add_up_to_one_whatever_is_said(words: list[str]) -> None:
    found = shares(words)
    assert sum(found) == pytest.approx(1)
    assert all(0 <= each <= 1 for each in found)


def test_a_word_that_nobody_knows_changes_little() -> None:
    assert read_care("zzyzx") is None


def test_the_weights_are_those_of_the_goals_in_the_repository() -> None:
    """When this fails, goals were added: run ``make weights``."""
    head = Path(scales.__file__).with_name("weights.tsv").read_text("utf-8").partition("\n")[0]
    assert f"digest {digest()}" in head


def test_learning_finds_the_words_that_tell_meanings_apart() -> None:
    texts: list[tuple[Sequence[str], int]] = [
        (("walk", "the", "dog"), 0),
        (("feed", "the", "dog"), 0),
        (("starve", "the", "body"), 3),
        (("starve", "my", "body"), 3),
        (("body", "walk"), 0),
    ]
    weighed = learned(texts)
    assert weighed["starve"][3] > 0 > weighed["starve"][0]
    assert weighed["dog"][0] > 0
    assert "my" not in weighed  # met once: that may be chance


@pytest.mark.parametrize(
    ("care", "meaning"),
    [
        (None, "ordinary"),
        ({"kind": "eating", "stance": "toward_harm"}, CareKind.EATING),
        ({"kind": "harmed_by_others", "stance": "harmed_by_others"}, CareKind.HARMED_BY_OTHERS),
        ({"kind": "eating", "stance": "away_from_harm"}, "other care"),
    ],
)
def test_what_a_label_means_for_the_weighing(care: dict[str, str] | None, meaning: str) -> None:
    assert MEANINGS[meaning_of(care)] == meaning
