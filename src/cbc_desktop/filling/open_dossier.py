"""One open dossier: its forms, the notes, explanations and files beside them, its review, finalising and reopening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.facts import issue_facts
from cbc_desktop.dossier.revision import Attachment, IssueFacts, Remark, RemarkKind, Revision
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.filling.attaching import attach, attached, require_file_question
from cbc_desktop.filling.committing import Committing
from cbc_desktop.filling.duplicating import duplicated
from cbc_desktop.filling.finalising import (
    chosen_forms,
    require_complete,
    require_none_lost,
    require_signatory,
    require_warning,
    revision_of,
    standing_remarks,
)
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.filling.freezing import Freezing
from cbc_desktop.filling.giving_facts import give_facts
from cbc_desktop.filling.history import HistoryLine, history_lines
from cbc_desktop.filling.offers import Offer, accepted, find_offers
from cbc_desktop.filling.returned import ReturnedQuestion, logged_place, mark, returned_questions
from cbc_desktop.filling.review import NOTHING_TO_REVIEW, Review, review_form
from cbc_desktop.filling.sent_revision import SentBefore
from cbc_desktop.filling.since_sent import SinceSent, since_sent
from cbc_desktop.filling.undoing import Undoing, Undone
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.store.database import Database
from cbc_desktop.store.laid_out import lay_out
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier

NOT_A_DRAFT = Message(
    "Hồ sơ đã chốt số liệu nên không sửa được. Hãy mở lại hồ sơ để lập bản mới; bản đã chốt vẫn được giữ.",
    "The dossier is finalised and cannot be changed. Reopen it to make a new revision; the finalised one is kept.",
)


@dataclass(slots=True)
class OpenDossier:
    """``stored`` is the dossier as it stands now; ``forms`` its forms by id, in the campaign's order."""

    _store: OfficeStore
    _database: Database
    _clock: Clock
    _identifiers: IdentifierSource
    _who: str
    stored: StoredDossier
    campaign: Campaign
    agency: Agency
    forms: Mapping[str, FormFilling]
    _committing: Committing = field(init=False)
    _sent: SentBefore = field(init=False)

    def __post_init__(self) -> None:
        self._committing = Committing(self._database, self._store.edits, self.dossier_id, self.forms)
        definitions = {form_id: filling.session.definition for form_id, filling in self.forms.items()}
        self._sent = SentBefore(self._store, definitions, self._identifiers)
        self._show_issue_facts()

    @property
    def dossier_id(self) -> str:
        return self.stored.identity.dossier_id

    # --- answers and rows ------------------------------------------------------------------------------------------
    # Each verb is committed when it returns. NotSavedError: it was done, but is not on the disk yet.

    def answer(self, form_id: str, address: Address, lexical: str) -> ChangeSet:
        """Keep an answer in its lexical form, right or wrong, without outer spaces; "" takes it away."""
        return self.answer_all(form_id, {address: lexical})

    def answer_all(self, form_id: str, answers: Mapping[Address, str]) -> ChangeSet:
        """Many answers at once: one edit, whose consequences are followed once."""
        return self._committing.saved(form_id, self._draft(form_id).answer_all(answers))

    def type(self, form_id: str, address: Address, lexical: str) -> ChangeSet:
        """An answer that is still being typed: kept, and committed by ``save`` or with the next verb."""
        return self._draft(form_id).answer_all({address: lexical})

    def add_row(self, form_id: str, repeat: Address, before: RowId | None = None) -> ChangeSet:
        return self.add_rows(form_id, repeat, 1, before)

    def add_rows(self, form_id: str, repeat: Address, count: int, before: RowId | None = None) -> ChangeSet:
        """New rows, one behind the other, at the end or before another row."""
        return self._committing.saved(form_id, self._draft(form_id).add_rows(repeat, count, before))

    def duplicate_rows(self, form_id: str, row_ids: Sequence[RowId]) -> ChangeSet:
        """Behind each row another one with the same answers, inner rows included."""
        return self._committing.saved(form_id, duplicated(self._draft(form_id), row_ids))

    def delete_row(self, form_id: str, row_id: RowId) -> ChangeSet:
        return self.delete_rows(form_id, [row_id])

    def delete_rows(self, form_id: str, row_ids: Sequence[RowId]) -> ChangeSet:
        return self._committing.saved(form_id, self._draft(form_id).delete_rows(row_ids))

    def move_row(self, form_id: str, row_id: RowId, position: int) -> ChangeSet:
        return self._committing.saved(form_id, self._draft(form_id).move_row(row_id, position))

    def attach(self, form_id: str, address: Address, path: Path) -> ChangeSet:
        """Answers a file question with a copy of the file; refused when the file is too large or of another kind."""
        require_file_question(self._draft(form_id).session, address)
        kept = attach(self._store.attachments, self.dossier_id, path, self._who)
        return self.answer(form_id, address, kept.name)

    def offers(self, form_id: str) -> tuple[Offer, ...]:
        """What the dossier's other forms offer to this one now (decision 10); nothing where nothing can be taken."""
        if not self._is_draft:
            return ()
        documents = {other: filling.session.tree.document for other, filling in self.forms.items()}
        return tuple(find_offers(self.form(form_id).session, documents))

    def take(self, form_id: str, offer: Offer) -> ChangeSet:
        """A person accepts an offer: its figure, or its rows, become answers."""
        return self._committing.saved(form_id, accepted(self._draft(form_id), offer))

    def take_all(self, form_id: str, offers: Iterable[Offer]) -> ChangeSet:
        """Several at once: one step to undo."""
        changes = NOTHING
        with self.together(form_id):
            for offer in offers:
                changes |= self.take(form_id, offer)
        return changes

    # --- saving, undoing -------------------------------------------------------------------------------------------

    @property
    def has_unsaved(self) -> bool:
        """Whether something waits to be committed."""
        return self._committing.has_unsaved

    def save(self) -> None:
        """Commits what waits, one edit a form; UserFacingError when the disk refuses, and everything still waits."""
        self._committing.save()

    def together(self, form_id: str) -> AbstractContextManager[None]:
        """The verbs inside are one action of a person on one form: one commit, one edit, one step to undo.

        All or nothing: an error in the block takes back what they did (``TakenBackError`` when it was the person's,
        which says what to draw anew); files that were attached meanwhile stay in the store, unnamed. May be nested.
        """
        self._draft(form_id)
        return self._committing.together(form_id)

    @property
    def can_undo(self) -> bool:
        return self._is_draft and self._undoing.can_undo

    @property
    def can_redo(self) -> bool:
        return self._is_draft and self._undoing.can_redo

    def undo(self) -> Undone | None:
        """Takes back the last edit of this draft, also one of yesterday; None when there is none left.

        ``TakenBackError`` when the disk refuses: nothing was undone.
        """
        self._require_draft()
        self.save()
        return self._undoing.undo()

    def redo(self) -> Undone | None:
        """Does again what was taken back last; None when there is nothing, or something else was done since."""
        self._require_draft()
        self.save()
        return self._undoing.redo()

    @property
    def _undoing(self) -> Undoing:
        return Undoing(self._store, self._database, self.dossier_id, self.forms, self._who)

    def form(self, form_id: str) -> FormFilling:
        if form_id not in self.forms:
            raise BugError(f"the dossier has no form {form_id}")
        return self.forms[form_id]

    def _draft(self, form_id: str) -> FormFilling:
        self._require_draft()
        self._committing.require_whole(form_id)
        return self.form(form_id)

    def _require_draft(self) -> None:
        if not self._is_draft:
            raise UserFacingError(NOT_A_DRAFT)

    @property
    def _is_draft(self) -> bool:
        return self.stored.revision.state is State.DRAFT

    # --- beside the answers ----------------------------------------------------------------------------------------

    def note(self, form_id: str, address: Address, text: str) -> None:
        self._remark(form_id, address, RemarkKind.NOTE, text)

    def explain(self, form_id: str, address: Address, text: str) -> None:
        """The explanation of the warnings at an address, which there must be; compulsory before finalising."""
        if text:
            require_warning(self.form(form_id).session, address)
        self._remark(form_id, address, RemarkKind.EXPLANATION, text)

    def put_beside(self, form_id: str, address: Address, path: Path) -> None:
        """Keeps a copy of the file beside an answer; refused when it is too large or of another kind."""
        self._draft(form_id)
        kept = attach(self._store.attachments, self.dossier_id, path, self._who)
        self._set_files(form_id, address, dict.fromkeys([*self.files_beside(form_id, address), kept.name]))

    def take_from_beside(self, form_id: str, address: Address, name: str) -> None:
        """``name`` is the file's media name; the file itself stays kept, for undoing."""
        self._set_files(form_id, address, [one for one in self.files_beside(form_id, address) if one != name])

    def files_beside(self, form_id: str, address: Address) -> tuple[str, ...]:
        """The media names of the files beside an answer; ``attached`` gives a file by its name."""
        found = (one for one in self.remarks(form_id) if (one.rid, one.path) == (address.row, address.path))
        return next((one.files for one in found if one.kind is RemarkKind.FILES), ())

    def _set_files(self, form_id: str, address: Address, names: Iterable[str]) -> None:
        self._remark(form_id, address, RemarkKind.FILES, "\n".join(names))

    def _remark(self, form_id: str, address: Address, kind: RemarkKind, text: str) -> None:
        filling = self._draft(form_id)
        filling.session.tree.find(address)
        filling.remark(address, kind, keepable(text).strip())
        self._committing.saved(form_id, NOTHING)

    def history(self, form_id: str, address: Address) -> tuple[HistoryLine, ...]:
        """What became of an answer, and of the remarks beside it, the newest change first."""
        filling = self.form(form_id)
        changes = reversed(self._store.answers.at(filling.instance.key, address))
        return tuple(history_lines(filling.session, filling.session.tree.leaf(address), changes))

    def attached(self, name: str) -> tuple[Attachment, bytes]:
        """A file that an answer names, and its bytes; UserFacingError when it is missing or damaged."""
        return attached(self._store.attachments, self.dossier_id, name)

    def attached_copy(self, name: str) -> Path:
        """A file that an answer names, laid out for other programs to read; UserFacingError as ``attached``."""
        return lay_out(self._database.path.parent, *self.attached(name))

    def remarks(self, form_id: str) -> tuple[Remark, ...]:
        return self.form(form_id).remarks

    def set_facts(self, facts: IssueFacts) -> None:
        """Number, symbol, date, place, date sent: facts of the revision, possible in every state (decision 6)."""
        give_facts(self._store, self._database, self.stored, facts, self._who)
        self.look_again()

    def _show_issue_facts(self) -> None:
        facts = issue_facts(self.stored.revision.facts)
        for filling in self.forms.values():
            filling.session.set_facts(facts)

    def look_again(self) -> None:
        """Another desk took a step with the dossier: exported it, handed it over."""
        self._refresh()
        self._show_issue_facts()

    def _refresh(self) -> None:
        self.stored = self._store.dossiers.get(self.dossier_id)

    def returned_questions(self) -> tuple[ReturnedQuestion, ...]:
        """What receivers returned and is still open, or was settled in the present revision."""
        stored = self._store.returns.of(self.dossier_id)
        return tuple(returned_questions(stored, self.forms, self.stored.revision.number))

    def settle_returned(self, question: ReturnedQuestion, *, settled: bool = True) -> None:
        """A person says that a returned question is dealt with, or that it is not after all; can be undone."""
        self._require_draft()
        self.save()
        settled_in = self.stored.revision.number if settled else None
        with self._database.atomic():
            mark(self._store, self.dossier_id, question.key, settled_in, logged_place(question, self.forms), self._who)
            self._store.edits.done(self.dossier_id)

    # --- review, finalise, reopen ----------------------------------------------------------------------------------

    def review(self, form_ids: Sequence[str] | None = None) -> Review:
        """Of these forms, or of all."""
        forms = [self.form(form_id) for form_id in (self.forms if form_ids is None else form_ids)]
        return sum((review_form(form.session, form.remarks) for form in forms), NOTHING_TO_REVIEW)

    def changes_since_sent(self) -> SinceSent | None:
        """What differs from the revision that was sent last, in the language on show; None when none was made yet."""
        sent = self._sent.before(self.stored)
        if sent is None:
            return None
        sessions = {form_id: filling.session for form_id, filling in self.forms.items()}
        remarks = [remark for filling in self.forms.values() for remark in standing_remarks(filling)]
        return since_sent(sent, sessions, remarks)

    def left_out(self, form_ids: Sequence[str] | None = None) -> tuple[str, ...]:
        """The forms that the revision sent last holds and this one, of these forms, would not."""
        chosen = chosen_forms(self.forms, form_ids)
        sent = self._sent.before(self.stored) if len(chosen) < len(self.forms) else None
        return tuple(form_id for form_id in sent.forms if form_id not in chosen) if sent else ()

    def finalise(self, form_ids: Sequence[str] | None = None, *, leaving_out: bool = False) -> Revision:
        """Freezes these forms (all by default) as this revision; refused while anything is in the way (decision 9).

        Refused, too, when a form that was sent before is not among them, unless that is meant (``leaving_out``).
        """
        self._require_draft()
        chosen = chosen_forms(self.forms, form_ids)
        require_signatory(self.campaign, chosen)
        if not leaving_out:
            require_none_lost(self.left_out(chosen))
        require_complete(self.review(chosen))
        self.save()
        revision = self._freezing.finalise(self.stored, [self.forms[form_id] for form_id in chosen])
        self._refresh()
        return revision

    def as_if_finalised(self, form_ids: Sequence[str] | None = None) -> Revision:
        """What finalising these forms would freeze at this moment, whatever is in the way of it; nothing is kept."""
        chosen = [self.forms[form_id] for form_id in chosen_forms(self.forms, form_ids)]
        return revision_of(self._store, self.stored, chosen, self._clock.now())

    def reopen(self) -> None:
        """Begins revision n+1; the finalised one stays as it is."""
        self._freezing.reopen(self.dossier_id)
        self.look_again()

    @property
    def _freezing(self) -> Freezing:
        return Freezing(self._store, self._database, self._clock, self._identifiers, self._who)
