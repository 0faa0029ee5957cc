"""The ``bind::cbc:`` columns of forms/README.md: what XLSForm lacks and other ODK tools read over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.forms.definition import Layout, OwnColumns, WarningDef
from cbc_desktop.forms.reading import Collector

FACTS = frozenset({"agency-key", "agency-name", "agency-kind", "report-year", "number", "date", "place", "sent"})
ISSUE_FACTS = frozenset({"number", "date", "place", "sent"})
"""Facts of the issued document: shown in the form, but not part of the submission (decision 6)."""

_KNOWN = frozenset(
    {"layout", "page", "format", "width", "total", "words", "core", "fact", "offer", "rows", "unit-vi", "unit-en"}
)

UNKNOWN_COLUMN = Message(
    "Cột “bind::cbc:{name}” không có trong quy ước. Hãy sửa tên cột; các cột được dùng: {known}.",
    "There is no column “bind::cbc:{name}”. Correct its name; these can be used: {known}.",
)
UNKNOWN_FACT = Message(
    "“{fact}” không phải là dữ kiện của hồ sơ. Hãy dùng một trong: {known}.",
    "“{fact}” is no fact of a dossier. Use one of: {known}.",
)
MESSAGE_MISSING = Message(
    "Cảnh báo “{name}” thiếu lời nhắn. Hãy điền cột “bind::cbc:{name}-vi” và “bind::cbc:{name}-en”.",
    "The warning “{name}” has no message. Fill in the columns “bind::cbc:{name}-vi” and “bind::cbc:{name}-en”.",
)
NOT_A_NUMBER = Message(
    "Độ rộng “{width}” không phải là số nguyên. Hãy ghi một số, ví dụ 3.",
    "The width “{width}” is not a whole number. Write a number, for example 3.",
)


def read_own_columns(attributes: Mapping[str, str], where: str, collector: Collector) -> OwnColumns:
    """``attributes`` are those of our namespace, by local name."""
    if not attributes:
        return OwnColumns()
    _report_unknown(attributes, where, collector)
    offer = attributes.get("offer")
    return OwnColumns(
        warnings=tuple(_warnings(attributes, where, collector)),
        unit=_unit(attributes),
        layout=Layout.TABLE if attributes.get("layout") == "table" else Layout.CARDS,
        landscape=attributes.get("page") == "landscape",
        width=_width(attributes.get("width", "0"), where, collector),
        core=_yes(attributes, "core"),
        fact=_fact(attributes.get("fact", ""), where, collector),
        offer=collector.compiled(offer, f"{where} cbc:offer") if offer else None,
        year=attributes.get("format") == "year",
        words=_yes(attributes, "words"),
        total=_yes(attributes, "total"),
        printed_leaf="".join(attributes.get("rows", "").split()[3:4]),
    )


def _yes(attributes: Mapping[str, str], name: str) -> bool:
    return attributes.get(name, "").strip().lower() == "yes"


def _unit(attributes: Mapping[str, str]) -> Message | None:
    vietnamese, english = attributes.get("unit-vi", ""), attributes.get("unit-en", "")
    return Message(vietnamese or english, english or vietnamese) if vietnamese or english else None


def _width(text: str, where: str, collector: Collector) -> int:
    if text.strip().isdecimal():
        return int(text)
    collector.error("form.width", f"{where} cbc:width", NOT_A_NUMBER.filled(width=text))
    return 0


def _fact(fact: str, where: str, collector: Collector) -> str:
    if fact and fact not in FACTS:
        known = ", ".join(sorted(FACTS))
        collector.error("form.fact", f"{where} cbc:fact", UNKNOWN_FACT.filled(fact=fact, known=known))
    return fact


def _warning_names(attributes: Mapping[str, str]) -> list[str]:
    return sorted(name for name in attributes if name.startswith("warning") and "-" not in name)


def _warnings(attributes: Mapping[str, str], where: str, collector: Collector) -> Iterator[WarningDef]:
    for name in _warning_names(attributes):
        place = f"{where} cbc:{name}"
        vietnamese, english = attributes.get(f"{name}-vi", ""), attributes.get(f"{name}-en", "")
        if not vietnamese or not english:
            collector.error("form.warning-message", place, MESSAGE_MISSING.filled(name=name))
        expression = collector.compiled(attributes[name], place)
        if expression is not None:
            yield WarningDef(expression, Message(vietnamese or english, english or vietnamese))


def _report_unknown(attributes: Mapping[str, str], where: str, collector: Collector) -> None:
    for name in attributes:
        stem = name.removesuffix("-vi").removesuffix("-en")
        numbered_warning = stem.startswith("warning") and (stem == "warning" or stem[len("warning") :].isdecimal())
        if name not in _KNOWN and not numbered_warning:
            known = ", ".join([*sorted(_KNOWN), "warning", "warning-vi", "warning-en", "warning2"])
            collector.error("form.column", f"{where} cbc:{name}", UNKNOWN_COLUMN.filled(name=name, known=known))
