"""The word lists: a maintainer writes a plain form under a heading, and the reader knows its other forms."""

from __future__ import annotations

import pytest

from goalward.coach.grammar import sources
from goalward.coach.lexicon import FOLDER, WORD_FILES, entries, lexicon, plain_forms

FILES = (*WORD_FILES, "areas", "doses", "foreign")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("sips", "sip"),
        ("sipping", "sip"),
        ("phoning", "phone"),
        ("washes", "wash"),
        ("tries", "try"),
        ("walk", "walk"),
        ("zzzing", "zzzing"),
    ],
)
def test_a_word_is_known_by_its_plain_form(written: str, plain: str) -> None:
    assert lexicon().lemma(written) == plain


def test_the_past_of_a_verb_is_no_form_of_it_because_it_is_mostly_an_adjective() -> None:
    assert lexicon().lemma("processed") == "processed"


def test_a_word_listed_in_its_own_form_stays_apart_from_its_plain_form() -> None:
    assert "weekday" in lexicon().words["monday"]
    assert lexicon().words["mondays"] >= {"weekdays"}
    assert "weekday" not in lexicon().words["mondays"]


def test_candidates_come_likeliest_first() -> None:
    assert list(plain_forms("planning")) == ["planne", "plann", "plan"]
    assert list(plain_forms("is")) == []


@pytest.mark.parametrize(
    ("words", "phrase", "length"),
    [
        (["bedtime", "stories", "at", "night"], "bedtime story", 2),
        (["get", "rid", "of", "it"], "get rid of", 3),
        (["panic", "rooms"], "", 1),
        (["get", "rid"], "", 1),
    ],
)
def test_the_longest_phrase_wins(words: list[str], phrase: str, length: int) -> None:
    assert lexicon().phrase_at(words, 0) == (phrase, length)


def test_a_number_in_words_carries_its_value() -> None:
    assert lexicon().values["a dozen"] == 12
    assert lexicon().values["half"] == 0.5


def test_what_was_looked_up_is_not_kept_without_end() -> None:
    known = lexicon()
    for number in range(len(known.vocabulary) + 10):
        known.lemma(f"qqq{number}")
    assert len(known.lemmas) <= len(known.vocabulary)


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_under_a_heading(name: str) -> None:
    found = [(heading, words) for heading, words, _ in entries(name)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", FILES)
def test_a_word_is_written_small_and_plain(name: str) -> None:
    words = [words for _, words, _ in entries(name)]
    assert words
    assert [each for each in words if each != each.lower().strip() or "_" in each or "  " in each] == []


def test_every_heading_is_used_by_a_rule_or_by_the_code() -> None:
    rules = "".join(pattern for stage in sources().values() for _, _, pattern in stage)
    code = "".join(path.read_text("utf-8") for path in FOLDER.parents[1].glob("*.py"))
    headings = {heading for name in WORD_FILES for heading, _, _ in entries(name)}
    assert {each for each in headings if each not in rules and each not in code} == set()
