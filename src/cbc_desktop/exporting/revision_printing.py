"""A finalised revision as a printed dossier, from its frozen submissions and never from what is being typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import VIETNAMESE, Message
from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedDossier, PrintedForm
from cbc_desktop.documents.printing.data import data_tables
from cbc_desktop.documents.printing.forms import Beside, FormPrinter
from cbc_desktop.dossier.facts import dossier_facts, issue_facts
from cbc_desktop.dossier.partial import limited_to
from cbc_desktop.dossier.revision import FrozenForm, Revision
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.exporting.document_answers import Answers
from cbc_desktop.exporting.official_document import appendix_number, official_document
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.store.form_versions import FormVersions

OTHER_FORM_VERSION = Message(
    "Hồ sơ này được chốt theo phiên bản {old} của biểu mẫu “{form}”, nhưng trên máy không có phiên bản đó. "
    "Hãy cài lại đúng bộ biểu mẫu rồi xuất lại; hồ sơ đã chốt vẫn còn nguyên.",
    "This dossier was finalised with version {old} of the form “{form}”, which this machine does not have. "
    "Install the dossier's own forms and export again; the finalised dossier is untouched.",
)


class RevisionPrinter:
    """Prints revisions, each with the forms that it was filled in with."""

    def __init__(self, versions: FormVersions, identifiers: IdentifierSource) -> None:
        self._versions, self._identifiers = versions, identifiers

    def print_revision(
        self,
        revision: Revision,
        document: DocumentDef,
        campaign: Campaign,
        agency: Agency,
        *,
        trial: bool,
        language: str = VIETNAMESE,
    ) -> PrintedDossier:
        """``document`` of the revision; its texts may speak of all forms, what is printed is of the document's own.

        ``language`` is that of forms and sheets; the document that heads them is always Vietnamese (decision 20).
        """
        answers = self._answers(revision, campaign, agency)
        shown = limited_to(revision, document.forms)
        official = official_document(document, campaign, agency, revision, answers)
        return PrintedDossier(
            title=_title(official, campaign, language),
            language=language,
            document=official,
            forms=tuple(_forms(shown, document, campaign, answers, language)),
            campaign=campaign.letter.number,
            agency=agency.name.in_language(language),
            revision=shown.number,
            content_digest=shown.content_digest,
            finalised_at=shown.finalised_at,
            trial=trial,
        )

    def heading(
        self, revision: Revision, document: DocumentDef, campaign: Campaign, agency: Agency
    ) -> OfficialDocument:
        """What heads and ends the document, with the facts of issue that the revision has."""
        return official_document(document, campaign, agency, revision, self._answers(revision, campaign, agency))

    def _answers(self, revision: Revision, campaign: Campaign, agency: Agency) -> Answers:
        """The forms of the revision, filled in as they were frozen."""
        facts = {**dossier_facts(campaign, agency), **issue_facts(revision.facts)}
        world = World(FixedClock(revision.finalised_at), self._identifiers, facts)
        resumed = {form.form_id: self._resumed(form, campaign, world) for form in revision.forms}
        sessions = {form_id: session for form_id, (session, _) in resumed.items()}
        return Answers(sessions, {form_id: saved for form_id, (_, saved) in resumed.items()})

    def _resumed(self, form: FrozenForm, campaign: Campaign, world: World) -> tuple[FormSession, SavedForm]:
        """The form as it was when it was frozen, and the answers that were frozen."""
        definition = self._versions.find(campaign, form.form_id, form.form_digest)
        if definition is None:
            raise UserFacingError(OTHER_FORM_VERSION.filled(form=form.form_id, old=form.version))
        saved = read_submission(definition, form.submission, self._identifiers)
        return FormSession.resume(definition, saved, world), saved


def _title(document: OfficialDocument, campaign: Campaign, language: str) -> str:
    """Of the file: a document of a named type is called by it and its summary, a letter by the campaign."""
    kind = DOCUMENT_TYPES[document.kind]
    return kind.called(document.subject) if kind.title else campaign.title.in_language(language)


def _forms(
    shown: Revision, document: DocumentDef, campaign: Campaign, answers: Answers, language: str
) -> Iterator[PrintedForm]:
    for form in shown.forms:
        session, saved = answers.sessions[form.form_id], answers.saved[form.form_id]
        printer = FormPrinter(session, language, Beside.of(shown, form.form_id))
        title = campaign.form_title(session.definition).in_language(language)
        printed = printer.form(appendix_number(form.form_id, document))
        yield replace(printed, title=title, data=data_tables(session.definition, saved))
