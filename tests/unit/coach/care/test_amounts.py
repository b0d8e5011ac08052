"""Numbers that make a goal about food, weight or drink a danger."""

from __future__ import annotations

import pytest

from goalward.coach.care import read_care
from goalward.coach.care.amounts import number, singular


@pytest.mark.parametrize(
    "goal",
    [
        "lose 10 kg in 2 weeks",
        "lose 5 lb a week",
        "lose 3kg every week",
        "in one week lose 3 kg",
        "drop 20 pounds in a month",
        "lose a stone by friday",
        "lose 12 kg this month",
        "shed two stone in a fortnight",
        "get to 39 kg",
        "weigh 88 lbs",
        "be under 90 pounds",
        "get down to 6 stone",
        "eat 500 calories a day",
        "under 600 kcal daily",
        "my calories down to 300",
        "restrict to 700 calories",
        "eat 400 calories max",
        "cut down to 500 calories",
        "fast for 3 days",
        "a 48 hour fast",
        "no food for 36 hours",
        "get my bmi to 15",
        "see 34 on the scale",
        "get my weight down to 38",
        "see the scale under 38",
        "get rid of 7 kilos by next weekend",
        "4 kg down a week until i like myself",
        "drop from 60 to 50 kg in three weeks",
        "go from 55kg to 45kg by the end of the month",
        "slim down 12 kg in ten days",
        "three kilos off every single week",
        "lose 12 kg a month",
    ],
)
def test_ana_who_aims_too_low_or_too_fast_needs_care(goal: str) -> None:
    care = read_care(goal)
    assert care is not None
    assert (care.kind, care.stance) == ("eating", "toward_harm")


@pytest.mark.parametrize(
    "goal",
    [
        "lose 2 kg a week",
        "lose 4 lb a week",
        "lose 5 kg by june",
        "lose half a stone in a month",
        "lose 20 lb this year",
        "get to 60 kg",
        "weigh 90 lb more than my dog",
        "deadlift 36 kg",
        "save 50 pounds a week",
        "weigh my suitcase, under 23 kg",
        "eat 1800 calories a day",
        "burn 500 calories a day",
        "cut 300 calories a day",
        "a 300 calorie breakfast every day",
        "eat at least 700 calories at dinner",
        "eat 200 calories of fruit",
        "fast for 16 hours",
        "fast for 3 days for ramadan",
        "run fast for 2 miles",
        "no fast food for 5 days",
        "keep my bmi over 16",
        "raise 400 in 3 days",
        "keep my bag weight under 23 kg",
        "do 3 sets with the weight at 30 reps",
    ],
)
def test_an_ordinary_number_asks_for_no_care(goal: str) -> None:
    assert read_care(goal) is None


def test_ana_who_gains_weight_is_not_warned_of_her_target() -> None:
    assert read_care("gain weight up to 38 kg") is None


@pytest.mark.parametrize(
    "goal",
    [
        "I drink a bottle of vodka a day and quit cold turkey on monday",
        "a litre of gin every night, tomorrow I stop drinking, no doctor",
    ],
)
def test_ana_who_drinks_heavily_must_not_stop_alone(goal: str) -> None:
    care = read_care(goal)
    assert care is not None
    assert (care.kind, care.stance) == ("medicine", "toward_harm")


def test_ana_may_stop_heavy_drinking_with_her_doctor() -> None:
    care = read_care("I drink a bottle of vodka a day and want a medical detox")
    assert care is not None
    assert care.stance == "away_from_harm"


@pytest.mark.parametrize("goal", ["quit drinking on monday", "stop drinking cold turkey, one beer at a time is silly"])
def test_ordinary_drink_may_stop_at_once(goal: str) -> None:
    assert read_care(goal) is None


@pytest.mark.parametrize(
    ("word", "value"), [("a", 1.0), ("one", 1.0), ("2.5", 2.5), ("12", 12.0), ("two", None), ("1.2.3", None)]
)
def test_words_become_numbers(word: str, value: float | None) -> None:
    assert number(word) == value


def test_a_unit_has_no_plural() -> None:
    assert [singular(word) for word in ("weeks", "week")] == ["week", "week"]


@pytest.mark.parametrize(
    "goal",
    [
        "lose 5 kg by walking 3 times a week",
        "lose 10 kg with two runs a week",
        "lose 4 kg and go swimming one day a week",
        "lose 6 kg by june, weighing in weekly",
        "lose 10 kg, first run on monday",
        "lose 10 kg, start next weekend",
        "go from 100 to 95 kg in six weeks",
        "from 60 to 62 kg in a week",
        "check that the luggage scale reads under 23",
        "keep breakfast at most 400 calories",
    ],
)
def test_training_luggage_and_one_meal_are_no_aim_too_low_or_too_fast(goal: str) -> None:
    assert read_care(goal) is None


@pytest.mark.parametrize(
    ("goal", "stance"),
    [
        ("I drink a bottle of rum a day, come off it in the clinic with the nurses", "away_from_harm"),
        ("I drink a bottle of rum a day, from monday I stop", "toward_harm"),
        ("I drink a bottle of rum a day, from monday I stop completely, without the doctor", "toward_harm"),
    ],
)
def test_heavy_drinking_ends_in_good_hands_or_in_danger(goal: str, stance: str) -> None:
    care = read_care(goal)
    assert care is not None
    assert (care.kind, care.stance) == ("medicine", stance)
