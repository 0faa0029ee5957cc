"""What our columns change in the XForm that pyxform wrote: choices from a table's rows, tables that begin empty.

pyxform 4.5 cannot write a select over the rows of a repeat with a value of its own (decision 11).
"""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import Element
from cbc_desktop.forms.names import OWN, XFORMS, XHTML, javarosa, xforms
from cbc_desktop.forms.reading import Collector

ROWS_SHAPE = Message(
    "“bind::cbc:rows” phải có dạng “${{bảng}} cột-giá-trị cột-nhãn [cột-in]”, ví dụ “${{b5}} rid ten ma”; "
    "đang là “{text}”.",
    "“bind::cbc:rows” must read “${{repeat}} value-leaf label-leaf [printed-leaf]”, for example “${{b5}} rid ten ma”; "
    "it is “{text}”.",
)
ROWS_WITHOUT_SELECT = Message(
    "“bind::cbc:rows” chỉ dùng cho câu hỏi kiểu “select_one rows” hoặc “select_multiple rows”.",
    "“bind::cbc:rows” belongs to a question of the type “select_one rows” or “select_multiple rows”.",
)


def rows_as_choices(root: Element, collector: Collector) -> None:
    """Writes the itemset that each ``cbc:rows`` describes."""
    for bind in root.iter(xforms("bind")):
        text = bind.get(f"{{{OWN}}}rows")
        if text is None:
            continue
        path = bind.get("nodeset")
        itemset = _itemset_of(root, path)
        if len(text.split()) not in (3, 4):
            collector.error("form.rows", f"{path} cbc:rows", ROWS_SHAPE.filled(text=text))
        elif itemset is None:
            collector.error("form.rows", f"{path} cbc:rows", ROWS_WITHOUT_SELECT)
        else:
            _write_itemset(itemset, *text.split()[:3])


def _itemset_of(root: Element, path: str) -> Element | None:
    for control in root.iter(xforms("select"), xforms("select1")):
        if control.get("ref") == path:
            return control.find(xforms("itemset"))
    return None


def _write_itemset(itemset: Element, nodeset: str, value: str, label: str) -> None:
    # A row that has no label yet cannot be chosen by a person.
    itemset.set("nodeset", f"{nodeset}[{label} != '']")
    itemset.find(xforms("value")).set("ref", value)
    itemset.find(xforms("label")).set("ref", label)


def empty_tables(root: Element) -> None:
    """Takes the default instance out of repeats with table layout: a table begins without rows."""
    primary = root.find(f"{{{XHTML}}}head/{xforms('model')}/{xforms('instance')}")
    for path in _open_tables(root):
        for row in primary.findall("/".join(f"{{{XFORMS}}}{step}" for step in path.split("/")[1:])):
            if javarosa("template") not in row.attrib:
                row.getparent().remove(row)


def _open_tables(root: Element) -> Iterator[str]:
    counted = {
        repeat.get("nodeset") for repeat in root.iter(xforms("repeat")) if repeat.get(javarosa("count")) is not None
    }
    for bind in root.iter(xforms("bind")):
        if bind.get(f"{{{OWN}}}layout", "").strip().lower() == "table" and bind.get("nodeset") not in counted:
            yield bind.get("nodeset")
