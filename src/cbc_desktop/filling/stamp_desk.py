"""The desk of stamps: images of signatures and of the seal, kept in the agency's profile and nowhere else.

They are the agency's most delicate data: dossiers and their copies go without them, the own backups have them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.documents.stamps.colours import StampKind, stamp_findings
from cbc_desktop.documents.stamps.images import MOST_BYTES, require_size_of_seals, seal_diameter
from cbc_desktop.documents.stamps.keeping import image_to_keep
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.filling.profile_desk import ProfileDesk

NOT_READ = Message(
    "Không đọc được ảnh “{path}” ({reason}). Chưa lưu gì; hãy kiểm tra đường dẫn hoặc chép tệp về máy rồi chọn lại.",
    "The image “{path}” cannot be read ({reason}). Nothing was kept; check its path or copy it to this computer, then "
    "choose it again.",
)


@dataclass(frozen=True, slots=True)
class StampDesk:
    """Every verb keeps the profile and answers as it is kept; ``keep`` of the profile desk brings the old one back."""

    profiles: ProfileDesk

    def keep_signature(
        self, profile: AgencyProfile, signatory: Signatory, path: Path, *, clear_white: bool = False
    ) -> tuple[AgencyProfile, tuple[Finding, ...]]:
        """The image of the signatory's signature, with warnings about it.

        UserFacingError for what is no image, or not transparent: ``clear_white`` makes white paper so.
        """
        image = image_to_keep(_read(path), clear_white=clear_white)
        kept = self._with_image(profile, signatory, image)
        return kept, stamp_findings(image, StampKind.SIGNATURE)

    def remove_signature(self, profile: AgencyProfile, signatory: Signatory) -> AgencyProfile:
        return self._with_image(profile, signatory, b"")

    def keep_seal(
        self, profile: AgencyProfile, path: Path, *, diameter_mm: float | None = None, clear_white: bool = False
    ) -> tuple[AgencyProfile, tuple[Finding, ...]]:
        """The image of the seal, as large as it says itself unless told; raises as ``keep_signature`` does."""
        image = image_to_keep(_read(path), clear_white=clear_white)
        diameter = seal_diameter(image) if diameter_mm is None else diameter_mm
        kept = self.measure_seal(replace(profile, seal_image=image), diameter)
        return kept, stamp_findings(image, StampKind.SEAL)

    def measure_seal(self, profile: AgencyProfile, diameter_mm: float) -> AgencyProfile:
        """UserFacingError for a size that no seal has."""
        require_size_of_seals(diameter_mm)
        return self.profiles.keep(replace(profile, seal_mm=diameter_mm))

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
        raise UserFacingError(NOT_READ.filled(path=path, reason=error.strerror or error)) from error
