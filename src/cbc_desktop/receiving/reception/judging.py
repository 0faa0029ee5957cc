"""Judges one file that arrived, in a process of its own: whose it is, what was found, and the answers in it.

A signed PDF that embeds no dossier may be a scan with a signature over it, and is read as one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.scans.files import ScanBytes
from cbc_desktop.dossier.record import DossierRecord
from cbc_desktop.dossier.revision import Remark, Revision
from cbc_desktop.package.facts import Fact
from cbc_desktop.package.names import printable
from cbc_desktop.package.paper.reading import read_scans
from cbc_desktop.package.paper.report import PaperReport, PaperState
from cbc_desktop.package.report import Kind, VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.receiving.reception.kinds import FileKind
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.route import Source
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import ArrivedDossier, ArrivedForm


@dataclass(frozen=True, slots=True)
class KeptFile:
    """``path`` is where it is kept, ``name`` what it was called."""

    name: str
    digest: Digest
    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class JudgingOrder:
    """One file, or scans that are read together; ``at`` is the moment at which certificates must be valid."""

    kind: FileKind
    files: tuple[KeptFile, ...]
    anchors: TrustAnchors = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """``paper`` tells papers apart that lay on the same scans; ``set_aside`` is a Reason where nothing was read."""

    paper: str = ""
    source: str = ""
    set_aside: str = ""
    verdict: str = ""
    doubts: tuple[str, ...] = ()
    report: str = "{}"
    dossier: ArrivedDossier | None = None
    forms: tuple[ArrivedForm, ...] = ()
    remarks: tuple[Remark, ...] = ()


_LEAST_SECONDS, _SECONDS_OF_A_MEGABYTE, _MOST_SECONDS = 60.0, 120.0, 600.0
"""A package takes less than one second, a scan of three hundred pages minutes on an old machine; a page that can be
drawn for ever is mostly small."""


def seconds_for(order: JudgingOrder) -> float:
    """How long judging may take before it is ended."""
    megabytes = sum(file.size for file in order.files) / 1e6
    return min(_MOST_SECONDS, _LEAST_SECONDS + _SECONDS_OF_A_MEGABYTE * megabytes)


def judge(order: JudgingOrder) -> tuple[Judged, ...]:
    """At least one; raises only for faults of ours."""
    if order.kind is FileKind.IMAGE:
        return _read(order)
    (file,) = order.files
    report = PackageVerifier(order.anchors, FixedClock(order.at)).judged(Path(file.name), file.path.read_bytes())
    if report.kind is Kind.PDF and report.record is None and not report.is_foreign:
        papers = _read(order)
        if papers[0].dossier is not None or not report.signatures:
            return papers
    why = Reason.EMPTY if not file.size else Reason.FOREIGN if report.is_foreign else Reason.NO_DOSSIER
    return (_of_report(report, why),)


def _of_report(report: VerificationReport, why: Reason) -> Judged:
    """``why`` it is set aside where it holds no dossier."""
    return Judged(
        source=(Source.PDF if report.kind is Kind.PDF else Source.PACKAGE).value,
        set_aside="" if report.record else why.value,
        verdict=report.verdict.value,
        doubts=_doubts(report.facts),
        report=json.dumps(report.to_json()),
        dossier=_dossier(report.record),
        forms=_forms(report.revision),
        remarks=report.revision.remarks if report.revision else (),
    )


def _read(order: JudgingOrder) -> tuple[Judged, ...]:
    try:
        reading = read_scans([ScanBytes(Path(file.name), file.path.read_bytes()) for file in order.files], _silent)
    except UserFacingError as error:
        told = json.dumps({"vi": error.message.vi, "en": error.message.en})
        return (Judged(set_aside=Reason.NO_SCAN.value, report=told),)
    if not reading.reports:
        return (Judged(set_aside=Reason.NO_CODES.value),)
    return tuple(map(_of_paper, reading.reports))


def _of_paper(report: PaperReport) -> Judged:
    """Paper vouches for nothing by itself: that its answers are the agency's is said by ink, which people look at."""
    whole = report.state is PaperState.WHOLE
    failed = report.state is PaperState.CONTRADICTORY
    return Judged(
        paper=f"{report.paper.content}-{report.paper.whole}",
        source=Source.SCAN.value,
        set_aside="" if whole or failed else Reason.PART_OF_PAPER.value,
        verdict=(Verdict.FAILED if failed else Verdict.INDETERMINATE).value,
        doubts=_doubts(report.facts),
        report=json.dumps(report.to_json()),
        dossier=_dossier(report.record),
        forms=() if failed else _forms(report.revision),
        remarks=report.revision.remarks if report.revision and not failed else (),
    )


def _doubts(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.code.value for fact in facts if not fact.holds))


def _dossier(record: DossierRecord | None) -> ArrivedDossier | None:
    if record is None:
        return None
    return ArrivedDossier(
        identity=record.identity,
        agency_name=printable(record.agency_name),
        number=record.number,
        content_digest=record.content_digest,
        replaces=record.replaces,
        finalised_at=record.finalised_at,
        trial=record.trial,
    )


def _forms(revision: Revision | None) -> tuple[ArrivedForm, ...]:
    if revision is None:
        return ()
    return tuple(ArrivedForm(form.form_id, form.form_digest, form.submission) for form in revision.forms)


def _silent(_: object) -> None:
    """Nobody watches a single page here."""
