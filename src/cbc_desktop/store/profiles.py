"""Profiles of agencies: what their documents say each time, and who signs them."""

from __future__ import annotations

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import AgencyProfile, Signatory, alike
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.store.database import Database, Row

NAME_TAKEN = Message(
    "Cơ quan này đã có mẫu tên “{name}”. Hãy đặt tên khác; các mẫu đã có không thay đổi.",
    "This agency has a profile “{name}” already. Choose another name; nothing has been changed.",
)


class ProfileStore:
    """The profiles of this computer; they belong to no dossier, so a copy of a dossier goes without them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[AgencyProfile, ...]:
        """By agency and name."""
        return tuple(self._database.read(self._profile, f"{_PROFILES} ORDER BY agency, name"))

    def of(self, agency: AgencyKey) -> tuple[AgencyProfile, ...]:
        """By name."""
        return tuple(self._database.read(self._profile, f"{_PROFILES} WHERE agency = ? ORDER BY name", (str(agency),)))

    def keep(self, profile: AgencyProfile) -> None:
        """A new profile, or a known one as it is now; UserFacingError when another one of the agency has its name."""
        if any(one.name == profile.name and one.profile_id != profile.profile_id for one in self.of(profile.agency)):
            raise UserFacingError(NAME_TAKEN.filled(name=profile.name))
        with self._database.atomic():
            self.remove(profile.profile_id)
            key = self._database.insert(
                "INSERT INTO profile (profile_id, agency, name, parent_agency, place, symbol, drafting_unit, "
                "collective, head, seal_image, seal_mm) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    profile.profile_id,
                    str(profile.agency),
                    profile.name,
                    profile.parent_agency,
                    profile.place,
                    profile.symbol,
                    profile.drafting_unit,
                    profile.collective,
                    profile.head,
                    profile.seal_image,
                    profile.seal_mm,
                ),
            )
            self._database.execute_many(
                "INSERT INTO signatory (profile, name, position, form, own_lines, signature_image) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (key, one.name, one.position, one.form.value, "\n".join(one.own_lines), one.signature_image)
                    for one in profile.signatories
                ),
            )

    def remove(self, profile_id: str) -> None:
        """With its signatories; nothing happens when it is not there."""
        self._database.execute("DELETE FROM profile WHERE profile_id = ?", (profile_id,))

    def signature_of(self, agency: AgencyKey, name: str) -> bytes:
        """The image of this person's signature, b"" when no profile of the agency has one."""
        signatories = (one for profile in self.of(agency) for one in profile.signatories if alike(one.name, name))
        return next((one.signature_image for one in signatories if one.signature_image), b"")

    def seal_of(self, agency: AgencyKey) -> tuple[bytes, float] | None:
        """The image of the agency's seal and its diameter in millimetres, None when no profile has one."""
        return next(((one.seal_image, one.seal_mm) for one in self.of(agency) if one.seal_image), None)

    def _profile(self, row: Row) -> AgencyProfile:
        key, profile_id, agency, name, parent_agency, place, symbol, unit, collective, head, seal, seal_mm = row
        signatories = self._database.query(
            "SELECT name, position, form, own_lines, signature_image FROM signatory WHERE profile = ? ORDER BY id",
            (key,),
        )
        return AgencyProfile(
            profile_id=profile_id,
            agency=AgencyKey.parse(agency),
            name=name,
            parent_agency=parent_agency,
            place=place,
            symbol=symbol,
            drafting_unit=unit,
            collective=collective,
            head=head,
            signatories=tuple(map(_signatory, signatories)),
            seal_image=seal,
            seal_mm=seal_mm,
        )


_PROFILES = (
    "SELECT id, profile_id, agency, name, parent_agency, place, symbol, drafting_unit, collective, head, seal_image, "
    "seal_mm FROM profile"
)


def _signatory(row: Row) -> Signatory:
    name, position, form, own_lines, image = row
    return Signatory(name, position, AuthorityForm(form), tuple(own_lines.split("\n")) if own_lines else (), image)
