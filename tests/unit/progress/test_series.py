from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from goalward.progress import Rating, segments

MONDAY = date(2026, 11, 2)
RATINGS = st.lists(
    st.builds(
        Rating,
        on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        value=st.none() | st.integers(0, 10),
        version=st.integers(1, 4),
    )
)


def rating(week: int, value: int | None, version: int = 1) -> Rating:
    return Rating(MONDAY + timedelta(weeks=week), value, version)


def test_a_goal_that_ana_never_rated_has_no_segment():
    assert segments([]) == ()


def test_a_reworded_goal_starts_a_new_segment():
    first, second = segments([rating(0, 3), rating(1, 4), rating(2, 2, version=2)])
    assert (first.version, first.values) == (1, (3, 4))
    assert (second.version, second.values) == (2, (2,))


def test_a_segment_knows_when_it_starts_and_ends():
    (segment,) = segments([rating(0, 3), rating(4, 6)])
    assert (segment.starts_on, segment.ends_on) == (MONDAY, MONDAY + timedelta(weeks=4))


def test_a_skipped_rating_stays_in_the_segment_and_has_no_value():
    (segment,) = segments([rating(0, 3), rating(1, None), rating(2, 0)])
    assert len(segment.ratings) == 3
    assert segment.values == (3, 0)


def test_two_wordings_rated_on_one_day_stay_apart():
    first, second = segments([rating(0, 7, version=2), rating(0, 3, version=1)])
    assert (first.values, second.values) == ((3,), (7,))


def test_versions_that_nobody_rated_leave_no_empty_segment():
    assert [segment.version for segment in segments([rating(0, 3), rating(1, 4, version=5)])] == [1, 5]


@given(RATINGS)
def test_segments_keep_every_rating_and_lose_none(ratings):
    kept = [one for segment in segments(ratings) for one in segment.ratings]
    assert sorted(map(repr, kept)) == sorted(map(repr, ratings))


@given(RATINGS)
def test_each_wording_has_one_segment_in_time_order(ratings):
    parts = segments(ratings)
    assert all(earlier.version < later.version for earlier, later in pairwise(parts))
    for part in parts:
        assert {one.version for one in part.ratings} == {part.version}
        assert all(earlier.on <= later.on for earlier, later in pairwise(part.ratings))


@given(RATINGS, st.randoms())
def test_the_order_in_which_ratings_arrive_does_not_matter(ratings, random):
    one_a_day = list({(one.version, one.on): one for one in ratings}.values())
    shuffled = random.sample(one_a_day, len(one_a_day))
    assert segments(shuffled) == segments(one_a_day)
