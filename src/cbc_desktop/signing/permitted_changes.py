"""What may be added to a PDF after a signature: filled fields, later signatures in fields that were signed, timestamps.

pyHanko's own policy also permits new visible signature fields; such a field can paint over a page that was signed.
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

_is_visible: Any = form_field_rules.is_field_visible


class _InvisibleFieldCreationRule(SigFieldCreationRule):
    """New signature fields that show nothing, such as those of document timestamps."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    def apply(self, context: Any) -> Iterable[Any]:
        for name, field in context.field_specs.items():
            if not field.old_field_ref and _is_visible(field.new_field_ref.get_object()):
                raise SuspiciousModification(f"the visible field {name} was added after signing")
        return super().apply(context)


PERMITTED_CHANGES = StandardDiffPolicy(
    global_rules=DEFAULT_DIFF_POLICY.global_rules,
    form_rule=FormUpdatingRule(
        field_rules=[_InvisibleFieldCreationRule(), SigFieldModificationRule(), GenericFieldModificationRule()]
    ),
)
