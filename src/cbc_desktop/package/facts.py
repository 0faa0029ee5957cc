"""One fact about a package or a signed PDF: independent of the others, with its sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.package.fact_sentences import SENTENCES
from cbc_desktop.package.names import printable


class FactCode(Enum):
    """What was looked at, in the order in which it is looked at."""

    OF_PROGRAM = "of-program"
    ARCHIVE_SOUND = "archive-sound"
    ARCHIVE_CANONICAL = "archive-canonical"
    PART_PRESENT = "part-present"
    UNEXPECTED_PART = "unexpected-part"
    MANIFEST_READABLE = "manifest-readable"
    MANIFEST_COMPLETE = "manifest-complete"
    DIGEST_MATCHES = "digest-matches"
    SUMS_READABLE = "sums-readable"
    SUMS_MATCH = "sums-match"
    CONTAINER_SIGNATURE = "container-signature"
    PDF_READABLE = "pdf-readable"
    PDF_SIGNED = "pdf-signed"
    SIGNATURE = "signature"
    SIGNATURE_CLOSES = "signature-closes"
    SIGNATURES_COVER_FILE = "signatures-cover-file"
    FIELD_SHOWS = "field-shows"
    NOTHING_ACTIVE = "nothing-active"
    RECORD_EMBEDDED = "record-embedded"
    EMBEDDED_EQUALS = "embedded-equals"
    RECORD_READABLE = "record-readable"
    REVISION_CONSISTENT = "revision-consistent"
    SUBMISSION_MATCHES = "submission-matches"
    CONTENT_DIGEST_RIGHT = "content-digest-right"
    MEDIA_MATCHES = "media-matches"
    OUTGOING_FITS = "outgoing-fits"
    OUTGOING_NUMBERED = "outgoing-numbered"
    OUTGOING_DATED = "outgoing-dated"
    SCANS_SHOW = "scans-show"
    COPY_SIGNED = "copy-signed"
    SIGNER_FITS_AGENCY = "signer-fits-agency"
    AGENCY_SIGNED = "agency-signed"
    AGENCY_SIGNED_APART = "agency-signed-apart"
    PAPER_PART = "paper-part"
    PAPER_PAGE = "paper-page"
    PAPER_WHOLE = "paper-whole"
    PAPER_DIGEST = "paper-digest"
    PAPER_FORM = "paper-form"


@dataclass(frozen=True, slots=True)
class Fact:
    """``part`` is the name of a part or of a signature field, "" for the whole; ``holds`` is None when undecided."""

    code: FactCode
    part: str
    holds: bool | None
    message: Message

    @classmethod
    def of(cls, code: FactCode, holds: bool | None, part: str = "", reason: str = "", **facts: object) -> Fact:
        """The fact with its sentence; ``reason`` chooses among several ways in which it does not hold."""
        shown = printable(part)
        return cls(code, shown, holds, SENTENCES[code.value, holds, reason].filled(part=shown, **facts))


LACKING = (FactCode.OUTGOING_NUMBERED, FactCode.OUTGOING_DATED, FactCode.AGENCY_SIGNED)
"""What an issued document has; there are facts about them only where one is lacking."""
_TRIAL = "trial"


def lacking_fact(code: FactCode, *, trial: bool, part: str = "", **facts: object) -> Fact:
    """One of ``LACKING``: nobody asks a trial dossier for it, but it is told."""
    return Fact.of(code, True if trial else None, part, _TRIAL if trial else "", **facts)
