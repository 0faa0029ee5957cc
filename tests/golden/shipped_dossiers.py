"""Dossiers of the shipped campaign as they would be printed: empty, as its sample has it, and far too large."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import cycle
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.engine.address import Address
from cbc_desktop.exporting.revision_printing import RevisionPrinter
from cbc_desktop.filling.finalising import revision_of
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import NAME, PreparedForm, fill_form, read_prepared
from cbc_desktop.office import Office, open_office
from cbc_desktop.store.form_versions import FormVersions

NOW = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
PLAN, KIND_OF_PLAN, DECISION = "ke-hoach-truyen-thong", "/data/m1/p1_02", "QD"
ROWS, LONG_TEXT, LONG_NAME = 1000, 3000, 200
LONG_LEAVES = dict.fromkeys(("noi_dung_chi", "chu_tri", "phoi_hop", "san_pham", "noi_dung"), LONG_NAME)
"""What holds as many characters in a huge table as an office might ever write there."""
LONG_ANSWERS = ("/data/m9/p9_01", "/data/s4/q4_02", "/data/s4/q4_03")
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
    return office.filling.begin(office.catalogue.campaigns()[0].id, agency)


def typical(office: Office) -> OpenDossier:
    """The campaign's own sample, which answers both forms."""
    dossier = empty(office, "04")
    for form_id in dossier.campaign.forms:
        fill_form(dossier, form_id, prepared(dossier, form_id))
    return dossier


def huge(office: Office, agency: str = "01") -> OpenDossier:
    """The sample with a thousand activities and expenses, names of 200 characters and answers of 3,000."""
    dossier = empty(office, agency)
    for form_id in dossier.campaign.forms:
        form = prepared(dossier, form_id)
        fill_form(dossier, form_id, _with_long_answers(form))
        for path, rows in form.tables.items():
            if path in GROWN_TABLES:
                _grow(dossier, form_id, Address("", path), [leaf for leaf in rows[0] if leaf != NAME])
    return dossier


def prepared(dossier: OpenDossier, form_id: str) -> PreparedForm:
    return read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json")


def deciding(dossier: OpenDossier) -> OpenDossier:
    """The dossier, its plan to be attached to a decision."""
    dossier.answer_all(PLAN, {Address("", KIND_OF_PLAN): DECISION})
    return dossier


def printed(
    office: Office, dossier: OpenDossier, document: str, *, draft: bool = False, trial: bool = False
) -> PrintedDossier:
    """One of the campaign's documents as if it were finalised now, whatever is still missing in it."""
    forms = [dossier.form(form_id) for form_id in dossier.campaign.forms]
    revision = revision_of(office.store, dossier.stored, forms, NOW)
    printer = RevisionPrinter(FormVersions(office.catalogue, office.store.forms), office.identifiers)
    chosen = next(one for one in dossier.campaign.documents if one.id == document)
    made = printer.print_revision(revision, chosen, dossier.campaign, dossier.agency, trial=trial)
    return replace(made, draft=draft)


def _with_long_answers(form: PreparedForm) -> PreparedForm:
    long = {path: _of(LONG_TEXT, text) if path in LONG_ANSWERS else text for path, text in form.answers.items()}
    return replace(form, answers=long)


def _grow(dossier: OpenDossier, form_id: str, table: Address, leaves: Sequence[str]) -> None:
    """To a thousand rows: what stands in the first ones again and again, with long texts where they may be long."""
    session = dossier.form(form_id).session
    there = [row.id for row in session.tree.repeat(table).rows]
    with dossier.together(form_id):
        added = dossier.add_rows(form_id, table, ROWS - len(there)).rows_added
        answers = {
            Address(row_id, f"{table.path}/{leaf}"): _of(
                LONG_LEAVES.get(leaf, 0), session.value(Address(pattern, f"{table.path}/{leaf}"))
            )
            for row_id, pattern in zip(added, cycle(there))
            for leaf in leaves
        }
        dossier.answer_all(form_id, answers)


def _of(length: int, text: str) -> str:
    """The text over and over until it is so long; what is longer, or blank, stays what it is."""
    return f"{text} " * (length // (len(text) + 1)) if text and len(text) < length else text
