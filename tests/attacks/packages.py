"""What was put together wrongly: parts of other dossiers, of other revisions, and honest documents in a wrong place."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pikepdf
from attack import Attack
from honest import honest, numbered, people, sealed_by, signed
from package_samples import NAME, WORKBOOK
from pki import OTHER_PROVINCE

from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.layout import RECORD, media_part, submission_part


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
    Attack("package", "another package behind it", _second_directory, FactCode.ARCHIVE_SOUND),
    Attack("package", "bytes before it", lambda: b"%PDF-1.7\n" + honest().package(), FactCode.PDF_READABLE),
]
