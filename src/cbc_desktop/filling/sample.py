"""Fills an open dossier from a sample or a prepared file, through the same verbs as a person at the window.

The file is JSON, one object a form. ``answers``, ``notes``, ``explanations`` and ``files`` go by reference with
positions; ``tables`` by reference of the repeat, a list of rows; ``"#": "x"`` names a row so that other rows can choose
it as ``"#x"``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_json
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import RowId
from cbc_desktop.engine.nodes import RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.attaching import read_attachment
from cbc_desktop.filling.finalising import NothingToExplainError
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.references import file_question, found, question, table
from cbc_desktop.filling.replacing import Replacing

NOT_JSON = Message(
    "Không đọc được số liệu từ “{path}”: {reason}. Hãy kiểm tra tệp JSON.",
    "No answers can be read from “{path}”: {reason}. Check the JSON file.",
)
WRONG_SHAPE = Message(
    "Tệp số liệu “{path}” sai ở mục “{entry}”: mỗi giá trị phải là chuỗi trong ngoặc kép, mỗi bảng là danh sách dòng. "
    "Hãy sửa tệp; chưa có gì được nhập.",
    "The prepared file “{path}” is wrong at “{entry}”: every value is a string in quotes, every table a list of rows. "
    "Correct the file; nothing has been entered.",
)
TOO_MANY_ROWS = Message(
    "Bảng “{table}” chỉ có {rows} dòng cố định nhưng tệp số liệu có nhiều hơn. Hãy sửa tệp số liệu.",
    "The table “{table}” has {rows} fixed rows, but the file gives more. Correct the file.",
)
NAME = "#"

Texts = Mapping[str, str]
Tables = Mapping[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """The object of one form; ``folder`` is where its files lie."""

    folder: Path
    answers: Texts = field(default_factory=dict)
    tables: Tables = field(default_factory=dict)
    files: Texts = field(default_factory=dict)
    notes: Texts = field(default_factory=dict)
    explanations: Texts = field(default_factory=dict)


def _are_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _are_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(rows, list) and all(map(_are_texts, rows)) for rows in value.values()
    )


_SHAPES: Mapping[str, Callable[[object], bool]] = {
    **dict.fromkeys(("answers", "files", "notes", "explanations"), _are_texts),
    "tables": _are_tables,
}


def read_prepared(path: Path) -> PreparedForm:
    """Files lie beside ``path``. UserFacingError names the file, the entry of another shape, or the missing file."""
    try:
        content = parsed_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserFacingError(NOT_JSON.filled(path=path, reason=reason_of(error))) from error
    if not isinstance(content, dict):
        raise UserFacingError(NOT_JSON.filled(path=path, reason="{ ... }"))
    return prepared_form(content, path)


def prepared_form(content: Mapping[str, Any], path: Path) -> PreparedForm:
    """What was read from ``path``, in the shape of a form's object there; UserFacingError as above."""
    for entry, value in content.items():
        if entry not in _SHAPES or not _SHAPES[entry](value):
            raise UserFacingError(WRONG_SHAPE.filled(path=path, entry=entry))
    prepared = PreparedForm(path.parent, **content)
    for name in prepared.files.values():
        read_attachment(prepared.folder / name)  # refused now rather than half way
    return prepared


@dataclass(frozen=True, slots=True)
class Filled:
    """What a prepared form left open.

    ``rows_kept``: how many rows a table has beyond those that were given; they were there before, and stay.
    ``unexplained``: where an explanation was given and no warning stands, so that it was left out.
    """

    rows_kept: Mapping[str, int]
    unexplained: tuple[str, ...]


