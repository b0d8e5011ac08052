"""What the Help page says."""

from __future__ import annotations

import re

from goalward.messages import catalogue, in_english
from goalward.safety import HELP_TEXT

SAID = [in_english(line) for line in HELP_TEXT]
ALL = {name: text for name, text in catalogue().items() if name.startswith("safety.")}


def test_danger_comes_first() -> None:
    assert "danger right now" in SAID[0]
    assert "emergency number" in SAID[0]


def test_the_page_says_plainly_that_nobody_watches_live() -> None:
    assert any("Nobody here watches live" in line for line in SAID)


def test_nobody_has_to_be_sure_before_calling() -> None:
    assert any("You do not have to be sure" in line for line in SAID)


def test_no_sentence_names_a_method_makes_a_promise_or_blames() -> None:
    never = re.compile(
        r"\b(pills?|rope|knife|cut|jump|overdose|promise|guarantee|selfish|commit\w*|should have|weak)\b", re.IGNORECASE
    )
    assert {name: text for name, text in ALL.items() if never.search(text)} == {}
