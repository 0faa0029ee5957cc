"""The desk of stamps: images of signatures and of the seal, kept in the agency's profile and nowhere else.

They are the agency's most delicate data: dossiers and their copies go without them, the own backups have them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.documents.stamps.colours import stamp_findings
from cbc_desktop.documents.stamps.images import MOST_BYTES, NO_SUCH_SIZE, require_size_of_seals, seal_diameter
from cbc_desktop.documents.stamps.keeping import image_to_keep
from cbc_desktop.documents.stamps.kinds import StampKind
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.filling.profile_desk import ProfileDesk

NOT_READ = Message(
    "Không đọc được ảnh “{path}” ({reason}). Chưa lưu gì; hãy kiểm tra đường dẫn hoặc chép tệp về máy rồi chọn lại.",
    "The image “{path}” cannot be read ({reason}). Nothing was kept; check its path or copy it to this computer, then "
    "choose it again.",
)


@dataclass(frozen=True, slots=True)
class PreparedStamp:
    """An image as it will be kept, and what there is to say about it; ``diameter_mm`` counts for seals only."""

    png: bytes = field(repr=False)
    diameter_mm: float
    findings: tuple[Finding, ...]


def prepared_stamp(path: Path, kind: StampKind, *, clear_white: bool = False) -> PreparedStamp:
    """The image in a file; nothing is kept yet, and no desk is needed: a worker may do it.

    UserFacingError for what is no image, or not transparent: ``clear_white`` makes white paper so.
    """
    png = image_to_keep(_read(path), clear_white=clear_white)
    return PreparedStamp(png, seal_diameter(png), stamp_findings(png, kind))


@dataclass(frozen=True, slots=True)
class StampDesk:
    """Every verb keeps the profile and answers as it is kept; ``keep`` of the profile desk brings the old one back."""

    profiles: ProfileDesk

    def keep_signature(self, profile: AgencyProfile, signatory: Signatory, stamp: PreparedStamp) -> AgencyProfile:
        """``signatory`` is one of the profile's."""
        return self._with_image(profile, signatory, stamp.png)

    def remove_signature(self, profile: AgencyProfile, signatory: Signatory) -> AgencyProfile:
        return self._with_image(profile, signatory, b"")

    def keep_seal(
        self, profile: AgencyProfile, stamp: PreparedStamp, diameter_mm: float | None = None
    ) -> AgencyProfile:
        """As large as the image itself tells, unless somebody has measured the seal."""
        diameter = stamp.diameter_mm if diameter_mm is None else diameter_mm
        return self.measure_seal(replace(profile, seal_image=stamp.png), diameter)

    def measure_seal(self, profile: AgencyProfile, diameter_mm: float) -> AgencyProfile:
        """UserFacingError for a size that no seal has."""
        require_size_of_seals(diameter_mm)
        return self.profiles.keep(replace(profile, seal_mm=diameter_mm))

    @staticmethod
    def millimetres(typed: str) -> float:
        """The diameter that a person has typed, with a comma or a point; UserFacingError for what is no number."""
        try:
            return float(typed.replace(",", "."))
        except ValueError as error:
            raise UserFacingError(NO_SUCH_SIZE.filled(diameter=typed)) from error

    def remove_seal(self, profile: AgencyProfile) -> AgencyProfile:
        return self.profiles.keep(replace(profile, seal_image=b""))

    def _with_image(self, profile: AgencyProfile, signatory: Signatory, image: bytes) -> AgencyProfile:
        signatories = list(profile.signatories)
        signatories[signatories.index(signatory)] = replace(signatory, signature_image=image)
        return self.profiles.keep(replace(profile, signatories=tuple(signatories)))


def _read(path: Path) -> bytes:
    """One byte more than is accepted at most: a huge file is refused and not read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error
