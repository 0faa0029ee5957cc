"""The ``bind::cbc:`` columns of forms/README.md: what XLSForm lacks and other ODK tools read over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.forms.definition import Layout, OwnColumns, WarningDef
from cbc_desktop.forms.near_names import hinted, nearest
from cbc_desktop.forms.reading import Collector

FACTS = frozenset({"agency-key", "agency-name", "agency-kind", "report-year", "number", "date", "place", "sent"})
ISSUE_FACTS = frozenset({"number", "date", "place", "sent"})
"""Facts of the issued document: shown in the form, but not part of the submission (decision 6)."""

_KNOWN = frozenset(
    {"layout", "page", "format", "width", "total", "words", "core", "fact", "offer", "rows", "unit-vi", "unit-en"}
)

_ALLOWED = {
    "layout": ("table", "cards"),
    "page": ("landscape", "portrait"),
    "format": ("year",),
    "core": ("yes", "no"),
    "words": ("yes", "no"),
    "total": ("yes", "no"),
}

UNKNOWN_COLUMN = Message(
    "Cột “bind::cbc:{name}” không có trong quy ước.{hint} Hãy sửa tên cột; các cột được dùng: {known}.",
    "There is no column “bind::cbc:{name}”.{hint} Correct its name; these can be used: {known}.",
)
NOT_UNDERSTOOD = Message(
    "Cột “bind::cbc:{name}” không hiểu “{text}”. Hãy dùng một trong: {allowed}.",
    "The column “bind::cbc:{name}” does not understand “{text}”. Use one of: {allowed}.",
)
UNKNOWN_FACT = Message(
    "“{fact}” không phải là dữ kiện của hồ sơ. Hãy dùng một trong: {known}.",
    "“{fact}” is no fact of a dossier. Use one of: {known}.",
)
MESSAGE_MISSING = Message(
    "Cảnh báo “{name}” thiếu lời nhắn. Hãy điền cột “bind::cbc:{name}-vi” và “bind::cbc:{name}-en”.",
    "The warning “{name}” has no message. Fill in the columns “bind::cbc:{name}-vi” and “bind::cbc:{name}-en”.",
)
CHECK_MISSING = Message(
    "Lời nhắn của cảnh báo “{name}” không có điều kiện đi kèm nên không bao giờ hiện. "
    "Hãy điền công thức vào cột “bind::cbc:{name}”, hoặc bỏ lời nhắn.",
    "The message of the warning “{name}” has no check and would never be shown. "
    "Fill in the formula in the column “bind::cbc:{name}”, or remove the message.",
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
    words = {name: _word(attributes, name, where, collector) for name in _ALLOWED}
    offer = attributes.get("offer")
    return OwnColumns(
        warnings=tuple(_warnings(attributes, where, collector)),
        unit=_unit(attributes),
        layout=Layout.TABLE if words["layout"] == "table" else Layout.CARDS,
        landscape=words["page"] == "landscape",
        width=_width(attributes.get("width", "0"), where, collector),
        core=words["core"] == "yes",
        fact=_fact(attributes.get("fact", ""), where, collector),
        offer=collector.compiled(offer, f"{where} cbc:offer") if offer else None,
        year=words["format"] == "year",
        words=words["words"] == "yes",
        total=words["total"] == "yes",
        printed_leaf="".join(attributes.get("rows", "").split()[3:4]),
    )


def _word(attributes: Mapping[str, str], name: str, where: str, collector: Collector) -> str:
    """One of the words that the column may hold, "" when it is blank or not understood."""
    text = attributes.get(name, "").strip()
    if not text or text.lower() in _ALLOWED[name]:
        return text.lower()
    allowed = ", ".join(_ALLOWED[name])
    collector.error("form.word", f"{where} cbc:{name}", NOT_UNDERSTOOD.filled(name=name, text=text, allowed=allowed))
    return ""


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


def _warnings(attributes: Mapping[str, str], where: str, collector: Collector) -> Iterator[WarningDef]:
    for name in sorted({stem for stem in map(_stem, attributes) if _is_warning(stem)}):
        place = f"{where} cbc:{name}"
        vietnamese, english = attributes.get(f"{name}-vi", ""), attributes.get(f"{name}-en", "")
        if name not in attributes:
            collector.error("form.warning-check", place, CHECK_MISSING.filled(name=name))
            continue
        if not vietnamese or not english:
            collector.error("form.warning-message", place, MESSAGE_MISSING.filled(name=name))
        expression = collector.compiled(attributes[name], place)
        if expression is not None:
            yield WarningDef(expression, Message(vietnamese or english, english or vietnamese))


def _stem(name: str) -> str:
    return name.removesuffix("-vi").removesuffix("-en")


def _is_warning(stem: str) -> bool:
    number = stem.removeprefix("warning")
    return stem == "warning" or (number != stem and number.isdecimal())


def _report_unknown(attributes: Mapping[str, str], where: str, collector: Collector) -> None:
    """Once for each column, at the first row that fills it in."""
    known = sorted(_KNOWN | {"warning", "warning-vi", "warning-en", "warning2"})
    told = {finding.message for finding in collector.findings}
    for name in attributes:
        message = hinted(UNKNOWN_COLUMN, nearest(name, known), name=name, known=", ".join(known))
        if name not in _KNOWN and not _is_warning(_stem(name)) and message not in told:
            collector.error("form.column", f"{where} cbc:{name}", message)
