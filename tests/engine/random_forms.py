"""Random forms: nested groups and repeats whose formulas read what was written before them, near and far."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from hypothesis import strategies as st
from xform_texts import definition_of

from cbc_desktop.forms.definition import FormDefinition

CHOICES = """
    <instance id="list"><root>
      <item><name>1</name><label>One</label><of>1</of></item>
      <item><name>2</name><label>Two</label><of>1</of></item>
      <item><name>x</name><label>Other</label><of>x</of></item>
    </root></instance>
"""
VALUES = ("", "1", "1", "2", "x", "1 x")
ATTRIBUTES = ("relevant", "required", "readonly", "constraint", "calculate", "cbc:warning")


@dataclass
class Writing:
    """A form while it is written: parts of its XML, and the nodes that a formula may read so far."""

    binds: list[str] = field(default_factory=list)
    leaves: list[str] = field(default_factory=list)
    selects: list[str] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class RandomForm:
    """Shown by what differs from form to form when a law is broken."""

    instance: str
    binds: str
    body: str

    def definition(self) -> FormDefinition:
        return definition_of(self.instance, CHOICES + self.binds, self.body)


@st.composite
def forms(draw: st.DrawFn) -> RandomForm:
    writing = Writing()
    instance, body = _children(draw, writing, "/data", depth=0)
    return RandomForm(instance, "".join(writing.binds), body)


def _children(draw: st.DrawFn, writing: Writing, path: str, depth: int) -> tuple[str, str]:
    kinds = ["leaf", "leaf", "select", "group", "repeat"] if depth < 3 else ["leaf", "select"]
    parts = [
        _WRITERS[kind](draw, writing, f"{path}/n{number}", depth)
        for number, kind in enumerate(draw(st.lists(st.sampled_from(kinds), min_size=2, max_size=4)))
    ]
    if draw(st.booleans()):
        parts.reverse()  # then formulas read what stands after them
    return "".join(instance for instance, _ in parts), "".join(body for _, body in parts)


def _leaf(draw: st.DrawFn, writing: Writing, path: str, depth: int) -> tuple[str, str]:
    kind = draw(st.sampled_from(["string", "int"]))
    label = f"<label>L <output value={quoteattr(_formula(draw, writing, path))}/></label>"
    _bind(draw, writing, path, ATTRIBUTES, f'type="{kind}"')
    writing.leaves.append(path)
    default = draw(st.sampled_from(["", "", "1"]))
    return f"<{_name(path)}>{default}</{_name(path)}>", f'<input ref="{path}">{label}</input>'


def _select(draw: st.DrawFn, writing: Writing, path: str, depth: int) -> tuple[str, str]:
    nodeset = f"instance('list')/root/item[of = {_formula(draw, writing, path, 'current()/')} or name = '1']"
    repeats = [repeat for repeat in writing.repeats if writing.leaves and not path.startswith(f"{repeat}/")]
    value, label = "name", "label"
    if repeats and draw(st.booleans()):
        repeat = draw(st.sampled_from(repeats))
        nodeset, value, label = f"{repeat}[rid != '']", "rid", "position(.)"
    _bind(draw, writing, path, [name for name in ATTRIBUTES if name != "calculate"], 'type="string"')
    writing.leaves.append(path)
    writing.selects.append(path)
    itemset = f'<itemset nodeset={quoteattr(nodeset)}><value ref="{value}"/><label ref="{label}"/></itemset>'
    control = draw(st.sampled_from(["select", "select1"]))
    return f"<{_name(path)}/>", f'<{control} ref="{path}"><label>S</label>{itemset}</{control}>'


def _group(draw: st.DrawFn, writing: Writing, path: str, depth: int) -> tuple[str, str]:
    _bind(draw, writing, path, ("relevant", "readonly"))
    instance, body = _children(draw, writing, path, depth + 1)
    return f"<{_name(path)}>{instance}</{_name(path)}>", f'<group ref="{path}">{body}</group>'


def _repeat(draw: st.DrawFn, writing: Writing, path: str, depth: int) -> tuple[str, str]:
    _bind(draw, writing, path, ("relevant", "constraint"))
    count = f" jr:count={quoteattr(_formula(draw, writing, path))}" if draw(st.integers(0, 3)) == 0 else ""
    writing.binds.append(f'<bind nodeset="{path}/rid" type="string" calculate="once(uuid())"/>')
    writing.repeats.append(path)
    instance, body = _children(draw, writing, path, depth + 1)
    rows = f"<{_name(path)}><rid/>{instance}</{_name(path)}>" * draw(st.integers(1, 2))
    return rows, f'<group ref="{path}"><repeat nodeset="{path}"{count}>{body}</repeat></group>'


_WRITERS = {"leaf": _leaf, "select": _select, "group": _group, "repeat": _repeat}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _bind(draw: st.DrawFn, writing: Writing, path: str, names: object, more: str = "") -> None:
    """Each formula is there two times in five."""
    written = [f"{name}={quoteattr(_formula(draw, writing, path))}" for name in names if draw(st.integers(0, 4)) < 2]
    messages = 'cbc:warning-vi="v" cbc:warning-en="e"' if any("warning" in text for text in written) else ""
    writing.binds.append(f'<bind nodeset="{path}" {more} {" ".join(written)} {messages}/>')


def _formula(draw: st.DrawFn, writing: Writing, path: str, origin: str = "") -> str:
    """What it reads was written before ``path``, so that there are no circles."""
    shapes = ["{one} = '1'", "{one} > 1", "{one} + 1", "concat({one}, {other})", "if({one} = '1', {other}, 2)", "'1'"]
    if writing.leaves:
        far = draw(st.sampled_from(writing.leaves[-6:]))
        shapes += [
            f"sum({far})",
            f"sum({far}[. != ''])",
            f"count({far}[. = '1'])",
            f"digest('x', {far})",
            f"{far} = '1'",
        ]
    if writing.repeats:
        repeat = draw(st.sampled_from(writing.repeats))
        shapes += [f"count({repeat})", f"position({origin}..)"]
        shapes += _of_rows_that_hold(draw, writing, path, repeat)
    if writing.selects:
        shapes += ["jr:choice-name({select}, '{select}')"]
        select = _reference(path, draw(st.sampled_from(writing.selects[-2:])), "")
    one, other = (_any_reference(draw, writing, path, origin) for _ in range(2))
    shape = draw(st.sampled_from(shapes))
    return shape.format(one=one, other=other, select=select if writing.selects else "")


def _of_rows_that_hold(draw: st.DrawFn, writing: Writing, path: str, repeat: str) -> list[str]:
    """Formulas about the rows of a repeat that hold at some leaf what stands elsewhere."""
    names = ["rid", *(leaf[len(repeat) + 1 :] for leaf in writing.leaves if leaf.startswith(f"{repeat}/"))]
    leaf, other = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    key = _any_reference(draw, writing, path, "current()/")
    return [
        f"count({repeat}[{leaf} = {key}])",
        f"sum({repeat}[{leaf} = {key} and {other} != '']/{other})",
        f"count({repeat}[{leaf} = '1' and {other} = {key}])",
        f"count({repeat}[selected({leaf}, {key})])",
        f"count({repeat}[selected({key}, {leaf})]/{other})",
        f"sum({repeat}[{leaf} != '' and {other} = {key}]/{other})",
        f"count({repeat}[{leaf} != 'x'])",
        f"concat({repeat}[{key} = {leaf}]/{other}, 'x')",
    ]


def _any_reference(draw: st.DrawFn, writing: Writing, path: str, origin: str) -> str:
    return _reference(path, draw(st.sampled_from(writing.leaves[-4:])), origin) if writing.leaves else "'1'"


def _reference(path: str, target: str, origin: str) -> str:
    """A relative path, as pyxform writes it inside repeats."""
    mine, theirs = path.split("/"), target.split("/")
    common = 0
    while common < min(len(mine), len(theirs)) and mine[common] == theirs[common]:
        common += 1
    return origin + "/".join([".."] * (len(mine) - common) + theirs[common:])
