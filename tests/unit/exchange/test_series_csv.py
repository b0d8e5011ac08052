"""Ana takes one series away and opens it in a spreadsheet."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from enum import IntEnum
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalward.exchange import CsvError, csv_name, series_csv

COLUMNS = ("date", "value", "note")


class Level(IntEnum):
    EXPECTED = 0


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def cell(value: object) -> str:
    return read(series_csv(["value", "other"], [[value, 1]]))[1][0]


def test_a_series_is_a_head_and_a_row_for_each_day():
    rows = [(date(2026, 5, 3), 17, "slept badly, late"), (date(2026, 6, 2), None, None), (date(2026, 7, 2), 10.5, "")]
    assert series_csv(COLUMNS, rows) == (
        '\ufeffdate,value,note\r\n2026-05-03,17,"slept badly, late"\r\n2026-06-02,,\r\n2026-07-02,10.5,\r\n'
    )


def test_a_series_without_a_row_is_its_head():
    assert series_csv(COLUMNS, []) == "\ufeffdate,value,note\r\n"


def test_lines_and_quotes_in_words_stay_in_their_cell():
    words = 'she said "walk",\r\nand we did\nboth'
    assert cell(words) == words


@pytest.mark.parametrize(
    "words", ["=1+1", "+44 20", "-5", "@me", "\tx", "\rx", "\nx", " =1+1", "\u00a0=1", "＝1+1", "-", "=HYPERLINK(0)"]
)
def test_words_that_a_spreadsheet_would_run_are_only_words(words):
    assert cell(words) == f"'{words}"
    assert read(series_csv([words], []))[0] == [f"'{words}"]


@pytest.mark.parametrize("words", ["a=1", "5-6", "'quoted", "walk + talk", "", " a"])
def test_other_words_stay_as_they_are(words):
    assert cell(words) == words


@pytest.mark.parametrize(
    ("number", "written"), [(-5, "-5"), (0, "0"), (-0.5, "-0.5"), (1e-7, "1e-07"), (Level.EXPECTED, "0")]
)
def test_a_number_stays_a_number_below_zero_too(number, written):
    assert cell(number) == written


def test_a_time_is_written_with_its_zone():
    assert cell(datetime(2026, 5, 3, 8, 30, tzinfo=UTC)) == "2026-05-03T08:30:00+00:00"


def test_half_a_character_does_not_spoil_the_file():
    assert cell("a\ud83d") == "a\ufffd"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, [], b"words", object()])
def test_what_no_cell_can_hold_is_named_by_its_kind_alone(value):
    with pytest.raises(CsvError, match=f"of the kind {type(value).__name__}, unless"):
        series_csv(["value"], [[value]])


@pytest.mark.parametrize("row", [(), (date(2026, 5, 3), 17), (1, 2, 3, 4)])
def test_a_row_of_another_length_is_counted(row):
    with pytest.raises(CsvError, match=f"Row 2 has {len(row)} cells; there are 3 columns"):
        series_csv(COLUMNS, [(1, 2, 3), row])


@given(st.lists(st.tuples(st.text(), st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False))))
def test_every_series_can_be_read_back_and_none_runs(rows):
    text = series_csv(["words", "number"], rows)
    assert text.encode().decode("utf-8-sig")
    back = read(text)[1:]
    assert [number for _, number in back] == ["" if number is None else repr(number) for _, number in rows]
    for (words, _), (written, _) in zip(rows, back, strict=True):
        assert written in {words, f"'{words}"}
        assert written[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_the_name_of_the_file_says_nothing_of_what_is_inside():
    assert csv_name(date(2026, 11, 2)) == "goalward-export-2026-11-02.csv"
