"""What facts say to people: by fact, by whether it holds (None: undecided), and by reason where there are several."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.package.archive_sentences import ARCHIVE_SENTENCES
from cbc_desktop.package.dossier_sentences import DOSSIER_SENTENCES
from cbc_desktop.package.paper_sentences import PAPER_SENTENCES
from cbc_desktop.package.signature_sentences import SIGNATURE_SENTENCES

SENTENCES: Mapping[tuple[str, bool | None, str], Message] = {
    **ARCHIVE_SENTENCES,
    **SIGNATURE_SENTENCES,
    **DOSSIER_SENTENCES,
    **PAPER_SENTENCES,
}
