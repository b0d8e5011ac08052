"""How far a goal has come: the 0-10 rating and five attainment levels."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.goals import (
    LEVELS,
    AttainmentError,
    AttainmentLevels,
    LevelPart,
    ScaleKind,
    build_levels,
    check_levels,
    level_name,
    rating_word,
)
from goalward.messages import catalogue, in_english

WALK = "Walk with Sam twice a week, for half an hour"
AMOUNTS = ("not at all", "once a week", "twice a week", "three times a week", "every day")

texts = st.text(alphabet="abc AB.12\n", max_size=12)
five_texts = st.lists(texts, min_size=5, max_size=5)


def ids(levels: AttainmentLevels) -> list[tuple[str, object]]:
    return [(message.id.removeprefix("goals."), message.params["level"]) for message in check_levels(levels)]


def levels(*five: str) -> AttainmentLevels:
    return AttainmentLevels(LevelPart.AMOUNT, five)


def test_the_rating_runs_from_0_to_10_and_the_levels_from_minus_2_to_2() -> None:
    assert list(ScaleKind.RATING.values) == list(range(11))
    assert list(ScaleKind.LEVELS.values) == [-2, -1, 0, 1, 2] == list(LEVELS)


def test_the_ends_and_the_middle_of_the_rating_have_words() -> None:
    worded = {rating: rating_word(rating) for rating in range(-1, 12)}
    assert [rating for rating, message in worded.items() if message] == [0, 5, 10]
    assert len({in_english(message) for message in worded.values() if message}) == 3


def test_every_level_has_a_name_in_plain_words_and_0_is_what_i_hope_for() -> None:
    names = [in_english(level_name(level)) for level in LEVELS]
    assert names[2] == "What I hope for"
    assert names[0].startswith("Much less")
    assert names[4].startswith("Much more")
    assert len(set(names)) == 5


@pytest.mark.parametrize("level", [-3, 3, 10])
def test_a_level_outside_the_scale_is_named(level: int) -> None:
    with pytest.raises(AttainmentError, match=f"not {level}"):
        level_name(level)
    with pytest.raises(AttainmentError, match="from -2 to"):
        levels(*"abcde").at(level)


def test_every_choice_of_scale_and_of_part_has_a_label_and_a_hint() -> None:
    for choice in (*ScaleKind, *LevelPart):
        assert in_english(choice.label)
        assert in_english(choice.hint).endswith(".")


def test_ana_changes_one_part_and_every_level_says_the_rest_the_same_way() -> None:
    built = build_levels(WALK, LevelPart.AMOUNT, AMOUNTS)
    assert built.part is LevelPart.AMOUNT
    assert built.at(0) == WALK
    assert built.at(-1) == "Walk with Sam once a week, for half an hour"
    assert built.at(2) == "Walk with Sam every day, for half an hour"
    assert check_levels(built) == ()


def test_a_part_is_found_as_a_whole_word_and_in_any_case() -> None:
    assert build_levels("Read 10 pages, 1 chapter", LevelPart.AMOUNT, ("0", "", "1", "2", "3")).texts == (
        "Read 10 pages, 0 chapter",
        "",
        "Read 10 pages, 1 chapter",
        "Read 10 pages, 2 chapter",
        "Read 10 pages, 3 chapter",
    )
    assert (
        build_levels("Alone on the bus", LevelPart.SUPPORT, ("", "with Sam", "alone", "", "")).at(-1)
        == "with Sam on the bus"
    )


def test_where_the_part_does_not_stand_in_the_hope_each_level_is_what_ana_typed() -> None:
    assert build_levels(
        "Sleep well", LevelPart.TIME, ("4 hours", "5 hours", "six hours", "7 hours", "8 hours")
    ).texts == (
        "4 hours",
        "5 hours",
        "Sleep well",
        "7 hours",
        "8 hours",
    )
    assert build_levels("Sleep well", LevelPart.TIME, ("a", "b", " ", "c", "d")).texts == (
        "a",
        "b",
        "Sleep well",
        "c",
        "d",
    )


def test_a_blank_value_leaves_its_level_blank() -> None:
    assert build_levels(WALK, LevelPart.AMOUNT, ("", " ", "twice a week", "\t", "")).texts == ("", "", WALK, "", "")


def test_words_that_look_like_a_pattern_are_only_words() -> None:
    assert (
        build_levels("Rest (a bit)", LevelPart.AMOUNT, ("", r"\1 (more)", "(a bit)", "", "")).at(-1)
        == r"Rest \1 (more)"
    )


@pytest.mark.parametrize("count", [0, 4, 6])
def test_four_or_six_levels_are_refused(count: int) -> None:
    with pytest.raises(AttainmentError, match=f"five levels, not {count}"):
        build_levels(WALK, LevelPart.AMOUNT, ["x"] * count)
    with pytest.raises(AttainmentError, match=f"five levels, not {count}"):
        AttainmentLevels(LevelPart.AMOUNT, ("x",) * count)


@given(expected=texts, part=st.sampled_from(LevelPart), values=five_texts)
def test_what_the_person_hopes_for_is_never_touched(expected: str, part: LevelPart, values: list[str]) -> None:
    assert build_levels(expected, part, values).at(0) == expected


@given(before=texts, after=texts, values=st.lists(st.text("xyz", min_size=1, max_size=6), min_size=5, max_size=5))
def test_levels_differ_only_in_the_part_that_changes(before: str, after: str, values: list[str]) -> None:
    built = build_levels(f"{before} {values[2]} {after}", LevelPart.AMOUNT, values)
    assert built.texts == tuple(f"{before} {value} {after}" for value in values)


@given(five_texts)
def test_levels_are_ready_exactly_when_all_are_filled_and_different(five: list[str]) -> None:
    plain = [" ".join(text.casefold().split()) for text in five]
    assert (check_levels(levels(*five)) == ()) == (all(plain) and len(set(plain)) == 5)


def test_each_blank_level_is_named_beside_its_row() -> None:
    assert ids(levels("a", "", "b", " ", "c")) == [("level_less_blank", -1), ("level_more_blank", 1)]


def test_a_level_that_repeats_another_is_pointed_out_once_for_each_repeat() -> None:
    assert ids(levels("Walk", "b", "c", "walk ", "WALK")) == [("level_repeats", 1), ("level_repeats", 2)]


def test_two_blank_levels_are_blank_not_the_same() -> None:
    assert {name for name, _ in ids(levels("", "", "", "", ""))} == {
        f"level_{code}_blank" for code in ("much_less", "less", "hoped", "more", "much_more")
    }


@given(five_texts)
def test_every_concern_has_a_sentence(five: list[str]) -> None:
    assert all(in_english(message).endswith(".") for message in check_levels(levels(*five)))


def test_the_file_of_levels_has_five_in_order_each_with_its_words() -> None:
    rows = tomllib.loads(files("goalward.goals").joinpath("levels.toml").read_text("utf-8"))["level"]
    assert [row["value"] for row in rows] == [-2, -1, 0, 1, 2]
    assert all(set(row) == {"value", "code"} for row in rows)
    assert {f"goals.level_{row['code']}{end}" for row in rows for end in ("", "_blank")} <= set(catalogue())
