"""What may be added to a PDF after a signature: filled blanks, later signatures in their fields, timestamps, evidence.

pyHanko's own policy permits more, and each rule here takes something back: a visible new signature field can paint over
a page that was signed; a number that was signed could become another one; what readers draw of a field depends on its
flags and on the fonts of the form. Fields are filled only while a signature field is still empty, because whoever signs
last signs the number and the date too (Decree 30/2020/NĐ-CP, articles 14 and 32).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.fields import enumerate_sig_fields

_FILLED_IN = frozenset({"/V", "/AP", "/DA", "/Type"})
"""The entries of a field that change when somebody fills it in: its value, and how that is drawn."""
_ALWAYS = frozenset({"/Type"})
_OF_EVIDENCE: tuple[Any, ...] = (XrefStreamRule, ObjectStreamRule, DSSCompareRule)
_OF_DESCRIPTION: tuple[Any, ...] = (DocInfoRule, MetadataUpdateRule)
_ROOM = 3 * " "
_NUMBERS = (generic.NumberObject, generic.FloatObject)


def is_fully_signed(handler: Any) -> bool:
    """Whether somebody signed and no place for a signature is empty in a pyHanko reader, writer or earlier revision.

    Empty fields that show nothing do not count: anybody may add one, and would so keep the document open.
    """
    fields = [(value, field.get_object()) for _, value, field in enumerate_sig_fields(handler)]
    signed = any(value is not None for value, _ in fields)
    return signed and not any(value is None and _shows_something(field) for value, field in fields)


def is_blank(value: Any) -> bool:
    """Whether the value of a text field waits for somebody to fill it in: none, or a line with room in it."""
    return not value or (isinstance(value, str) and _ROOM in value.replace("\u00a0", " "))


class _InvisibleFieldCreationRule(SigFieldCreationRule):
    """New signature fields that show nothing, such as those of document timestamps."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    def apply(self, context: Any) -> Iterable[Any]:
        for name, spec in context.field_specs.items():
            if not spec.old_field_ref and _shows_something(spec.new_field_ref.get_object()):
                raise SuspiciousModification(f"the visible field {name} was added after signing")
        return super().apply(context)


class _BlankFieldsRule(GenericFieldModificationRule):
    """A text field that was blank when it was signed may be filled in; what had been filled in stays as it was.

    Blank is a field without a value, or a line with room in it: "Số:        /UBND-VX". Neither flags nor place may
    change, and what is seen only together with the value.
    """

    def __init__(self) -> None:
        super().__init__(always_modifiable=_ALWAYS, value_update_keys=_FILLED_IN)

    def apply(self, context: Any) -> Iterable[Any]:
        return () if is_fully_signed(context.old) else super().apply(context)

    def check_form_field(self, fq_name: str, spec: Any, context: Any) -> Iterator[Any]:
        old, new = spec.old_field, spec.new_field
        if old is None or new is None or spec.field_type == "/Sig":
            return
        before, after = _entry(old, "/V"), _entry(new, "/V")
        if before == after:
            return  # nothing is explained: any change of the field or of what it shows is then a forbidden one
        if not is_blank(before):
            raise SuspiciousModification(f"the field {fq_name} was filled in already when it was signed")
        yield from super().check_form_field(fq_name, spec, context)


class _FormRule(FormUpdatingRule):
    """New fonts may join the form's, under names of their own; readers must draw the old fields with the old ones."""

    def __init__(self) -> None:
        rules = [_InvisibleFieldCreationRule(), SigFieldModificationRule(), _BlankFieldsRule()]
        super().__init__(rules, ignored_acroform_keys=frozenset({"/Fields", "/DR"}))

    def apply(self, old: Any, new: Any) -> Iterable[Any]:
        before, after = (_entry(revision.root["/AcroForm"], "/DR") for revision in (old, new))
        if not _keeps(before, after, depth=2):
            raise SuspiciousModification("the fonts with which readers draw the form's fields were changed")
        return super().apply(old, new)


def _entry(dictionary: Any, key: str) -> Any:
    """The value with its reference resolved, which ``get`` does not do; None when there is none."""
    try:
        return dictionary[key]
    except KeyError:
        return None


def _keeps(before: Any, after: Any, depth: int) -> bool:
    """Whether ``after`` has all that ``before`` has; dictionaries may have more, down to this depth."""
    if not depth or not isinstance(before, dict) or not isinstance(after, dict):
        return bool(before == after) or before is None
    return all(key in after and _keeps(before[key], after[key], depth - 1) for key in before)


def _shows_something(field: Any) -> bool:
    return any(_may_show(widget) for widget in _widgets(field))


def _widgets(field: Any) -> Iterator[Any]:
    """The field itself, and its direct parts."""
    yield field
    for place in range(len(field["/Kids"]) if "/Kids" in field else 0):
        yield field["/Kids"][place]


def _may_show(widget: Any) -> bool:
    """Unless it has no rectangle, or one of exactly four numbers and no area: readers guess at all others."""
    if "/Rect" not in widget:
        return False
    edges = [widget["/Rect"][place] for place in range(len(widget["/Rect"]))]
    if len(edges) != 4 or not all(isinstance(edge, _NUMBERS) for edge in edges):
        return True
    left, bottom, right, top = edges
    return bool(left != right and bottom != top)


PERMITTED_CHANGES = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        *(rule().as_qualified(ModificationLevel.FORM_FILLING) for rule in _OF_DESCRIPTION),
        *(rule().as_qualified(ModificationLevel.LTA_UPDATES) for rule in _OF_EVIDENCE),
    ],
    form_rule=_FormRule(),
)
"""Title and description are permitted, because other programs write them anew when they sign, but are no evidence."""
