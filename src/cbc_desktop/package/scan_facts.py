"""Whether scans of paper show the dossier that they lie beside: by the codes that are printed on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.scans.files import ScanBytes, ScanSource
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import SCANS
from cbc_desktop.package.paper.cutting import SHOWN
from cbc_desktop.package.paper.places import CodesPlace, codes_in, told
from cbc_desktop.package.paper.reading import read_scans
from cbc_desktop.package.paper.report import PaperReport, PaperState

NO_CODE = Message("không thấy mã nào; mã nằm ở {places}", "no code was seen; they are on {places}")
MISSING = Message("thiếu mã phần {parts}: {places}", "codes of part {parts} are missing: {places}")
OTHER = Message("mã của số liệu khác", "codes of other answers")
_OF_PARTS = (FactCode.PAPER_PART, FactCode.PAPER_PAGE)


@dataclass(frozen=True, slots=True)
class ScansShown:
    """``holds``: they show the dossier; None where the codes do not decide, for want of what is ``missing``."""

    holds: bool | None
    missing: Message


def scans_show(
    scans: Iterable[ScanSource], content: Digest, document: bytes, progress: Progress = lambda _: None
) -> ScansShown:
    """Whether they show the dossier with this content digest; ``document`` is the PDF that was printed.

    Raises UserFacingError for a file that is no scan, or is too large.
    """
    reports = read_scans(list(scans), progress).reports
    for report in reports:
        if report.state is PaperState.CONTRADICTORY or report.paper.content != str(content)[:SHOWN]:
            return ScansShown(False, OTHER)  # one code of another dossier is enough
    whole = any(report.state is PaperState.WHOLE for report in reports)
    return ScansShown(whole or None, _missing(reports, codes_in(document)))


def _missing(reports: Sequence[PaperReport], places: Sequence[CodesPlace]) -> Message:
    if not reports:
        return NO_CODE.filled(places=told(places, None))
    undecided = [fact for report in reports for fact in report.facts if fact.holds is None]
    parts = dict.fromkeys(fact.part for fact in undecided if fact.code in _OF_PARTS)
    if parts:
        unseen = [one for report in reports for one in report.unseen]
        return MISSING.filled(parts=", ".join(parts), places=told(places, unseen))
    return undecided[0].message if undecided else NO_CODE.filled(places=told(places, None))


def scan_facts(parts: Mapping[str, bytes], content: Digest, document: bytes) -> list[Fact]:
    """One fact for all scans of a package together; nothing when there are none. ``document`` is the package's PDF."""
    scans = [
        ScanBytes(Path(name.removeprefix(SCANS)), bytes_) for name, bytes_ in parts.items() if name.startswith(SCANS)
    ]
    if not scans:
        return []
    try:
        shown = scans_show(scans, content, document)
    except UserFacingError:
        return [Fact.of(FactCode.SCANS_SHOW, False, SCANS, "unreadable")]
    return [Fact.of(FactCode.SCANS_SHOW, shown.holds, SCANS, missing=shown.missing)]
