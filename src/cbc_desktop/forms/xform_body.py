"""The ``<h:body>`` of an XForm: which node is asked how, and which nodes repeat.

https://getodk.github.io/xforms-spec/#body
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cbc_desktop.base.xml import Element, local_name
from cbc_desktop.forms.definition import (
    EMPTY_TEXT,
    ChoiceDef,
    Control,
    Itemset,
    LocalizedText,
    SetValue,
)
from cbc_desktop.forms.itext import Languages, read_text
from cbc_desktop.forms.names import javarosa, xforms
from cbc_desktop.forms.reading import Collector
from cbc_desktop.forms.xform_model import full_path, read_actions


@dataclass(frozen=True, slots=True)
class ControlDef:
    """How a leaf is asked."""

    control: Control
    label: LocalizedText = EMPTY_TEXT
    hint: LocalizedText = EMPTY_TEXT
    appearance: str = ""
    choices: tuple[ChoiceDef, ...] | Itemset = ()
    media_type: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SectionDef:
    """How a group, or the group around a repeat, is shown."""

    label: LocalizedText = EMPTY_TEXT
    hint: LocalizedText = EMPTY_TEXT
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class RepeatSpec:
    """A ``<repeat>``: the source of its ``jr:count``, and whether people may add and remove."""

    count: str = ""
    fixed: bool = False


@dataclass(slots=True)
class Body:
    """Everything the body says, by generic path."""

    controls: dict[str, ControlDef] = field(default_factory=dict)
    sections: dict[str, SectionDef] = field(default_factory=dict)
    repeats: dict[str, RepeatSpec] = field(default_factory=dict)
    actions: list[SetValue] = field(default_factory=list)


CONTROLS = {
    "input": Control.INPUT,
    "secret": Control.INPUT,
    "select1": Control.SELECT_ONE,
    "select": Control.SELECT_MULTIPLE,
    "rank": Control.RANK,
    "upload": Control.UPLOAD,
    "trigger": Control.TRIGGER,
    "range": Control.RANGE,
}


class BodyReader:
    """Walks the body once; ``context`` is the path that relative references start from."""

    def __init__(self, languages: Languages, collector: Collector) -> None:
        self._languages = languages
        self._collector = collector
        self._body = Body()
        self._readers: dict[str, Callable[[Element, str], None]] = {
            "group": self._group,
            "repeat": self._repeat,
            **dict.fromkeys(CONTROLS, self._control),
        }

    def read(self, body: Element, root_path: str) -> Body:
        self._children(body, root_path)
        return self._body

    def _children(self, node: Element, context: str) -> None:
        for child in node:
            if not isinstance(child.tag, str):
                continue
            name = local_name(child)
            if name in self._readers:
                self._readers[name](child, context)

    def _group(self, node: Element, context: str) -> None:
        reference = node.get("ref")
        path = full_path(reference, context) if reference else context
        if reference:
            self._body.sections[path] = self._section(node, path)
        self._children(node, path)

    def _section(self, node: Element, path: str) -> SectionDef:
        # pyxform keeps the hint of a group in the itext only; ODK's body has no place for it.
        hint = self._text(node, "hint", path) or self._languages.texts.get(f"{path}:hint", EMPTY_TEXT)
        return SectionDef(self._text(node, "label", path), hint, node.get("appearance", ""))

    def _repeat(self, node: Element, context: str) -> None:
        path = full_path(node.get("nodeset", ""), context)
        count = node.get(javarosa("count"), "")
        fixed = bool(count) or node.get(javarosa("noAddRemove"), "").strip() in ("true()", "true")
        self._body.repeats[path] = RepeatSpec(count, fixed)
        if path not in self._body.sections:
            self._body.sections[path] = self._section(node.getparent(), path)
        self._body.actions.extend(read_actions(node, path, None, self._collector))
        self._children(node, path)

    def _control(self, node: Element, context: str) -> None:
        path = full_path(node.get("ref", ""), context)
        self._body.controls[path] = ControlDef(
            control=CONTROLS[local_name(node)],
            label=self._text(node, "label", path),
            hint=self._text(node, "hint", path),
            appearance=node.get("appearance", ""),
            choices=self._choices(node, path),
            media_type=node.get("mediatype", ""),
            parameters={name: node.get(name) for name in ("start", "end", "step") if node.get(name)},
        )
        self._body.actions.extend(read_actions(node, context, path, self._collector))

    def _text(self, node: Element, name: str, where: str) -> LocalizedText:
        return read_text(node.find(xforms(name)), f"{where} {name}", self._languages, self._collector)

    def _choices(self, node: Element, path: str) -> tuple[ChoiceDef, ...] | Itemset:
        itemset = node.find(xforms("itemset"))
        if itemset is not None:
            return self._itemset(itemset, path)
        return tuple(
            ChoiceDef((item.findtext(xforms("value")) or "").strip(), self._text(item, "label", path))
            for item in node.findall(xforms("item"))
        )

    def _itemset(self, node: Element, path: str) -> tuple[ChoiceDef, ...] | Itemset:
        def source(name: str) -> str:
            child = node.find(xforms(name))
            return "''" if child is None else child.get("ref", "''")

        where = f"{path} choice_filter"
        nodeset = self._collector.compiled(node.get("nodeset", ""), where)
        value = self._collector.compiled(source("value"), where)
        label = self._collector.compiled(source("label"), where)
        if nodeset is None or value is None or label is None:
            return ()
        return Itemset(nodeset, value, label, _nodes_named(nodeset.source, path))


def _nodes_named(nodeset: str, context: str) -> str:
    """The generic path that a nodeset names, without its predicates; "" for nodes of a secondary instance."""
    plain = _without_predicates(nodeset)
    return "" if "(" in plain else full_path(plain, context)


def _without_predicates(source: str) -> str:
    kept, depth = [], 0
    for letter in source:
        depth += letter == "["
        if not depth:
            kept.append(letter)
        depth -= letter == "]"
    return "".join(kept)
