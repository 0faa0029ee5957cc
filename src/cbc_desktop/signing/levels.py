"""Which baseline level a signature has, derived from verified facts and never from what the file claims."""

from __future__ import annotations

from collections.abc import Sequence

from cbc_desktop.signing.signature_facts import Lacking, Level, LevelReached, Timestamp


def level_of(
    *, baseline: bool, timestamps: Sequence[Timestamp], data_complete: bool, data_archived: bool
) -> LevelReached:
    """The level and why it is not the next one (ETSI EN 319 142-1, clause 6.3; for CAdES EN 319 122-1, clause 6.3).

    ``baseline``: format and signed attributes are those of level B-B. ``data_complete``: the file holds the status of
    every certificate of the signer and of the timestamps, as of the attested time or later. ``data_archived``: a
    trusted document timestamp covers that data.
    """
    if not baseline:
        return LevelReached(Level.NONE, Lacking.BASELINE_FORM)
    if not any(stamp.trusted for stamp in timestamps):
        return LevelReached(Level.B_B, Lacking.TRUSTED_TIMESTAMP if timestamps else Lacking.TIMESTAMP)
    if not data_complete:
        return LevelReached(Level.B_T, Lacking.VALIDATION_DATA)
    if not data_archived:
        return LevelReached(Level.B_LT, Lacking.ARCHIVE_TIMESTAMP)
    return LevelReached(Level.B_LTA, Lacking.NOTHING)
