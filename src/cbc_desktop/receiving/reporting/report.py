"""The report on a consolidation: figures by the campaign's parts, and the lists behind them as appendices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.consolidated_report import ConsolidatedReport
from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.printed_chart import PrintedChart
from cbc_desktop.documents.printed_form import (
    OfficialDocument,
    PrintedBlock,
    PrintedBody,
    PrintedForm,
    PrintedHeading,
    PrintedParagraph,
    PrintedTable,
    SignatureBlock,
)
from cbc_desktop.documents.vietnamese import date_in_words, number_text, roman
from cbc_desktop.forms.campaign_documents import DocumentKind
from cbc_desktop.forms.report_text import ReportText
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figures import IndicatorFigures
from cbc_desktop.receiving.reporting.charts import chart_of
from cbc_desktop.receiving.reporting.comments import comments
from cbc_desktop.receiving.reporting.groups import shown_groups
from cbc_desktop.receiving.reporting.lists import changes, findings, made_of, missing_and_late, sources
from cbc_desktop.receiving.reporting.sentences import sentences, standing
from cbc_desktop.receiving.reporting.shown_items import left_out, on_paper
from cbc_desktop.receiving.reporting.tables import groups_table, shares_table

KIND = DocumentKind.REPORT
ATTACHED = "Kèm theo Báo cáo này: {appendices}."
COMPARED = "So sánh theo loại cơ quan và vùng"
WRITTEN = "Ý kiến bằng lời của các cơ quan"
ABSENT = "Cơ quan chưa gửi và gửi quá hạn"
TO_CHECK = "Nội dung cần kiểm tra lại"
CHANGED = "Thay đổi so với lần tổng hợp trước"
MADE_OF = "Hồ sơ đã dùng để tổng hợp"


def consolidated_report(consolidated: Consolidated, text: ReportText) -> ConsolidatedReport:
    """The same consolidation gives the same report."""
    appendices = _appendices(consolidated, text)
    words = _words(consolidated)
    subject = printable_text(text.subject.format(**words))
    letter = consolidated.campaign.letter.number
    return ConsolidatedReport(
        title=DOCUMENT_TYPES[KIND].called(subject),
        document=OfficialDocument(
            kind=KIND,
            parent_agency=text.parent_agency,
            agency=text.agency,
            symbol=DOCUMENT_TYPES[KIND].symbol(text.symbol, ""),
            subject=subject,
            place=text.place,
            addressees=text.addressees,
            paragraphs=tuple(printable_text(paragraph.format(**words)) for paragraph in text.paragraphs),
            signature=SignatureBlock(text.signature, text.signer),
            recipients=text.recipients,
            body=_body(consolidated, subject, appendices, printable_text(text.closing.format(**words))),
        ),
        appendices=appendices,
        campaign=letter,
        digest=consolidated.digest,
        made_at=consolidated.moment.astimezone(VIETNAM),
        trial=consolidated.trial,
    )


def _words(consolidated: Consolidated) -> Mapping[str, str]:
    letter = consolidated.campaign.letter
    return {
        "letter": letter.number,
        "letter_date": date_in_words(letter.date),
        "ministry": letter.ministry,
        "asked": number_text(consolidated.asked),
        "respondents": number_text(consolidated.respondents),
        "missing": number_text(consolidated.missing),
        "undecided": number_text(consolidated.undecided),
        "pending": number_text(consolidated.pending),
        "late": number_text(consolidated.late),
        "standing": standing(consolidated),
        "until": date_in_words(consolidated.moment.astimezone(VIETNAM).date()),
    }


def _body(consolidated: Consolidated, subject: str, appendices: Sequence[PrintedForm], closing: str) -> PrintedBody:
    named = "; ".join(f"Phụ lục {form.number} ({form.title})" for form in appendices)
    with consolidated.asking() as asked:
        stands_on = made_of(asked)
    basis = [PrintedParagraph(stands_on)] if stands_on else []
    blocks = [*_parts(consolidated), *basis, PrintedParagraph(ATTACHED.format(appendices=named))]
    return PrintedBody(KIND, "", subject, tuple(blocks), closing)


def _parts(consolidated: Consolidated) -> Iterator[PrintedBlock]:
    charts = 0
    for number, part in enumerate(consolidated.indicators.parts, 1):
        yield PrintedHeading(1, printable_text(f"{roman(number)}. {part.label.vi.upper()}"))
        of_part = [figures for figures in consolidated.figures if figures.definition.part == part.value]
        for place, figures in enumerate(of_part, 1):
            yield PrintedHeading(2, printable_text(f"{place}. {figures.definition.name.vi}"))
            for block in _indicator(consolidated, figures, charts + 1):
                charts += isinstance(block, PrintedChart)
                yield block


def _indicator(consolidated: Consolidated, figures: IndicatorFigures, number: int) -> Iterator[PrintedBlock]:
    """Sentences, chart and table, and what they leave out; ``number`` is that of the chart."""
    shown = on_paper(figures)
    yield from (PrintedParagraph(printable_text(sentence)) for sentence in sentences(shown))
    groups = shown_groups(consolidated.indicators.groups, shown)
    for block in (chart_of(shown, groups, number), shares_table(shown)):
        if block is not None:
            yield block
    if others := left_out(figures):
        yield PrintedParagraph(others)


def _appendices(consolidated: Consolidated, text: ReportText) -> tuple[PrintedForm, ...]:
    """Those that say something, numbered in their order."""
    with consolidated.asking() as asked:
        contents: list[tuple[str, list[PrintedBlock]]] = [
            (COMPARED, list(_compared(consolidated))),
            (WRITTEN, list(comments(asked, text.opinions))),
            (ABSENT, list(missing_and_late(consolidated, asked))),
            (TO_CHECK, list(findings(consolidated, asked))),
            (CHANGED, list(changes(consolidated))),
            (MADE_OF, list(sources(consolidated, asked))),
        ]
    there = [(title, blocks) for title, blocks in contents if blocks]
    return tuple(
        PrintedForm(f"phu-luc-{number}", roman(number), title, tuple(blocks))
        for number, (title, blocks) in enumerate(there, 1)
    )


def _compared(consolidated: Consolidated) -> Iterator[PrintedTable]:
    for figures in map(on_paper, consolidated.figures):
        table = groups_table(figures, shown_groups(consolidated.indicators.groups, figures))
        if table is not None:
            yield table
