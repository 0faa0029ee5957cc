"""Small zip files, such as workbooks are."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile


def zip_of(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


WORKBOOK = zip_of("[Content_Types].xml", "xl/workbook.xml")
