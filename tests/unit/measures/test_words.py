"""Words that an operator fills in: each question and each answer has its own, and what lacks them is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from goalward.measures import OtherItemsError, WrongVersionError, fill_in, score, words_version
from goalward.measures.questionnaire import words_sha256
from tests.unit.measures.files import filled, read, sidecar
from tests.unit.measures.test_files import VALIDATORS

NOT_WORDS = [None, "", " \t\n", 3, ["Question"], {"en": "Question"}, True]
STANDS = [each for each in NOT_WORDS if each is not None]


def refusal(measure_id: str, words: dict[str, Any]) -> str:
    with pytest.raises(OtherItemsError) as refused:
        fill_in(read(measure_id), words)
    return str(refused.value)


def reword(question: dict[str, Any], place: int, text: object) -> None:
    question["answerOption"][place]["valueCoding"]["display"] = text


def line(low: object = "Low", high: object = "High") -> list[dict[str, Any]]:
    return [
        {"linkId": "ors_1_low", "type": "display", "text": low},
        {"linkId": "ors_1_high", "type": "display", "text": high},
    ]


@pytest.mark.parametrize("text", NOT_WORDS)
def test_each_question_has_its_words(text: object) -> None:
    words = filled("isi")
    words["item"][3]["text"] = text
    assert refusal("isi", words) == "These words do not fit ISI. isi_4 needs a text."


@pytest.mark.parametrize("text", [*NOT_WORDS, "Answer 0", " Answer 0 "])
def test_each_answer_has_words_of_its_own(text: object) -> None:
    words = filled("isi")
    reword(words["item"][6], 4, text)
    assert refusal("isi", words) == "These words do not fit ISI. Each answer to isi_7 needs words of its own."


def test_two_questions_may_have_the_same_answers() -> None:
    full = fill_in(read("isi"), filled("isi"))
    assert full.items[0].options == full.items[3].options


def test_that_it_does_not_apply_may_be_left_to_the_page() -> None:
    words = filled("wsas")
    reword(words["item"][0], -1, None)
    full = fill_in(read("wsas"), words)
    assert (full.items[0].options[-1].value, full.items[0].options[-1].text) == (None, None)


@pytest.mark.parametrize("text", ["", 3, "Answer 0"])
def test_that_it_does_not_apply_is_no_other_answer(text: object) -> None:
    words = filled("wsas")
    reword(words["item"][0], -1, text)
    assert refusal("wsas", words).endswith("Each answer to wsas_1 needs words of its own.")


@pytest.mark.parametrize("text", STANDS)
def test_what_stands_before_the_questions_is_words_or_nothing(text: object) -> None:
    words = filled("isi")
    words["item"].insert(0, {"linkId": "a", "type": "display", "text": text})
    said = "These words do not fit ISI. What stands before the questions needs words, or is left out."
    assert refusal("isi", words) == said


@pytest.mark.parametrize("text", STANDS)
def test_what_stands_above_some_questions_is_words_or_nothing(text: object) -> None:
    words = filled("isi")
    first, *others = words["item"]
    words["item"] = [first, {"linkId": "a", "type": "group", "text": text, "item": others}]
    assert refusal("isi", words).endswith("What stands above isi_2 needs words, or is left out.")
    del words["item"][1]["text"]
    assert fill_in(read("isi"), words).items[1].stem is None


def test_a_line_may_have_words_at_its_ends() -> None:
    words = filled("ors")
    words["item"][0]["item"] = line()
    first, second, *_ = fill_in(read("ors"), words).items
    assert (first.low_words, first.high_words, first.low, first.high) == ("Low", "High", 0, 10)
    assert (second.low_words, second.high_words) == (None, None)


@pytest.mark.parametrize("validate", VALIDATORS)
def test_a_line_with_worded_ends_is_valid_fhir(validate: Callable[[dict[str, Any]], list[str]]) -> None:
    words = filled("ors")
    words["item"][0]["item"] = line()
    assert validate(words) == []


@pytest.mark.parametrize(("low", "high"), [(None, "High"), ("Low", None), ("", "High"), ("Low", 10)])
def test_a_line_has_words_at_both_ends_or_at_none(low: object, high: object) -> None:
    words = filled("ors")
    words["item"][0]["item"] = line(low, high)
    said = "These words do not fit ORS. The line of ors_1 needs words at both ends, or at none."
    assert refusal("ors", words) == said


@pytest.mark.parametrize("shown", [line()[:1], [*line(), *line()]])
def test_a_line_has_no_other_number_of_ends(shown: list[dict[str, Any]]) -> None:
    words = filled("ors")
    words["item"][0]["item"] = shown
    assert refusal("ors", words).startswith("These words do not fit ORS.")


def test_only_a_line_has_ends() -> None:
    words = filled("isi")
    words["item"][0]["item"] = line()
    first = fill_in(read("isi"), words).items[0]
    assert (first.low_words, first.high_words) == (None, None)


def test_the_words_at_the_ends_are_in_the_sum_over_the_words() -> None:
    sums = set()
    for ends in ([], line(), line(low="Lower"), line(high="Higher")):
        words = filled("ors")
        words["item"][0]["item"] = ends
        sums.add(words_sha256(None, fill_in(read("ors"), words).items))
    assert len(sums) == 4


def test_another_text_is_another_version_and_the_same_text_the_same() -> None:
    empty, full = read("isi"), fill_in(read("isi"), filled("isi"))
    assert re.fullmatch(r"1\.0\.0\+[0-9a-f]{8}", words_version(full))
    assert words_version(full) == words_version(fill_in(empty, filled("isi")))
    reworded = filled("isi")
    reworded["item"][6]["text"] = "Another question"
    introduced = filled("isi")
    introduced["item"].insert(0, {"linkId": "a", "type": "display", "text": "Please read this."})
    texts = [empty, full, *(fill_in(empty, words) for words in (reworded, introduced))]
    assert len(set(map(words_version, texts))) == len(texts)


def test_the_version_of_words_that_are_there_starts_with_their_checked_sum() -> None:
    assert words_version(read("phq9")) == f"1.0.0+{sidecar('phq9')['words']['sha256'][:8]}"


def test_answers_to_another_text_of_the_same_items_add_up_alike() -> None:
    full = fill_in(read("isi"), filled("isi"))
    answers = {item.id: 2 for item in full.items}
    found = score(full, answers, version=words_version(full))
    assert found == score(full, answers, version="1.0.0+00000000") == score(full, answers, version="1.0.0")
    assert found.version == "1.0.0"


@pytest.mark.parametrize("version", ["", "1.0", "1.0.00", "1.0.0-1", "1.0.01+3fa9c2d1", "0.9.0+3fa9c2d1", "+1.0.0"])
def test_answers_to_another_version_with_its_words_are_not_scored(version: str) -> None:
    with pytest.raises(WrongVersionError, match=re.escape(f"version {version} of PHQ-9")):
        score(read("phq9"), {item.id: 1 for item in read("phq9").items}, version=version)
