"""Small but real packages of an invented office: a survey, a plan, a picture, signed with a trial certificate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.record import record_of, record_to_json
from cbc_desktop.dossier.revision import Attachment, FrozenForm, IssueFacts, Remark, RemarkKind, Revision
from cbc_desktop.package.archive import build_archive
from cbc_desktop.package.layout import RECORD, media_part, submission_file, submission_part
from cbc_desktop.package.manifest import Manifest
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.signing.container import sign_manifest
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors

FINALISED = datetime(2022, 3, 15, 9, 41, 7, tzinfo=VIETNAM)
SIGNED = datetime(2022, 3, 15, 14, 5, 0, tzinfo=VIETNAM)
PASSPHRASE = "thu-nghiem"
SIGNATURE_FIELD = "chu-ky-lanh-dao"
NAME = "cao-bang-837"
WORKBOOK = b"PK\x03\x04 the workbook of the dossier"
Verify = Callable[[bytes], VerificationReport]
"""Verifies bytes as a file that arrived."""

PICTURE = b"\xff\xd8\xff\xe0 a picture of the press conference"


@dataclass(frozen=True)
class Signer:
    """Somebody who can sign, and who must be trusted for that to count."""

    identity: SignerIdentity
    trust: TrustAnchors


def trial_signer(folder: Path, agency: str) -> Signer:
    files = make_trial_identity(folder, now=SIGNED, passphrase=PASSPHRASE, agency=agency)
    identity = load_pkcs12(files.pkcs12, PASSPHRASE, now=SIGNED)
    return Signer(identity, TrustAnchors.from_pem(files.ca_pem))


def form(form_id: str, answer: str, *, instance: str = "uuid:1", replaced: str = "") -> FrozenForm:
    deprecated = f"<orx:deprecatedID>{replaced}</orx:deprecatedID>" if replaced else ""
    submission = (
        f'<data xmlns:orx="http://openrosa.org/xforms" id="{form_id}" version="2022030901">'
        f"<answer>{answer}</answer>"
        f"<orx:meta><orx:instanceID>{instance}</orx:instanceID>{deprecated}</orx:meta></data>"
    ).encode()
    return FrozenForm(form_id, "2022030901", Digest.of(form_id.encode()), instance, replaced, submission)


def revision(*forms: FrozenForm, agency: str = "04", media: Mapping[str, bytes] | None = None) -> Revision:
    identity = DossierIdentity(
        "837-btttt-cbc", AgencyKey(agency, date(2020, 1, 1)), "5f0c2f5e-0000-4000-8000-000000000837"
    )
    forms = forms or (form("khao-sat-nhanh", "12"), form("ke-hoach", "Truyền thông", instance="uuid:2"))
    remarks = (Remark(forms[0].form_id, "", "/data/answer", RemarkKind.EXPLANATION, "Đã kiểm tra lại"),)
    attachments = tuple(
        Attachment(name, name, Digest.of(content), len(content)) for name, content in (media or {}).items()
    )
    digest = content_digest(identity, forms, remarks, attachments)
    facts = IssueFacts("", "UBND-VX", None, "Cao Bằng")
    return Revision(identity, 1, forms, digest, FINALISED, None, remarks, attachments, facts)


def record_json(of: Revision) -> bytes:
    record = record_of(
        of, agency_name="Ủy ban nhân dân tỉnh Cao Bằng", program_version="0.1.0", trial=True, file_name=submission_file
    )
    return record_to_json(record)


def pdf_embedding(files: Mapping[str, bytes]) -> bytes:
    """One empty page with an empty signature field, and these attachments."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        widget = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=SIGNATURE_FIELD,
            F=132,
            Rect=[0, 0, 0, 0],
            P=page.obj,
        )
        fields = pikepdf.Array([pdf.make_indirect(widget)])
        page.obj.Annots = fields
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=fields))
        for name, content in files.items():
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


@cache
def signed(pdf: bytes, by: Signer) -> bytes:
    """The same document is signed once: RSA takes its time."""
    return sign_pdf(pdf, by.identity, SigningOrder(field=SIGNATURE_FIELD, at=SIGNED))


@dataclass(frozen=True)
class Parcel:
    """The data parts of a package before they become one; each ``with_...`` is an attack or a variation."""

    parts: Mapping[str, bytes]
    finalised_at: datetime = FINALISED
    container_signature: bytes | None = None

    @property
    def document(self) -> bytes:
        return self.parts[f"{NAME}.pdf"]

    def with_part(self, name: str, content: bytes) -> Parcel:
        return replace(self, parts={**self.parts, name: content})

    def without_part(self, name: str) -> Parcel:
        return replace(self, parts={kept: content for kept, content in self.parts.items() if kept != name})

    def signed_as_a_whole(self, by: Signer) -> Parcel:
        manifest = Manifest.of(self.parts, signed=True).to_xml()
        return replace(self, container_signature=sign_manifest(manifest, by.identity, at=SIGNED))

    def archive(self) -> bytes:
        """Packed with every digest as it must be, whatever was done to the parts."""
        return build_archive(self.parts, self.finalised_at, self.container_signature)


def parcel(
    of: Revision, by: Signer | None, media: Mapping[str, bytes] | None = None, workbook: bytes = WORKBOOK
) -> Parcel:
    """The package of a revision as the program makes it; ``by`` None leaves the PDF unsigned."""
    submissions = {submission_file(frozen.form_id): frozen.submission for frozen in of.forms}
    record = record_json(of)
    pdf = pdf_embedding({RECORD: record, f"{NAME}.xlsx": workbook, **submissions})
    parts = {
        f"{NAME}.pdf": signed(pdf, by) if by else pdf,
        f"{NAME}.xlsx": workbook,
        RECORD: record,
        **{submission_part(file): content for file, content in submissions.items()},
        **{media_part(name): content for name, content in (media or {}).items()},
    }
    return Parcel(parts)
