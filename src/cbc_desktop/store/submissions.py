"""Revisions as they were frozen: submissions, remarks and attachments, written once (triggers refuse anything else)."""

from __future__ import annotations

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.dossier.revision import Attachment, FrozenForm, Remark, Revision
from cbc_desktop.dossier.states import State
from cbc_desktop.store.attachments import attachment_in
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.remarks import in_remark
from cbc_desktop.store.stored_dossier import StoredRevision


class SubmissionStore:
    """Keeps what was finalised and gives it back whole, byte for byte."""

    def __init__(self, database: Database, dossiers: DossierStore) -> None:
        self._database = database
        self._dossiers = dossiers

    def add(self, revision: Revision) -> None:
        """Freeze the dossier's draft; ``DossierStore.move`` with FINALISE belongs into the same transaction.

        The facts of issue are kept too, and may change later (decision 6); everything else may not.
        """
        dossier_id = revision.identity.dossier_id
        with self._database.atomic():
            self._refuse_other_than_the_draft(revision)
            key = self._key(dossier_id, revision.number)
            self._database.execute(
                "UPDATE revision SET content_digest = ?, finalised_at = ? WHERE id = ?",
                (str(revision.content_digest), revision.finalised_at.isoformat(), key),
            )
            for form in revision.forms:
                self._add_form(key, form)
            for remark in revision.remarks:
                self._add_remark(key, remark)
            for attachment in revision.attachments:
                self._add_attachment(key, attachment)
            self._dossiers.set_facts(dossier_id, revision.facts)

    def load(self, dossier_id: str, number: int) -> Revision:
        """The revision as it was frozen, with its present facts of issue; UserFacingError when bytes were damaged."""
        stored = self._stored(dossier_id, number)
        if stored.content_digest is None or stored.finalised_at is None:
            raise BugError(f"revision {number} of dossier {dossier_id} is not finalised")
        key = self._key(dossier_id, number)
        return Revision(
            identity=self._dossiers.get(dossier_id).identity,
            number=number,
            forms=self._forms(key),
            content_digest=stored.content_digest,
            finalised_at=stored.finalised_at,
            replaces=stored.replaces,
            remarks=self._remarks(key),
            attachments=self._attachments(key),
            facts=stored.facts,
        )

    def _refuse_other_than_the_draft(self, revision: Revision) -> None:
        draft = self._dossiers.get(revision.identity.dossier_id).revision
        if (draft.number, draft.state, draft.replaces) != (revision.number, State.DRAFT, revision.replaces):
            raise BugError(f"revision {revision.number} is not the draft of dossier {revision.identity.dossier_id}")

    def _stored(self, dossier_id: str, number: int) -> StoredRevision:
        for stored in self._dossiers.revisions(dossier_id):
            if stored.number == number:
                return stored
        raise BugError(f"dossier {dossier_id} has no revision {number}")

    def _key(self, dossier_id: str, number: int) -> int:
        ((key,),) = self._database.query(
            "SELECT revision.id FROM revision JOIN dossier ON dossier.id = revision.dossier "
            "WHERE dossier_id = ? AND number = ?",
            (dossier_id, number),
        )
        return int(key)

    def _add_form(self, revision: int, form: FrozenForm) -> None:
        self._database.execute(
            "INSERT INTO submission (revision, form_id, version, form_digest, instance_id, deprecated_id, digest, "
            "content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                revision,
                form.form_id,
                form.version,
                str(form.form_digest),
                form.instance_id,
                form.deprecated_id,
                str(Digest.of(form.submission)),
                form.submission,
            ),
        )

    def _add_remark(self, revision: int, remark: Remark) -> None:
        self._database.execute(
            "INSERT INTO submitted_remark (revision, form_id, rid, path, kind, text) VALUES (?, ?, ?, ?, ?, ?)",
            (revision, remark.form_id, remark.rid, remark.path, remark.kind.value, remark.text),
        )

    def _add_attachment(self, revision: int, attachment: Attachment) -> None:
        self._database.execute(
            "INSERT INTO submitted_attachment (revision, name, original_name, digest, size) VALUES (?, ?, ?, ?, ?)",
            (revision, attachment.name, attachment.original_name, str(attachment.digest), attachment.size),
        )

    def _forms(self, revision: int) -> tuple[FrozenForm, ...]:
        forms = self._database.read(
            _form,
            "SELECT digest, form_id, version, form_digest, instance_id, deprecated_id, content FROM submission "
            "WHERE revision = ? ORDER BY id",
            (revision,),
        )
        return tuple(forms)

    def _remarks(self, revision: int) -> tuple[Remark, ...]:
        sql = "SELECT form_id, rid, path, kind, text FROM submitted_remark WHERE revision = ? ORDER BY id"
        return tuple(self._database.read(in_remark, sql, (revision,)))

    def _attachments(self, revision: int) -> tuple[Attachment, ...]:
        sql = "SELECT name, original_name, digest, size FROM submitted_attachment WHERE revision = ? ORDER BY id"
        return tuple(self._database.read(attachment_in, sql, (revision,)))


def _form(row: Row) -> FrozenForm:
    digest, form_id, version, form_digest, instance_id, deprecated_id, content = row
    if Digest(digest) != Digest.of(content):
        raise ValueError("not the submission that was frozen")
    return FrozenForm(form_id, version, Digest(form_digest), instance_id, deprecated_id, content)
