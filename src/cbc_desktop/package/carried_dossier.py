"""Whether a PDF carries one dossier whole: asked before it is taken from another program or another computer."""

from __future__ import annotations

from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.package.dossier_facts import dossier_in, judged_dossier
from cbc_desktop.package.layout import RECORD


def carries(pdf: bytes, content: Digest) -> bool:
    """Whether the PDF embeds the whole dossier with this content digest; raises UnreadablePdfError."""
    embedded = embedded_files(pdf)
    if RECORD not in embedded:
        return False
    dossier = judged_dossier(dossier_in(embedded))
    sound = all(fact.holds is not False for fact in dossier.facts)
    return sound and dossier.revision is not None and dossier.revision.content_digest == content
