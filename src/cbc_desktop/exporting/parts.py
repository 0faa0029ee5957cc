"""The parts of one revision's package: workbook, record, submissions, attachments, and the PDF that embeds the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop import __version__
from cbc_desktop.documents.pdf.embedded import EmbeddedFile, Relationship
from cbc_desktop.dossier.record import record_of, record_to_json
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.package.layout import (
    RECORD,
    embedded_name,
    media_part,
    media_type_of,
    submission_file,
    submission_part,
)

_DESCRIPTIONS = {
    "xml": "Dữ liệu biểu mẫu (ODK submission)",
    "json": "Hồ sơ: lần chốt, mã băm nội dung, ghi chú, giải trình",
    "xlsx": "Sổ tính Excel",
}


@dataclass(frozen=True, slots=True)
class RevisionParts:
    """``data`` by part name: what the PDF embeds. ``media`` by part name: what it names by digest only."""

    name: str
    data: Mapping[str, bytes]
    media: Mapping[str, bytes]

    @property
    def document(self) -> str:
        return f"{self.name}.pdf"

    @property
    def workbook(self) -> str:
        return f"{self.name}.xlsx"

    def embedded(self) -> list[EmbeddedFile]:
        return [_embedded(name, content) for name, content in self.data.items()]

    def all_with(self, signed_pdf: bytes) -> dict[str, bytes]:
        return {self.document: signed_pdf, **self.data, **self.media}


def revision_parts(
    revision: Revision, name: str, agency: Agency, workbook: bytes, media: Mapping[str, bytes], *, trial: bool
) -> RevisionParts:
    """``name`` is that of the files without their suffix, ``media`` the attachments' bytes by their media name."""
    record = record_of(
        revision, agency_name=agency.name_vi, program_version=__version__, file_name=submission_file, trial=trial
    )
    submissions = {submission_part(submission_file(form.form_id)): form.submission for form in revision.forms}
    data = {**submissions, RECORD: record_to_json(record), f"{name}.xlsx": workbook}
    return RevisionParts(name, data, {media_part(file): content for file, content in media.items()})


def _embedded(name: str, content: bytes) -> EmbeddedFile:
    suffix = name.rpartition(".")[2]
    relationship = Relationship.ALTERNATIVE if suffix == "xlsx" else Relationship.DATA
    return EmbeddedFile(embedded_name(name), media_type_of(name), content, relationship, _DESCRIPTIONS[suffix])
