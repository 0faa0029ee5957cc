"""What was put together wrongly: parts of other dossiers, of other revisions, and honest documents in a wrong place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pikepdf
from added_revisions import changed, forge_page
from attack import Attack
from honest import APPENDIX, MEDIA, honest, identity_of, numbered, people, sealed_by, signed
from package_samples import NAME, SIGNED, WORKBOOK, pdf_embedding
from pki import OTHER_PROVINCE, PROVINCE, Holder

from cbc_desktop.exporting.attachment_signing import signed_attachments
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.layout import OUTGOING, RECORD, media_part, signed_copy_part, submission_part
from cbc_desktop.package.outgoing import OutgoingDocument
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.verdict import Verdict


def _of_another_agency() -> bytes:
    """Honestly signed by another agency, for another dossier."""
    other = honest(agency=OTHER_PROVINCE)
    return sealed_by(numbered(signed(other.unsigned, people().leader)), people().other_organisation)


def _with_files_exchanged_inside() -> bytes:
    """Two embedded files have changed their names, and the package's parts follow; then everybody signs."""
    out = BytesIO()
    with pikepdf.open(BytesIO(honest().unsigned)) as document:
        files = document.attachments
        first, second = (files[name].obj for name in ("khao-sat-nhanh.xml", "ke-hoach.xml"))
        first.EF, second.EF = second.EF, first.EF
        document.save(out)
    return sealed_by(numbered(signed(out.getvalue(), people().leader)), people().organisation)


def _exchanged(first: str, second: str) -> bytes:
    parcel = honest().parcel(honest().sealed)
    return parcel.with_part(first, parcel.parts[second]).with_part(second, parcel.parts[first]).archive()


def _with(name: str, content: bytes) -> bytes:
    return honest().parcel(honest().sealed).with_part(name, content).archive()


def _second_directory() -> bytes:
    """A package in a zip of its own, behind an honest one: unpackers read from the end."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(RECORD, "{}")
    return honest().package() + out.getvalue()


def signed_copy(by: Callable[[], Holder] = lambda: people().organisation, content: bytes = MEDIA[APPENDIX]) -> bytes:
    """What the program makes of an attached PDF when the agency signs."""
    signer = LocalSigner(identity_of(by()))
    return signed_attachments({APPENDIX: content}, "45/UBND-VX", signer, SIGNED, lambda _: None).copies[APPENDIX]


def with_copy(copy: bytes) -> bytes:
    return _with(signed_copy_part(APPENDIX), copy)


def with_outgoing(document: Callable[[], bytes] = lambda: honest().sealed, **changes: object) -> bytes:
    """What document systems are told; honestly it is what stands on the page."""
    told: dict[str, object] = {
        "type_name": "Công văn",
        "number": "45",
        "notation": "UBND-VX",
        "issued": date(2022, 3, 15),
        "agency": PROVINCE,
        "subject": "V/v cung cấp thông tin khảo sát",
        "pages": 1,
        "description": "",
        "signer_position": "Chủ tịch",
        "signer_name": "Nguyễn Thị Lan",
        "addressees": ("Bộ Thông tin và Truyền thông",),
    }
    content = OutgoingDocument(**{**told, **changes}).to_xml()  # type: ignore[arg-type]  # passed on by name
    return honest().parcel(document()).with_part(OUTGOING, content).archive()


_SURVEY, _PLAN = submission_part("khao-sat-nhanh.xml"), submission_part("ke-hoach.xml")

ATTACKS: list[Attack] = [
    Attack("package", "another workbook", lambda: _with(f"{NAME}.xlsx", WORKBOOK + b"!"), FactCode.EMBEDDED_EQUALS),
    Attack("package", "another attachment", lambda: _with(media_part("hop-bao.jpg"), b"!"), FactCode.MEDIA_MATCHES),
    Attack("package", "answers exchanged", lambda: _exchanged(_SURVEY, _PLAN), FactCode.EMBEDDED_EQUALS),
    Attack("package", "another record", lambda: _with(RECORD, b"{}"), FactCode.EMBEDDED_EQUALS),
    Attack(
        "package",
        "answers exchanged inside the signed document",
        lambda: honest().package(_with_files_exchanged_inside()),
        FactCode.SUBMISSION_MATCHES,
    ),
    Attack(
        "package",
        "the document of another agency",
        lambda: honest().package(_of_another_agency()),
        FactCode.EMBEDDED_EQUALS,
    ),
    Attack(
        "package",
        "the document of an older revision",
        lambda: honest(number=2).package(honest().sealed),
        FactCode.EMBEDDED_EQUALS,
    ),
    Attack(
        "package",
        "the seal cut off",
        lambda: honest().package(honest().numbered),
        FactCode.SIGNATURES_COVER_FILE,
        "no signature vouches",
        Verdict.INDETERMINATE,
    ),
    Attack(
        "package",
        "seal and number cut off",
        lambda: with_outgoing(lambda: honest().by_leader),
        FactCode.OUTGOING_FITS,
        verdict=Verdict.INDETERMINATE,
    ),
    Attack(
        "package",
        "no signature left",
        lambda: honest().package(honest().unsigned),
        FactCode.PDF_SIGNED,
        verdict=Verdict.INDETERMINATE,
    ),
    Attack("package", "another package behind it", _second_directory, FactCode.ARCHIVE_SOUND),
    Attack("package", "bytes before it", lambda: b"%PDF-1.7\n" + honest().package(), FactCode.PDF_READABLE),
    Attack(
        "signed copy",
        "its page painted over",
        lambda: with_copy(changed(forge_page)(signed_copy())),
        FactCode.COPY_SIGNED,
        "does not hold",
    ),
    Attack(
        "signed copy",
        "of another attachment",
        lambda: with_copy(signed_copy(content=pdf_embedding({"a": b"b"}))),
        FactCode.COPY_SIGNED,
        "no signed copy",
    ),
    Attack(
        "signed copy",
        "signed by a stranger",
        lambda: with_copy(signed_copy(lambda: people().stranger)),
        FactCode.COPY_SIGNED,
    ),
    Attack("metadata", "another number", lambda: with_outgoing(number="46"), FactCode.OUTGOING_FITS),
    Attack("metadata", "another day", lambda: with_outgoing(issued=date(2022, 3, 16)), FactCode.OUTGOING_FITS),
    Attack("metadata", "no number", lambda: with_outgoing(number="", issued=None), FactCode.OUTGOING_FITS),
    Attack("metadata", "another agency", lambda: with_outgoing(agency=OTHER_PROVINCE), FactCode.OUTGOING_FITS),
]
