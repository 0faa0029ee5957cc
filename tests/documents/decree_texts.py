"""What a dossier has to say on paper, text by text, as it stands there: by element of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.printed_chart import PrintedChart
from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedBlock,
    PrintedBody,
    PrintedDossier,
    PrintedForm,
    PrintedHeading,
    PrintedParagraph,
    PrintedRemark,
    PrintedTable,
)
from cbc_desktop.forms.campaign_documents import DocumentKind

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
POINTS = "abcdđeghiklmnopqrstuvxy"
OPEN_DAY = "ngày tháng năm"
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_SECTION = re.compile(r"[IVX]+\. ")
_POINT = 3
"""The level of headings from which they are points."""
_ARTICLE = re.compile(r"(Điều \d+\.) (.*)", re.DOTALL)

Texts = Callable[[PrintedDossier], list[str]]


def state_name(_: PrintedDossier) -> list[str]:
    return [STATE_NAME]


def motto(_: PrintedDossier) -> list[str]:
    return [MOTTO]


def parent_agency(dossier: PrintedDossier) -> list[str]:
    return [dossier.document.parent_agency.upper()]


def agency(dossier: PrintedDossier) -> list[str]:
    return ["\n".join(dossier.document.letterhead or (dossier.document.agency,)).upper()]


def number(dossier: PrintedDossier) -> list[str]:
    return [f"Số: {dossier.document.number}/{dossier.document.symbol}"]


def date(dossier: PrintedDossier) -> list[str]:
    return [f"{dossier.document.place}, {_day(dossier)}"]


def _day(dossier: PrintedDossier) -> str:
    return dossier.document.date or OPEN_DAY


def letter_subject(dossier: PrintedDossier) -> list[str]:
    """Some write its "V/v" themselves."""
    subject = dossier.document.subject
    return [subject, f"V/v {subject}"] if dossier.document.kind is DocumentKind.LETTER else []


def type_names(dossier: PrintedDossier) -> list[str]:
    """Of the document, unless it is a letter, and of what is attached to a decision."""
    attached = [dossier.document.attached.kind] if dossier.document.attached else []
    return [DOCUMENT_TYPES[kind].title for kind in (dossier.document.kind, *attached)]


def summaries(dossier: PrintedDossier) -> list[str]:
    own = [] if dossier.document.kind is DocumentKind.LETTER else [dossier.document.subject]
    return [*own, *([dossier.document.attached.subject] if dossier.document.attached else [])]


def urgency(dossier: PrintedDossier) -> list[str]:
    return [dossier.document.urgency.upper()]


def deciding(dossier: PrintedDossier) -> list[str]:
    return [dossier.document.deciding.upper()]


def decides(dossier: PrintedDossier) -> list[str]:
    return ["QUYẾT ĐỊNH:"] if dossier.document.kind is DocumentKind.DECISION else []


def bases(dossier: PrintedDossier) -> list[str]:
    return _ended(dossier.document.bases)


def addressees(dossier: PrintedDossier) -> list[str]:
    names = dossier.document.addressees
    return [f"Kính gửi: {names[0]}"] if len(names) == 1 else ["Kính gửi:"]


def listed_addressees(dossier: PrintedDossier) -> list[str]:
    return _listed(dossier.document.addressees) if len(dossier.document.addressees) > 1 else []


def recipients_title(_: PrintedDossier) -> list[str]:
    return ["Nơi nhận:"]


def recipients(dossier: PrintedDossier) -> list[str]:
    return _listed(dossier.document.recipients)


def authority(dossier: PrintedDossier) -> list[str]:
    return list(dossier.document.signature.lines)


def signer(dossier: PrintedDossier) -> list[str]:
    return [dossier.document.signature.name]


def _listed(names: tuple[str, ...]) -> list[str]:
    return [f"- {line}" for line in _ended(names)]


def _ended(lines: tuple[str, ...]) -> list[str]:
    """A semicolon at the end of each, a full stop at the end of the last."""
    return [*(f"{line};" for line in lines[:-1]), *(f"{line}." for line in lines[-1:])]


def numbers_of_articles(dossier: PrintedDossier) -> list[str]:
    return [article[1] for article in _articles(dossier)]


def texts_of_articles(dossier: PrintedDossier) -> list[str]:
    return [article[2] for article in _articles(dossier)]


def _articles(dossier: PrintedDossier) -> list[re.Match[str]]:
    return [found for paragraph in dossier.document.paragraphs if (found := _ARTICLE.match(paragraph))]


def paragraphs(dossier: PrintedDossier) -> list[str]:
    """What is running text in a document and in the body of a plan."""
    own = [paragraph for paragraph in dossier.document.paragraphs if not _ARTICLE.match(paragraph)]
    body = dossier.document.body
    return own + ([*_body_paragraphs(body), body.closing] if body else [])


def _body_paragraphs(body: PrintedBody) -> Iterator[str]:
    for block in body.blocks:
        match block:
            case PrintedParagraph():
                yield block.text
            case PrintedAnswer():
                yield f"{block.label}: {block.value.text} {block.unit}"
            case PrintedTable():
                yield from _points(block)
                yield from _references(DOCUMENT_TYPES[body.kind].noun)


def _points(table: PrintedTable) -> list[str]:
    return [f"{letter}) {row[0].text}" for letter, row in zip(POINTS, table.rows, strict=False)]


def _references(noun: str) -> list[str]:
    return [f"Chi tiết tại Phụ lục {numeral} kèm theo {noun} này." for numeral in ("", *NUMERALS)]


def _appendix(form: PrintedForm) -> str:
    return f"Phụ lục {form.number}"


def appendices(dossier: PrintedDossier) -> list[str]:
    """Of forms, and of a plan's wide tables, in parts where they are too wide even for a page on its side."""
    tables = [f"Phụ lục {numeral}{part}" for numeral, part in product(("", *NUMERALS), _PARTS)]
    return [_appendix(form) for form in dossier.appendices] + (tables if dossier.document.body else [])


