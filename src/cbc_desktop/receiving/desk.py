"""The desk where what arrives is verified, in files or on paper; nothing is ever changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.message import Progress
from cbc_desktop.package.asking import Asking
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.trust import TrustAnchors

if TYPE_CHECKING:
    from cbc_desktop.package.paper.reading import PaperReading


@dataclass(frozen=True, slots=True)
class ReceivingDesk:
    """``anchors``: what this office trusts; nothing where there is no office."""

    clock: Clock
    anchors: TrustAnchors

    def verify(self, path: Path, *trust: Path, asking: Progress | None = None) -> VerificationReport:
        """Facts and verdict about a package or a signed PDF; ``trust`` are files with further trust anchors.

        With ``asking`` the network is asked whether the signers' certificates are revoked; it is called meanwhile.
        Raises UserFacingError only when a file is not there, cannot be read, or one of ``trust`` holds no certificate.
        """
        anchors = self.anchors
        for further in trust:
            anchors = TrustAnchors.from_pem(further).joined(anchors)
        asked = None if asking is None else Asking.over_http(asking)
        return PackageVerifier(anchors, self.clock, asking=asked).verify(path)

    def read_paper(self, scans: Sequence[Path], progress: Progress) -> PaperReading:
        """The dossiers whose codes stand on these scans, in any order; each is judged by itself.

        Raises UserFacingError only when a file is not there, is no scan, or is too large.
        """
        from cbc_desktop.package.paper.reading import read_scans  # Pillow, zxing and pdfium take a tenth of a second

        return read_scans(scans, progress)
