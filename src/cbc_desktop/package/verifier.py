"""Verifies what arrived, a package or a signed PDF alone: always a report, never a change, never an exception."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop.base.clock import Clock
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.archive_facts import soundness
from cbc_desktop.package.archive_findings import archive_finding
from cbc_desktop.package.archive_limits import STANDARD, ArchiveLimits
from cbc_desktop.package.report import Kind, VerificationReport

if TYPE_CHECKING:
    from cbc_desktop.package.asking import Asking
    from cbc_desktop.signing.trust import TrustAnchors

_PDF_HEADER = b"%PDF-"
_ZIP_HEADER = b"PK"


class PackageVerifier:
    """``clock`` tells at which moment certificates must be valid; without ``asking`` the network is not used."""

    def __init__(
        self, trust: TrustAnchors, clock: Clock, limits: ArchiveLimits = STANDARD, asking: Asking | None = None
    ) -> None:
        self._asking = asking
        self._trust = trust
        self._clock = clock
        self._limits = limits

    def verify(self, path: Path) -> VerificationReport:
        """What is true of the file; raises UserFacingError only when it is not there or the disk fails."""
        return self.judged(path, read_file(path, self._limits))

    def judged(self, path: Path, content: bytes) -> VerificationReport:
        """What is true of these bytes, which are called ``path``."""
        kind = _kind_of(path, content)
        if len(content) > self._limits.archive_bytes:
            facts = soundness((archive_finding("archive.too-large"),))
            return VerificationReport(path=path, kind=kind, facts=tuple(facts))
        return self._judged(path, kind, content)

    def _judged(self, path: Path, kind: Kind, content: bytes) -> VerificationReport:
        # pyHanko and pikepdf take half a second to load, which the start of the program need not wait for
        from cbc_desktop.package.judging import judged_package, judged_pdf_alone

        if kind is Kind.PDF:
            return judged_pdf_alone(path, content, self._trust, self._clock.now(), self._asking)
        return judged_package(path, content, self._limits, self._trust, self._clock.now(), self._asking)


def _kind_of(path: Path, content: bytes) -> Kind:
    """By the first bytes; when they are neither's, by the name, so that the report speaks of what was meant."""
    if content.startswith(_PDF_HEADER):
        return Kind.PDF
    if content.startswith(_ZIP_HEADER):
        return Kind.PACKAGE
    return Kind.PDF if path.suffix.casefold() == ".pdf" else Kind.PACKAGE
