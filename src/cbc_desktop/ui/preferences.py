"""What a person chose for this window: language, colours, size of letters, widths; kept beside the data."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from cbc_desktop.base.message import ENGLISH, VIETNAMESE
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.theme.sizes import SCALES

FILE = "window.ini"
_OF_A_DOSSIER = _LEFT, _PROGRESS, _FORMS_LANGUAGE = ("left", "progress", "forms_language")
"""Groups with a line for each dossier."""
_PARTS_OF_A_PLACE = 3
_PARTS_OF_PROGRESS = 3


class KeyUse(Enum):
    """For whom is signed: leader and clerk have certificates of their own, often at one computer."""

    LEADER = "certificate"
    AGENCY = "agency_certificate"


class Preferences:
    """An ini file that may be damaged or deleted: what cannot be read is as nobody chose it."""

    def __init__(self, home: Path) -> None:
        with suppress(OSError):  # Qt says so when it writes
            (home / FILE).touch(mode=0o600)  # it keeps the rights of a file that is there
        self._kept = QSettings(str(home / FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        return ENGLISH if self._kept.value("language") == ENGLISH else VIETNAMESE

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def scheme(self) -> Scheme:
        chosen = self._kept.value("scheme")
        return next((scheme for scheme in Scheme if scheme.value == chosen), Scheme.SYSTEM)

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._kept.setValue("scheme", scheme.value)

    @property
    def scale(self) -> int:
        """The size of letters in per cent."""
        return next((scale for scale in SCALES if str(scale) == str(self._kept.value("scale"))), 100)

    @scale.setter
    def scale(self, scale: int) -> None:
        self._kept.setValue("scale", scale)

    def certificate(self, use: KeyUse) -> Path | None:
        """The certificate file that was signed with last; never its passphrase."""
        kept = self._kept.value(use.value)
        return Path(kept) if isinstance(kept, str) and kept else None

    def keep_certificate(self, use: KeyUse, path: Path) -> None:
        self._kept.setValue(use.value, str(path))

    @property
    def export_folder(self) -> Path | None:
        """Where packages were written last."""
        kept = self._kept.value("export_folder")
        return Path(kept) if isinstance(kept, str) and kept else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._kept.setValue("export_folder", str(folder))

    def consolidated_folder(self, name: str) -> Path | None:
        """Where the consolidation of this name was to be written; None when nobody chose."""
        kept = self._kept.value(f"consolidated/{_key(name)}")
        return Path(kept) if isinstance(kept, str) and kept else None

    def keep_consolidated_folder(self, name: str, folder: Path) -> None:
        self._kept.setValue(f"consolidated/{_key(name)}", str(folder))

    @property
    def geometry(self) -> QByteArray:
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    def widths(self, table: str) -> list[int]:
        """The widths of a table's columns in pixels; none when nobody changed them."""
        kept = self._kept.value(f"widths/{_key(table)}")
        texts = kept if isinstance(kept, list) else [kept]
        return [int(text) for text in texts if str(text).isdecimal()]

    def keep_widths(self, table: str, widths: Sequence[int]) -> None:
        self._kept.setValue(f"widths/{_key(table)}", [str(width) for width in widths])

    def left_at(self, dossier_id: str) -> tuple[str, Address] | None:
        """The form and the question at which a person left a dossier; None when nobody has been in it here."""
        kept = self._kept.value(f"{_LEFT}/{dossier_id}")
        if not isinstance(kept, list) or len(kept) != _PARTS_OF_A_PLACE:
            return None
        form_id, row, path = map(str, kept)
        return form_id, Address(row, path)

    def keep_left_at(self, dossier_id: str, form_id: str, address: Address) -> None:
        self._kept.setValue(f"{_LEFT}/{dossier_id}", [form_id, address.row, address.path])

    def progress(self, dossier_id: str, changed_at: datetime) -> tuple[int, int] | None:
        """How many questions were answered of how many asked; None when the dossier was changed elsewhere since."""
        kept = self._kept.value(f"{_PROGRESS}/{dossier_id}")
        if not isinstance(kept, list) or len(kept) != _PARTS_OF_PROGRESS or kept[-1] != changed_at.isoformat():
            return None
        answered, asked, _ = kept
        return (int(answered), int(asked)) if str(answered).isdecimal() and str(asked).isdecimal() else None

    def keep_progress(self, dossier_id: str, answered: int, asked: int, changed_at: datetime) -> None:
        """Counting needs the whole form, which the list of dossiers does not wait for."""
        self._kept.setValue(f"{_PROGRESS}/{dossier_id}", [str(answered), str(asked), changed_at.isoformat()])

    def forms_language(self, dossier_id: str) -> str:
        """The language in which a person wants to see a dossier's forms here; "" when nobody chose."""
        kept = self._kept.value(f"{_FORMS_LANGUAGE}/{dossier_id}")
        return kept if isinstance(kept, str) else ""

    def keep_forms_language(self, dossier_id: str, language: str) -> None:
        self._kept.setValue(f"{_FORMS_LANGUAGE}/{dossier_id}", language)

    def forget_all_but(self, dossier_ids: Collection[str]) -> None:
        """Nothing of a dossier that was removed is kept, whoever removed it."""
        for line in self._kept.allKeys():
            group, _, dossier_id = line.partition("/")
            if group in _OF_A_DOSSIER and dossier_id not in dossier_ids:
                self._kept.remove(line)

    def save(self) -> None:
        self._kept.sync()


def _key(table: str) -> str:
    """QSettings takes slashes for groups."""
    return table.replace("/", ".").strip(".")
