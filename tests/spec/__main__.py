"""``python -m tests.spec`` writes the reference pages that are made from rules and data."""

from __future__ import annotations

from tests.spec import measures_page, page

if __name__ == "__main__":
    for each in (page, measures_page):
        each.PAGE.write_text(each.page(), "utf-8")
