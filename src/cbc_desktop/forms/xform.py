"""XForm XML read into a frozen FormDefinition, by the ODK XForms specification.

The primary instance gives the tree (here), the model its binds (xform_model.py), the body its controls (xform_body.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.findings import has_errors
from cbc_desktop.base.garbage import nothing_collected
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import Element, XmlSyntaxError, children_by_name, local_name, namespace, parse
from cbc_desktop.forms.body_check import check_body
from cbc_desktop.forms.definition import Bind, FormDefinition, GroupDef, LeafDef, NodeDef, RepeatDef, descendants
from cbc_desktop.forms.feature_check import check_features
from cbc_desktop.forms.initial_rows import initial_rows, is_template, without_defaults
from cbc_desktop.forms.itext import Languages, read_itext
from cbc_desktop.forms.names import XFORMS, XHTML, javarosa, xforms
from cbc_desktop.forms.pattern_check import refused_patterns
from cbc_desktop.forms.reading import Collector, ReadForm
from cbc_desktop.forms.reference_check import unknown_references
from cbc_desktop.forms.xform_body import Body, BodyReader, ControlDef, RepeatSpec, SectionDef
from cbc_desktop.forms.xform_model import read_actions, read_binds, read_instances

NOT_XML = Message(
    "Biểu mẫu không phải là tệp XML đọc được (dòng {line}: {reason}). Hãy xuất lại biểu mẫu.",
    "The form is not readable XML (line {line}: {reason}). Export the form again.",
)
NO_PRIMARY_INSTANCE = Message(
    "Biểu mẫu không có phần dữ liệu chính (instance đầu tiên trong model). Hãy xuất lại biểu mẫu từ XLSForm.",
    "The form has no primary instance (the first instance of the model). Export the form again from its XLSForm.",
)
BIND_WITHOUT_NODE = Message(
    "Bind “{path}” không chỉ tới mục nào của biểu mẫu nên không có tác dụng. Hãy sửa tên trong nodeset.",
    "The bind “{path}” names no node of the form and has no effect. Correct its nodeset.",
)


@nothing_collected()
def read_xform(content: bytes) -> ReadForm:
    """The definition of a form and what was noticed about it; without a definition there is at least one error."""
    collector = Collector()
    try:
        root = parse(content)
    except XmlSyntaxError as error:
        collector.error("form.xml", f"{error.line}", NOT_XML.filled(line=error.line, reason=error))
        return ReadForm(None, tuple(collector.findings))
    model = root.find(f"{{{XHTML}}}head/{xforms('model')}")
    primary = None if model is None else _primary_root(model)
    if primary is None:
        collector.error("form.instance", "model", NO_PRIMARY_INSTANCE)
        return ReadForm(None, tuple(collector.findings))
    collector.namespaces = _prefixes(root) | _prefixes(primary)
    reader = _Reader(root, model, primary, collector)
    definition = reader.definition(Digest.of(content))
    if not has_errors(collector.findings):
        collector.findings.extend(check_body(definition, reader.body, primary))
    collector.findings.extend(unknown_references(definition))
    collector.findings.extend(refused_patterns(definition))
    collector.findings.extend(check_features(root, definition.root.path))
    failed = has_errors(collector.findings)
    return ReadForm(None if failed else definition, tuple(collector.findings))


def _primary_root(model: Element) -> Element | None:
    instance = model.find(xforms("instance"))
    return None if instance is None else next((child for child in instance if isinstance(child.tag, str)), None)


def _prefixes(node: Element) -> dict[str, str]:
    return {prefix: uri for prefix, uri in node.nsmap.items() if prefix}


class _Reader:
    """Puts model, body and primary instance of one form together."""

    def __init__(self, root: Element, model: Element, primary: Element, collector: Collector) -> None:
        self._root, self._model, self._primary, self._collector = root, model, primary, collector
        self._root_path = f"/{local_name(primary)}"
        self._languages: Languages = read_itext(model, collector)
        self._binds = read_binds(model, self._root_path, self._languages, collector)
        body = root.find(f"{{{XHTML}}}body")
        reader = BodyReader(self._languages, collector)
        self.body: Body = Body() if body is None else reader.read(body, self._root_path)

    def definition(self, digest: Digest) -> FormDefinition:
        tree = self._group(self._primary, self._root_path)
        self._report_unused_binds(tree)
        actions = chain(read_actions(self._model, self._root_path, None, self._collector), self.body.actions)
        return FormDefinition(
            id=self._primary.get("id", "") or namespace(self._primary),
            version=self._primary.get("version", ""),
            title=(self._root.findtext(f"{{{XHTML}}}head/{{{XHTML}}}title") or "").strip(),
            digest=digest,
            root=tree,
            namespace=_instance_namespace(self._primary),
            languages=self._languages.names,
            default_language=self._languages.default,
            itext=self._languages.texts,
            actions=tuple(actions),
            instances=read_instances(self._model),
            namespaces=self._collector.namespaces,
        )

    def _group(self, node: Element, path: str) -> GroupDef:
        section = self.body.sections.get(path, SectionDef())
        return GroupDef(
            name=local_name(node),
            path=path,
            children=tuple(self._children(node, path)),
            namespace=_instance_namespace(node),
            prefix=node.prefix or "",
            attributes=_attributes(node),
            bind=self._binds.get(path, Bind()),
            label=section.label,
            hint=section.hint,
            appearance=section.appearance,
        )

    def _children(self, node: Element, path: str) -> Iterator[NodeDef]:
        """One definition per name: further elements of the same name are instances of a repeat."""
        for name, elements in children_by_name(node).items():
            child_path = f"{path}/{name}"
            if child_path in self.body.repeats:
                yield self._repeat(elements, child_path, self.body.repeats[child_path])
            elif any(isinstance(child.tag, str) for child in elements[0]) or child_path in self.body.sections:
                yield self._group(elements[0], child_path)
            else:
                yield self._leaf(elements[0], child_path)

    def _repeat(self, elements: list[Element], path: str, spec: RepeatSpec) -> RepeatDef:
        section = self.body.sections.get(path, SectionDef())
        template = next((node for node in elements if is_template(node)), None)
        shape = elements[0] if template is None else template
        children = tuple(self._children(shape, path))
        repeat = RepeatDef(
            name=local_name(shape),
            path=path,
            children=without_defaults(children) if template is None else children,
            namespace=_instance_namespace(shape),
            prefix=shape.prefix or "",
            attributes=_attributes(shape),
            bind=self._binds.get(path, Bind()),
            label=section.label,
            hint=section.hint,
            appearance=section.appearance,
            count=self._collector.compiled(spec.count, f"{path} repeat_count") if spec.count else None,
            fixed=spec.fixed,
        )
        return replace(repeat, initial=initial_rows(repeat, elements))

    def _leaf(self, node: Element, path: str) -> LeafDef:
        asked: ControlDef | None = self.body.controls.get(path)
        leaf = LeafDef(
            name=local_name(node),
            path=path,
            namespace=_instance_namespace(node),
            prefix=node.prefix or "",
            attributes=_attributes(node),
            bind=self._binds.get(path, Bind()),
            default=node.text or "",
        )
        return leaf if asked is None else _asked(leaf, asked)

    def _report_unused_binds(self, tree: GroupDef) -> None:
        known = {tree.path, *(node.path for node in descendants(tree))}
        for path in (path for path in self._binds if "/@" not in path):
            if path not in known:
                self._collector.warning("form.bind", f"{path} bind", BIND_WITHOUT_NODE.filled(path=path))


def _attributes(node: Element) -> dict[str, str]:
    """Those that a submission has too; ``id`` and ``version`` of the root are the form's, ``jr:template`` is ours."""
    own = {"id", "version"} if node.getparent() is not None and local_name(node.getparent()) == "instance" else set()
    return {str(name): str(text) for name, text in node.attrib.items() if name not in own | {javarosa("template")}}


def _instance_namespace(node: Element) -> str:
    """The namespace an element of the submission has; the form's own XForms default does not count as one."""
    uri = namespace(node)
    return "" if uri == XFORMS else uri


def _asked(leaf: LeafDef, asked: ControlDef) -> LeafDef:
    return replace(
        leaf,
        control=asked.control,
        label=asked.label,
        hint=asked.hint,
        appearance=asked.appearance,
        choices=asked.choices,
        media_type=asked.media_type,
        parameters=asked.parameters,
    )
