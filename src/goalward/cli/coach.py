"""``goalward coach``: a goal read as the first page reads it, for a terminal or for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from goalward.coach import Reading, Span, read_goal, reading_as_json
from goalward.messages import in_english
from goalward.safety import care_panel, contacts, for_care

__all__ = ["coach"]

STANDARD_INPUT = "-"
BEGIN, END = "\ue000", "\ue001"  # private use: around clear words until they are drawn
KEPT = frozenset({"\n", "\t", BEGIN, END})
SAYS = {
    "action": "What you will do",
    "quantity": "How much",
    "duration": "How long",
    "frequency": "How often",
    "deadline": "By when",
    "context": "When, where or with whom",
}


class UnreadableError(typer.TyperException):
    """A goal that cannot be read from where it should be. The command fails with exit code 1."""

    exit_code = 1


def coach(
    text: Annotated[str | None, typer.Argument(help="The goal, in quotation marks.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", help="A file with one goal; - (or nothing at all) for standard input.")
    ] = None,
    jsonl: Annotated[
        str | None, typer.Option("--jsonl", help='A file with {"id", "text"} on each line; - for standard input.')
    ] = None,
    today: Annotated[str | None, typer.Option("--today", help="The day to count from, as 2026-11-22.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what a program would read.")] = False,
) -> None:
    """Read a goal: what is clear, one question, a few wordings."""
    if text is file is jsonl is None and not sys.stdin.isatty():
        file = STANDARD_INPUT
    if sum(given is not None for given in (text, file, jsonl)) != 1:
        raise typer.BadParameter("Give one goal in quotation marks, or --file, or --jsonl.")
    day = day_from(today)
    if jsonl is not None:
        for line in readings(jsonl, day):
            print(line)
        return
    reading = read_goal(text if text is not None else "".join(opened(file or "")), day)
    if as_json:
        print(json.dumps(reading_as_json(reading)))
    else:
        print("\n".join(underlined(printable(line)) for line in shown(reading)))


def day_from(written: str | None) -> date:
    if written is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"“{written}” is not a day. Write it as 2026-11-22.") from None


def opened(name: str) -> Iterator[str]:
    """The lines of a file or of standard input."""
    try:
        if name == STANDARD_INPUT:
            yield from sys.stdin
        else:
            with Path(name).open(encoding="utf-8") as lines:
                yield from lines
    except OSError as error:
        raise UnreadableError(f"{name} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UnreadableError(f"{name} is not written in UTF-8.") from None


def readings(name: str, today: date) -> Iterator[str]:
    for number, line in enumerate(opened(name), 1):
        if line.strip():
            goal = goal_from(line, number)
            yield json.dumps(reading_as_json(read_goal(goal["text"], today), goal["id"]))


def goal_from(line: str, number: int) -> dict[str, Any]:
    try:
        goal = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableError(f"Line {number} is not JSON.") from None
    if not isinstance(goal, dict) or not isinstance(goal.get("text"), str) or "id" not in goal:
        raise UnreadableError(f'Line {number} needs an "id", and a "text" that is a text.')
    return goal


def shown(reading: Reading) -> Iterator[str]:
    """What a page shows: the words that are clear, one question, a few wordings; no letters, no grades."""
    yield from care_lines(reading)
    yield marked(reading.text, reading.spans)
    if reading.spans:
        yield "\nWhat a stranger could tell so far"
    for kind, label in SAYS.items():
        if said := list(dict.fromkeys(span.text for span in reading.spans if span.kind == kind)):
            yield f"  {label}: {', '.join(f'“{words}”' for words in said)}"
    if reading.question:
        yield f"\nOne question, if you like\n  {reading.question.text}"
    if reading.offers:
        yield "\nWordings you could try"
        yield from (f"  {offer.text}" for offer in reading.offers)


def care_lines(reading: Reading) -> Iterator[str]:
    if reading.care is None:
        return
    panel = care_panel(reading.care.kind, reading.care.stance)
    yield from (in_english(message) for message in (panel.heading, *panel.lines) if message)
    if not panel.quiet:
        fitting = for_care(reading.care.kind, contacts())
        for contact in (each for each in fitting if each.kind == fitting[0].kind):
            yield f"  {contact.country}: {contact.name}, {contact.phone or contact.sms}"
    yield ""


def printable(line: str) -> str:
    """Without signs that would steer the terminal."""
    return "".join(each for each in line if each.isprintable() or each in KEPT)


def marked(text: str, spans: tuple[Span, ...]) -> str:
    """The text with its clear words between marks."""
    cut, at = [], 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= at:
            cut += [text[at : span.start], BEGIN, text[span.start : span.end], END]
            at = span.end
    return "".join([*cut, text[at:]])


def underlined(line: str) -> str:
    """The marks as a terminal draws them; nothing where the output is none."""
    begin, end = ("\x1b[4m", "\x1b[24m") if sys.stdout.isatty() else ("", "")
    return line.replace(BEGIN, begin).replace(END, end)
