"""External secondary instances of a form, read from files beside it.

https://getodk.github.io/xforms-spec/#secondary-instances---external
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.base.xml import SubElement, element, serialise
from cbc_desktop.forms.definition import SecondaryInstance

MISSING_FILE = Message(
    "Biểu mẫu cần tệp “{name}” nhưng không có trong “{folder}”. Hãy chép tệp này vào thư mục đó.",
    "The form needs the file “{name}”, which is not in “{folder}”. Copy it into that folder.",
)
UNREADABLE_FILE = Message(
    "Không đọc được tệp “{name}” của biểu mẫu: {reason}. Hãy lưu lại tệp dạng CSV (UTF-8).",
    "The form's file “{name}” cannot be read: {reason}. Save it again as CSV (UTF-8).",
)


class MissingFileError(UserFacingError):
    """A file that a form needs is not beside it."""


def read_external(instance: SecondaryInstance, folder: Path) -> SecondaryInstance:
    """The instance with its content; only files directly in ``folder`` are read, whatever ``src`` says."""
    name = instance.source.rpartition("/")[2]
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise MissingFileError(MISSING_FILE.filled(name=name, folder=folder)) from error
    if name.endswith(".csv"):
        content = _items_of_csv(content, name)
    return SecondaryInstance(instance.id, content, instance.source)


def _items_of_csv(content: bytes, name: str) -> bytes:
    """``<root><item><column>...``: the shape in which a form looks at a CSV file."""
    root = element("root")
    try:
        for row in csv.DictReader(io.StringIO(nfc(content.decode("utf-8-sig")))):
            item = SubElement(root, "item")
            for column, text in row.items():
                SubElement(item, column).text = text
    except (UnicodeDecodeError, csv.Error, ValueError, TypeError) as error:
        raise UserFacingError(UNREADABLE_FILE.filled(name=name, reason=error)) from error
    return serialise(root)
