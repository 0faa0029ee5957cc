"""Forms that were converted once, by the digest of their workbook; what is damaged is converted anew."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError

_BEFORE_DIGEST, _AFTER_DIGEST = b"\n<!-- sha256 ", b" -->\n"


@dataclass(frozen=True, slots=True)
class ConvertedForms:
    """XForm XML in ``folder``, each file closed by the digest of what stands before: a changed one counts as none."""

    folder: Path

    def get(self, workbook: Digest) -> bytes | None:
        """None when the workbook was not converted yet, or what was kept is damaged or cannot be read."""
        try:
            xform, _, closing = self._file(workbook).read_bytes().rpartition(_BEFORE_DIGEST)
        except OSError:
            return None
        return xform if closing == _closing(xform) else None

    def of_digest(self, xform: Digest) -> bytes | None:
        """The form with this digest of its own, whatever its workbook was; None when it is not kept."""
        workbooks = (Digest(path.stem) for path in self.folder.glob("*.xml"))
        return next((form for form in map(self.get, workbooks) if form is not None and Digest.of(form) == xform), None)

    def keep(self, workbook: Digest, xform: bytes) -> None:
        # What cannot be kept is converted again next time, which takes a second; it is no reason to refuse the form.
        with suppress(UserFacingError):
            write_atomically(self._file(workbook), xform + _BEFORE_DIGEST + _closing(xform))

    def _file(self, workbook: Digest) -> Path:
        return self.folder / f"{workbook}.xml"


def _closing(xform: bytes) -> bytes:
    return str(Digest.of(xform)).encode() + _AFTER_DIGEST
