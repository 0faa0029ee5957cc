"""Signing the document with a key in a child process, against signing it with the same key in this one."""

from __future__ import annotations

from tests.bench.material import NOW, Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.documents.pdf.field_names import LEADER_FIELD
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.signing.key_sources import Pkcs12Source
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.trial import SIGNER_FILE


def comparisons(material: Material) -> list[Comparison]:
    """Once the key is open, and from the PIN to the end of the child."""
    unsigned = to_pdfa(render_pdf(material.printed), [])
    order = SigningOrder(field=LEADER_FIELD, at=NOW)
    source = Pkcs12Source(material.folder / SIGNER_FILE)

    def from_the_beginning() -> None:
        with open_signer(source, Secret.typed("bench"), now=NOW) as signer:
            signer.sign_pdf(unsigned, order)

    def here() -> None:
        material.signer.sign_pdf(unsigned, order)

    floor = "the same in this process"
    with open_signer(source, Secret.typed("bench"), now=NOW) as signer:
        signer.sign_pdf(unsigned, order)  # which loads what signing needs
        once_open = compared(
            "sign in a child, key open", "document", floor, lambda: signer.sign_pdf(unsigned, order), here
        )
    return [once_open, compared("sign in a child, from PIN to end", "document", floor, from_the_beginning, here)]
