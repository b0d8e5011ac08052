"""The page docs/reference/measures.md, drawn from the files of every measure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goalward.measures import Bands, Measure, MissingRule, Scale, Shelf
from goalward.messages import Message, in_english
from goalward.progress import EvidenceLine, evidence_lines
from tests.spec.page import anchor, table
from tests.unit.measures.files import IDS, read

__all__ = ["INTRODUCTION", "PAGE", "page"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "measures.md"
INTRODUCTION = Path(__file__).with_name("measures") / "introduction.md"
SHELVES = {
    Shelf.SHIPPED: "Ready",
    Shelf.SCAFFOLD: "Scaffolds",
    Shelf.UNCONFIRMED: "Off until confirmed",
    Shelf.NON_COMMERCIAL: "Non-commercial",
}
UNCHECKED = "not yet read in its source"
NOT_STATED = "not stated"


def page() -> str:
    introduction = INTRODUCTION.read_text("utf-8").replace("{contents}", "\n".join(contents()))
    return "\n".join([introduction, *(section(shelf) for shelf in SHELVES)]).rstrip("\n") + "\n"


def on_shelf(shelf: Shelf) -> list[Measure]:
    return [found for found in map(read, IDS) if found.shelf is shelf]


def contents() -> Iterator[str]:
    for shelf, title in SHELVES.items():
        links = ", ".join(f"[{found.name}](#{anchor(found.name)})" for found in on_shelf(shelf))
        yield f"- [{title}](#{anchor(title)}): {links}"


def section(shelf: Shelf) -> str:
    return "\n\n".join([f"## {SHELVES[shelf]}", *map(subsection, on_shelf(shelf))]) + "\n"


def subsection(found: Measure) -> str:
    parts = [f"### {found.name}", in_english(found.about), table(["About it", ""], facts(found))]
    if found.scales:
        parts.append(table(["Scale", "Items", "Range", "Open items", "Names of scores"], scales(found)))
    if rows := list(numbers(found)):
        headings = ["Scale", "Number", "", "Found in", "How", "Source", "Confidence", "Checked"]
        parts.append(table(headings, rows))
    return "\n\n".join(parts)


def facts(found: Measure) -> Iterator[list[str]]:
    yield ["Id, version", f"`{found.id}`, {found.version}"]
    yield ["Title", found.title]
    yield ["Form", found.form]
    yield ["Stands under", in_english(found.domain.label)]
    yield ["Items", str(len(found.items))]
    if found.scales:
        yield ["Items that count", str(len(found.scored))]
    yield ["Looks back on", found.recall]
    yield ["Direction", in_english(Message(f"progress.higher_{found.higher_is}"))]
    if found.reverse:
        turned = (f"`{item.id}`" for item in found.items if item.id in found.reverse)
        yield ["Added up the other way round", ", ".join(turned)]
    if found.risks:
        yield ["Questions about safety", "<br>".join(risks(found))]
    yield ["Licence", checked(found.licence.terms, found.licence.verified)]
    yield ["Credit line", found.licence.attribution]
    yield ["Licence read", f"{found.licence.checked}: {found.licence.source}"]
    if not found.scales:
        yield ["Score", "none here: its scoring key comes with its licence"]


def risks(found: Measure) -> Iterator[str]:
    for risk in found.risks:
        does = "is worth a look" if risk.soft else "opens the help panel"
        yield checked(f"`{risk.item}`: {risk.at} or more {does} ({risk.source})", risk.verified)


def scales(found: Measure) -> Iterator[list[str]]:
    for scale in found.scales:
        lowest, highest = found.ends(scale.id)
        reach, counted = f"{lowest} to {highest}{times(scale)}", str(len(found.counted(scale.id)))
        yield [in_english(scale.label), counted, reach, open_items(scale), names(scale.bands)]


def times(scale: Scale) -> str:
    if scale.times == 1:
        return ""
    return f" ({scale.times} × the sum)" if not scale.minus else f" ({scale.times} × the sum less {scale.minus})"


def open_items(scale: Scale) -> str:
    if scale.missing is None:
        return "each part by its own rule"
    return checked(f"{rule(scale.missing)} ({scale.missing.source})", scale.missing.verified)


def rule(missing: MissingRule) -> str:
    if not missing.allowed:
        return "none may be open"
    return f"up to {missing.allowed} may be open, and count as the mean of the others"


def names(bands: Bands | None) -> str:
    if bands is None:
        return "none"
    starts = ", ".join(f"{band.starts} {in_english(band.label)}" for band in bands.bands)
    return checked(f"from {starts}", bands.evidence.verified)


def numbers(found: Measure) -> Iterator[list[str]]:
    for scale in found.scales:
        yield from ([in_english(scale.label), *line(each)] for each in evidence_lines(found, scale.id))


def line(found: EvidenceLine) -> list[str]:
    stated = [each or NOT_STATED for each in (found.population, found.method, found.source)]
    said = [in_english(each) for each in (found.what, found.number, found.confidence, found.verified)]
    return [*said[:2], *stated, *said[2:]]


def checked(text: str, verified: bool) -> str:
    return text if verified else f"{text}; {UNCHECKED}"
