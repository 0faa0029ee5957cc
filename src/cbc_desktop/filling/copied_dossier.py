"""A copy of a dossier that came from another computer: looked at from all sides before anything of it is believed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.text import keepable
from cbc_desktop.base.xml import XmlSyntaxError
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.partial import limited_to
from cbc_desktop.dossier.revision import Attachment
from cbc_desktop.dossier.states import State
from cbc_desktop.filling.attaching import MOST_BYTES, SIGNATURES
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.store import trouble
from cbc_desktop.store.answers import LoggedPlace
from cbc_desktop.store.changes import OF_ROWS, Change, ChangeKind
from cbc_desktop.store.database import Database
from cbc_desktop.store.issued import IssuedFile, document_of
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.remarks import logged_remark
from cbc_desktop.store.returns import logged_return
from cbc_desktop.store.sqlite_errors import DamagedDataError

_NAME_OF_A_FILE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)?")


class NotOursError(Exception):
    """What no version of this program would have written."""


_TRIPPED_OVER = (
    *(NotOursError, BugError, DamagedDataError, XmlSyntaxError),
    *(ValueError, TypeError, LookupError, RecursionError),
)


@contextmanager
def believed(copy: Database) -> Iterator[None]:
    """What our own readers trip over was not written by us: UserFacingError that the file is no copy, or damaged."""
    try:
        yield
    except _TRIPPED_OVER as error:
        raise UserFacingError(trouble.NO_COPY.filled(path=copy.path)) from error


@dataclass(frozen=True, slots=True)
class Inspection:
    """``dossier`` is open over the ``store`` of the copy; ``files`` are the attached files that it carries."""

    store: OfficeStore
    dossier: OpenDossier
    files: dict[Digest, bytes]

    def require_sound(self) -> None:
        """Reads all that the program would ever read of it; NotOursError and the readers' own errors."""
        dossier_id = self.dossier.dossier_id
        _require(set(self.dossier.forms) == set(self.dossier.campaign.forms))
        self._require_moments()
        for instance in self.store.instances.of(dossier_id):
            for answer in self.store.answers.load(instance.key).answers:
                _require_text(answer.lexical)
            for remark in self.store.remarks.of(instance.key):
                _require_text(remark.text)
            for change in self.store.answers.history(instance.key):
                _require_readable(change)
        for attachment in self.store.attachments.of(dossier_id):
            self._require_attachment(attachment)
        self._require_revisions()
        self._require_returns()
        self._require_issued()
        self._require_exports()

    def _require_moments(self) -> None:
        stored, dossier_id = self.dossier.stored, self.dossier.dossier_id
        moments = [stored.created_at, stored.changed_at]
        moments += [step.at for step in self.store.dossiers.transitions(dossier_id)]
        moments += [entry.at for entry in self.store.journal.of(dossier_id)]
        for moment in moments:
            _require_moment(moment)
        _require_text(stored.agency_name)

    def _require_revisions(self) -> None:
        """Numbered without a gap, each chained to the one before; only the last may be a draft."""
        replaced: Digest | None = None
        revisions = self.store.dossiers.revisions(self.dossier.dossier_id)
        for number, revision in enumerate(revisions, start=1):
            last = number == len(revisions)
            draft = revision.content_digest is None
            _require(revision.number == number and revision.replaces == replaced)
            _require(draft == (revision.state is State.DRAFT) and (last or revision.state is State.REOPENED))
            if not draft:
                self._require_frozen(number)
            replaced = revision.content_digest

    def _require_frozen(self, number: int) -> None:
        try:
            frozen = self.store.submissions.load(self.dossier.dossier_id, number)
        except UserFacingError as error:  # its way out, restoring a backup, is for our own data
            raise NotOursError from error
        digest = content_digest(frozen.identity, frozen.forms, frozen.remarks, frozen.attachments)
        _require(digest == frozen.content_digest)
        _require_moment(frozen.finalised_at)
        for attachment in frozen.attachments:
            self._require_attachment(attachment)

    def _require_returns(self) -> None:
        """Slips for this dossier, which our own reader takes."""
        try:
            returned = self.store.returns.of(self.dossier.dossier_id)
        except UserFacingError as error:
            raise NotOursError from error
        _require(all(one.slip.identity == self.dossier.stored.identity for one in returned))

    def _require_issued(self) -> None:
        """The document on its way out carries what was frozen, and its files have names that a package can hold."""
        try:
            files = self.store.issued.of(self.dossier.dossier_id)
        except UserFacingError as error:
            raise NotOursError from error
        for file in files:
            _require_moment(file.at)
            _require(_NAME_OF_A_FILE.fullmatch(file.name) is not None)
        document = document_of(files)
        if document is not None:
            self._require_carried(document)

    def _require_carried(self, document: IssuedFile) -> None:
        # pikepdf takes time to load, which the start of the program need not wait for
        from cbc_desktop.documents.pdf.embedded import UnreadablePdfError
        from cbc_desktop.package.carried_dossier import carries

        revision = self.store.submissions.load(self.dossier.dossier_id, self.dossier.stored.revision.number)
        known = self.dossier.campaign.documents_of({form.form_id for form in revision.forms})
        forms = {one.id: one.forms for one in known}[document.document]
        try:
            _require(carries(document.content, limited_to(revision, forms).content_digest))
        except UnreadablePdfError as error:
            raise NotOursError from error

    def _require_exports(self) -> None:
        """Where packages went is looked up later: each entry says all of it."""
        for entry in self.store.journal.of(self.dossier.dossier_id):
            _require(all(isinstance(fact, str) for fact in entry.facts.values()))
            _require(entry.event != "exported" or {"folder", "package", "digest"} <= entry.facts.keys())

    def _require_attachment(self, attachment: Attachment) -> None:
        """Its name becomes that of a file, which a program of the system opens: only what could be attached here."""
        signature = SIGNATURES.get(PurePath(attachment.original_name).suffix.lower())
        _require(_NAME_OF_A_FILE.fullmatch(attachment.name) is not None and signature is not None)
        _require(PurePath(attachment.name).suffix == PurePath(attachment.original_name).suffix.lower())
        _require_text(attachment.original_name)
        content = self.files.get(attachment.digest)
        if content is not None:
            _require(len(content) == attachment.size <= MOST_BYTES and content.startswith(signature or b""))


def _require(holds: bool) -> None:
    if not holds:
        raise NotOursError


def _require_moment(moment: datetime) -> None:
    _require(moment.tzinfo is not None)


def _require_text(text: str) -> None:
    _require(keepable(text) == text)


def _require_readable(change: Change) -> None:
    _require_moment(change.at)
    if change.kind is ChangeKind.REMARK:
        logged_remark(change)
    elif change.kind is ChangeKind.RETURN:
        logged_return(change)
    elif change.kind in OF_ROWS:
        for text in filter(None, (change.before, change.after)):
            LoggedPlace.read(text)
