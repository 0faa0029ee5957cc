"""Reads dossiers back from scans: every page once, then with more effort those on which codes are still missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.scans.codes import Effort, codes_on
from cbc_desktop.documents.scans.files import BadPageError, ScanSource, open_scan, path_of
from cbc_desktop.package.paper.chunk import NoChunk
from cbc_desktop.package.paper.collecting import PaperCollection, ScanPlace
from cbc_desktop.package.paper.judging import judged_papers
from cbc_desktop.package.paper.report import PaperReport, PaperState

READING = Message("Đang đọc trang {page}/{pages} của {name} …", "Reading page {page} of {pages}, {name} …")
AGAIN = Message("Đang đọc kỹ lại trang {page}/{pages} của {name} …", "Once more page {page} of {pages}, {name} …")
NO_CODES = Message(
    "Không thấy mã số liệu nào. Hãy quét các trang “Mã số liệu” ở cuối mỗi phụ lục, phẳng và đủ nét, ở 300 dpi.",
    "No codes were found. Scan the pages “Mã số liệu” at the end of each appendix, flat and sharp, at 300 dpi.",
)
BAD_PAGE = Message(
    "Trang {page} của “{name}” bị hỏng hoặc quá lớn nên không đọc được.",
    "Page {page} of “{name}” is damaged or too large and was not read.",
)
_STRANGE = {
    NoChunk.NEWER: Message(
        "Trang {page} của “{name}” có mã của phiên bản phần mềm mới hơn. Hãy cập nhật phần mềm rồi đọc lại.",
        "Page {page} of “{name}” has codes of a newer version of the program. Update the program and read it again.",
    ),
    NoChunk.DAMAGED: Message(
        "Trang {page} của “{name}” có mã bị hỏng, được coi như không đọc được.",
        "Page {page} of “{name}” has a damaged code, which counts as not read.",
    ),
}
"""Of strangers' codes nothing is said: letterheads have them."""


@dataclass(frozen=True, slots=True)
class PaperReading:
    """A report for each paper that was met; ``notices`` tell what was noticed beside."""

    reports: tuple[PaperReport, ...]
    notices: tuple[Message, ...]

    @property
    def state(self) -> PaperState:
        """The worst; incomplete when there is no paper at all."""
        states = {report.state for report in self.reports}
        worst = (PaperState.CONTRADICTORY, PaperState.INCOMPLETE, PaperState.WHOLE)
        return next((state for state in worst if state in states), PaperState.INCOMPLETE)


def read_scans(scans: Sequence[ScanSource], progress: Progress) -> PaperReading:
    """Raises UserFacingError for a file that is no scan or cannot be read."""
    collection = PaperCollection()
    bad: dict[ScanPlace, Message] = {}
    for effort in Effort:
        for scan in dict.fromkeys(scans):
            for place, codes in _read(scan, effort, collection, progress):
                if codes is None:
                    bad[place] = BAD_PAGE.filled(page=place.page, name=place.path.name)
                for code in codes or ():
                    collection.add(code, place)
        if collection.complete:
            break
    notices = (*bad.values(), *_strange(collection), *([] if collection.papers else [NO_CODES]))
    return PaperReading(judged_papers(collection), notices)


def _read(
    source: ScanSource, effort: Effort, collection: PaperCollection, progress: Progress
) -> Iterator[tuple[ScanPlace, list[bytes] | None]]:
    """The codes of each page that is worth this effort; None for a page that cannot be shown."""
    path = path_of(source)
    with open_scan(source) as scan:
        for page in range(scan.count):
            place = ScanPlace(path, page + 1)
            if effort and (collection.complete or collection.nothing_more_on(place)):
                continue
            progress((AGAIN if effort else READING).filled(page=place.page, pages=scan.count, name=path.name))
            try:
                yield place, codes_on(scan.image(page), effort)
            except BadPageError:
                yield place, None


def _strange(collection: PaperCollection) -> Iterator[Message]:
    for reason, message in _STRANGE.items():
        for place in dict.fromkeys(collection.strange.get(reason, ())):
            yield message.filled(page=place.page, name=place.path.name)
