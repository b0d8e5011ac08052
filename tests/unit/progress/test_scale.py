from __future__ import annotations

import pytest

from goalward.progress import Scale, ScaleError, attainment_scale, rating_scale


def test_the_goal_rating_goes_from_0_to_10_with_worded_ends():
    scale = rating_scale()
    assert (scale.lowest, scale.highest) == (0, 10)
    assert (scale.lowest_words, scale.highest_words) == ("not there yet", "fully there")


def test_the_five_attainment_levels_each_have_words():
    scale = attainment_scale()
    assert [scale.words(level) for level in (-2, -1, 0, 1, 2)] == [
        "much less than expected",
        "a little less than expected",
        "as expected",
        "a little more than expected",
        "much more than expected",
    ]
    assert (scale.lowest_words, scale.highest_words) == (scale.words(-2), scale.words(2))


def test_pages_can_say_the_scales_in_another_language():
    assert attainment_scale(lambda message: message.id.upper()).words(2) == "PROGRESS.ATTAINMENT_2"
    assert rating_scale(lambda message: message.id.upper()).highest_words == "PROGRESS.RATING_HIGHEST"


def test_ana_names_the_levels_in_her_own_words():
    levels = ("I stay in", "I walk alone", "I walk with Sam", "I walk with Sam twice", "I lead the walk")
    assert Scale(-2, 2, levels[0], levels[-1], levels).words(1) == "I walk with Sam twice"


@pytest.mark.parametrize(("value", "written"), [(-2, "−2"), (0, "0"), (2, "+2"), (0.5, "+0.5")])
def test_levels_below_and_above_zero_carry_their_sign(value, written):
    assert attainment_scale().number(value) == written


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (6, "6"), (10, "10"), (6.5, "6.5")])
def test_a_rating_carries_no_sign_and_is_its_own_word(value, written):
    assert rating_scale().number(value) == rating_scale().words(value) == written


def test_a_value_between_two_levels_is_said_as_a_number():
    assert attainment_scale().words(0.5) == "+0.5"


@pytest.mark.parametrize(("value", "inside"), [(0, True), (10, True), (-1, False), (11, False), (float("nan"), False)])
def test_a_scale_knows_which_values_are_on_it(value, inside):
    assert (value in rating_scale()) is inside


@pytest.mark.parametrize("highest", [0, -1])
def test_a_scale_without_room_is_refused(highest):
    with pytest.raises(ScaleError, match="ends above where it starts"):
        Scale(0, highest, "none", "all")


def test_a_scale_with_too_few_words_is_refused():
    with pytest.raises(ScaleError, match="5 levels needs 5 wordings, not 2"):
        Scale(-2, 2, "less", "more", ("less", "more"))
