"""Every example on the coach's page is read as the page says, and the page is what the rules would write."""

from __future__ import annotations

import doctest
import json
import re
import shlex

import pytest

from goalward.cli import main
from goalward.coach import read_goal
from tests.plain_language import grade, sentences, word_count
from tests.repo.prose import unkind
from tests.repo.sources import ROOT
from tests.spec.page import PAGE, anchor, page
from tests.spec.rules import Example, Rule, chapters, examples
from tests.spec.says import SAYS

LONGEST, HIGHEST_GRADE = 20, 8
RULES = [rule for chapter in chapters() for rule in chapter.rules]
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    "example", [pytest.param(example, id=f"{rule.title}: {example.goal}") for rule, example in examples()]
)
def test_an_example_is_read_as_the_page_says(example: Example) -> None:
    reading = read_goal(example.goal, example.today)
    assert {name: SAYS[name].of(reading) for name in example.says} == dict(example.says)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.title)
def test_a_rule_has_examples_on_both_sides(rule: Rule) -> None:
    assert len(rule.examples) >= 3
    assert len({json.dumps(dict(example.says), default=str) for example in rule.examples}) >= 2


def test_no_example_is_taken_from_the_goals_that_the_reader_was_made_with() -> None:
    known = {
        json.loads(line)["text"].casefold()
        for path in (ROOT / "tests" / "data" / "coach").glob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    }
    assert known
    assert [example.goal for _, example in examples() if example.goal.casefold() in known] == []


def test_the_page_is_what_the_rules_would_write() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"


def test_the_page_is_easy_to_read() -> None:
    said = [text for chapter in chapters() for text in (chapter.about, *(rule.why for rule in chapter.rules))]
    introduction = FENCED.sub("", page().partition("## Contents")[0])
    prose = " ".join([*said, *(line for line in introduction.splitlines() if not line.startswith("#"))])
    assert [each for each in sentences(prose) if word_count(each) > LONGEST] == []
    assert unkind(prose) == []
    assert grade(prose) <= HIGHEST_GRADE


def test_every_link_leads_to_a_heading_of_its_own() -> None:
    headings = [anchor(heading) for heading in re.findall(r"^##+ (.+)$", page(), re.MULTILINE)]
    linked = re.findall(r"\]\(#([^)]+)\)", page())
    assert len(set(headings)) == len(headings)
    assert set(linked) <= set(headings)


def test_the_python_on_the_page_runs() -> None:
    [code] = [code for language, code in FENCED.findall(page()) if language == "python"]
    told = doctest.DocTestParser().get_doctest(code, {}, "coach.md", None, None)
    assert told.examples
    assert doctest.DocTestRunner().run(told).failed == 0


def test_the_command_on_the_page_prints_what_stands_there(capsys: pytest.CaptureFixture[str]) -> None:
    [told] = [code for language, code in FENCED.findall(page()) if language == "console"]
    command, _, printed = told.partition("\n")
    with pytest.raises(SystemExit) as left:
        main(shlex.split(command.removeprefix("$ goalward ")))
    assert left.value.code == 0
    assert capsys.readouterr().out == printed
