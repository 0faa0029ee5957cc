"""ODK Validate (JavaRosa) on the XForms of our workbooks, as `make validate-forms` runs it; needs Java.

usage: odk_validate.py WORKBOOK.xlsx ...   exit code 0 when all are valid
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pyxform

from cbc_desktop.forms.xlsform import convert_workbook

JAR = Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"
VALID = "Xform is valid!"


def is_valid(workbook: Path, folder: Path) -> bool:
    """Prints what ODK Validate says of the form as our own reader gets it."""
    conversion = convert_workbook(workbook.read_bytes(), workbook.name)
    if conversion.xform is None:
        print(*(f"{finding.where}: {finding.message.en}" for finding in conversion.findings), sep="\n")
        return False
    xform = folder / f"{workbook.stem}.xml"
    xform.write_bytes(conversion.xform)
    done = subprocess.run(["java", "-jar", JAR, xform], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    valid = VALID in said
    print(f"{workbook}: {'valid' if valid else said.strip()}")
    return valid


def main(names: list[str]) -> int:
    if shutil.which("java") is None:
        print("Java is needed to run ODK Validate: apt-get install default-jre-headless", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        valid = [is_valid(Path(name), Path(folder)) for name in names]
    return 0 if all(valid) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
