"""What an XForm uses that this program does otherwise, reads over or does not know: nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import Element, local_name, namespace, namespace_of
from cbc_desktop.forms.external import LAST_SAVED
from cbc_desktop.forms.features import EXTERNAL_PROGRAM, FEATURES, NO_SEARCH, PLAIN, Feature, Kind, Support, feature
from cbc_desktop.forms.names import EVENTS, JAVAROSA, OWN, XFORMS, XHTML, xforms
from cbc_desktop.forms.near_names import hinted, nearest
from cbc_desktop.forms.xform_body import CONTROLS
from cbc_desktop.forms.xform_model import full_path

UNKNOWN = Message(
    "Chương trình không biết “{name}” nên bỏ qua.{hint} Hãy kiểm tra chính tả hoặc bỏ đi.",
    "“{name}” is not known and read over.{hint} Check its spelling, or leave it out.",
)
OTHERWISE = Message("“{name}” ({count} chỗ): {note}", "“{name}” (in {count} places): {note}")

_PREFIXES = {
    JAVAROSA: "jr:",
    "http://openrosa.org/xforms": "orx:",
    "http://www.opendatakit.org/xforms": "odk:",
    "http://www.opendatakit.org/xforms/entities": "entities:",
}
_OF_A_FAMILY = (
    (re.compile(r"w\d+|(columns|compact|quickcompact)-\d+"), PLAIN),
    (re.compile(r"(ex|printer):.*", re.DOTALL), EXTERNAL_PROGRAM),
    (re.compile(r"search\(.*\)", re.DOTALL), NO_SEARCH),
)
"""Appearances that carry a figure or a call of another program."""
_OF_THE_MODEL = frozenset({"itext", "instance", "bind", "submission", "setvalue"})
_APPEARANCE = re.compile(r"[^\s(]+(?:\s*\([^)]*\))?")
_SKIPPED = frozenset({"itext", "bind", "instance", "group", "repeat", "model", *CONTROLS})


@dataclass(frozen=True, slots=True)
class _Use:
    """One place that uses something; ``where`` is a path and an attribute."""

    kind: Kind
    name: str
    where: str


def check_features(root: Element, root_path: str) -> Iterator[Finding]:
    """A warning for each place that uses what is not known, a note for each feature that works otherwise."""
    otherwise: dict[Feature, list[str]] = {}
    for use in _uses(root, root_path):
        known = feature(use.kind, use.name) or _of_a_family(use)
        if known is None:
            message = hinted(UNKNOWN, nearest(use.name, FEATURES[use.kind], 0.75), name=use.name)
            yield Finding("form.unknown", Severity.WARNING, use.where, message)
        elif known.support is not Support.FULL:
            otherwise.setdefault(known, []).append(use.where)
    for known, places in otherwise.items():
        message = OTHERWISE.filled(name=known.name, count=len(places), note="{note}")
        told = Message(message.vi.replace("{note}", known.note.vi), message.en.replace("{note}", known.note.en))
        yield Finding("form.feature", Severity.NOTE, places[0], told)


def _of_a_family(use: _Use) -> Feature | None:
    if use.kind is not Kind.APPEARANCE:
        return None
    notes = (note for pattern, note in _OF_A_FAMILY if pattern.fullmatch(use.name))
    return next((Feature(use.kind, use.name, Support.KEPT, note) for note in notes), None)


def _uses(root: Element, root_path: str) -> Iterator[_Use]:
    model, body = root.find(f"{{{XHTML}}}head/{xforms('model')}"), root.find(f"{{{XHTML}}}body")
    if model is not None:
        yield from _of_model(model, root_path)
    if body is not None:
        if body.get("class"):
            yield _Use(Kind.STRUCTURE, "class", "body")
        for node in _elements(body):
            yield from _of_body_node(node, root_path)


def _of_model(model: Element, root_path: str) -> Iterator[_Use]:
    for node in _elements(model):
        name = local_name(node)
        if _event(node):
            yield from _of_action(node, root_path)
        elif namespace(node) != XFORMS:
            continue
        elif name == "bind":
            yield from _of_bind(node, root_path)
        elif name == "instance" and node.get("src"):
            yield _Use(Kind.INSTANCE, _source_kind(node.get("src", "")), f"instance {node.get('id', '')}")
        elif name == "submission":
            yield _Use(Kind.STRUCTURE, name, "model")
        elif name == "setvalue":
            yield _Use(Kind.EVENT, 'event=""', _path(node, root_path))
    for node in model:
        if isinstance(node.tag, str) and namespace(node) == XFORMS and local_name(node) not in _OF_THE_MODEL:
            yield _Use(Kind.STRUCTURE, local_name(node), "model")
    for entity in model.iter("{http://www.opendatakit.org/xforms/entities}entity", xforms("entity")):
        yield _Use(Kind.STRUCTURE, "entity", local_name(entity))


def _of_bind(node: Element, root_path: str) -> Iterator[_Use]:
    path = _path(node, root_path)
    if "/@" in path:
        return  # of an entity, which is told as a whole
    for qualified in node.attrib:
        space, _, local = qualified.removeprefix("{").rpartition("}")
        if space not in (OWN, EVENTS):
            name = f"{_PREFIXES.get(space, '')}{local}"
            yield _Use(Kind.BIND, name, f"{path} {name}")
    kind = node.get("type", "").removeprefix("xsd:").removeprefix("xs:")
    if kind:
        yield _Use(Kind.DATA_TYPE, kind, f"{path} type")
    preload = node.get(f"{{{JAVAROSA}}}preload")
    if preload:
        yield _Use(Kind.PRELOAD, preload, f"{path} jr:preload")


def _of_body_node(node: Element, root_path: str) -> Iterator[_Use]:
    name = local_name(node)
    if _event(node):
        yield from _of_action(node, root_path)
    elif name in CONTROLS:
        yield _Use(Kind.CONTROL, name, _path(node, root_path))
    elif name not in _SKIPPED:
        yield _Use(Kind.STRUCTURE, name, _path_around(node, root_path))
    if name == "repeat":
        yield from _of_repeat(node, _path(node, root_path))
    for appearance in _appearances(node.get("appearance", "")):
        yield _Use(Kind.APPEARANCE, appearance, f"{_path(node, root_path)} appearance")


def _of_repeat(node: Element, path: str) -> Iterator[_Use]:
    for attribute in (one for one in node.attrib if namespace_of(one) == JAVAROSA):
        yield _Use(Kind.STRUCTURE, f"jr:{attribute.rpartition('}')[2]}", f"{path} repeat_count")


def _path(node: Element, root_path: str) -> str:
    return full_path(node.get("ref") or node.get("nodeset") or "", root_path)


def _event(node: Element) -> str:
    return node.get("event") or node.get(f"{{{EVENTS}}}event") or ""


def _of_action(node: Element, root_path: str) -> Iterator[_Use]:
    target, space = _path(node, root_path), namespace(node)
    yield _Use(Kind.ACTION, f"{'' if space == XFORMS else _PREFIXES.get(space, '')}{local_name(node)}", target)
    for event in _event(node).split():
        yield _Use(Kind.EVENT, event, f"{target} event")


def _appearances(text: str) -> list[str]:
    """Upper and lower case do not matter; what stands in brackets belongs to the word before them."""
    return _APPEARANCE.findall(text.lower())


def _source_kind(source: str) -> str:
    name = source.rpartition("/")[2]
    return LAST_SAVED if name == LAST_SAVED else name.rpartition(".")[2].lower()


def _path_around(node: Element, root_path: str) -> str:
    """Of the question, group or repeat around it."""
    around = (
        one for one in node.iterancestors() if local_name(one) in _SKIPPED and (one.get("ref") or one.get("nodeset"))
    )
    return next((_path(one, root_path) for one in around), "body")


def _elements(around: Element) -> Iterator[Element]:
    return (node for node in around.iter() if isinstance(node.tag, str) and node is not around)
