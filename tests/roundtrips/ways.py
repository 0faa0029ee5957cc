"""The ways on which answers leave and come back: each tells pairs of what went out and what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pypdfium2
from lxml import etree
from trip import CAMPAIGN, NOW, Answers, Trip, answers_of

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.excel.data_reading import read_data_sheets
from cbc_desktop.documents.printed_form import DataTable
from cbc_desktop.documents.scans.codes import Effort, codes_on
from cbc_desktop.dossier.facts import dossier_facts
from cbc_desktop.dossier.record_reading import record_from_json
from cbc_desktop.dossier.revision import FrozenForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission, write_submission
from cbc_desktop.engine.world import World
from cbc_desktop.package.dossier_facts import dossier_in, judged_dossier
from cbc_desktop.package.layout import RECORD, submission_file
from cbc_desktop.package.paper.collecting import PaperCollection, ScanPlace
from cbc_desktop.package.paper.judging import judged_papers
from cbc_desktop.package.paper.report import PaperState

Pairs = Iterator[tuple[object, object]]
DPI = 200
CODES_TITLE = "MÃ SỐ LIỆU CỦA"


def through_the_database(trip: Trip) -> Pairs:
    """The draft as it is opened again, and the revision as it was frozen."""
    again = trip.office.filling.open(trip.dossier.dossier_id)
    for form_id, filling in trip.dossier.forms.items():
        yield filling.session.save(), again.form(form_id).session.save()
        yield filling.remarks, again.form(form_id).remarks
    yield trip.revision, trip.office.store.submissions.load(trip.dossier.dossier_id, trip.revision.number)


def through_the_record(trip: Trip) -> Pairs:
    """``dossier.json`` with the submissions beside it."""
    submissions = {submission_file(form.form_id): form.submission for form in trip.revision.forms}
    yield trip.revision, record_from_json(trip.embedded[RECORD]).revision(submissions)


def through_odk_xml(trip: Trip) -> Pairs:
    """Read by us, by nobody's but lxml's rules, and filled into the form again."""
    for form in trip.revision.forms:
        definition = trip.dossier.form(form.form_id).session.definition
        saved = read_submission(definition, form.submission, SeededIdentifiers(3))
        came = answers_of((address.row, address.path, text) for address, text in saved.values.items())
        yield trip.answers[form.form_id], came
        yield trip.answers[form.form_id], _read_by_lxml(form)
        session = FormSession.resume(definition, saved, _world(trip))
        yield form.submission, write_submission(session, form.instance_id, form.deprecated_id)


def through_the_pdf(trip: Trip) -> Pairs:
    """Out of the PDF, by our reader and by pdfium, which did not write it."""
    yield trip.revision, judged_dossier(dossier_in(trip.embedded)).revision
    document = pypdfium2.PdfDocument(trip.pdf)
    files = [document.get_attachment(number) for number in range(document.count_attachments())]
    yield trip.embedded, {file.get_name(): bytes(file.get_data()) for file in files}


def through_the_workbook(trip: Trip) -> Pairs:
    """The hidden sheets of the workbook that the PDF embeds."""
    (workbook,) = (content for name, content in trip.embedded.items() if name.endswith(".xlsx"))
    book = read_data_sheets(workbook, "so.xlsx")
    yield trip.revision.content_digest, book.content_digest
    yield list(trip.answers), list(book.forms)
    for form_id, answers in trip.answers.items():
        yield answers, _answers_of(book.forms[form_id])


def through_paper(trip: Trip) -> Pairs:
    """The pages of codes, drawn and read."""
    collection = PaperCollection()
    document = pypdfium2.PdfDocument(trip.pdf)
    for number, page in enumerate(document, start=1):
        if CODES_TITLE in page.get_textpage().get_text_range():
            for code in codes_on(page.render(scale=DPI / 72).to_pil(), Effort.AS_IT_IS):
                collection.add(code, ScanPlace(Path("quet.pdf"), number))
    read = [(report.state, report.revision) for report in judged_papers(collection)]
    yield [(PaperState.WHOLE, trip.revision)], read


WAYS: Mapping[str, Callable[[Trip], Pairs]] = {
    "database": through_the_database,
    "JSON record": through_the_record,
    "ODK XML": through_odk_xml,
    "embedded in the PDF": through_the_pdf,
    "workbook": through_the_workbook,
    "QR codes": through_paper,
}


def _world(trip: Trip) -> World:
    campaign = trip.office.catalogue.campaign(CAMPAIGN)
    return World(FixedClock(NOW), SeededIdentifiers(4), dossier_facts(campaign, trip.dossier.agency))


def _answers_of(tables: tuple[DataTable, ...]) -> Answers:
    return answers_of(
        (row.rid, column.path, text)
        for table in tables
        for row in table.rows
        for column, text in zip(table.columns, row.values, strict=True)
    )


def _read_by_lxml(form: FrozenForm) -> Answers:
    root = etree.fromstring(form.submission)
    return answers_of(_leaves(root, f"/{root.tag}", ""))


def _leaves(node: etree._Element, path: str, row: str) -> Iterator[tuple[str, str, str]]:
    """Every element without elements in it; a row is what has a ``rid``."""
    row = node.findtext("rid") or row
    for child in node:
        where = f"{path}/{etree.QName(child).localname}"
        if len(child):
            yield from _leaves(child, where, row)
        else:
            yield row, where, child.text or ""
