"""What programs of other days left behind: see tests/old_data/README.md."""

from __future__ import annotations

import tarfile
from pathlib import Path

ARCHIVES = sorted((Path(__file__).parent.parent / "old_data").glob("*.tar.xz"))


def unpack(archive: Path, folder: Path) -> None:
    """Also by Python 3.11.2, that of Debian 12, whose tarfile knows no filters (PEP 706)."""
    with tarfile.open(archive) as packed:
        packed.extraction_filter = getattr(tarfile, "data_filter", None)
        packed.extractall(folder)
