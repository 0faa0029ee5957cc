"""What a receiving office has written itself, and tables of answers: recognised among what is taken in, and told so."""

from __future__ import annotations

from pathlib import PurePath

from cbc_desktop.dossier.return_slip import KIND, SIGNATURE_SUFFIX, SUFFIX
from cbc_desktop.receiving.reception.reasons import Reason

_CONSOLIDATED = "consolidated"
"""The beginning of the names of all files of a consolidation."""
_CONSOLIDATED_SUFFIXES = frozenset({".sqlite", ".xlsx", ".pdf"})
_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods"})
_PDF, _OWN_PDF, _SIGNED = b"%PDF-", b"<xmp:CreatorTool>cbc-desktop<", b"/ByteRange"
_DRAFT = b"@cbc-desktop.invalid>"
"""In the heads of e-mails that the program drafted."""
_HEAD = 2000


def is_own(name: str, content: bytes) -> bool:
    """A receipt, its signature, or a file of a consolidation; a PDF only where nobody signed it."""
    path = PurePath(name.casefold())
    if path.stem.startswith(_CONSOLIDATED) and path.suffix in _CONSOLIDATED_SUFFIXES:
        return not content.startswith(_PDF) or (_OWN_PDF in content and _SIGNED not in content)
    signature = path.name.startswith("phieu-") and path.name.endswith(SUFFIX + SIGNATURE_SUFFIX)
    return signature or (content.lstrip().startswith(b"{") and KIND.encode() in content[:_HEAD])


def is_own_draft(mail: bytes) -> bool:
    """Of a mail in which nothing was sent: a reminder, a receipt, or a letter that asks for another copy."""
    return _DRAFT in mail[:_HEAD]


def other_kind(name: str) -> Reason:
    """Why a file that is no package, PDF, scan or mail is set aside."""
    return Reason.TABLE if PurePath(name.casefold()).suffix in _TABLES else Reason.OTHER_KIND
