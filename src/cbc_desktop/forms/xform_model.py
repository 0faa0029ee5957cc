"""The ``<model>`` of an XForm: binds, actions and secondary instances.

https://getodk.github.io/xforms-spec/#model
"""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import Element, SubElement, element, local_name, namespace, serialise
from cbc_desktop.forms.definition import Bind, DataType, SecondaryInstance, SetValue
from cbc_desktop.forms.itext import Languages, read_message
from cbc_desktop.forms.names import EVENTS, OWN, XFORMS, javarosa, xforms
from cbc_desktop.forms.own_columns import read_own_columns
from cbc_desktop.forms.reading import Collector
from cbc_desktop.xpath import Expression

DataTypes = {kind.value: kind for kind in DataType} | {
    "select1": DataType.STRING,
    "select": DataType.STRING,
    "odk:rank": DataType.STRING,
    "rank": DataType.STRING,
    "text": DataType.STRING,
    "integer": DataType.INT,
    "long": DataType.INT,
    "datetime": DataType.DATE_TIME,
    "": DataType.STRING,
}


SECOND_BIND = Message(
    "Mục “{path}” có hai bind; chỉ bind sau được dùng. Hãy gộp lại làm một.",
    "“{path}” has two binds; only the later is used. Join them into one.",
)


def full_path(reference: str, context: str) -> str:
    """An absolute generic path from a ``nodeset`` or ``ref``, which may be relative to ``context``."""
    plain = "/".join(step.split(":")[-1] for step in reference.strip().split("/"))
    if plain.startswith("/"):
        return plain
    steps = context.split("/")
    for step in plain.split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def read_binds(model: Element, root_path: str, languages: Languages, collector: Collector) -> dict[str, Bind]:
    binds = {}
    for node in model.iter(xforms("bind")):
        path = full_path(node.get("nodeset") or node.get("ref") or "", root_path)
        if path in binds:
            collector.warning("form.bind", f"{path} bind", SECOND_BIND.filled(path=path))
        binds[path] = _read_bind(node, path, languages, collector)
    return binds


def _read_bind(node: Element, path: str, languages: Languages, collector: Collector) -> Bind:
    def expression(name: str) -> Expression | None:
        source = node.get(name)
        return collector.compiled(source, f"{path} {name}") if source and source.strip() else None

    own = {local_name_of(key): value for key, value in node.attrib.items() if key.startswith(f"{{{OWN}}}")}
    return Bind(
        type=_data_type(node.get("type", "")),
        relevant=expression("relevant"),
        required=expression("required"),
        required_message=read_message(node.get(javarosa("requiredMsg")), languages),
        readonly=expression("readonly"),
        constraint=expression("constraint"),
        constraint_message=read_message(node.get(javarosa("constraintMsg")), languages),
        calculate=expression("calculate"),
        preload=node.get(javarosa("preload"), ""),
        preload_params=node.get(javarosa("preloadParams"), ""),
        own=read_own_columns(own, path, collector),
    )


def local_name_of(qualified: str) -> str:
    return qualified.rpartition("}")[2]


def _data_type(text: str) -> DataType:
    """An unknown one counts as string (https://getodk.github.io/xforms-spec/#bind-attributes)."""
    return DataTypes.get(text.removeprefix("xsd:").removeprefix("xs:"), DataType.STRING)


def read_instances(model: Element) -> tuple[SecondaryInstance, ...]:
    """All ``<instance>`` elements but the first, which is the primary one."""
    return tuple(_secondary(node) for node in model.findall(xforms("instance"))[1:])


def _secondary(node: Element) -> SecondaryInstance:
    source = node.get("src", "")
    content = serialise(_without_namespace(next(iter(node)))) if len(node) else b""
    return SecondaryInstance(node.get("id", ""), content, source)


def _without_namespace(node: Element) -> Element:
    """A copy whose elements are in no namespace: ``instance('x')/root/item`` names them without a prefix."""
    copy = element(local_name(node), dict(node.attrib))
    _copy_content(node, copy)
    return copy


def _copy_content(source: Element, target: Element) -> None:
    target.text = source.text
    for child in source:
        if isinstance(child.tag, str):
            _copy_content(child, SubElement(target, local_name(child), dict(child.attrib)))


def read_actions(scope: Element, context: str, trigger: str | None, collector: Collector) -> Iterator[SetValue]:
    """The ``<setvalue>`` elements directly below ``scope``: the model, a repeat, or the control ``trigger``."""
    for node in scope:
        if not isinstance(node.tag, str) or not node.get("event", node.get(f"{{{EVENTS}}}event")):
            continue
        events = tuple((node.get("event") or node.get(f"{{{EVENTS}}}event")).split())
        target = full_path(node.get("ref") or node.get("nodeset") or "", context)
        if namespace(node) != XFORMS or local_name(node) != "setvalue":
            continue
        value = collector.compiled(node.get("value") or _quoted(node.text or ""), f"{target} setvalue")
        if value is not None:
            yield SetValue(events, target, value, trigger)


def _quoted(text: str) -> str:
    """The text as an XPath literal, or as several put together when it has quotation marks of both kinds."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    pieces = text.replace("'", "', \"'\", '")
    return f"concat('{pieces}')"
