"""What was read from paper, written as files: the record and the submissions, as they lie in a package."""

from __future__ import annotations

from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.text import ascii_name
from cbc_desktop.package.layout import RECORD, submission_part
from cbc_desktop.package.paper.report import PaperReport, PaperState

_LONGEST = 100
"""Letters of a folder's name: what is read may be anybody's."""


def write_paper(report: PaperReport, folder: Path) -> tuple[Path, ...]:
    """The files that are whole, in a folder of their own inside ``folder``; of a contradictory paper none.

    The same paper has the same place: read again with better scans, it is completed. Raises UserFacingError when the
    disk says no.
    """
    if report.state is PaperState.CONTRADICTORY:
        return ()
    own = folder / _name(report)
    written = [(own / (name if name == RECORD else submission_part(name)), report.files[name]) for name in report.files]
    for path, content in written:
        write_atomically(path, content)
    return tuple(path for path, _ in written)


def _name(report: PaperReport) -> str:
    """Campaign, agency and revision as far as they are known, and the digest that tells printings apart."""
    record = report.record
    about = f"{record.identity.campaign_id} {record.agency_name} lan {record.number}" if record else "giay"
    return f"{ascii_name(about)[:_LONGEST].lower()}-{report.paper.whole}".lstrip("-")
