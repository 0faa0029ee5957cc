"""Packages by the thousand: each is valid, signed for its commune, and has a dossier and contents of its own.

What is not each one's own is said here: the document is one empty page around the data, the workbook is nobody's, the
answers are out of a pool (`answer_pool`), and few keys sign for all, each with a certificate for the commune.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from answer_pool import AnswerPool
from consignment import Shipment, shipment
from cryptography.hazmat.primitives.asymmetric import ec
from national_campaign import NATIONAL, commune_code, commune_name
from pki import Holder, Key, certified
from quick_signatures import detached, signed_pdf

from cbc_desktop import __version__
from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.record import record_of, record_to_json
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.archive import build_archive
from cbc_desktop.package.layout import RECORD, embedded_name, submission_file, submission_part
from cbc_desktop.package.manifest import Manifest

FINALISED = datetime(2022, 3, 20, 9, 0, tzinfo=VIETNAM)
SIGNED = datetime(2022, 3, 21, 9, 0, tzinfo=VIETNAM)
ARRIVED = datetime(2022, 3, 25, 9, 0, tzinfo=VIETNAM)
WORKBOOK = b"PK\x03\x04 a workbook that nobody opens"
KEYS = 8


@dataclass(frozen=True)
class Mailroom:
    """Where packages are made; ``authority`` certified all who sign."""

    answers: AnswerPool
    authority: Holder
    keys: Sequence[Key]

    @classmethod
    def open(cls, answers: AnswerPool) -> Mailroom:
        authority = certified("Gốc của cả nước", SIGNED, usage={"key_cert_sign", "crl_sign"}, authority=True)
        return cls(answers, authority, [ec.generate_private_key(ec.SECP256R1()) for _ in range(KEYS)])

    def package(self, number: int) -> bytes:
        """The ``number``-th of the consignment."""
        sent = shipment(number)
        return self.packed(self.revision(sent), sent.commune)

    def packed(self, revision: Revision, commune: int) -> bytes:
        return self.packed_data(data_of(revision, commune_name(commune)), commune, revision.finalised_at)

    def packed_data(self, data: Mapping[str, bytes], commune: int, finalised_at: datetime = FINALISED) -> bytes:
        """Signed inside and outside by the commune, whatever the parts say."""
        by = self._signer(commune)
        embedded = {embedded_name(name): content for name, content in data.items()}
        document = signed_pdf(embedded, by, self.authority, SIGNED)
        return self.packed_parts({f"{commune_code(commune)}.pdf": document, **data}, commune, finalised_at)

    def packed_parts(self, parts: Mapping[str, bytes], commune: int, finalised_at: datetime = FINALISED) -> bytes:
        """With the commune's signature over the container alone."""
        manifest = Manifest.of(parts, signed=True).to_xml()
        signature = detached(manifest, self._signer(commune), self.authority, SIGNED)
        return build_archive(parts, finalised_at, signature)

    def revision(self, sent: Shipment) -> Revision:
        identity = DossierIdentity(
            NATIONAL, AgencyKey(commune_code(sent.commune)), str(UUID(int=(sent.commune << 8) + sent.computer))
        )
        forms = self.answers.forms(sent.number, sent.commune, sent.number)
        found = Revision(identity, sent.revision, forms, content_digest(identity, forms), FINALISED)
        if sent.revision == 1:
            return found
        before = self.revision(Shipment(_first_of(sent), sent.commune, sent.computer, 1))
        return replace(found, replaces=before.content_digest)

    def _signer(self, commune: int) -> Holder:
        key, name = self.keys[commune % len(self.keys)], f"Chủ tịch xã Mẫu {commune}"
        return certified(name, SIGNED, issuer=self.authority, key=key, organisation=commune_name(commune))


def _first_of(sent: Shipment) -> int:
    """The number of the package with the first revision of the same dossier: the first of its round."""
    return sent.number // 10 * 10


def data_of(revision: Revision, agency: str) -> dict[str, bytes]:
    record = record_of(revision, agency_name=agency, program_version=__version__, file_name=submission_file)
    submissions = {submission_part(submission_file(form.form_id)): form.submission for form in revision.forms}
    return {**submissions, RECORD: record_to_json(record), "so-tinh.xlsx": WORKBOOK}
