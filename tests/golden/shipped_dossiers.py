"""Dossiers of the shipped campaign as they would be printed: empty, as its sample has it, and far too large."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.exporting.official_document import documents_of
from cbc_desktop.exporting.revision_printing import RevisionPrinter
from cbc_desktop.filling.finalising import revision_of
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import NAME, PreparedForm, fill_form, read_prepared
from cbc_desktop.office import Office, open_office
from cbc_desktop.store.form_versions import FormVersions

NOW = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
SURVEY, PLAN = "khao-sat-nhanh", "ke-hoach-truyen-thong"
ROWS, LONG_TEXT, LONG_NAME = 1000, 3000, 200
TEXTS_OF_A_ROW = {"hoat_dong": LONG_NAME, "noi_dung_chi": LONG_NAME, "chu_tri": LONG_NAME, "san_pham": LONG_NAME}
"""The leaves of a huge table that hold as many characters as an office might ever write there."""
LONG_ANSWERS = ("/data/m9/p9_01", "/data/s4/q4_01", "/data/s4/q4_02")
GROWN_TABLES = ("/data/m8/p8_b8/b8", "/data/m9/p9_b9/b9", "/data/s1/q1_10/t1", "/data/s3/q3_05/t8")


@contextmanager
def shipped_office() -> Iterator[Office]:
    """An office of its own, at a fixed moment, whose identifiers are always the same."""
    with (
        tempfile.TemporaryDirectory() as home,
        open_office(Path(home), clock=FixedClock(NOW), identifiers=SeededIdentifiers(), who="Lan") as office,
    ):
        yield office


def empty(office: Office, agency: str = "20") -> OpenDossier:
    dossier = office.filling.begin(office.catalogue.campaigns()[0].id, agency)
    dossier.set_facts(IssueFacts(symbol="UBND-VX", place="Cao Bằng"))
    return dossier


def typical(office: Office) -> OpenDossier:
    """The campaign's own sample, which answers both forms."""
    dossier = empty(office, "04")
    for form_id in dossier.campaign.forms:
        fill_form(dossier, form_id, prepared(dossier, form_id))
    return dossier


def huge(office: Office) -> OpenDossier:
    """The sample with a thousand activities and expenses, names of 200 characters and answers of 3,000."""
    dossier = empty(office, "01")
    for form_id in dossier.campaign.forms:
        with dossier.together(form_id):
            fill_form(dossier, form_id, _grown(prepared(dossier, form_id)))
    return dossier


def prepared(dossier: OpenDossier, form_id: str) -> PreparedForm:
    return read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json")


def printed(office: Office, dossier: OpenDossier, *form_ids: str, trial: bool = False) -> PrintedDossier:
    """The dossier with these forms, all by default, as if it were finalised now, whatever is still missing in it."""
    chosen = [dossier.form(form_id) for form_id in form_ids or dossier.campaign.forms]
    revision = revision_of(office.store, dossier.stored, chosen, NOW)
    printer = RevisionPrinter(FormVersions(office.catalogue, office.store.forms), office.identifiers)
    document = documents_of(revision, dossier.campaign)[0]
    return printer.print_revision(revision, document, dossier.campaign, dossier.agency, trial=trial)


def _grown(form: PreparedForm) -> PreparedForm:
    tables = {path: _rows(rows) if path in GROWN_TABLES else rows for path, rows in form.tables.items()}
    answers = {path: _of(LONG_TEXT, text) if path in LONG_ANSWERS else text for path, text in form.answers.items()}
    return replace(form, tables=tables, answers=answers)


def _rows(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """A thousand rows after the pattern of these; only the first ones have names that other rows refer to."""
    return [_row(row, named=place < len(rows)) for place, row in enumerate(islice(cycle(rows), ROWS))]


def _row(row: Mapping[str, str], *, named: bool) -> dict[str, str]:
    texts = {leaf: _of(TEXTS_OF_A_ROW[leaf], text) if leaf in TEXTS_OF_A_ROW else text for leaf, text in row.items()}
    return {leaf: text for leaf, text in texts.items() if named or leaf != NAME}


def _of(length: int, text: str) -> str:
    """The text over and over until it is so long; a reference to a row stays what it is."""
    return text if text.startswith(NAME) else " ".join(islice(cycle([text]), length // len(text) + 1))[:length].strip()
