"""Whether every character of a dossier can be printed; a missing glyph stops the export by name, it never vanishes."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import described, unprintable
from cbc_desktop.documents.printed_chart import PrintedChart
from cbc_desktop.documents.printed_form import (
    OfficialDocument,
    PrintedAnswer,
    PrintedBlock,
    PrintedDossier,
    PrintedForm,
    PrintedHeading,
    PrintedParagraph,
    PrintedRemark,
    PrintedTable,
)

NOT_PRINTABLE = Message(
    "Không in được ký tự {character} ở “{where}”: phông chữ của văn bản không có ký tự này. "
    "Số liệu đã nhập không bị mất; hãy xóa hoặc thay ký tự đó rồi kết xuất lại.",
    "The character {character} in “{where}” cannot be printed: the document's font does not have it. "
    "Nothing that was entered is lost; remove or replace the character and export again.",
)

PlacedText = tuple[str, str]
"""Where, as people would name the place, and the text that stands there."""


def check_printable(dossier: PrintedDossier) -> None:
    """Raise UserFacingError that names the first character without a glyph and where it stands.

    Answers and remarks were judged before they were finalised; this is for what the form and the campaign say.
    """
    for where, text in placed_texts(dossier):
        character = unprintable(text)
        if character:
            raise UserFacingError(NOT_PRINTABLE.filled(character=described(character), where=_shown(where)))


def placed_texts(dossier: PrintedDossier) -> Iterator[PlacedText]:
    """Every text that goes on paper, in reading order."""
    for text in (dossier.title, dossier.campaign, dossier.agency):
        yield "thông tin hồ sơ", text
    yield from _document_texts(dossier.document)
    for form in dossier.appendices:
        yield from _form_texts(form)


def _shown(where: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in where)


def _document_texts(document: OfficialDocument) -> Iterator[PlacedText]:
    yield from (("văn bản", text) for text in _own_texts(document))
    if document.body:
        yield from (("văn bản", text) for text in (document.body.subject, document.body.closing))
        for block in document.body.blocks:
            yield from _block_texts(block)


def _own_texts(document: OfficialDocument) -> Iterator[str]:
    yield from (document.parent_agency, document.agency, document.symbol, document.subject, document.place)
    yield from (*document.letterhead, document.number, document.date, document.urgency, document.deciding)
    yield from (*document.addressees, *document.bases, *document.paragraphs)
    yield from (*document.signature.lines, document.signature.name, *document.recipients)


def _form_texts(form: PrintedForm) -> Iterator[PlacedText]:
    yield form.form_id, form.number
    yield form.form_id, form.title
    for block in form.blocks:
        yield from _block_texts(block)


def _block_texts(block: PrintedBlock) -> Iterator[PlacedText]:
    match block:
        case PrintedHeading():
            yield block.text, block.text
        case PrintedParagraph():
            yield block.text[:40], f"{block.lead}{block.text}"
        case PrintedAnswer():
            yield from _answer_texts(block)
        case PrintedTable():
            yield from _table_texts(block)
        case PrintedChart():
            yield from ((block.title, text) for text in _chart_texts(block))


def _answer_texts(answer: PrintedAnswer) -> Iterator[PlacedText]:
    where = _named(answer.id, answer.label)
    for text in (answer.label, answer.value.text, answer.unit, answer.words, *_remark_texts(answer.remarks)):
        yield where, text


def _table_texts(table: PrintedTable) -> Iterator[PlacedText]:
    where = _named(table.id, table.label)
    for text in (table.label, table.unit_line, table.words, *_remark_texts(table.remarks)):
        yield where, text
    for column in table.columns:
        yield f"{where}, {_named(column.id, column.label)}", f"{column.label}{column.unit}"
    for number, row in enumerate(table.rows, start=1):
        for column, value in zip(table.columns, row, strict=True):
            yield f"{where}, dòng {number}, {_named(column.id, column.label)}", value.text
    for value in table.totals:
        yield where, value.text


def _chart_texts(chart: PrintedChart) -> Iterator[str]:
    yield from (chart.title, *chart.series, *chart.columns, chart.rest, chart.target.label if chart.target else "")
    for bar in chart.bars:
        yield from (bar.label, *bar.figures)


def _remark_texts(remarks: tuple[PrintedRemark, ...]) -> Iterator[str]:
    for remark in remarks:
        yield from (remark.title, remark.text)


def _named(identifier: str, label: str) -> str:
    return f"{identifier}: {label}" if label else identifier
