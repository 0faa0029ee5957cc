"""All attacks, in the order of the table."""

from __future__ import annotations

import added_revisions
import changed_bytes
import changed_fields
import prepared_files
from attack import Attack

ALL: tuple[Attack, ...] = (
    *changed_bytes.ATTACKS,
    *added_revisions.ATTACKS,
    *changed_fields.ATTACKS,
    *prepared_files.ATTACKS,
)
