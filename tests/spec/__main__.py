"""``python -m tests.spec`` writes the reference pages that are made from the rules."""

from __future__ import annotations

from tests.spec.page import PAGE, page

if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
