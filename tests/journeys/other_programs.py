"""Programs that share no code with ours, and what they say of a file."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

_EVERY_SHEET_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
_WHITE_SPACE = re.compile(r"[\s\u00a0]+")


def said_by(*command: str | Path, language: str = "C.UTF-8") -> str:
    """Output and error output of a program that ended well; the test is skipped where it is not installed."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=180,
        env={**os.environ, "LC_ALL": language},
    )
    said = done.stdout.decode("utf-8", errors="replace")
    assert done.returncode == 0, said
    return said


def unzipped(package: Path, folder: Path) -> Path:
    said_by("unzip", "-q", package, "-d", folder)
    return folder


def pages_of_pdf(path: Path) -> list[str]:
    """The text of each page in the order in which it was written, every white space as one blank."""
    pages = said_by("pdftotext", "-raw", path, "-").split("\f")[:-1]
    return [_WHITE_SPACE.sub(" ", page).strip() for page in pages]


def rows_of_workbook(path: Path, folder: Path) -> list[list[str]]:
    """The rows of every sheet, cells as LibreOffice shows them in Vietnam."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("--headless", "--convert-to", _EVERY_SHEET_AS_SHOWN, "--outdir", folder)
    said_by("soffice", profile, *convert, path, language="vi_VN.UTF-8")
    sheets = [path.read_text("utf-8") for path in folder.glob("*.csv")]
    return [row for sheet in sheets for row in csv.reader(StringIO(sheet, newline=""))]
