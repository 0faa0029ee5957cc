"""Packs the document of a revision, as far as it has come: the files appear together, when all of them are good.

Record, submissions and workbook are taken out of the PDF, never made anew: what travels beside it is what it vouches
for, whichever version of the program packs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.exporting.exported import ExportedNames, ExportPlan, ExportResult
from cbc_desktop.exporting.mail_words import mail_words
from cbc_desktop.exporting.outgoing import outgoing_document
from cbc_desktop.exporting.press import Press
from cbc_desktop.exporting.read_back import read_back
from cbc_desktop.package.archive import build_archive, write_package
from cbc_desktop.package.layout import OUTGOING, media_part, place_of_embedded, scan_part, signed_copy_part
from cbc_desktop.package.mail_draft import mail_draft
from cbc_desktop.package.manifest import Manifest
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.staging import Stages

WRITING = Message("Đang ghi các tệp …", "Writing the files …")
READING = Message("Đang đọc lại để đối chiếu …", "Reading back to compare …")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is packed: the PDF, signed or not; by file name the scans of its paper, and attachments that were signed."""

    pdf: bytes = field(repr=False)
    trial: bool
    scans: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    signed_copies: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Packed:
    result: ExportResult
    digest: Digest
    """Of the package."""


@dataclass(frozen=True, slots=True)
class Packing:
    press: Press
    stages: Stages
    clock: Clock
    identifiers: IdentifierSource

    def pack(self, plan: ExportPlan, outgoing: Outgoing, signer: Signer | None, progress: Progress) -> Packed:
        """PDF, workbook, package and e-mail draft in the plan's folder; ``signer`` signs the container, if anybody.

        Raises UserFacingError when the disk says no, or what was written does not read back as it should.
        """
        progress(WRITING)
        names = ExportedNames.of(plan.name)
        content = self._content(plan, names, outgoing)
        archive = self._archive(plan, content, signer)
        with self.stages.staged(plan.folder) as stage:
            _write(stage.folder, names, content, archive)
            write_atomically(stage.folder / names.mail, self._mail(plan, names, archive, outgoing), private=False)
            progress(READING)
            report = read_back(stage.folder / names.package, plan.shown, content, self.clock)
        return Packed(ExportResult.of(plan.folder, names, report, stage.set_aside), Digest.of(archive))

    def _content(self, plan: ExportPlan, names: ExportedNames, outgoing: Outgoing) -> dict[str, bytes]:
        """The data parts of the package by name."""
        embedded = {place_of_embedded(name): content for name, content in embedded_files(outgoing.pdf).items()}
        return {
            names.document: outgoing.pdf,
            **{place: content for place, content in embedded.items() if place},
            OUTGOING: outgoing_document(plan, self.press.heading(plan), outgoing.pdf).to_xml(),
            **{media_part(name): content for name, content in self.press.media(plan).items()},
            **{scan_part(name): content for name, content in outgoing.scans.items()},
            **{signed_copy_part(name): content for name, content in outgoing.signed_copies.items()},
        }

    def _archive(self, plan: ExportPlan, content: Mapping[str, bytes], signer: Signer | None) -> bytes:
        if signer is None:
            return build_archive(content, plan.revision.finalised_at)
        manifest = Manifest.of(content, signed=True).to_xml()
        signature = signer.sign_manifest(manifest, at=self.clock.now())
        return build_archive(content, plan.revision.finalised_at, signature)

    def _mail(self, plan: ExportPlan, names: ExportedNames, archive: bytes, outgoing: Outgoing) -> bytes:
        words = mail_words(plan, names.package, trial=outgoing.trial)
        return mail_draft(
            receiver=words.receiver,
            receiver_name=words.receiver_name,
            subject=words.subject,
            body=words.body,
            attached={names.package: archive},
            date=self.clock.now(),
            identifier=self.identifiers.new_uuid(),
        )


def _write(stage: Path, names: ExportedNames, content: Mapping[str, bytes], archive: bytes) -> None:
    write_atomically(stage / names.document, content[names.document], private=False)
    write_atomically(stage / names.workbook, content[names.workbook], private=False)
    write_package(stage / names.package, archive)
