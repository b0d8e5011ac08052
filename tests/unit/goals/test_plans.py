"""If-then plans, confidence, whose goal it is, and the date of the next look."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.goals import IfThenPlan, Ownership, check_review_date, needs_easing, review_default
from goalward.messages import in_english

TODAY = date(2026, 11, 22)
days = st.dates(date(1900, 1, 1), date(2990, 1, 1))


def test_a_plan_reads_as_one_sentence() -> None:
    plan = IfThenPlan("it rains on Tuesday", "walk in the mall with Sam")
    assert in_english(plan.sentence) == "If it rains on Tuesday, then I will walk in the mall with Sam."


@pytest.mark.parametrize(
    ("when", "then"),
    [
        ("If I feel tired", "I will rest first."),
        ("when I feel tired.", "then I will rest first"),
        (" Whenever I feel tired, ", " I’ll rest first ; "),
        ("I feel tired", "then rest first"),
    ],
)
def test_words_that_the_sentence_says_already_are_not_said_twice(when: str, then: str) -> None:
    assert in_english(IfThenPlan(when, then).sentence) == "If I feel tired, then I will rest first."


def test_a_word_that_only_begins_like_if_or_then_stays() -> None:
    plan = IfThenPlan("iffy weather comes", "thenceforth stay in")
    assert in_english(plan.sentence) == "If iffy weather comes, then I will thenceforth stay in."


@given(when=st.text(max_size=30), then=st.text(max_size=30))
def test_a_plan_keeps_its_words_as_typed_and_its_sentence_adds_none_of_its_own(when: str, then: str) -> None:
    plan = IfThenPlan(when, then)
    assert (plan.when, plan.then) == (when, then)
    assert str(plan.sentence.params["when"]) in when
    assert str(plan.sentence.params["then"]) in then


@pytest.mark.parametrize(("confidence", "asks"), [(0, True), (6, True), (7, False), (10, False), (None, False)])
def test_below_seven_we_ask_what_would_make_it_easier(confidence: int | None, asks: bool) -> None:
    assert needs_easing(confidence) is asks


def test_whose_goal_is_this_has_four_answers() -> None:
    assert len({in_english(owner.label) for owner in Ownership}) == 4


def test_a_goal_of_someone_elses_is_kept_and_met_with_a_question() -> None:
    for owner in (Ownership.SOMEONE_ELSES, Ownership.NOT_SURE):
        assert owner.follow_up is not None
        assert in_english(owner.follow_up).startswith("You can keep it as it is.")
        assert in_english(owner.follow_up).endswith("?")


def test_a_goal_of_my_own_raises_no_question() -> None:
    assert Ownership.MINE.follow_up is Ownership.MINE_AND_OTHERS.follow_up is None


def test_the_page_offers_a_review_in_four_weeks() -> None:
    assert review_default(TODAY) == date(2026, 12, 20)


@given(days)
def test_the_offered_date_is_always_allowed_and_the_same_weekday(today: date) -> None:
    assert check_review_date(review_default(today), today)
    assert review_default(today).weekday() == today.weekday()


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (TODAY, None),
        (TODAY - timedelta(days=1), "gone by"),
        (date(2031, 11, 22), None),
        (date(2031, 11, 23), "within the next 5 years"),
        (date.max, "within the next 5 years"),
    ],
)
def test_a_review_date_is_from_today_to_five_years_on(on: date, says: str | None) -> None:
    reason = check_review_date(on, TODAY).reason
    assert (reason is None) == (says is None)
    assert reason is None or str(says) in in_english(reason)


def test_a_leap_day_has_a_day_five_years_on() -> None:
    leap = date(2028, 2, 29)
    assert check_review_date(date(2033, 2, 28), leap)
    assert not check_review_date(date(2033, 3, 1), leap)


@given(days, days)
def test_a_date_is_refused_when_it_is_past_or_further_than_five_years(on: date, today: date) -> None:
    allowed = check_review_date(on, today).allowed
    assert allowed or on < today or (on - today).days > 5 * 365
    assert not (allowed and (on - today).days > 5 * 366)
