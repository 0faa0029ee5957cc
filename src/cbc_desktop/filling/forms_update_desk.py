"""The desk where a signed update of a campaign is looked at, with what it means for every draft, and then taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import State
from cbc_desktop.filling.desk import FillingDesk
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.updating_desk import UpdatingDesk
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.installed import version_order
from cbc_desktop.forms.installing import install, staged_campaign, uninstall
from cbc_desktop.package.forms_update import FormsUpdate, read_update, update_file
from cbc_desktop.package.office_trust import OfficeTrust
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.backups import Backups

NOT_NEWER = Message(
    "Máy này đã có đợt khảo sát “{id}” phiên bản {installed}; tệp cập nhật là phiên bản {version}, không mới hơn. Chưa "
    "có gì thay đổi.",
    "This computer has version {installed} of the campaign “{id}”; the update is version {version}, which is not "
    "newer. Nothing was changed.",
)
PROGRAM_TOO_OLD = Message(
    "Bản cập nhật cần phần mềm từ phiên bản {needs}, máy này có phiên bản {program}. Chưa có gì thay đổi; hãy cập nhật "
    "phần mềm trước.",
    "The update needs version {needs} of the program; this computer has version {program}. Nothing was changed; update "
    "the program first.",
)
NOT_WHAT_IT_SAYS = Message(
    "Tệp cập nhật nói là “{id}” phiên bản {version}, nhưng bên trong là “{inside}” phiên bản {inside_version}. Chưa có "
    "gì thay đổi; hãy báo cho nơi phát hành.",
    "The update says that it is version {version} of “{id}”, but holds version {inside_version} of “{inside}”. Nothing "
    "was changed; tell its publisher.",
)
AGENCY_LOST = Message(
    "Danh mục cơ quan trong bản cập nhật không còn mục “{key}”, mà trên máy này có hồ sơ của {agency}: sau khi cập "
    "nhật sẽ không mở được hồ sơ đó. Chưa có gì thay đổi; hãy báo cho nơi phát hành.",
    "The register of agencies in the update has no “{key}” any more, but {agency} has a dossier on this computer, "
    "which could not be opened after the update. Nothing was changed; tell its publisher.",
)
MEANWHILE = Message(
    "Tệp cập nhật hoặc các hồ sơ đã khác từ lúc xem. Chưa có gì thay đổi; hãy xem lại rồi làm lại.",
    "The update or the dossiers are not what they were when you looked. Nothing was changed; look again.",
)
NOT_BY_PRACTICE = Message(
    "Chứng thư thử nghiệm không dùng để phát hành biểu mẫu được: không máy nào tin cậy chứng thư đó trong nhóm nơi "
    "phát hành. Chưa ghi gì. Hãy ký bằng chứng thư của cơ quan hoặc của người phụ trách; để thử, hãy chép thư mục vào "
    "campaigns/ của một thư mục dữ liệu khác.",
    "A certificate for practice cannot publish forms: no computer trusts it in the group of publishers. Nothing was "
    "written. Sign with a certificate of the office or of the person in charge; to try the forms out, copy the folder "
    "into campaigns/ of another data folder.",
)


@dataclass(frozen=True, slots=True)
class DraftChange:
    """What would become of the answers of one draft if it went over to the new forms."""

    dossier_id: str
    agency_name: str
    counts: Mapping[Fate, int]


@dataclass(frozen=True, slots=True)
class FormsUpdatePlan:
    """``installed`` is the version that is used now, "" for a new campaign; nothing has been changed."""

    path: Path
    update: FormsUpdate
    title: Message
    installed: str
    drafts: tuple[DraftChange, ...]
    """Those whose forms would be other ones; they keep their own until a person carries them over."""


@dataclass(frozen=True, slots=True)
class FormsUpdateDesk:
    """``campaigns`` is the folder of installed campaigns, ``cache`` of converted forms; ``program`` is our version."""

    filling: FillingDesk
    trust: OfficeTrust
    backups: Backups
    home: Path
    campaigns: Path
    cache: Path
    program: str

    def look(self, path: Path) -> FormsUpdatePlan:
        """Nothing is changed. UserFacingError when nobody may vouch for it, it is not newer, or does not work here."""
        with ExitStack() as stack:
            return self._staged(path, stack)[0]

    def take(self, plan: FormsUpdatePlan) -> None:
        """Installs what was looked at, after a backup; drafts keep their forms.

        UserFacingError when it is not the same any more, or the disk says no: then nothing has changed.
        """
        with ExitStack() as stack:
            found, staged = self._staged(plan.path, stack)
            if found != plan:
                raise UserFacingError(MEANWHILE)
            self.backups.make()
            place = install(staged, self.campaigns)
        facts = {"campaign": found.update.campaign_id, "from": found.installed, "to": found.update.version}
        try:
            self.filling.store.journal.record(
                "campaign_updated", self.filling.who, facts=facts | {"publisher": found.update.publisher}
            )
        except UserFacingError:
            uninstall(place)
            raise

    def published(self, campaign: Campaign, signer: Signer) -> bytes:
        """A campaign's folder as an update that ``signer`` vouches for; UserFacingError when its forms have errors."""
        self.require_publisher(signer)
        self._tried_out(campaign)
        now = self.filling.clock.now()
        return update_file(FormsUpdate(campaign.id, campaign.version, self.program, now, _files(campaign)), signer)

    def require_publisher(self, signer: Signer) -> None:
        """UserFacingError for a certificate for practice, which no office can trust as a publisher."""
        if signer.trial:
            raise UserFacingError(NOT_BY_PRACTICE)

    def _staged(self, path: Path, stack: ExitStack) -> tuple[FormsUpdatePlan, Campaign]:
        update = read_update(path, self.trust.publishers(), at=self.filling.clock.now())
        if version_order(update.needs) > version_order(self.program):
            raise UserFacingError(PROGRAM_TOO_OLD.filled(needs=update.needs, program=self.program))
        installed = self._installed(update)
        staged = stack.enter_context(staged_campaign(self.home, update.files))
        if (staged.id, staged.version) != (update.campaign_id, update.version):
            facts = {"id": update.campaign_id, "version": update.version}
            raise UserFacingError(NOT_WHAT_IT_SAYS.filled(inside=staged.id, inside_version=staged.version, **facts))
        self._require_agencies(staged)
        drafts = tuple(self._drafts(staged, self._tried_out(staged)))
        return FormsUpdatePlan(path, update, staged.title, installed, drafts), staged

    def _tried_out(self, campaign: Campaign) -> FormCatalogue:
        """Its forms; UserFacingError when one of them has errors."""
        catalogue = FormCatalogue([campaign.folder], self.cache)
        for form_id in campaign.forms:
            catalogue.form(campaign, form_id)
        return catalogue

    def _installed(self, update: FormsUpdate) -> str:
        """The version that counts now; UserFacingError unless the update is newer."""
        there = [one for one in self.filling.campaigns() if one.id == update.campaign_id]
        installed = there[0].version if there else ""
        if installed and version_order(update.version) <= version_order(installed):
            raise UserFacingError(NOT_NEWER.filled(id=update.campaign_id, installed=installed, version=update.version))
        return installed

    def _require_agencies(self, staged: Campaign) -> None:
        """Of all dossiers: what was finalised or sent is opened again, too."""
        known = {agency.key for agency in staged.agencies.agencies}
        for dossier in self.filling.dossiers():
            key = str(dossier.identity.agency)
            if dossier.identity.campaign_id == staged.id and key not in known:
                raise UserFacingError(AGENCY_LOST.filled(key=key, agency=dossier.agency_name))

    def _drafts(self, staged: Campaign, catalogue: FormCatalogue) -> list[DraftChange]:
        desk = UpdatingDesk(replace(self.filling, catalogue=catalogue), self.backups)
        found = []
        for dossier in self.filling.dossiers():
            if dossier.identity.campaign_id == staged.id and dossier.revision.state is State.DRAFT:
                plan = desk.plan(dossier.identity.dossier_id)
                counts = Counter(line.fate for line in plan.lines)
                if plan.forms:
                    found.append(DraftChange(dossier.identity.dossier_id, dossier.agency_name, counts))
        return found


def _files(campaign: Campaign) -> dict[str, bytes]:
    """By their paths in its folder; what is hidden, such as the history of its versions, is no part of it."""
    paths = {path.relative_to(campaign.folder): path for path in sorted(campaign.folder.rglob("*")) if path.is_file()}
    seen = {name: path for name, path in paths.items() if not any(part.startswith(".") for part in name.parts)}
    return {name.as_posix(): path.read_bytes() for name, path in seen.items()}
