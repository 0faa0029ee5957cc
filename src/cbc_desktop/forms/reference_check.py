"""References that lead nowhere: a formula that asks for a node, or a list, that the form does not have."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.forms.definition import FormDefinition, Path
from cbc_desktop.forms.form_paths import ANY_NAME, DOCUMENT, FormPaths
from cbc_desktop.forms.formulas import Formula, Role, formulas_of
from cbc_desktop.forms.near_names import hinted, nearest
from cbc_desktop.xpath import PathReference

UNKNOWN_NODE = Message(
    "Công thức “{source}” chỉ tới “{reference}”, nhưng biểu mẫu không có mục này nên chỗ đó luôn trống.{hint} "
    "Hãy sửa tên trong công thức hoặc thêm câu hỏi.",
    "The formula “{source}” refers to “{reference}”, which the form does not have and which is always blank.{hint} "
    "Correct the name in the formula, or add the question.",
)
UNKNOWN_INSTANCE = Message(
    "Công thức “{source}” dùng danh sách “{reference}”, nhưng biểu mẫu không có danh sách này.{hint} Hãy sửa tên.",
    "The formula “{source}” uses the list “{reference}”, which the form does not have.{hint} Correct the name.",
)


UNKNOWN_TARGET = Message(
    "Hành động này ghi vào “{target}”, nhưng biểu mẫu không có mục này nên nó không có tác dụng. Hãy sửa tên.",
    "This action writes to “{target}”, which the form does not have; it has no effect. Correct the name.",
)


def unknown_references(definition: FormDefinition) -> Iterator[Finding]:
    """A warning for each; ``where`` is a path and an attribute."""
    paths = FormPaths(definition)
    for target in dict.fromkeys(action.target for action in definition.actions):
        if target not in paths:
            message = UNKNOWN_TARGET.filled(target=target)
            yield Finding("form.reference", Severity.WARNING, f"{target} {Role.SETVALUE.value}", message)
    lists = {instance.id for instance in definition.instances}
    for formula in formulas_of(definition):
        by_text = {str(reference): reference for reference in formula.expression.references}
        for _, reference in sorted(by_text.items()):
            if reference.origin == "instance":
                if reference.instance and reference.instance not in lists:
                    near = nearest(reference.instance, lists)
                    yield _finding(formula, UNKNOWN_INSTANCE, reference.instance, near)
            elif _leads_nowhere(reference, formula.start, paths):
                yield _finding(formula, UNKNOWN_NODE, str(reference), _meant(reference, paths))


def _leads_nowhere(reference: PathReference, start: Path, paths: FormPaths) -> bool:
    """Attributes, texts and what lies outside the primary instance are not known from the form's tree."""
    known = all(step.axis != "attribute" and not step.name.endswith("text()") for step in reference.steps)
    inside = reference.origin == "root" or start != ""
    return known and inside and not paths.targets(reference, start)


def _meant(reference: PathReference, paths: FormPaths) -> str | None:
    names = {path.rpartition("/")[2] for path in paths.below[DOCUMENT]}
    unknown = [step.name for step in reference.steps if step.name not in ANY_NAME and step.name not in names]
    return nearest(unknown[0], names) if unknown else None


def _finding(formula: Formula, message: Message, reference: str, near: str | None) -> Finding:
    source = " ".join(formula.expression.source.split())
    told = hinted(message, near, source=source, reference=reference)
    return Finding("form.reference", Severity.WARNING, f"{formula.path} {formula.role.value}", told)
