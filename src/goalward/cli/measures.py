"""``goalward measures``: which questionnaires there are, what one asks, what answers come to, what a site offers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Any

import typer

from goalward.measures import (
    Evidence,
    Item,
    Measure,
    MeasureError,
    Scale,
    ScaleScore,
    Score,
    Shelf,
    as_plain,
    known,
    measure,
    questionnaire,
    score,
)
from goalward.messages import in_english

__all__ = ["measures"]

STANDARD_INPUT = "-"
STANDS = {
    Shelf.SHIPPED: "ready",
    Shelf.SCAFFOLD: "no words: fill in the text that you are licensed for (allow --licensed --words)",
    Shelf.UNCONFIRMED: "off, no words: check its licence, then fill it in (allow --licensed --words)",
    Shelf.NON_COMMERCIAL: "for non-commercial use (--non-commercial)",
}
NOT_STATED = "not stated"  # what a sidecar says where its source is silent
COMPARED = {"at_least": "at least", "at_most": "at most", "below": "below"}

measures = typer.Typer(help="Questionnaires: list them, show one, score answers, offer more on your site.")

Id = Annotated[str, typer.Argument(help="The measure, such as phq9.")]
NonCommercial = Annotated[bool, typer.Option("--non-commercial", help="Say that your use is not commercial.")]
Licensed = Annotated[bool, typer.Option("--licensed", help="Say that you have checked its licence.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what a program would read.")]


class UnusableError(typer.TyperException):
    """A measure or an answer that cannot be used. The command ends with exit code 1."""

    exit_code = 1


@measures.command("list")
def list_measures() -> None:
    """List every questionnaire that is installed, and what it takes to use it."""
    for measure_id, shelf in known().items():
        found = measure(measure_id, non_commercial=True, confirmed=[measure_id])
        print(f"{found.id:10}{found.name:11}{len(found.items):3} items  {STANDS[shelf]}")


@measures.command("offered")
def list_offered() -> None:
    """List what your site offers to the people on it."""
    start_site()
    from goalward.web.measures.catalogue import offered  # noqa: PLC0415  # after Django has started

    for found in offered().values():
        print(f"{found.id:10}{found.name:11}{len(found.items):3} items")


@measures.command()
def show(
    measure_id: Id, non_commercial: NonCommercial = False, licensed: Licensed = False, as_json: AsJson = False
) -> None:
    """Show what a questionnaire asks, its bands and thresholds, and who says so; --json: its FHIR Questionnaire."""
    found = chosen(measure_id, non_commercial, licensed)
    print(json.dumps(questionnaire(found), indent=1) if as_json else "\n".join(lines_of(found)))


@measures.command()
def allow(
    measure_id: Id,
    words: Annotated[
        str | None, typer.Option("--words", help="A FHIR Questionnaire with the text that you are licensed for.")
    ] = None,
    non_commercial: NonCommercial = False,
    licensed: Licensed = False,
) -> None:
    """Offer a questionnaire on your site. A text that you give stays in your database."""
    text = None if words is None else read_json(words)
    start_site()
    from goalward.web.measures.operator import allow_measure  # noqa: PLC0415  # after Django has started

    try:
        found = allow_measure(measure_id, words=text, non_commercial=non_commercial, licensed=licensed)
    except MeasureError as error:
        raise UnusableError(str(error)) from None
    print(f"{found.name} is now offered on this site. To take it back: goalward measures withdraw {found.id}")


@measures.command()
def withdraw(measure_id: Id) -> None:
    """Offer a questionnaire on your site no longer. What people answered stays in their records."""
    start_site()
    from goalward.web.measures.operator import withdraw_measure  # noqa: PLC0415  # after Django has started

    try:
        was_offered = withdraw_measure(measure_id)
    except MeasureError as error:
        raise UnusableError(str(error)) from None
    print(f"{measure_id} is not offered any more." if was_offered else f"{measure_id} was not offered.")


@measures.command("score")
def score_answers(  # noqa: PLR0913, PLR0917  # one parameter for each option
    measure_id: Id,
    answers: Annotated[
        str, typer.Option("--answers", help='A JSON file with {"item": number or null}; - for standard input.')
    ],
    version: Annotated[str | None, typer.Option("--of-version", help="The version that the answers are to.")] = None,
    non_commercial: NonCommercial = False,
    licensed: Licensed = False,
    as_json: AsJson = False,
) -> None:
    """Score answers to a questionnaire; null stands for "not answered"."""
    asked = chosen(measure_id, non_commercial, licensed)
    try:
        found = score(asked, answers_in(answers), version=version)
    except MeasureError as error:
        raise UnusableError(str(error)) from None
    print(json.dumps(as_plain(found)) if as_json else "\n".join(lines_of_score(found)))


def chosen(measure_id: str, non_commercial: bool, licensed: bool) -> Measure:
    try:
        return measure(measure_id, non_commercial=non_commercial, confirmed=[measure_id] if licensed else ())
    except MeasureError as error:
        raise UnusableError(str(error)) from None


def answers_in(name: str) -> Any:
    """Answers as pairs, so that an item that is named twice is seen."""
    return read_json(name, object_pairs_hook=list)


def read_json(name: str, **how: Any) -> Any:
    try:
        text = sys.stdin.read() if name == STANDARD_INPUT else Path(name).read_text("utf-8")
        return json.loads(text, **how)
    except OSError as error:
        raise UnusableError(f"{name} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        raise UnusableError(f"{name} is not JSON.") from None


def start_site() -> None:
    """Only what speaks of a site waits for Django."""
    from goalward.cli.site import start_django  # noqa: PLC0415

    start_django()


def lines_of(found: Measure) -> Iterator[str]:
    yield f"{found.title}, version {found.version}: {found.form}"
    yield f"Looks back on: {found.recall}. Higher is {found.higher_is}."
    yield from filter(None, [found.instructions])
    for stem, items in groupby(found.items, key=attrgetter("stem")):
        yield f"\n{stem or ''}"
        for item in items:
            yield f"  {item.id}: {item.text or '(no words)'}"
            yield f"    {options_of(item)}"
    yield from numbers_of(found)
    yield f"\n{found.licence.attribution}\n{found.licence.terms}"


def options_of(item: Item) -> str:
    if not item.options:
        return f"a mark from {item.low} to {item.high}"
    values = ("does not apply" if option.value is None else str(option.value) for option in item.options)
    return ", ".join(
        f"{value} {option.text}" if option.text else value for value, option in zip(values, item.options, strict=True)
    )


def numbers_of(found: Measure) -> Iterator[str]:
    for scale in found.scales:
        said = [*bands_of(scale), *thresholds_of(found, scale)]
        yield from [f"\n{in_english(scale.label)}", *said] if said else []


def bands_of(scale: Scale) -> Iterator[str]:
    if scale.bands:
        starts = ", ".join(f"{band.starts} {in_english(band.label)}" for band in scale.bands.bands)
        yield f"  Bands from: {starts} {says_who(scale.bands.evidence)}"


def thresholds_of(found: Measure, scale: Scale) -> Iterator[str]:
    for each in found.thresholds:
        if each.scale == scale.id:
            amount = f"{COMPARED[each.comparison]} {each.value:g} {each.unit}"
            yield f"  {in_english(each.label)}: {amount} {says_who(each.evidence)}"


def says_who(evidence: Evidence) -> str:
    facts = [evidence.population, evidence.method, evidence.source, "" if evidence.verified else "not verified"]
    return f"({'; '.join(fact for fact in facts if fact and fact != NOT_STATED)})"


def lines_of_score(found: Score) -> Iterator[str]:
    yield f"{found.answered} of {found.items} items answered"
    for each in found.scales:
        yield from lines_of_scale(each)
    yield from (f"{risk.item}: {in_english(risk.label)}" for risk in found.risks)


def lines_of_scale(found: ScaleScore) -> Iterator[str]:
    label = in_english(found.label)
    if found.open_because:
        yield f"{label}: {in_english(found.open_because)}"
        return
    band = f", {in_english(found.band.label)}" if found.band else ""
    yield f"{label}: {found.value:g} ({found.lowest:g} to {found.highest:g}){band}"
    if found.chance:
        low, high = found.chance
        yield f"  Asked again the same day, it could read from {low:.1f} to {high:.1f} by chance."
    if found.prorated:
        yield f"  {in_english(found.prorated.label)}"
