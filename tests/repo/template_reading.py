"""Templates as a translator and a browser read them: words to translate, and markup with tags taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split

BLANK = "x-blank"  # stands where a variable was
FIVE = "five"  # stands for a variable in a sentence
READ_OUT = {"alt", "aria-label", "aria-description", "placeholder", "title", "summary"}
TEXT_ARGUMENTS = {"words", "label", "legend", "hint", "title", "save", "who", "status", "sentence", "because"}
WITH_WORDS_FIRST = {"button", "who_can_see"}
LITERAL = re.compile(r"""^(?:(?P<name>\w+)=)?(?P<quote>["'])(?P<text>.*)(?P=quote)$""", re.DOTALL)


def tokens(template: str) -> list[Token]:
    """The template's tokens without its comments."""
    kept, is_comment = [], False
    for token in Lexer(template).tokenize():
        name = token.contents.split(" ")[0] if token.token_type == TokenType.BLOCK else ""
        is_comment = name != "endcomment" and (is_comment or name == "comment")
        if not is_comment and token.token_type != TokenType.COMMENT and name != "endcomment":
            kept.append(token)
    return kept


def sentences_to_translate(template: str) -> Iterator[str]:
    """Every text in ``translate``, ``blocktranslate`` and ``_()``, blanks filled."""
    block: list[str] | None = None
    for token in tokens(template):
        name, *arguments = token.split_contents() if token.token_type == TokenType.BLOCK else [""]
        if name in {"translate", "trans"}:
            yield arguments[0].strip("\"'")
        elif name in {"blocktranslate", "blocktrans"}:
            block = []
        elif name in {"endblocktranslate", "endblocktrans", "plural"} and block is not None:
            yield " ".join("".join(block).split())
            block = [] if name == "plural" else None
        elif block is not None:
            block.append(token.contents if token.token_type == TokenType.TEXT else FIVE)
        yield from re.findall(r"""_\(["']([^"']+)["']\)""", " ".join(arguments))


def untranslated_arguments(template: str) -> Iterator[str]:
    """Words written straight into a component's tag."""
    for token in tokens(template):
        if token.token_type != TokenType.BLOCK:
            continue
        name, *arguments = smart_split(token.contents)
        for place, argument in enumerate(arguments):
            literal = LITERAL.match(argument)
            if not literal or not re.search(r"[^\W\d_]", literal["text"]):
                continue
            if literal["name"] in TEXT_ARGUMENTS or (place == 0 and name in WITH_WORDS_FIRST):
                yield f"{name} {argument}"


def markup(template: str) -> str:
    """The template without what is translated, with a stand-in for each variable."""
    parts, is_translated = [], False
    for token in tokens(template):
        if token.token_type == TokenType.BLOCK:
            name = token.contents.split()[0]
            is_translated = name in {"blocktranslate", "blocktrans", "plural"} or (
                is_translated and not name.startswith("endblocktrans")
            )
            is_value = name in {"translate", "trans", "url", "static", "csrf_token"}
            parts.append(BLANK if is_value else "")
        elif not is_translated:
            parts.append(token.contents if token.token_type == TokenType.TEXT else BLANK)
    return "".join(parts)


@dataclass
class Reader(HTMLParser):
    """What stands in a piece of markup: its texts, and each element with its attributes."""

    texts: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data.replace(BLANK, ""))


def read_markup(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader
