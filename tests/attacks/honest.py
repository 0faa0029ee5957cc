"""The honest document that every attack begins with: signed by the leader, numbered, sealed by the agency, packed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from package_samples import FINALISED, NAME, PICTURE, SIGNED, WORKBOOK, Parcel, pdf_embedding, revision
from pdf_update import Update
from pikepdf import Dictionary, Name, String
from pki import PROVINCE, Holder, Pki, make_pki

from cbc_desktop import __version__
from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.pdf.embedded import EmbeddedFile, Relationship
from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD, NUMBER_FIELD
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedDossier, SignatureBlock
from cbc_desktop.dossier.record import record_of, record_to_json
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.exporting.signing_steps import numbered_document
from cbc_desktop.package.layout import RECORD, embedded_name, media_part, submission_file, submission_part
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.identity import Pkcs12Identity, SignerIdentity
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.trust import TrustAnchors

NUMBER, OTHER_NUMBER = "Số: 45/UBND-VX", "Số: 46/UBND-VX"
APPENDIX = "phu-luc.pdf"
MEDIA = {"hop-bao.jpg": PICTURE, APPENDIX: pdf_embedding({})}
DOCUMENT = f"{NAME}.pdf"


@cache
def people() -> Pki:
    return make_pki(SIGNED)


def trust() -> TrustAnchors:
    return TrustAnchors.from_pem(people().authority.pem)


def identity_of(holder: Holder) -> SignerIdentity:
    """Also of somebody whom the program would not let sign: attackers use another one."""
    pki = people()
    return Pkcs12Identity(
        certificate=Certificate.of(holder.der),
        findings=(),
        chain=(pki.issuing.der, pki.other_root.der),
        pss=False,
        private_key=holder.key,
    )


def signed(pdf: bytes, by: Holder, field: str = LEADER_FIELD) -> bytes:
    return sign_pdf(pdf, identity_of(by), SigningOrder(field=field, at=SIGNED))


def sealed_by(pdf: bytes, by: Holder) -> bytes:
    return signed(pdf, by, AGENCY_FIELD)


def numbered(pdf: bytes, number: str = NUMBER, field: str = NUMBER_FIELD) -> bytes:
    """A field filled by another program: the value, and an appearance of its own."""
    update = Update(pdf)
    place = update.field(field)
    font = Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    shown = b"/Tx BMC BT /F1 12 Tf 10 5 Td (%b) Tj ET EMC" % number.encode("ascii", "ignore")
    entries = {"BBox": place.AP.N.BBox, "Resources": Dictionary(Font=font)}
    appearance = update.stream(shown, Type=Name.XObject, Subtype=Name.Form, **entries)
    place.V, place.AP = String(number), Dictionary(N=appearance)
    update.mark(place)
    return update.written()


@dataclass(frozen=True)
class Honest:
    """One document in all its states, and the dossier that it carries."""

    of: Revision
    unsigned: bytes

    @property
    def by_leader(self) -> bytes:
        return _by_leader(self.unsigned)

    @property
    def numbered(self) -> bytes:
        return _numbered(self.unsigned)

    @property
    def sealed(self) -> bytes:
        return _sealed(self.unsigned)

    def parcel(self, document: bytes) -> Parcel:
        """The package around a document, with every digest as it must be."""
        return Parcel({DOCUMENT: document, **_data(self.of), **{media_part(n): c for n, c in MEDIA.items()}})

    def package(self, document: bytes | None = None) -> bytes:
        return self.parcel(document or self.sealed).archive()


@cache
def honest(number: int = 1, agency: str = PROVINCE) -> Honest:
    """``number`` is that of the revision."""
    first = revision(media=MEDIA)
    of = first if number == 1 else replace(first, number=number, replaces=Digest.of(b"the first package"))
    embedded = [_embedded(name, content) for name, content in _data(of, agency).items()]
    return Honest(of, to_pdfa(render_pdf(_printed(of, agency)), embedded))


@cache
def _by_leader(unsigned: bytes) -> bytes:
    return signed(unsigned, people().leader)


@cache
def _numbered(unsigned: bytes) -> bytes:
    heading = replace(_letter(PROVINCE), number="45", date="ngày 15 tháng 3 năm 2022")
    return numbered_document(_by_leader(unsigned), heading, SIGNED)


@cache
def _sealed(unsigned: bytes) -> bytes:
    return sealed_by(_numbered(unsigned), people().organisation)


def _data(of: Revision, agency: str = PROVINCE) -> Mapping[str, bytes]:
    record = record_of(of, agency_name=agency, program_version=__version__, file_name=submission_file)
    submissions = {submission_part(submission_file(form.form_id)): form.submission for form in of.forms}
    return {**submissions, RECORD: record_to_json(record), f"{NAME}.xlsx": WORKBOOK}


def _embedded(name: str, content: bytes) -> EmbeddedFile:
    return EmbeddedFile(embedded_name(name), "application/octet-stream", content, Relationship.DATA, "Dữ liệu")


def _letter(agency: str) -> OfficialDocument:
    return OfficialDocument(
        parent_agency="",
        agency=agency,
        symbol="UBND-VX",
        subject="V/v cung cấp thông tin khảo sát",
        place="Mẫu",
        addressees=("Bộ Thông tin và Truyền thông",),
        paragraphs=("Kính gửi Bộ thông tin khảo sát; số người làm truyền thông: 12.", "Trân trọng./."),
        signature=SignatureBlock(("CHỦ TỊCH",), "Nguyễn Thị Lan"),
        recipients=("Như trên", "Lưu: VT"),
    )


def _printed(of: Revision, agency: str) -> PrintedDossier:
    return PrintedDossier(
        title="Báo cáo khảo sát",
        language="vi",
        document=_letter(agency),
        forms=(),
        campaign="837/BTTTT-CBC",
        agency=agency,
        revision=of.number,
        content_digest=of.content_digest,
        finalised_at=FINALISED,
    )
