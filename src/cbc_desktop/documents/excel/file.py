"""A workbook as bytes that depend on its content alone, not on the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.base.xml import system_errors
from cbc_desktop.documents.printed_form import PrintedDossier

NOT_MADE = Message(
    "Không tạo được tệp Excel vì máy không ghi được tệp tạm ({reason}). Hãy kiểm tra dung lượng ổ đĩa rồi xuất lại; "
    "số liệu đã nhập không bị mất.",
    "The Excel file could not be made because a temporary file could not be written ({reason}). Check the free space "
    "of the disk and export again; nothing that was entered is lost.",
)

NO_RESULTS: Mapping[str, Mapping[str, str]] = {}

_FORMULA = re.compile(rb'(<c r="(?P<cell>[A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v(?: ?/>|></v>)')
_EARLIEST_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def describe(book: Workbook, dossier: PrintedDossier) -> None:
    """Document properties; the moment of finalising stands for both "created" and "modified"."""
    digest = str(dossier.content_digest)
    describe_as(book, dossier.agency, dossier.title, dossier.campaign, digest, dossier.language, dossier.finalised_at)


def describe_as(
    book: Workbook, creator: str, title: str, subject: str, identifier: str, language: str, moment: datetime
) -> None:
    """The same for any workbook."""
    properties = book.properties
    properties.creator, properties.title, properties.subject = creator, title, subject
    properties.identifier, properties.language = identifier, language
    properties.created = properties.modified = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)


@contextmanager
def refusals_told() -> Iterator[None]:
    """UserFacingError when the sheets' temporary files cannot be written."""
    try:
        with system_errors():
            yield
    except OSError as error:
        raise UserFacingError(NOT_MADE.filled(reason=reason_of(error))) from error


def workbook_bytes(book: Workbook, results: Mapping[str, Mapping[str, str]] = NO_RESULTS) -> bytes:
    """The .xlsx file; ``results`` are what formulas come to, by sheet and cell.

    Raises UserFacingError when the sheets' temporary files cannot be written.
    """
    written = BytesIO()
    with refusals_told():
        # Not book.save(): that puts the present moment into the properties.
        ExcelWriter(book, ZipFile(written, "w", ZIP_DEFLATED)).save()
    of_parts = {book[sheet].path.lstrip("/"): of_cells for sheet, of_cells in results.items() if of_cells}
    return _normalised(written, of_parts)


def _normalised(written: BytesIO, results: Mapping[str, Mapping[str, str]]) -> bytes:
    """The same parts in the order of their names, all dated 1 January 1980, with the results of formulas in them."""
    normal = BytesIO()
    with ZipFile(written) as source, ZipFile(normal, "w") as target:
        for name in sorted(source.namelist()):
            entry = ZipInfo(name, _EARLIEST_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else Windows and Linux give different bytes
            content = source.read(name)
            target.writestr(entry, _with_results(content, results[name]) if name in results else content)
    return normal.getvalue()


def _with_results(sheet: bytes, results: Mapping[str, str]) -> bytes:
    """openpyxl writes a formula without its result, and a viewer that does not calculate would show nothing."""
    return _FORMULA.sub(lambda found: found[1] + b"<v>%b</v>" % results[found["cell"].decode()].encode(), sheet)
