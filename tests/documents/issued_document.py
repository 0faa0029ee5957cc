"""A document through all its steps: the leader signs, the clerk fills in number and date, the agency seals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pdf_archive import finished
from printed_samples import FINALISED, cover_letter
from stamp_images import seal_png, signature_png

from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.field_texts import drawn_texts, number_and_date
from cbc_desktop.documents.stamps.appearances import seal_stamp, signature_stamp
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors

ISSUED = replace(cover_letter(), number="05", date="ngày 05 tháng 02 năm 2022")


@dataclass(frozen=True)
class Steps:
    """The file after each step, and whom to trust to find it good."""

    signed: bytes
    numbered: bytes
    sealed: bytes
    trust: TrustAnchors


@cache
def issued(seal_mm: float = 36) -> Steps:
    with TemporaryDirectory() as folder:
        leader, first = _trial(Path(folder, "leader"), "Lãnh đạo")
        agency, second = _trial(Path(folder, "agency"), "Cơ quan")
    order = SigningOrder(field=LEADER_FIELD, at=FINALISED, appearance=signature_stamp(signature_png()))
    signed = sign_pdf(finished(), leader, order)
    drawn = drawn_texts(signed, number_and_date(ISSUED))
    numbered = fill_fields(signed, [FilledField(text.name, text.text, text.drawing) for text in drawn])
    order = SigningOrder(field=AGENCY_FIELD, at=FINALISED, appearance=seal_stamp(seal_png(), seal_mm))
    sealed = sign_pdf(numbered, agency, order)
    return Steps(signed, numbered, sealed, TrustAnchors(first.certificates | second.certificates))


def _trial(folder: Path, name: str) -> tuple[SignerIdentity, TrustAnchors]:
    files = make_trial_identity(folder, now=FINALISED, passphrase="thử", agency=name)
    return load_pkcs12(files.pkcs12, "thử", now=FINALISED), TrustAnchors.from_pem(files.ca_pem)
