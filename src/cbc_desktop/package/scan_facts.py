"""Whether scans of paper show the dossier that they lie beside: by the codes that are printed on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Progress
from cbc_desktop.documents.scans.files import ScanBytes, ScanSource
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import SCANS
from cbc_desktop.package.paper.cutting import SHOWN
from cbc_desktop.package.paper.reading import read_scans
from cbc_desktop.package.paper.report import PaperState


def scans_show(scans: Iterable[ScanSource], content: Digest, progress: Progress = lambda _: None) -> bool | None:
    """Whether they show the dossier with this content digest; None where the codes do not decide.

    Raises UserFacingError for a file that is no scan, or is too large.
    """
    whole = False
    for report in read_scans(list(scans), progress).reports:
        if report.state is PaperState.CONTRADICTORY or report.paper.content != str(content)[:SHOWN]:
            return False  # one code of another dossier is enough
        whole = whole or report.state is PaperState.WHOLE
    return whole or None


def scan_facts(parts: Mapping[str, bytes], content: Digest) -> list[Fact]:
    """One fact for all scans of a package together; nothing when there are none."""
    scans = [
        ScanBytes(Path(name.removeprefix(SCANS)), bytes_) for name, bytes_ in parts.items() if name.startswith(SCANS)
    ]
    if not scans:
        return []
    try:
        holds = scans_show(scans, content)
    except UserFacingError:
        return [Fact.of(FactCode.SCANS_SHOW, False, SCANS, "unreadable")]
    return [Fact.of(FactCode.SCANS_SHOW, holds, SCANS)]
