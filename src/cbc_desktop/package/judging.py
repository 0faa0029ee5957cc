"""Puts the facts together: of a package, and of a signed PDF that travels alone.

The signed PDF is the authority (decision 7): the dossier is read from what the PDF embeds, and what lies beside it
must be equal. Only where the PDF embeds nothing is the dossier read from the package, to be able to say whose it
claims to be; such a package has failed. A PDF alone that embeds nothing is indeterminate: nothing in it was altered,
but it says nothing about a dossier.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cbc_desktop.package.archive import ReadArchive, read_archive
from cbc_desktop.package.archive_facts import (
    canonical_form,
    manifest_facts,
    presence,
    soundness,
    strangers,
    sums_facts,
)
from cbc_desktop.package.archive_limits import ArchiveLimits
from cbc_desktop.package.asking import Asking
from cbc_desktop.package.container_facts import judged_container
from cbc_desktop.package.copy_facts import copy_facts
from cbc_desktop.package.dossier_facts import DossierFiles, JudgedDossier, dossier_in, judged_dossier, names_in
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.foreign import empty_fact, foreign_fact
from cbc_desktop.package.layout import MEDIA, RECORD, SUBMISSIONS, Role, names_of
from cbc_desktop.package.outgoing_facts import outgoing_facts
from cbc_desktop.package.pdf_facts import JudgedPdf, embedding_facts, judged_pdf
from cbc_desktop.package.report import Kind, VerificationReport
from cbc_desktop.package.scan_facts import scan_facts
from cbc_desktop.package.signer_facts import agency_facts, apart_facts, signer_facts
from cbc_desktop.signing.trust import TrustAnchors


def judged_pdf_alone(
    path: Path, content: bytes, trust: TrustAnchors, at: datetime, asking: Asking | None = None
) -> VerificationReport:
    if not content:
        return VerificationReport(path=path, kind=Kind.PDF, facts=(empty_fact(),))
    pdf = judged_pdf(path.name, content, trust, at, asking)
    dossier = _dossier_in(pdf, None)
    return VerificationReport(
        path=path,
        kind=Kind.PDF,
        facts=(
            *pdf.facts,
            *_embedded_record_fact(path.name, pdf, without=None),
            *dossier.facts,
            *_signer_facts(pdf, dossier, content),
        ),
        signatures=pdf.signatures,
        record=dossier.record,
        revision=dossier.revision,
    )


def judged_package(
    path: Path,
    content: bytes,
    limits: ArchiveLimits,
    trust: TrustAnchors,
    at: datetime,
    asking: Asking | None = None,
) -> VerificationReport:
    read = read_archive(content, limits)
    foreign = foreign_fact(path, content, read.parts.keys())
    if foreign is not None:
        return VerificationReport(path=path, kind=Kind.PACKAGE, facts=(foreign,))
    if not read.parts:
        return VerificationReport(path=path, kind=Kind.PACKAGE, facts=tuple(soundness(read.findings)))
    container = judged_container(read.parts, trust, at)
    document = next(iter(names_of(Role.DOCUMENT, read.parts)), "")
    pdf = judged_pdf(document, read.parts[document], trust, at, asking) if document else JudgedPdf(())
    dossier = _dossier_in(pdf, read.parts)
    return VerificationReport(
        path=path,
        kind=Kind.PACKAGE,
        facts=(
            *_archive_facts(content, read, dossier),
            *container.facts,
            *pdf.facts,
            *_embedded_record_fact(document, pdf, without=False),
            *embedding_facts(read.parts, pdf),
            *dossier.facts,
            *_facts_beside(read.parts, document, dossier),
            *copy_facts(read.parts, pdf.signatures, trust, at),
            *_signer_facts(pdf, dossier, read.parts.get(document, b"")),
        ),
        signatures=pdf.signatures,
        container_signature=container.signature,
        record=dossier.record,
        revision=dossier.revision,
    )


def _facts_beside(parts: Mapping[str, bytes], document: str, dossier: JudgedDossier) -> list[Fact]:
    """About what lies beside the data; without a record there is nothing to compare it with."""
    if dossier.record is None or not document:
        return []
    outgoing = outgoing_facts(parts, parts[document], dossier.record.agency_name, trial=dossier.record.trial)
    return [*outgoing, *scan_facts(parts, dossier.record.content_digest, parts[document])]


def _archive_facts(content: bytes, read: ReadArchive, dossier: JudgedDossier) -> list[Fact]:
    facts = soundness(read.findings)
    if dossier.record and not read.findings:
        facts.append(canonical_form(content, read.parts, dossier.record.finalised_at))
    facts += presence(read.parts)
    facts += strangers(read.parts, names_in(dossier.record) if dossier.record else None)
    return facts + manifest_facts(read.parts) + sums_facts(read.parts)


def _embedded_record_fact(name: str, pdf: JudgedPdf, *, without: bool | None) -> list[Fact]:
    """``without`` says what it means that there is no record; an unreadable PDF has said enough."""
    if pdf.embedded is None:
        return []
    return [Fact.of(FactCode.RECORD_EMBEDDED, True if pdf.holds_dossier else without, name)]


def _signer_facts(pdf: JudgedPdf, dossier: JudgedDossier, content: bytes) -> list[Fact]:
    """``content`` is the PDF."""
    if dossier.record is None or pdf.embedded is None:
        return []
    agency, trial = dossier.record.agency_name, dossier.record.trial
    facts = signer_facts(pdf.signatures, agency, trial=trial)
    return facts + agency_facts(content, pdf.signatures, agency, trial=trial) + apart_facts(pdf.signatures)


def _dossier_in(pdf: JudgedPdf, parts: Mapping[str, bytes] | None) -> JudgedDossier:
    """``parts`` are those of the package, None for a PDF alone."""
    media = None if parts is None else _inside(MEDIA, parts)
    if pdf.embedded is not None and pdf.holds_dossier:
        return judged_dossier(replace(dossier_in(pdf.embedded), media=media))
    if parts is not None and RECORD in parts:
        return judged_dossier(DossierFiles(parts[RECORD], _inside(SUBMISSIONS, parts), media))
    return JudgedDossier(())


def _inside(folder: str, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of one folder by their names in it."""
    return {name.removeprefix(folder): content for name, content in parts.items() if name.startswith(folder)}
