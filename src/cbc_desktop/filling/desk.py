"""The desk where dossiers are begun, opened and listed; one open dossier is open_dossier.py."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.documents.check_sheet import CheckSheet
from cbc_desktop.dossier.facts import dossier_facts
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.profile import PROFILE_FACTS
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.engine.session import FormSession, NotOfThisFormError
from cbc_desktop.engine.world import World
from cbc_desktop.filling.check_sheet import check_sheet
from cbc_desktop.filling.form_filling import FormFilling, saved_form
from cbc_desktop.filling.giving_facts import give_facts
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.taking_returns import TakenReturn, take_return
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.store.database import Database
from cbc_desktop.store.form_versions import FormVersions
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.sqlite_errors import DamagedDataError
from cbc_desktop.store.stored_dossier import StoredDossier

SEVERAL_DOSSIERS = Message(
    "“{reference}” chỉ tới nhiều hồ sơ: {found}. Hãy ghi mã hồ sơ dài hơn.",
    "“{reference}” may mean several dossiers: {found}. Give more of the identifier.",
)
UNKNOWN_DOSSIER = Message(
    "Không có hồ sơ “{reference}” trên máy này. Các hồ sơ đang có: {known}.",
    "There is no dossier “{reference}” on this machine. There are: {known}.",
)
NO_DOSSIERS = Message(
    "Không có hồ sơ “{reference}”: máy này chưa có hồ sơ nào.",
    "There is no dossier “{reference}”: this machine has none yet.",
)
_NAMED = Message("{dossier_id} ({agency})", "{dossier_id} ({agency})")
_PRACTICE = Message("{dossier_id} ({agency}, THỬ NGHIỆM)", "{dossier_id} ({agency}, for practice)")
FORM_CHANGED = Message(
    "Hồ sơ này được nhập theo phiên bản {old} của biểu mẫu “{form}”, nhưng trên máy hiện có phiên bản {new}. "
    "Hãy cài lại đúng bộ biểu mẫu của hồ sơ; số liệu đã nhập vẫn còn nguyên.",
    "This dossier was filled in with version {old} of the form “{form}”, but this machine has version {new}. "
    "Install the dossier's own forms again; everything that was entered is still there.",
)


@dataclass(frozen=True, slots=True)
class FillingDesk:
    """``who`` is the person at this computer, for the log of changes."""

    catalogue: FormCatalogue
    database: Database
    store: OfficeStore
    clock: Clock
    identifiers: IdentifierSource
    who: str

    def campaigns(self) -> tuple[Campaign, ...]:
        return self.catalogue.campaigns()

    def dossiers(self) -> tuple[StoredDossier, ...]:
        """All dossiers of this computer, the last changed first."""
        return self.store.dossiers.all()

    def find(self, reference: str) -> StoredDossier:
        """A dossier by its identifier, or the beginning of it, or by the code of its agency when there is only one."""
        found = [
            dossier
            for dossier in self.dossiers()
            if (reference and dossier.identity.dossier_id.startswith(reference))
            or dossier.identity.agency.code == reference
        ]
        if not found:
            known = self.dossiers()
            told = UNKNOWN_DOSSIER if known else NO_DOSSIERS
            raise UserFacingError(told.filled(reference=reference, known=_named(known)))
        if len(found) > 1:
            raise UserFacingError(SEVERAL_DOSSIERS.filled(reference=reference, found=_named(found)))
        return found[0]

    def begin(self, campaign_id: str, agency: str, *, trial: bool = False) -> OpenDossier:
        """A new dossier of the agency with this code or name, open; refused when the agency has one already."""
        campaign = self.catalogue.campaign(campaign_id)
        respondent = campaign.agencies.find(agency, campaign.register_date)
        forms = [self.catalogue.form(campaign, form_id) for form_id in campaign.forms]
        versions = self._versions
        key = AgencyKey(respondent.code, respondent.valid_from)
        identity = DossierIdentity(campaign.id, key, self.identifiers.new_uuid())
        world = self._world(campaign, respondent)
        with self.database.atomic():
            self.store.dossiers.create(identity, respondent.name_vi, trial=trial)
            for form in forms:
                versions.keep(campaign, form.id)
                instance = self.store.instances.add(
                    identity.dossier_id, form.id, form.version, form.digest, f"uuid:{self.identifiers.new_uuid()}"
                )
                filling = self._filling(FormSession.begin(form, world), instance)
                filling.note_all()
                filling.write()
            self.store.journal.record("begun", self.who, identity.dossier_id)
            self._take_facts(identity, respondent)
        return self.open(identity.dossier_id)

    def open(self, dossier_id: str) -> OpenDossier:
        """The dossier as it was left, in its own version of the forms; UserFacingError when that is not here."""
        dossier = self.store.dossiers.get(dossier_id)
        campaign = self.catalogue.campaign(dossier.identity.campaign_id)
        agency = campaign.agencies.require(str(dossier.identity.agency))
        world = self._world(campaign, agency)
        forms = {
            instance.form_id: self._resumed(campaign, instance, world)
            for instance in self.store.instances.of(dossier_id)
        }
        return OpenDossier(
            self.store, self.database, self.clock, self.identifiers, self.who, dossier, campaign, agency, forms
        )

    def check_sheet(self, dossier: OpenDossier) -> CheckSheet:
        """The review of an open dossier for printing: ``documents/pdf/check_sheet.py`` makes a PDF of it."""
        return check_sheet(dossier, self.clock.now())

    def take_return(self, path: Path) -> TakenReturn:
        """Takes in a return slip that a receiver sent; refused when it means no revision of this computer."""
        return take_return(self.store, self.database, path, self.who, self.clock.now())

    def _take_facts(self, identity: DossierIdentity, agency: Agency) -> None:
        """What a new document says of itself by what is known of its agency; a single profile knows it best."""
        profiles = self.store.profiles.of(identity.agency)
        known: dict[str, Any] = {"place": agency.place}
        if len(profiles) == 1:
            known |= {name: text for name in PROFILE_FACTS if (text := getattr(profiles[0], name))}
        stored = self.store.dossiers.get(identity.dossier_id)
        give_facts(self.store, self.database, stored, replace(IssueFacts(), **known), self.who)

    def _resumed(self, campaign: Campaign, instance: FormInstance, world: World) -> FormFilling:
        versions = self._versions
        form = versions.find(campaign, instance.form_id, instance.form_digest)
        if form is None:
            new = self.catalogue.form(campaign, instance.form_id)
            told = {"old": _version(instance.version, instance.form_digest), "new": _version(new.version, new.digest)}
            raise UserFacingError(FORM_CHANGED.filled(form=instance.form_id, **told))
        with suppress(UserFacingError):  # a full disk is no reason not to show what is there
            versions.keep(campaign, instance.form_id)
        saved = saved_form(self.store.answers.load(instance.key))
        try:
            return self._filling(FormSession.resume(form, saved, world), instance)
        except NotOfThisFormError as error:
            raise DamagedDataError(self.database.path) from error

    @property
    def _versions(self) -> FormVersions:
        return FormVersions(self.catalogue, self.store.forms)

    def _filling(self, session: FormSession, instance: FormInstance) -> FormFilling:
        return FormFilling(session, instance, self.store, self.who)

    def _world(self, campaign: Campaign, agency: Agency) -> World:
        return World(self.clock, self.identifiers, dossier_facts(campaign, agency))


def _named(dossiers: Iterable[StoredDossier]) -> Message:
    return Message.joined(
        (
            (_PRACTICE if one.trial else _NAMED).filled(dossier_id=one.identity.dossier_id, agency=one.agency_name)
            for one in dossiers
        ),
        ", ",
    )


def _version(version: str, digest: Digest) -> str:
    """With the beginning of the digest: a workbook may be changed without a new version."""
    return f"{version} ({str(digest)[:8]})"
