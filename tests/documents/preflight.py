"""Apache PDFBox Preflight, a validator of PDF/A-1b that nobody here wrote, and what of our document it can judge."""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Name, ObjectStreamMode

JAVA = Path("/usr/share/java")
JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
VALID = "is a valid PDF/A-1b file"


def preflight_faults(pdf: bytes) -> str:
    """What Preflight says against the document, "" when it is a valid PDF/A-1b."""
    classes = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(pdf)
        command = ["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", path]
        said = subprocess.run(command, capture_output=True, check=False)
    words = said.stdout.decode() + said.stderr.decode()
    return "" if VALID in words else words or "no answer"


def as_part_1(pdf: bytes) -> bytes:
    """Its pages, fonts, fields and metadata, without what part 3 has beyond part 1 (files inside, packed objects)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        if Name.Names in document.Root:
            del document.Root.Names.EmbeddedFiles
        if Name.AF in document.Root:
            del document.Root.AF
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["pdfaid:part"] = "1"
        content = BytesIO()
        document.save(content, force_version="1.4", object_stream_mode=ObjectStreamMode.disable)
    return content.getvalue()
