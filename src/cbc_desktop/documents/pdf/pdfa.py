"""The finished document: PDF/A-3b with the data embedded, then the clerk's form fields; same input, same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import AttachedFileSpec, Name, Pdf, pdfa

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.embedded import EmbeddedFile
from cbc_desktop.documents.pdf.field_place import RenderedPdf
from cbc_desktop.documents.pdf.form_fields import add_form_fields
from cbc_desktop.documents.pdf.rendering import PRODUCER, pdf_date

FLAVOUR = "3b"
_LOOKS = 3
_PARSING = frozenset({"pikepdf:content-parse", "pikepdf:text-decode", "pikepdf:font-cmap"})
"""Findings for which the check listens to Python's warnings, and hears those of every other thread too."""


def to_pdfa(document: RenderedPdf, attachments: Sequence[EmbeddedFile]) -> bytes:
    """PDF/A-3b (ISO 19005-3, level B) with the attachments as associated files, text fields and empty signature fields.

    Raises BugError with the findings when the pages are not fit for PDF/A: that would be our own doing.
    """
    with pikepdf.open(BytesIO(document.content)) as pdf:
        _drop_transitions(pdf)
        for attachment in attachments:
            pdf.attachments[attachment.name] = _specification(pdf, attachment, document.made_at)
        pdfa.prepare(pdf, FLAVOUR)
        _complete_metadata(pdf, document.made_at)
        _validate(pdf)
        add_form_fields(pdf, document.places)  # after the check: the validator does not know forms
        content = BytesIO()
        pdf.save(content, **pdfa.resolve_save_kwargs(FLAVOUR, deterministic_id=True))
        return content.getvalue()


def _drop_transitions(pdf: Pdf) -> None:
    """reportlab gives every page an empty page transition, which PDF/A does not allow."""
    for page in pdf.pages:
        if Name.Trans in page.obj:
            del page.obj[Name.Trans]


def _specification(pdf: Pdf, file: EmbeddedFile, moment: datetime) -> AttachedFileSpec:
    specification = AttachedFileSpec(
        pdf,
        file.content,
        filename=file.name,
        mime_type=file.media_type,
        description=nfc(file.description),
        creation_date=pdf_date(moment),
        mod_date=pdf_date(moment),
    )
    specification.relationship = Name(f"/{file.relationship.value}")
    return specification


def _complete_metadata(pdf: Pdf, moment: datetime) -> None:
    """The document's own language, time and producer; ``prepare`` wrote the clock's time and its own name."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["xmp:MetadataDate"] = moment.isoformat()
        metadata["pdf:Producer"] = PRODUCER
        metadata["dc:language"] = {str(pdf.Root.Lang)}
    pdf.docinfo[Name.Producer] = PRODUCER


def _validate(pdf: Pdf) -> None:
    """What was only heard while another thread was warned is looked at again; what is wrong stays wrong.

    In memory: ``pdfa.save`` writes a temporary file, and where the disk is full qpdf ends the whole program.
    """
    for look in range(1, _LOOKS + 1):
        written, settings = BytesIO(), pdfa.resolve_save_kwargs(FLAVOUR, deterministic_id=True)
        pdf.save(written, **settings)
        report = pdfa.validate_written(written, FLAVOUR, settings)
        if report.passed:
            return
        if look == _LOOKS or any(finding.rule not in _PARSING for finding in report.findings):
            unfit = f"the rendered pages are not fit for PDF/A-{FLAVOUR}: {report}"
            raise BugError(unfit, logged=report.summary())
