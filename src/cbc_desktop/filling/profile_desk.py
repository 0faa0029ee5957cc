"""The desk of profiles: kept from a dossier or by hand, chosen for another one, never over what is there unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import faults_of
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import TITLES, AgencyProfile, Signatory, alike
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.filling.desk import FillingDesk
from cbc_desktop.filling.giving_facts import on_one_line
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.profile_drawing import drawn_from
from cbc_desktop.filling.profile_plan import Planning, ProfilePlan
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.authority import academic_title, usual_parts
from cbc_desktop.forms.campaign_documents import require_asked

NAME_NEEDED = Message(
    "Mẫu cần có tên để chọn lại. Hãy ghi tên mẫu; chưa có gì bị thay đổi.",
    "A profile needs a name to be chosen by. Give it one; nothing has been changed.",
)
UNKNOWN = Message(
    "Cơ quan này không có mẫu “{name}”. Các mẫu đang có: {known}.",
    "This agency has no profile “{name}”. There are: {known}.",
)
OTHER_AGENCY = Message(
    "Mẫu “{name}” là của cơ quan khác nên không dùng được cho hồ sơ này. Chưa có gì bị thay đổi.",
    "The profile “{name}” is another agency's and cannot be used for this dossier. Nothing has been changed.",
)
NOT_WHOLE = Message(
    "Người ký “{name}” của mẫu còn thiếu {missing}. Hãy bổ sung ở trang Mẫu thông tin cơ quan; hồ sơ chưa thay đổi.",
    "The profile's signatory “{name}” still lacks {missing}. Complete it on the page of profiles; the dossier has not "
    "been changed.",
)
TITLE_BEFORE_NAME = Message(
    "Trước tên người ký không ghi học hàm, học vị (“{title}”), trừ lực lượng vũ trang, y tế, giáo dục, khoa học "
    "(Nghị định 30/2020/NĐ-CP).",
    "No academic title (“{title}”) is written before a signatory's name, but in armed forces, health, education and "
    "science (Decree 30/2020/NĐ-CP).",
)
NEW_NAME = "Mẫu {number}"


@dataclass(frozen=True, slots=True)
class ProfileDesk:
    """Profiles belong to this computer; what they bring into a dossier belongs to the dossier."""

    filling: FillingDesk

    def all(self) -> tuple[AgencyProfile, ...]:
        return self.filling.store.profiles.all()

    def of(self, agency: AgencyKey) -> tuple[AgencyProfile, ...]:
        return self.filling.store.profiles.of(agency)

    def named(self, agency: AgencyKey, name: str) -> AgencyProfile:
        """By its name; "" finds the only one. UserFacingError tells which there are."""
        profiles = self.of(agency)
        found = [one for one in profiles if one.name == name or not name]
        if len(found) != 1:
            known = ", ".join(f"“{one.name}”" for one in profiles) or "-"
            raise UserFacingError(UNKNOWN.filled(name=name, known=known))
        return found[0]

    def agency_name(self, agency: AgencyKey) -> Message:
        """As the registers of the campaigns here have it; its key where none knows it (any more)."""
        found = self._entry(agency)
        return found.name if found else Message(str(agency), str(agency))

    def _entry(self, agency: AgencyKey) -> Agency | None:
        registers = (campaign.agencies for campaign in self.filling.campaigns())
        return next((one for register in registers for one in register.agencies if one.key == str(agency)), None)

    # --- keeping ---------------------------------------------------------------------------------------------------

    def keep(self, profile: AgencyProfile) -> AgencyProfile:
        """As it is kept: on one line each. UserFacingError for a name that is taken, and for what cannot be printed."""
        kept = _tidied(profile)
        if not kept.name:
            raise UserFacingError(NAME_NEEDED)
        for fault in (fault for text in _texts(kept) for fault in faults_of(text)):
            raise UserFacingError(fault)
        store = self.filling.store
        with self.filling.database.atomic():
            store.profiles.keep(kept)
            store.journal.record("profile_kept", self.filling.who, facts=_logged(kept))
        return kept

    def remove(self, profile: AgencyProfile) -> None:
        """Dossiers keep what they have of it; ``keep`` brings it back."""
        store = self.filling.store
        with self.filling.database.atomic():
            store.profiles.remove(profile.profile_id)
            store.journal.record("profile_removed", self.filling.who, facts=_logged(profile))

    def blank(self, agency: AgencyKey) -> AgencyProfile:
        """A new one that is not kept yet; the agency's kind in the register says who usually is at the head."""
        entry = self._entry(agency)
        collective, head = usual_parts(entry.kind if entry else "")
        place = entry.place if entry else ""
        taken = {one.name for one in self.of(agency)}
        names = (NEW_NAME.format(number=number) for number in range(1, len(taken) + 2))
        name = next(name for name in names if name not in taken)
        return AgencyProfile(
            self.filling.identifiers.new_uuid(), agency, name, place=place, collective=collective, head=head
        )

    def keep_from(self, dossier: OpenDossier, name: str = "") -> AgencyProfile:
        """Keeps what the dossier says: in the profile of this name or, without one, in that which says the same.

        Where there is none it is a new one. UserFacingError when the dossier says nothing yet.
        """
        _require_asked(dossier)
        drawn = drawn_from(dossier, self.blank(dossier.stored.identity.agency))
        of_agency = self.of(drawn.agency)
        known = next((one for one in of_agency if (one.name == name if name else not _differing(drawn, one))), None)
        if known is None:
            return self.keep(replace(drawn, name=name or drawn.name))
        further = tuple(one for one in drawn.signatories if not any(map(one.is_like, known.signatories)))
        given = {one: getattr(drawn, one) for one in _differing(drawn, known)}
        return self.keep(replace(known, **given, signatories=(*known.signatories, *further)))

    # --- using -----------------------------------------------------------------------------------------------------

    def plan(
        self, dossier: OpenDossier, profile: AgencyProfile, signatory: Signatory | None, *, replacing: bool = False
    ) -> ProfilePlan:
        """What ``apply`` would do; what is there and says something else stays, unless ``replacing``.

        UserFacingError for a profile of another agency, for a signatory whose lines are not whole, and for a dossier
        whose forms do not ask who signs as the campaign does now.
        """
        if profile.agency != dossier.stored.identity.agency:
            raise UserFacingError(OTHER_AGENCY.filled(name=profile.name))
        if signatory is not None:
            _require_whole(profile, signatory)
        _require_asked(dossier)
        return Planning(dossier, profile, signatory, replacing).plan()

    def apply(self, dossier: OpenDossier, plan: ProfilePlan) -> Mapping[str, ChangeSet]:
        """Sets the facts of issue and gives the answers, one edit a form that can be undone; what changed, by form."""
        facts = {"profile": plan.profile.name}
        dossier.set_facts(plan.facts)
        self.filling.store.journal.record("profile_used", self.filling.who, dossier.dossier_id, facts)
        return {form_id: dossier.answer_all(form_id, answers) for form_id, answers in plan.answers.items()}


