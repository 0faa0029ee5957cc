"""Fills an open dossier from a sample or a prepared file, through the same verbs as a person at the window.

The shape (JSON, one object a form): ``answers`` and ``notes``, ``explanations``, ``files`` by reference with positions;
``tables`` by reference of the repeat, a list of rows; ``"#": "x"`` names a row so that other rows can choose it as
``"#x"``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier

TOO_MANY_ROWS = Message(
    "Bảng “{table}” chỉ có {rows} dòng cố định nhưng tệp số liệu có nhiều hơn. Hãy sửa tệp số liệu.",
    "The table “{table}” has {rows} fixed rows, but the file gives more. Correct the file.",
)
NAME = "#"


def fill_form(dossier: OpenDossier, form_id: str, content: Mapping[str, Any], folder: Path) -> None:
    """``content`` is one form's object; ``folder`` is where its files lie."""
    _Filler(dossier, form_id, folder).fill(content)


class _Filler:
    def __init__(self, dossier: OpenDossier, form_id: str, folder: Path) -> None:
        self._dossier, self._form, self._folder = dossier, form_id, folder
        self._session: FormSession = dossier.form(form_id).session
        self._names: dict[str, RowId] = {}

    def fill(self, content: Mapping[str, Any]) -> None:
        rows = list(self._make_rows(content.get("tables", {})))
        for reference, text in content.get("answers", {}).items():
            self._answer(self._session.locate(reference), text)
        for row, path, values in rows:
            for name, text in values.items():
                if name != NAME:
                    self._answer(Address(row, f"{path}/{name}"), text)
        for reference, name in content.get("files", {}).items():
            self._dossier.attach(self._form, self._session.locate(reference), self._folder / name)
        for reference, text in content.get("notes", {}).items():
            self._dossier.note(self._form, self._session.locate(reference), text)
        for reference, text in content.get("explanations", {}).items():
            self._dossier.explain(self._form, self._session.locate(reference), text)

    def _answer(self, address: Address, text: str) -> None:
        self._dossier.answer(self._form, address, self._with_rows(text))

    def _with_rows(self, text: str) -> str:
        words = text.split(" ")
        if not any(word.startswith(NAME) for word in words):
            return text
        return " ".join(self._names.get(word.removeprefix(NAME), word) for word in words)

    def _make_rows(self, tables: Mapping[str, list[dict[str, str]]]) -> Iterator[tuple[RowId, str, dict[str, str]]]:
        for reference, rows in tables.items():
            address = self._session.locate(reference)
            for place, values in enumerate(rows):
                row = self._row(address, place)
                if NAME in values:
                    self._names[values[NAME]] = row
                yield row, address.path, values

    def _row(self, repeat: Address, place: int) -> RowId:
        node = self._session.tree.repeat(repeat)
        if place < len(node.rows):
            return node.rows[place].id
        if node.definition.fixed:
            raise UserFacingError(TOO_MANY_ROWS.filled(table=repeat.path, rows=len(node.rows)))
        return self._dossier.add_row(self._form, repeat).rows_added[0]
