"""A page as a browser reads it: its title, its text, its links, its forms with what a person finds in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, TypeAlias

Response: TypeAlias = Any  # the test client's: Django's own, and what it knows of the request
TEXT_KINDS = {"text", "textarea", "search", "email", "password", "url", "tel", "number", "date"}
VOID = {"input", "br", "img", "meta", "link", "hr", "source", "wbr", "area", "base", "col", "embed", "track"}
NOT_SHOWN = {"script", "style", "template", "title", "noscript"}
PARAGRAPHS = {
    "p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "label", "legend", "figcaption", "summary", "button",
    "caption",
}  # fmt: skip
# What people or the makers of measures wrote, and names that are not ours to choose.
NOT_OURS = {"own-words", "makers-words", "contact-list", "chart", "table"}


@dataclass(slots=True)
class Control:
    """One control of a form: ``values`` is what it would send as it stands, ``choices`` what it could."""

    name: str
    kind: str
    attributes: dict[str, str]
    values: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)

    @property
    def takes_text(self) -> bool:
        return self.kind in TEXT_KINDS and not self.is_fixed

    @property
    def is_fixed(self) -> bool:
        return "readonly" in self.attributes or "hidden" in self.attributes

    @property
    def is_numeric(self) -> bool:
        return self.kind in {"number", "date"} or self.attributes.get("inputmode") == "numeric"


@dataclass(slots=True)
class Form:
    """A form: where it goes, its controls by name, and the ways to send it (name, value, address)."""

    action: str
    method: str
    controls: dict[str, Control] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def as_it_stands(self) -> dict[str, list[str]]:
        """What the browser would send, without a button."""
        return {name: list(control.values) for name, control in self.controls.items() if control.values}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    ours: str = ""  # the text without the words of people and makers
    inside: tuple[str, ...] = ()  # tags and classes around it
    holds_paragraphs: bool = False


class Page(HTMLParser):
    """Read with ``Page(html)``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = ""
        self.elements: list[Element] = []
        self.forms: list[Form] = []
        self.by_id: dict[str, Element] = {}
        self._open: list[Element] = []
        self._form: Form | None = None
        self._select: Control | None = None
        self.feed(html)
        self.close()
        self.title = " ".join(self.title.split())

    @property
    def links(self) -> list[str]:
        return [each.attributes["href"] for each in self.elements if each.tag == "a" and "href" in each.attributes]

    @property
    def text(self) -> str:
        """Everything that is shown, boxes and their contents too."""
        shown = [each.text for each in self.elements if each.tag == "html"]
        boxes = [value for form in self.forms for control in form.controls.values() for value in control.values]
        return "\n".join([*shown, *boxes])

    @property
    def sentences(self) -> list[str]:
        """What the page itself says, paragraph by paragraph, without the words of people."""
        said = [each for each in self.elements if each.tag in PARAGRAPHS and not each.holds_paragraphs]
        return [" ".join(each.ours.split()) for each in said if each.ours.strip()]

    def control(self, name: str) -> Control | None:
        return next((form.controls[name] for form in self.forms if name in form.controls), None)

    def error_beside(self, name: str) -> str:
        """The words of the error that a control, or the group that it is in, points at; "" without one."""
        control = self.control(name)
        groups = [each.attributes for each in self.elements if each.tag == "fieldset"] if control else []
        own = control.attributes if control else {}
        held = [group for group in groups if name in group.get("data-holds", "").split()]
        for described_by in (attributes.get("aria-describedby", "") for attributes in [own, *held]):
            for each in described_by.split():
                if each.endswith("_error") and each in self.by_id:
                    return " ".join(self.by_id[each].text.split())
        return ""

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        around = tuple(part for each in self._open for part in (each.tag, *each.attributes.get("class", "").split()))
        element = Element(tag, attributes, inside=around)
        if tag in PARAGRAPHS:
            for each in self._open:
                each.holds_paragraphs = True
        self.elements.append(element)
        if "id" in attributes:
            self.by_id[attributes["id"]] = element
        if tag not in VOID:
            self._open.append(element)
        self._read_form_part(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if not any(each.tag == tag for each in self._open):
            return
        while (closed := self._open.pop()).tag != tag:
            pass
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._close_select()
        elif tag == "textarea" and self._form is not None:
            # A browser drops the first line end of a box.
            words = (
                closed.text.removeprefix("\r\n") if closed.text.startswith("\r\n") else closed.text.removeprefix("\n")
            )
            self._form.controls[closed.attributes.get("name", "")].values = [words]
        elif tag == "option" and self._select is not None:
            self._select.choices.append(closed.attributes.get("value", closed.text))

    def handle_data(self, data: str) -> None:
        if any(each.tag in NOT_SHOWN for each in self._open):
            if self._open[-1].tag == "title" and not any(each.tag == "svg" for each in self._open):
                self.title += data
            return
        is_ours = not any(NOT_OURS & {each.tag, *each.attributes.get("class", "").split()} for each in self._open)
        for each in self._open:
            each.text += data
            each.ours += data if is_ours else ""

    def _read_form_part(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "form":
            self._form = Form(attributes.get("action", ""), attributes.get("method", "get").lower())
            self.forms.append(self._form)
        if self._form is None or "disabled" in attributes:
            return
        for each in reversed(self._open[:-1]):
            if each.tag == "fieldset" and "name" in attributes:
                each.attributes["data-holds"] = f"{each.attributes.get('data-holds', '')} {attributes['name']}"
        if tag == "button" and attributes.get("type", "submit") == "submit":
            sends = (attributes.get("name", ""), attributes.get("value", ""), attributes.get("formaction", ""))
            self._form.buttons.append(sends)
        elif tag in {"input", "textarea", "select"} and attributes.get("name"):
            self._read_control(self._form, tag, attributes)
        elif tag == "option" and self._select is not None and "selected" in attributes:
            self._select.values = [attributes.get("value", "")]

    def _read_control(self, form: Form, tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "text") if tag == "input" else tag
        control = form.controls.setdefault(attributes["name"], Control(attributes["name"], kind, attributes))
        value = attributes.get("value", "")
        if tag == "select":
            self._select = control
        elif kind in {"radio", "checkbox"}:
            control.choices.append(attributes.get("value", "on"))
            if "checked" in attributes:
                control.values.append(attributes.get("value", "on"))
        elif tag == "input":
            control.values = [value]

    def _close_select(self) -> None:
        if self._select is not None and not self._select.values:
            self._select.values = self._select.choices[:1]
        self._select = None
