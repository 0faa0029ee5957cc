"""The one door to pyxform: an XLSForm workbook becomes XForm XML, and every mistake gets its sheet and row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import get_xlsform
from pyxform.xls2xform import convert

from cbc_desktop.base.findings import Finding, Severity, has_errors
from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import XmlSyntaxError, parse, serialise
from cbc_desktop.forms.names import OWN
from cbc_desktop.forms.own_itemsets import empty_tables, rows_as_choices
from cbc_desktop.forms.pyxform_words import WorkbookRows, in_our_words
from cbc_desktop.forms.reading import Collector, ReadForm
from cbc_desktop.forms.translations import check_translations
from cbc_desktop.forms.typography import restore_quotes
from cbc_desktop.forms.workbook_checks import check_workbook
from cbc_desktop.forms.workbook_places import WorkbookPlaces, place_of_pyxform, without_row
from cbc_desktop.forms.xform import read_xform

NOT_A_WORKBOOK = Message(
    "“{workbook}” không phải là sổ tính Excel đọc được: tệp bị cắt cụt, hỏng khi chép, có mật khẩu, hoặc là tệp loại "
    "khác. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi thử lại.",
    "“{workbook}” is not a readable Excel workbook: it was cut off, damaged on its way, has a password, or is "
    "something else. Open it in Excel, save it as .xlsx and try again.",
)
NOT_AN_XFORM = Message(
    "Từ “{workbook}” không lập được biểu mẫu đọc được ({reason}). Cột có tiền tố, như bind::cbc:…, chỉ dùng được khi "
    "trang settings khai báo tiền tố đó ở cột namespaces: {namespace}.",
    "“{workbook}” gives no form that can be read ({reason}). Columns with a prefix, such as bind::cbc:…, need that "
    "prefix in the column namespaces of the sheet settings: {namespace}.",
)
REFUSED = Message(
    "Bộ chuyển XLSForm (pyxform) không nhận sổ tính này và nói: “{reason}”",
    "The converter of XLSForms (pyxform) refuses this workbook and says: “{reason}”",
)
REFUSED_ROW = Message(
    "Bộ chuyển XLSForm (pyxform) không nhận dòng {row} của trang tính “{sheet}” và nói: “{reason}”",
    "The converter of XLSForms (pyxform) refuses row {row} of the sheet “{sheet}” and says: “{reason}”",
)
NOTICED = Message("Lưu ý của pyxform: {reason}", "pyxform notices: {reason}")


@dataclass(frozen=True, slots=True)
class Conversion:
    """The XForm XML of a workbook, None when it has errors, and all that was noticed."""

    xform: bytes | None
    findings: tuple[Finding, ...]
    places: WorkbookPlaces


def convert_workbook(content: bytes, workbook: str) -> Conversion:
    """``content`` is the .xlsx file, ``workbook`` its name for messages. Bad workbooks give findings, not errors."""
    places = WorkbookPlaces(workbook)
    try:
        sheets = get_xlsform(content, file_type=".xlsx")
    except Exception as error:  # pyxform lets zip, XML and openpyxl errors of every kind through
        told = in_our_words(str(error), WorkbookRows(), places)
        return _refused(places, *(told or (workbook, NOT_A_WORKBOOK.filled(workbook=workbook))))
    rows = WorkbookRows(sheets.survey or (), sheets.choices or ())
    places = WorkbookPlaces.of_survey(workbook, rows.survey, _setting(sheets, "name") or "data")
    checks = (
        *check_workbook(_headers(sheets), rows.survey, rows.choices, places),
        *check_translations(rows.survey, rows.choices, places, _setting(sheets, "default_language")),
    )
    try:
        converted = convert(content, file_type=".xlsx", pretty_print=False)
    except PyXFormError as error:
        text = str(error)
        told = in_our_words(text, rows, places) or (places.of_pyxform(text), _quoted(text))
        return _refused(places, *told, checks)
    notices = tuple(_noticed(text, places) for text in converted.warnings)
    try:
        return _finished(converted.xform.encode("utf-8"), (*checks, *notices), places)
    except XmlSyntaxError as error:  # pyxform writes down prefixes that nobody has declared
        message = NOT_AN_XFORM.filled(workbook=workbook, reason=error, namespace=f'cbc="{OWN}"')
        return _refused(places, workbook, message, checks)


def _finished(xform: bytes, findings: tuple[Finding, ...], places: WorkbookPlaces) -> Conversion:
    root, collector = parse(xform), Collector()
    rows_as_choices(root, collector)
    empty_tables(root)
    restore_quotes(root)
    findings = (*findings, *(places.placed(finding) for finding in collector.findings))
    return Conversion(None if has_errors(findings) else serialise(root), findings, places)


def read_workbook(content: bytes, workbook: str) -> ReadForm:
    """The definition of the form in a workbook, with findings that name sheet, row and column."""
    conversion = convert_workbook(content, workbook)
    if conversion.xform is None:
        return ReadForm(None, conversion.findings)
    form = read_xform(conversion.xform)
    placed = tuple(conversion.places.placed(finding) for finding in form.findings)
    return replace(form, findings=(*conversion.findings, *placed), places=conversion.places)


def _setting(sheets: Any, name: str) -> str:
    settings = sheets.settings or [{}]
    return str(settings[0].get(name) or "")


def _headers(sheets: Any) -> list[str]:
    return [header for row in sheets.survey_header or () for header in row]


def _refused(places: WorkbookPlaces, where: str, message: Message, earlier: tuple[Finding, ...] = ()) -> Conversion:
    return Conversion(None, (*earlier, Finding("form.workbook", Severity.ERROR, where, message)), places)


def _noticed(text: str, places: WorkbookPlaces) -> Finding:
    return Finding("form.pyxform", Severity.WARNING, places.of_pyxform(text), NOTICED.filled(reason=text))


def _quoted(text: str) -> Message:
    """What pyxform refuses and we have no words for, without the row in brackets: our sentence names it."""
    place, reason = place_of_pyxform(text), " ".join(without_row(text).split())
    return REFUSED_ROW.filled(sheet=place[0], row=place[1], reason=reason) if place else REFUSED.filled(reason=reason)
