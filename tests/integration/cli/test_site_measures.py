"""An operator offers more measures on their site: each takes a word, and a licensed text stays in the database."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from goalward.measures import measure, questionnaire
from tests.site_process import Site, free_port


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = Site(tmp_path_factory.mktemp("site"), free_port())
    assert made.run("init").returncode == 0
    return made


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[..., str]:
    """A text that someone might be licensed for, in a file."""

    def write(change: Callable[[dict[str, Any]], None] = lambda words: None) -> str:
        words = questionnaire(measure("wsas"))
        for number, item in enumerate(words["item"], 1):
            item["text"] = f"Invented sentence {number}"
            for option in item["answerOption"]:
                option["valueCoding"]["display"] = f"Invented answer {option['valueCoding']['code']}"
        change(words)
        file = tmp_path / "words.json"
        file.write_text(json.dumps(words), "utf-8")
        return str(file)

    return write


def said(site: Site, *words: str) -> str:
    """The one line with which a command fails."""
    done = site.run("measures", *words)
    assert done.returncode == 1, done.stdout
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("goalward: ").strip()


def test_a_scaffold_is_offered_once_its_text_is_there(site: Site, text_file: Callable[..., str]) -> None:
    done = site.run("measures", "allow", "wsas", "--licensed", "--words", text_file())
    assert "WSAS is now offered on this site" in done.stdout
    assert "Invented sentence" in offered_words(site)
    assert "not offered any more" in site.run("measures", "withdraw", "wsas").stdout
    assert "Invented sentence" not in offered_words(site)


def offered_words(site: Site) -> str:
    return site.python("tests.integration.cli.offered_words")


def test_the_licensed_text_is_in_no_export_of_the_catalogue(site: Site, text_file: Callable[..., str]) -> None:
    site.run("measures", "allow", "wsas", "--licensed", "--words", text_file())
    for words in (["show", "wsas", "--json"], ["show", "wsas"], ["list"]):
        assert "Invented sentence" not in site.run("measures", *words).stdout
    site.run("measures", "withdraw", "wsas")


def test_what_is_missing_is_said_in_one_line(site: Site, text_file: Callable[..., str]) -> None:
    assert said(site, "allow", "wsas") == "WSAS has no words here. Give a file with the text that you are licensed for."
    assert said(site, "allow", "wsas", "--words", text_file()) == "Say first that you are licensed for these words."
    assert said(site, "allow", "k6") == "“k6” is off until someone here has checked its licence and says so."
    assert said(site, "allow", "moods") == "There is no measure “moods” here."
    assert said(site, "withdraw", "moods") == "There is no measure “moods” here."
    assert "cannot be read" in said(site, "allow", "wsas", "--licensed", "--words", "/no/such/file")
    assert "wsas" not in site.run("measures", "offered").stdout


@pytest.mark.parametrize(
    "change",
    [
        lambda words: words["item"].pop(),
        lambda words: words["item"][0].pop("text"),
        lambda words: words["item"][0].update(linkId="wsas_other"),
        lambda words: words.pop("item"),
    ],
    ids=["one item fewer", "an item without text", "another item", "no items"],
)
def test_a_text_for_other_items_is_refused(
    site: Site, text_file: Callable[..., str], change: Callable[[dict[str, Any]], None]
) -> None:
    refusal = said(site, "allow", "wsas", "--licensed", "--words", text_file(change))
    assert refusal.startswith("These words do not fit WSAS.")
    assert "Invented" not in offered_words(site)


def test_nobody_changes_the_words_of_a_measure_that_has_them(site: Site, text_file: Callable[..., str]) -> None:
    assert "has its words" in said(site, "allow", "phq9", "--licensed", "--words", text_file())


def test_taking_back_what_was_never_allowed_says_so(site: Site) -> None:
    assert site.run("measures", "withdraw", "k10").stdout == "k10 was not offered.\n"


def test_one_that_is_ready_can_be_turned_off_and_on_again(site: Site) -> None:
    assert site.run("measures", "withdraw", "rses").stdout == "rses is not offered any more.\n"
    assert "RSES" not in site.run("measures", "offered").stdout
    assert "now offered" in site.run("measures", "allow", "rses").stdout
    assert "RSES" in site.run("measures", "offered").stdout
