"""The three guiding questions."""

from __future__ import annotations

from goalward.messages import in_english
from goalward.reflection import GuidingQuestion


def test_ana_is_asked_what_is_hard_what_worries_her_and_how_it_shows_in_her_days() -> None:
    asked = [in_english(question.asks) for question in GuidingQuestion]
    assert len(asked) == 3
    for words, question in zip(("hard", "worries", "daily life"), asked, strict=True):
        assert words in question
        assert question.endswith("?")


def test_every_question_says_why_it_is_asked() -> None:
    whys = {in_english(question.why) for question in GuidingQuestion}
    assert len(whys) == 3
    assert all(why.endswith(".") for why in whys)
