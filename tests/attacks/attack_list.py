"""All attacks, in the order of the table."""

from __future__ import annotations

import added_revisions
import changed_bytes
import changed_fields
import forged_signatures
import packages
import prepared_files
import signers
from attack import Attack

ALL: tuple[Attack, ...] = (
    *changed_bytes.ATTACKS,
    *forged_signatures.ATTACKS,
    *added_revisions.ATTACKS,
    *changed_fields.ATTACKS,
    *prepared_files.ATTACKS,
    *signers.ATTACKS,
    *packages.ATTACKS,
)
