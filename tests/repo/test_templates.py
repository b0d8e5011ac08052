"""Templates: every word can be translated, every page stands in the frame, and nothing in them runs or calls out."""

from __future__ import annotations

import re

import pytest

from tests.repo.sources import PACKAGE, modules, static_files, templates
from tests.repo.template_reading import (
    BLANK,
    READ_OUT,
    markup,
    read_markup,
    sentences_to_translate,
    untranslated_arguments,
)

FRAME = "ui/plain_page.html"
# Whole pages that stand outside the frame on purpose: the frame itself, and the blank page that "Leave" opens.
OWN_FRAME = {FRAME, "safety/leave.html"}
FOR_DEVELOPERS = {"ui/gallery.html"}  # routed only while developing
NAMES = re.compile(r"\bGoalward\b")  # not translated
LETTER = re.compile(r"[^\W\d_]")
OTHER_HOST = re.compile(r"(?:https?:)?//[\w-]+\.[\w.-]+", re.IGNORECASE)
NAMESPACES = {"http://www.w3.org", "https://www.w3.org"}  # names that look like addresses; nothing is fetched

HTML = {name: text for name, text in templates().items() if name.endswith(".html")}
WORDED = [name for name in templates() if name not in FOR_DEVELOPERS]


def untranslated(template: str) -> list[str]:
    reader = read_markup(markup(template))
    texts = [text.strip() for text in reader.texts]
    read_out = [v for _, attributes in reader.elements for name, v in attributes.items() if name in READ_OUT]
    words = [
        text
        for text in [*texts, *(value.replace(BLANK, "") for value in read_out)]
        if LETTER.search(NAMES.sub("", text))
    ]
    return words + list(untranslated_arguments(template))


def test_the_reading_of_templates_sees_words_wherever_they_stand() -> None:
    assert untranslated("<p>{% translate 'a' %} · {{ b }}</p>{% button save kind='quiet' %}") == []
    assert untranslated("{% comment %}c{% endcomment %}{% blocktranslate %}d{{ e }}{% endblocktranslate %}") == []
    assert untranslated("<p title='Now'>Hi</p>{% button 'Go' %}{% notice title='Kept' %}") == [
        "Hi",
        "Now",
        "button 'Go'",
        "notice title='Kept'",
    ]


@pytest.mark.parametrize("name", [name for name in HTML if name not in FOR_DEVELOPERS])
def test_every_word_of_a_template_can_be_translated(name: str) -> None:
    assert untranslated(HTML[name]) == []


@pytest.mark.parametrize("name", [name for name in WORDED if name.endswith(".txt")])
def test_every_word_of_a_mail_can_be_translated(name: str) -> None:
    words = markup(templates()[name]).replace(BLANK, "")
    assert [line for line in words.splitlines() if LETTER.search(NAMES.sub("", line))] == []


@pytest.mark.parametrize("name", HTML)
def test_nothing_in_a_template_runs_or_styles_in_place(name: str) -> None:
    reader = read_markup(markup(HTML[name]))
    for tag, attributes in reader.elements:
        named = set(attributes)
        assert not {each for each in named if each == "style" or each.startswith(("on", "hx-on"))}, f"<{tag}>"
        assert not [value for value in attributes.values() if value.lower().startswith(("javascript:", "data:"))]
        assert tag not in {"style", "iframe", "object", "embed", "base"}
        assert tag != "script" or "src" in named


@pytest.mark.parametrize("name", HTML)
def test_a_template_names_no_other_host(name: str) -> None:
    assert set(OTHER_HOST.findall(HTML[name])) - NAMESPACES == set()


@pytest.mark.parametrize("name", [name for name in static_files() if not name.endswith(".LICENSE.txt")])
def test_a_static_file_names_no_other_host(name: str) -> None:
    assert set(OTHER_HOST.findall(static_files()[name])) - NAMESPACES == set()
    assert not re.search(r"@import|\burl\(\s*[\"']?(?:https?:)?//|\beval\(|new Function\(", static_files()[name]) or (
        ".min." in name
    )


def extended_by(name: str) -> str | None:
    found = re.search(r"{%\s*extends\s+[\"']([^\"']+)", HTML[name])
    return found and found[1]


def chain(name: str) -> list[str]:
    """The template and all that it extends."""
    parent = extended_by(name)
    return [name, *(chain(parent) if parent in HTML else [])]


def named_in_views() -> set[str]:
    """Templates that a view renders, but for parts of a page that htmx asks for and mails."""
    code = "\n".join(
        each.text for each in modules() if each.name.startswith("web/") and each.is_called("views", "urls")
    )
    return {name for name in re.findall(r"[\"']([\w/-]+\.html)[\"']", code) if name in HTML}


@pytest.mark.parametrize("name", [name for name in HTML if "<html" in HTML[name] or extended_by(name)])
def test_a_page_stands_in_the_frame(name: str) -> None:
    assert chain(name)[-1] in OWN_FRAME


@pytest.mark.parametrize("name", [name for name in HTML if extended_by(name) and name not in FOR_DEVELOPERS])
def test_a_page_has_a_title_of_its_own(name: str) -> None:
    is_extended = any(extended_by(each) == name for each in HTML)
    titles = [each for each in chain(name) if re.search(r"{%\s*block title\s*%}\s*{", HTML[each]) and each != FRAME]
    assert titles or is_extended


def test_what_a_view_renders_is_a_page_or_a_part_that_its_app_includes() -> None:
    included = {name for text in HTML.values() for name in re.findall(r"{%\s*include\s+[\"']([^\"']+)", text)}
    alone = {name for name in named_in_views() if not extended_by(name) and name not in OWN_FRAME}
    assert {name for name in alone if name not in included and "hx-" not in HTML[name]} <= {"coach/too_often.html"}


def test_every_template_is_used() -> None:
    code = "\n".join([each.text for each in modules()] + list(templates().values()))
    used_by_name = {"400", "403", "404", "429", "500", "503"}
    unused = {
        name
        for name in templates()
        if name not in code
        and not name.startswith(("account/", "ui/icons/"))
        and name.removesuffix(".html") not in used_by_name
        and f'"{name.rpartition("/")[2].removesuffix(".html")}"' not in code
    }
    assert unused == set()


def test_templates_have_sentences_to_read() -> None:
    assert [text for text in sentences_to_translate(HTML["500.html"]) if "safe" in text]
    assert list(
        sentences_to_translate("{% blocktranslate count n=n %}One {{ n }}{% plural %}Two{% endblocktranslate %}")
    ) == [
        "One five",
        "Two",
    ]


def test_the_frame_offers_help_and_a_way_out() -> None:
    frame = HTML[FRAME]
    assert 'href="/help-now/"' in frame
    assert 'href="/leave/"' in frame
    assert (PACKAGE / "web/ui/templates/ui/page.html").exists()
