"""Which field answers which question: one table by control, and one of lines by data type."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.forms.definition import Control, DataType, LeafDef
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.field import Field
from cbc_desktop.ui.questions.fields.files import FileField
from cbc_desktop.ui.questions.fields.lines import DateField, LineField, NumberField
from cbc_desktop.ui.questions.fields.ranks import RankField
from cbc_desktop.ui.questions.fields.selects import SelectMultipleField, SelectOneField
from cbc_desktop.ui.questions.fields.texts import MultilineField
from cbc_desktop.ui.questions.fields.ticks import AcknowledgeField, NoteField

FIELDS: Mapping[Control, type[Field]] = {
    Control.SELECT_ONE: SelectOneField,
    Control.SELECT_MULTIPLE: SelectMultipleField,
    Control.RANK: RankField,
    Control.UPLOAD: FileField,
    Control.TRIGGER: AcknowledgeField,
    Control.RANGE: NumberField,
}
LINES: Mapping[DataType, type[Field]] = {
    DataType.INT: NumberField,
    DataType.DECIMAL: NumberField,
    DataType.DATE: DateField,
}


def field_for(question: LeafDef, look: Look) -> Field:
    """Types without a field of their own (times, places, codes) are lines of text in their lexical form."""
    if question.control is not None and question.control in FIELDS:
        return FIELDS[question.control](question, look)
    if is_note(question):
        return NoteField(question, look)
    if question.is_multiline:
        return MultilineField(question, look)
    return LINES.get(question.bind.type, LineField)(question, look)


def is_note(question: LeafDef) -> bool:
    """pyxform writes a note as a read-only input without a type of its own and without a calculation."""
    bind = question.bind
    readonly = bind.readonly is not None and bind.type is DataType.STRING
    return readonly and bind.calculate is None and not bind.own.fact
