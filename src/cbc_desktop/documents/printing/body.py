"""A document's body out of a form's answers: numbered sections with what was answered, without what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedBlock,
    PrintedBody,
    PrintedHeading,
    PrintedParagraph,
    PrintedTable,
    ValueKind,
)
from cbc_desktop.documents.printing.forms import FormPrinter
from cbc_desktop.documents.vietnamese import roman
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.campaign_documents import BodyDef, SectionDef

ON_ONE_LINE = 90
"""A text of up to so many characters follows its title on the same line."""


def print_body(session: FormSession, body: BodyDef, subject: str, printer: FormPrinter) -> PrintedBody:
    """Sections are I, II ...; what is in one is 1, 2 ... where there is more than one thing (Decree 30, I.II.5)."""
    sections = [(section, list(_parts(section, printer))) for section in body.sections]
    blocks: list[PrintedBlock] = []
    for number, (section, parts) in enumerate([pair for pair in sections if pair[1]], start=1):
        blocks.append(PrintedHeading(1, f"{roman(number)}. {section.heading.upper()}"))
        for place, part in enumerate(parts, start=1):
            blocks += _numbered(part, f"{place}. " if len(parts) > 1 else "")
    last = Address("", body.closing) if body.closing else None
    closing = session.value(last) if last else ""
    return PrintedBody(body.kind, body.form, subject, tuple(blocks), closing, last)


def _parts(section: SectionDef, printer: FormPrinter) -> Iterator[list[PrintedBlock]]:
    for path in section.parts:
        said = [block for block in printer.part(path, 3) if _says_something(block)]
        if said:
            yield [_titled(said[0], section.titles.get(path, "")), *said[1:]]


def _titled(block: PrintedBlock, title: str) -> PrintedBlock:
    return replace(block, label=title) if title and isinstance(block, PrintedAnswer | PrintedTable) else block


def _says_something(block: PrintedBlock) -> bool:
    match block:
        case PrintedAnswer():
            return not block.value.blank
        case PrintedTable():
            return bool(block.rows)
    return True


def _numbered(part: Sequence[PrintedBlock], number: str) -> Iterator[PrintedBlock]:
    first, *others = part
    match first:
        case PrintedTable():
            if number:
                yield PrintedHeading(2, f"{number}{first.label}")
            yield first
        case PrintedAnswer():
            yield from _numbered_answer(first, number)
        case _:
            yield first
    yield from others


def _numbered_answer(answer: PrintedAnswer, number: str) -> Iterator[PrintedBlock]:
    """A short answer behind its title, a longer one in paragraphs under it."""
    text = answer.value.text
    if answer.value.kind is not ValueKind.TEXT or ("\n" not in text and len(text) <= ON_ONE_LINE):
        yield replace(answer, label=f"{number}{answer.label}")
        return
    if number:
        yield PrintedHeading(2, f"{number}{answer.label}")
    lines = (line.strip() for line in text.splitlines())
    yield from (PrintedParagraph(line, at=answer.value.at) for line in lines if line)
