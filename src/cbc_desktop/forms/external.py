"""External secondary instances of a form, read from files beside it.

https://getodk.github.io/xforms-spec/#secondary-instances---external
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.base.xml import SubElement, XmlSyntaxError, element, is_name, parse, serialise
from cbc_desktop.forms.definition import SecondaryInstance
from cbc_desktop.forms.geojson import items_of_geojson

MISSING_FILE = Message(
    "Biểu mẫu cần tệp “{name}” nhưng không có trong “{folder}”. Hãy chép tệp này vào thư mục đó.",
    "The form needs the file “{name}”, which is not in “{folder}”. Copy it into that folder.",
)
UNREADABLE_FILE = Message(
    "Không đọc được tệp “{name}” của biểu mẫu: {reason}. Hãy lưu lại tệp bằng bảng mã UTF-8.",
    "The form's file “{name}” cannot be read: {reason}. Save it again, in UTF-8.",
)


LAST_SAVED = "last-saved"
_ENDS_A_FOLDER = re.compile(r"[/\\:]")
"""On whatever system: ``..\\x.csv`` and ``C:x.csv`` lead elsewhere on Windows."""


class MissingFileError(UserFacingError):
    """A file that a form needs is not beside it."""


def read_external(instance: SecondaryInstance, folder: Path) -> SecondaryInstance:
    """The instance with its content; only files directly in ``folder`` are read, whatever ``src`` says.

    The record that was saved last (``jr://instance/last-saved``) is blank: an office takes over an earlier dossier.
    """
    name = _ENDS_A_FOLDER.split(instance.source)[-1]
    if name == LAST_SAVED:
        return SecondaryInstance(instance.id, serialise(element("data")), instance.source)
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise MissingFileError(MISSING_FILE.filled(name=name, folder=folder)) from error
    read = _READERS.get(Path(name).suffix.lower())
    if read is not None:
        try:
            content = read(content)
        except (csv.Error, ValueError, XmlSyntaxError) as error:
            raise UserFacingError(UNREADABLE_FILE.filled(name=name, reason=error)) from error
    return SecondaryInstance(instance.id, content, instance.source)


def _items_of_csv(content: bytes) -> bytes:
    """``<root><item><column>...``: the shape in which a form looks at a CSV file.

    Commas or semicolons part the cells, whichever the headings have more of. A column whose heading is no name for an
    element (``label::English (en)``) cannot be asked for and is left out, and so is a cell without a heading.
    """
    text = nfc(content.decode("utf-8-sig"))
    headings = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;", key=headings.count), restkey="", restval="")
    root = element("root")
    for row in rows:
        item = SubElement(root, "item")
        for column, cell in row.items():
            if is_name(column):
                SubElement(item, column).text = cell
    return serialise(root)


def _items_of_xml(content: bytes) -> bytes:
    """As they are, once they are known to be XML that a form can be asked about."""
    parse(content)
    return content


_READERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".csv": _items_of_csv,
    ".geojson": items_of_geojson,
    ".xml": _items_of_xml,
}
