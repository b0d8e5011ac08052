"""The papers of the house are there, say what they must, and point only at what exists."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.repo.sources import ROOT, templates
from tests.repo.template_reading import sentences_to_translate

PAPERS = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "GLOSSARY.md", "CHANGELOG.md", "LICENSE", "docs/adr/README.md"]
GLOSSARY = tomllib.loads((ROOT / "tests" / "data" / "glossary.toml").read_text("utf-8"))
MARKDOWN = sorted(path for path in ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md"))
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_is_there(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").strip()) > 200


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_paper_points_only_at_what_exists(path: Path) -> None:
    assert [link for link in LINK.findall(path.read_text("utf-8")) if not (path.parent / link).exists()] == []


def test_the_readme_says_what_this_is_not() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").lower()
    for said in ("not a medical device", "not a therapist", "make run", "make test", "!["):
        assert said in readme


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert version in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_decisions_are_numbered_without_gaps_and_listed() -> None:
    decisions = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    listed = (ROOT / "docs" / "adr" / "README.md").read_text("utf-8")
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    assert [path.name for path in decisions if path.name not in listed] == []


@pytest.mark.parametrize("term", GLOSSARY["terms"])
def test_the_glossary_fixes_a_term(term: str) -> None:
    assert term in (ROOT / "GLOSSARY.md").read_text("utf-8").lower()


@pytest.mark.parametrize("name", templates())
def test_a_page_uses_our_words(name: str) -> None:
    said = " ".join(sentences_to_translate(templates()[name]))
    other = re.compile(rf"\b(?:{'|'.join(GLOSSARY['not_said'])})\b", re.IGNORECASE)
    assert other.findall(said) == []
