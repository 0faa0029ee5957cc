"""A finalised revision as a printed dossier, from its frozen submissions and never from what is being typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import VIETNAMESE, Message
from cbc_desktop.documents.printed_form import PrintedDossier, PrintedForm
from cbc_desktop.documents.printing.data import data_tables
from cbc_desktop.documents.printing.forms import Beside, print_form
from cbc_desktop.documents.vietnamese import roman
from cbc_desktop.dossier.facts import dossier_facts, issue_facts
from cbc_desktop.dossier.revision import FrozenForm, Revision
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.exporting.cover_letter import cover_letter
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import FormDefinition
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
        self, revision: Revision, campaign: Campaign, agency: Agency, *, trial: bool, language: str = VIETNAMESE
    ) -> PrintedDossier:
        """``language`` is that of forms and sheets; the document that heads them is always Vietnamese (decision 20)."""
        facts = {**dossier_facts(campaign, agency), **issue_facts(revision.facts)}
        world = World(FixedClock(revision.finalised_at), self._identifiers, facts)
        resumed = {form.form_id: self._resumed(form, campaign, world) for form in revision.forms}
        sessions = {form_id: session for form_id, (session, _) in resumed.items()}
        forms = tuple(
            replace(
                print_form(session, _number(place, sessions), language, _beside(revision, form_id)),
                data=data_tables(session.definition, saved),
            )
            for place, (form_id, (session, saved)) in enumerate(resumed.items(), start=1)
        )
        return PrintedDossier(
            title=campaign.title.in_language(language),
            language=language,
            document=cover_letter(campaign, agency, revision.facts, sessions, forms),
            forms=tuple(_titled(form, campaign, sessions[form.form_id].definition, language) for form in forms),
            campaign=campaign.letter.number,
            agency=Message(agency.name_vi, agency.name_en or agency.name_vi).in_language(language),
            revision=revision.number,
            content_digest=revision.content_digest,
            finalised_at=revision.finalised_at,
            trial=trial,
        )

    def _resumed(self, form: FrozenForm, campaign: Campaign, world: World) -> tuple[FormSession, SavedForm]:
        """The form as it was when it was frozen, and the answers that were frozen."""
        definition = self._versions.find(campaign, form.form_id, form.form_digest)
        if definition is None:
            raise UserFacingError(OTHER_FORM_VERSION.filled(form=form.form_id, old=form.version))
        saved = read_submission(definition, form.submission, self._identifiers)
        return FormSession.resume(definition, saved, world), saved


def _number(place: int, forms: Mapping[str, FormSession]) -> str:
    return roman(place) if len(forms) > 1 else ""


def _titled(form: PrintedForm, campaign: Campaign, definition: FormDefinition, language: str) -> PrintedForm:
    return replace(form, title=campaign.form_title(definition).in_language(language))


def _beside(revision: Revision, form_id: str) -> Beside:
    remarks = tuple(remark for remark in revision.remarks if remark.form_id == form_id)
    return Beside(remarks, {file.name: file.original_name for file in revision.attachments})