_PARTS = ("", *(f"(phần {part}/{parts})" for parts in range(2, 6) for part in range(1, parts + 1)))


def titles_of_appendices(dossier: PrintedDossier) -> list[str]:
    tables = [table.label.upper() for table in _tables(_body_blocks(dossier))]
    return [form.title.upper() for form in dossier.appendices] + tables


def attached(dossier: PrintedDossier) -> list[str]:
    """In an electronic document the number and the date are left open (III.1.c)."""
    document = dossier.document
    noun = DOCUMENT_TYPES[document.kind].noun
    return [
        f"(Kèm theo {noun} số {number}/{document.symbol} {day} của {document.agency})"
        for number, day in ((document.number, _day(dossier)), ("", OPEN_DAY))
    ]


def sections(dossier: PrintedDossier) -> list[str]:
    """I, II ..."""
    return [heading.text for heading in _headings(dossier) if _SECTION.match(heading.text)]


def clauses(dossier: PrintedDossier) -> list[str]:
    """1, 2 ..., each with a title; the questions of a form begin with these."""
    others = (heading for heading in _headings(dossier) if not _SECTION.match(heading.text))
    return [heading.text for heading in others if heading.level < _POINT]


def points(dossier: PrintedDossier) -> list[str]:
    """a, b ..."""
    return [heading.text for heading in _headings(dossier) if heading.level >= _POINT]


def _headings(dossier: PrintedDossier) -> list[PrintedHeading]:
    return [block for block in _blocks(dossier) if isinstance(block, PrintedHeading)]


def remarks(dossier: PrintedDossier) -> list[str]:
    return [f"{remark.title}: {remark.text}" for remark in _remarks(dossier)]


def _remarks(dossier: PrintedDossier) -> Iterator[PrintedRemark]:
    for block in _blocks(dossier):
        if isinstance(block, PrintedAnswer | PrintedTable):
            yield from block.remarks


def words(dossier: PrintedDossier) -> list[str]:
    said = [block.words for block in _blocks(dossier) if isinstance(block, PrintedAnswer | PrintedTable)]
    return [f"Bằng chữ: {words}." for words in said if words]


def unit_lines(dossier: PrintedDossier) -> list[str]:
    return [table.unit_line for table in _tables(_blocks(dossier))]


def charts(dossier: PrintedDossier) -> list[str]:
    return [block.title for block in _blocks(dossier) if isinstance(block, PrintedChart)]


def numbers_of_wide_tables(dossier: PrintedDossier) -> list[str]:
    numbers = range(1, len(_tables(_form_blocks(dossier))) + 1)
    return [f"Biểu {number}{part}" for number, part in product(numbers, _PARTS)]


def titles_of_wide_tables(dossier: PrintedDossier) -> list[str]:
    return [table.label for table in _tables(_form_blocks(dossier))]


def appendices_of_tables(dossier: PrintedDossier) -> list[str]:
    return [f"(Kèm theo {_appendix(form)})" for form in dossier.appendices]


def _blocks(dossier: PrintedDossier) -> list[PrintedBlock]:
    return _body_blocks(dossier) + _form_blocks(dossier)


def _body_blocks(dossier: PrintedDossier) -> list[PrintedBlock]:
    return list(dossier.document.body.blocks) if dossier.document.body else []


def _form_blocks(dossier: PrintedDossier) -> list[PrintedBlock]:
    return [block for form in dossier.appendices for block in form.blocks]


def _tables(blocks: list[PrintedBlock]) -> list[PrintedTable]:
    return [block for block in blocks if isinstance(block, PrintedTable)]