def warnings_of(signatory: Signatory) -> tuple[Message, ...]:
    """What the decree would have otherwise; nothing stands in the way of keeping it."""
    title = academic_title(signatory.name)
    return (TITLE_BEFORE_NAME.filled(title=title),) if title else ()


def _require_asked(dossier: OpenDossier) -> None:
    definitions = {form_id: dossier.form(form_id).session.definition for form_id in dossier.forms}
    require_asked(dossier.campaign.cover.paths(), definitions)


def _require_whole(profile: AgencyProfile, signatory: Signatory) -> None:
    missing = profile.signing(signatory).missing
    if missing:
        raise UserFacingError(NOT_WHOLE.filled(name=signatory.name, missing=Message.joined(missing, ", ")))


def _differing(drawn: AgencyProfile, known: AgencyProfile) -> list[str]:
    """What the drawn one says otherwise, but for who signs."""
    return [one for one in TITLES if getattr(drawn, one) and not alike(getattr(drawn, one), getattr(known, one))]


def _tidied(profile: AgencyProfile) -> AgencyProfile:
    texts: dict[str, Any] = {one: on_one_line(getattr(profile, one)) for one in ("name", *TITLES)}
    signatories = tuple(
        replace(one, name=on_one_line(one.name), position=on_one_line(one.position), own_lines=_lines(one.own_lines))
        for one in profile.signatories
    )
    return replace(profile, **texts, signatories=signatories)


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(on_one_line, lines) if line)


def _texts(profile: AgencyProfile) -> Iterator[str]:
    yield from (getattr(profile, one) for one in ("name", *TITLES))
    for signatory in profile.signatories:
        yield from (signatory.name, signatory.position, *signatory.own_lines)


def _logged(profile: AgencyProfile) -> Mapping[str, str]:
    return {"agency": str(profile.agency), "profile": profile.name}