def fill_form(dossier: OpenDossier, form_id: str, prepared: PreparedForm, *, replacing: bool = False) -> Filled:
    """UserFacingError names the first reference that is not there; what came before it is kept.

    Refused as a whole while something else stands where the file answers, unless that is meant (``replacing``).
    """
    if not replacing:
        _Filler(dossier, form_id).require_nothing_replaced(prepared)
    unexplained = tuple(_Filler(dossier, form_id).fill(prepared))
    session = dossier.form(form_id).session
    there = {reference: len(session.tree.repeat(table(session, reference)).rows) for reference in prepared.tables}
    beyond = {reference: count - len(prepared.tables[reference]) for reference, count in there.items()}
    return Filled({reference: count for reference, count in beyond.items() if count > 0}, unexplained)


class _Filler:
    def __init__(self, dossier: OpenDossier, form_id: str) -> None:
        self._dossier, self._form = dossier, form_id
        self._session: FormSession = dossier.form(form_id).session
        self._names: dict[str, RowId] = {}

    def require_nothing_replaced(self, prepared: PreparedForm) -> None:
        """Of what a person gave, also by an earlier file."""
        replacing = Replacing(self._dossier, self._form)
        for reference, text in self._texts(prepared.answers, list(self._rows_there(prepared.tables))):
            replacing.answer(reference, text)
        for reference, name in prepared.files.items():
            replacing.file(reference, prepared.folder / name)
        for kind, texts in ((RemarkKind.NOTE, prepared.notes), (RemarkKind.EXPLANATION, prepared.explanations)):
            for reference, text in texts.items():
                replacing.remark(reference, kind, text)
        replacing.require_nothing()

    def fill(self, prepared: PreparedForm) -> Iterator[str]:
        """Where explanations were not wanted."""
        for reference, text in self._texts(prepared.answers, list(self._make_rows(prepared.tables))):
            self._dossier.answer(self._form, question(self._session, reference), text)
        for reference, name in prepared.files.items():
            self._dossier.attach(self._form, file_question(self._session, reference), prepared.folder / name)
        for reference, text in prepared.notes.items():
            self._dossier.note(self._form, self._session.locate(reference), text)
        for reference, text in prepared.explanations.items():
            try:
                self._dossier.explain(self._form, self._session.locate(reference), text)
            except NothingToExplainError:  # the answers are what counts: they were changed, or the form was
                yield reference

    def _texts(self, answers: Texts, rows: Iterable[tuple[RowNode, Texts]]) -> Iterator[tuple[str, str]]:
        """Each reference with its answer; the rows have got their names before."""
        for reference, text in answers.items():
            yield reference, self._with_rows(text)
        for row, values in rows:
            for name, text in values.items():
                if name != NAME:
                    yield f"{self._session.reference(row.address)}/{name}", self._with_rows(text)

    def _with_rows(self, text: str) -> str:
        return " ".join(self._row_named(word) if word.startswith(NAME) else word for word in text.split(" "))

    def _row_named(self, word: str) -> str:
        return self._names.get(word.removeprefix(NAME), word)

    def _make_rows(self, tables: Tables) -> Iterator[tuple[RowNode, Texts]]:
        for reference, rows in tables.items():
            for place, values in enumerate(rows):
                yield self._named(self._row(reference, place), values), values

    def _rows_there(self, tables: Tables) -> Iterator[tuple[RowNode, Texts]]:
        for reference, rows in tables.items():
            repeat = found(self._session, reference)
            if isinstance(repeat, RepeatNode):
                for row, values in zip(repeat.rows, rows, strict=False):
                    yield self._named(row, values), values

    def _named(self, row: RowNode, values: Texts) -> RowNode:
        if NAME in values:
            self._names[values[NAME]] = row.id
        return row

    def _row(self, reference: str, place: int) -> RowNode:
        repeat = self._session.tree.repeat(table(self._session, reference))
        if place < len(repeat.rows):
            return repeat.rows[place]
        if repeat.definition.fixed:
            raise UserFacingError(TOO_MANY_ROWS.filled(table=repeat.path, rows=len(repeat.rows)))
        return self._session.row(self._dossier.add_row(self._form, repeat.address).rows_added[0])
