"""What somebody does to a package on its way who does not know its keys: one figure becomes another."""

from __future__ import annotations

import zipfile
from io import BytesIO


def changed_on_the_way(package: bytes, before: bytes, after: bytes) -> bytes:
    """The package with ``before`` changed into ``after`` in each part, packed anew as a whole archive."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as archive, zipfile.ZipFile(changed, "w", zipfile.ZIP_STORED) as anew:
        for part in archive.infolist():
            anew.writestr(part, archive.read(part).replace(before, after))
    return changed.getvalue()
