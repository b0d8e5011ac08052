"""The examples in docs/reference/statistics.md do what they show."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "statistics.md"


def test_the_examples_of_the_reference_page_come_out() -> None:
    code = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE))
    told = doctest.DocTestParser().get_doctest(code, {}, PAGE.name, None, None)
    assert len(told.examples) > 10
    assert doctest.DocTestRunner().run(told).failed == 0
