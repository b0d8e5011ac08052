"""What a person types is kept as typed; what cannot be kept is answered with what to do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from goalward.web.ui.fields import (
    Asked,
    ChoiceListField,
    ChoiceTilesField,
    ConfirmField,
    DateField,
    LongWordsField,
    ManyTilesField,
    ScaleField,
    WordsField,
)
from goalward.web.ui.widgets import HIDDEN_CHARACTERS

AREAS = [("sleep", "Sleep"), ("friends", "Friends"), ("work", "Work")]
ODD_BUT_VALID = [
    "🌱 grow",
    "أريد أن أنام",
    "<script>alert('x')</script> & <b>",
    "e\u0301\u0323\u0323\u0323 Z̷̢a̶l",
    "\u202eright to left\u202c",
    "  spaces before and after  ",
    "\ta tab",
    "'; DROP TABLE goals; --",
    "{{ 7|add:7 }} {% now %}",
    "\ufffd � \u200b \ufeff",
]


def answered(field: forms.Field, *values: str, name: str = "answer") -> forms.Form:
    """A form with this one field, bound to what a browser would post."""
    form_class = type("OneQuestion", (forms.Form,), {"answer": field})
    posted = QueryDict(mutable=True)
    posted.setlist(name, list(values))
    form: forms.Form = form_class(posted)
    return form


def written(field: DateField, day: str, month: str, year: str) -> forms.Form:
    form_class = type("OneDate", (forms.Form,), {"answer": field})
    form: forms.Form = form_class({"answer_day": day, "answer_month": month, "answer_year": year})
    return form


def kept(form: forms.Form) -> Any:
    assert form.errors == {}
    return form.cleaned_data["answer"]


def said(form: forms.Form) -> list[str]:
    return list(form.errors["answer"])


class TestWords:
    @pytest.mark.parametrize("field", [WordsField, LongWordsField])
    @pytest.mark.parametrize("text", ODD_BUT_VALID)
    def test_valid_but_odd_words_pass_unchanged(self, field: type[WordsField], text: str) -> None:
        assert kept(answered(field(), text)) == text

    @given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
    def test_any_words_without_hidden_characters_pass_unchanged(self, text: str) -> None:
        assert kept(answered(LongWordsField(), text)) == (text if text.strip() else "")

    def test_a_browsers_line_ends_become_ours(self) -> None:
        assert kept(answered(LongWordsField(), "one\r\ntwo\rthree\nfour")) == "one\ntwo\nthree\nfour"

    def test_ten_thousand_words_fit_into_a_long_answer(self) -> None:
        text = "walking " * 10_000
        assert kept(answered(LongWordsField(), text)) == text

    @pytest.mark.parametrize("code", [*range(9), 11, 12, *range(14, 32), *range(127, 160)])
    def test_a_hidden_character_is_refused_shown_and_explained(self, code: int) -> None:
        form = answered(WordsField(), f"before{chr(code)}after")
        assert said(form) == [
            "Some characters here cannot be kept. Each one shows as �. Take them out, then save again."
        ]
        assert "before�after" in str(form["answer"])

    def test_the_form_itself_still_holds_the_text_exactly_as_typed(self) -> None:
        assert answered(LongWordsField(), "a\x00b")["answer"].value() == "a\x00b"

    def test_a_lone_surrogate_can_be_shown_again(self) -> None:
        form = answered(WordsField(), "half \ud83d of a face")
        assert said(form)
        assert str(form["answer"]).encode("utf-8")

    def test_too_many_characters_are_counted_for_the_person_and_none_is_lost(self) -> None:
        text = "x" * 1_234
        form = answered(WordsField(max_length=1_000), text)
        assert said(form) == ["Use 1,000 characters or fewer. You have used 1,234."]
        assert text in str(form["answer"])

    def test_the_page_never_cuts_a_pasted_text(self) -> None:
        assert "maxlength" not in str(answered(WordsField(max_length=3), "abc")["answer"])

    def test_exactly_as_many_characters_as_allowed_is_fine(self) -> None:
        assert kept(answered(WordsField(max_length=3), "日本語")) == "日本語"

    @pytest.mark.parametrize("nothing", ["", " ", "\n \t "])
    def test_nothing_but_space_is_no_answer(self, nothing: str) -> None:
        assert kept(answered(WordsField(), nothing)) == ""
        assert said(answered(WordsField(required=True), nothing)) == ["Write an answer to this question."]

    def test_an_empty_line_first_is_still_there_when_the_text_is_shown_again(self) -> None:
        form = answered(LongWordsField(max_length=3), "\nmore than three")
        assert "\n\nmore than three</textarea>" in str(form["answer"])

    def test_angle_brackets_are_shown_never_run(self) -> None:
        assert "<b>" not in str(answered(WordsField(max_length=1), "<b>")["answer"])

    def test_hidden_characters_leave_tab_and_line_end_alone(self) -> None:
        assert HIDDEN_CHARACTERS.search("\t\n\r") is None


class TestEveryField:
    @pytest.mark.parametrize(
        "field",
        [
            WordsField(),
            LongWordsField(),
            ScaleField(low="a", high="b"),
            ChoiceTilesField(choices=AREAS),
            ManyTilesField(choices=AREAS),
            ChoiceListField(choices=AREAS),
            DateField(),
        ],
        ids=lambda field: type(field).__name__,
    )
    def test_may_be_skipped_and_is_private_unless_it_says_otherwise(self, field: Asked) -> None:
        assert not answered(field).errors
        assert field.seen_by == "Only you can see this."

    def test_says_what_its_author_wants_it_to_say_when_it_is_missing(self) -> None:
        form = answered(WordsField(required=True, missing="Write your goal in your own words."))
        assert said(form) == ["Write your goal in your own words."]

    def test_carries_why_it_is_asked_and_who_will_see_it(self) -> None:
        field = WordsField(why="It helps you both to prepare.", seen_by="You and Dr Lee can see this.")
        assert (field.why, field.seen_by) == ("It helps you both to prepare.", "You and Dr Lee can see this.")


class TestScale:
    @given(st.integers(0, 10))
    def test_takes_every_number_from_0_to_10(self, number: int) -> None:
        assert kept(answered(ScaleField(low="never", high="always"), str(number))) == number

    def test_an_unanswered_scale_is_none_never_zero(self) -> None:
        assert kept(answered(ScaleField(low="never", high="always"))) is None

    @pytest.mark.parametrize("odd", ["11", "-1", "5.5", "٥", "\x00", "five", "1" * 5_000])
    def test_anything_else_is_answered_with_what_to_do(self, odd: str) -> None:
        assert said(answered(ScaleField(low="never", high="always"), odd)) == ["Choose a number from 0 to 10."]

    def test_a_person_may_rather_not_say_even_where_an_answer_is_needed(self) -> None:
        field = ScaleField(low="never", high="always", decline="I would rather not say", required=True)
        form = answered(field, "-")
        assert kept(form) is None
        assert "I would rather not say" in str(form["answer"])

    def test_has_eleven_radio_buttons_whose_ends_are_worded(self) -> None:
        html = str(answered(ScaleField(low="not at all", high="completely"), "7")["answer"])
        assert html.count('type="radio"') == 11
        assert html.count("not at all") == html.count("completely") == 2  # once to see, once to hear
        assert 'value="7" id="id_answer_7" checked' in html

    def test_nothing_is_chosen_for_a_person_beforehand(self) -> None:
        field = ScaleField(low="never", high="always", decline="I would rather not say")
        form_class = type("Fresh", (forms.Form,), {"answer": field})
        assert "checked" not in str(form_class(initial={"answer": None})["answer"])

    def test_two_scales_in_one_form_keep_their_own_words(self) -> None:
        both = {"one": ScaleField(low="calm", high="tense"), "two": ScaleField(low="alone", high="close")}
        form = type("Two", (forms.Form,), both)()
        assert "calm" in str(form["one"])
        assert "calm" not in str(form["two"])


class TestChoices:
    def test_one_tile(self) -> None:
        assert kept(answered(ChoiceTilesField(choices=AREAS), "sleep")) == "sleep"

    def test_a_tile_may_have_a_second_line(self) -> None:
        field = ChoiceTilesField(choices=AREAS, details={"sleep": "Falling asleep, waking, rest"})
        assert "Falling asleep, waking, rest" in str(answered(field)["answer"])

    @pytest.mark.parametrize("odd", ["money", "\x00", "<b>", "x" * 10_000])
    def test_an_unknown_tile_is_answered_with_what_to_do(self, odd: str) -> None:
        assert said(answered(ChoiceTilesField(choices=AREAS), odd)) == ["Choose one of the answers."]

    def test_several_tiles(self) -> None:
        assert kept(answered(ManyTilesField(choices=AREAS), "sleep", "work")) == ["sleep", "work"]

    def test_an_unknown_one_of_several_is_answered_with_what_to_do(self) -> None:
        assert said(answered(ManyTilesField(choices=AREAS), "sleep", "\x00")) == ["Choose from the answers shown here."]

    def test_too_many_tiles_are_counted(self) -> None:
        form = answered(ManyTilesField(choices=AREAS, most=2), "sleep", "work", "friends")
        assert said(form) == ["Choose 2 at most. You have chosen 3."]

    def test_a_list_starts_with_no_choice_made(self) -> None:
        form = answered(ChoiceListField(choices=AREAS, required=True), "")
        assert said(form) == ["Choose one from the list."]
        assert '<option value="" selected>Choose from the list</option>' in str(form["answer"])

    def test_a_list_refuses_what_it_does_not_hold(self) -> None:
        assert said(answered(ChoiceListField(choices=AREAS), "Mars/Olympus")) == ["Choose one from the list."]

    def test_a_box_that_must_be_ticked(self) -> None:
        assert kept(answered(ConfirmField(), "on")) is True
        assert said(answered(ConfirmField(missing="Tick the box if you are 18 or over."))) == [
            "Tick the box if you are 18 or over."
        ]


class TestDate:
    @given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
    def test_takes_every_day(self, day: date) -> None:
        assert kept(written(DateField(), str(day.day), str(day.month), str(day.year))) == day

    def test_takes_spaces_and_zeros_and_other_digits(self) -> None:
        assert kept(written(DateField(), " 07 ", "٣", "2027")) == date(2027, 3, 7)

    @pytest.mark.parametrize(
        "parts",
        [
            ("", "3", "2027"),
            ("27", "", ""),
            ("27", "March", "2027"),
            ("27", "3", "27"),
            ("-1", "3", "2027"),
            ("\x00", "3", "2027"),
            ("9" * 5_000, "3", "2027"),
            ("27", "3", "<b>"),
            ("²", "3", "2027"),
        ],
    )
    def test_says_how_to_write_a_date_and_keeps_what_was_written(self, parts: tuple[str, str, str]) -> None:
        form = written(DateField(), *parts)
        assert said(form) == ["Write the date as day, month and year, for example 27 3 2027."]
        assert f'value="{parts[2]}"' in str(form["answer"]) or parts[2] in ("", "<b>")

    @pytest.mark.parametrize(
        "parts", [("31", "2", "2027"), ("0", "1", "2027"), ("1", "13", "2027"), ("1", "1", "0000")]
    )
    def test_says_when_the_calendar_has_no_such_day(self, parts: tuple[str, str, str]) -> None:
        assert said(written(DateField(), *parts)) == [
            "The calendar has no such day. Check the day, the month and the year."
        ]

    def test_says_which_days_are_too_early_or_too_late(self) -> None:
        field = DateField(earliest=date(2026, 11, 22), latest=date(2027, 11, 22))
        assert said(written(field, "21", "11", "2026")) == ["Choose a date that is not before 22 November 2026."]
        assert said(written(field, "23", "11", "2027")) == ["Choose a date that is not after 22 November 2027."]
        assert kept(written(field, "22", "11", "2026")) == date(2026, 11, 22)

    def test_shows_a_date_that_is_already_there(self) -> None:
        html = str(
            type("Kept", (forms.Form,), {"answer": DateField()})(initial={"answer": date(2027, 3, 27)})["answer"]
        )
        assert [f'value="{part}"' in html for part in ("27", "3", "2027")] == [True, True, True]

    def test_a_date_given_as_one_is_taken_as_one(self) -> None:
        assert DateField().clean(date(2027, 3, 27)) == date(2027, 3, 27)
