"""What may be added to a PDF after a signature: later signatures in fields that were signed, timestamps, filled fields.

pyHanko's own policy also permits new visible signature fields; such a field can paint over a page that was signed. And
it permits fields to be filled at any time: here only while a signature field is still empty, because whoever signs last
signs the number and the date too (Decree 30/2020/NĐ-CP, articles 14 and 32).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    FormUpdatingRule,
    GenericFieldModificationRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.rules import form_field_rules
from pyhanko.sign.fields import enumerate_sig_fields

_is_visible: Any = form_field_rules.is_field_visible


def is_fully_signed(handler: Any) -> bool:
    """Whether somebody signed and no place for a signature is empty in a pyHanko reader, writer or earlier revision.

    Empty fields that show nothing do not count: anybody may add one, and would so keep the document open.
    """
    fields = [(value, field.get_object()) for _, value, field in enumerate_sig_fields(handler)]
    signed = any(value is not None for value, _ in fields)
    return signed and not any(value is None and _is_visible(field) for value, field in fields)


class _InvisibleFieldCreationRule(SigFieldCreationRule):
    """New signature fields that show nothing, such as those of document timestamps."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    def apply(self, context: Any) -> Iterable[Any]:
        for name, field in context.field_specs.items():
            if not field.old_field_ref and _is_visible(field.new_field_ref.get_object()):
                raise SuspiciousModification(f"the visible field {name} was added after signing")
        return super().apply(context)


class _FillingBeforeTheLastSignatureRule(GenericFieldModificationRule):
    def apply(self, context: Any) -> Iterable[Any]:
        return () if is_fully_signed(context.old) else super().apply(context)


PERMITTED_CHANGES = StandardDiffPolicy(
    global_rules=DEFAULT_DIFF_POLICY.global_rules,
    form_rule=FormUpdatingRule(
        field_rules=[_InvisibleFieldCreationRule(), SigFieldModificationRule(), _FillingBeforeTheLastSignatureRule()]
    ),
)
