"""When a signature was there: by its own time stamp tokens, and by the document timestamps that cover it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cbc_desktop.signing.cms_facts import Times
from cbc_desktop.signing.revocation import Evidence
from cbc_desktop.signing.timestamps import DocumentTimestamp, attested_by, judged_signature_timestamps


async def times_of(signer_info: Any, evidence: Evidence, covering: Sequence[DocumentTimestamp] = ()) -> Times:
    """``covering``: the document timestamps over the signature; the earliest time that can be relied on counts.

    The data are complete when they tell the status of the earliest timestamp's chain, and archived when a document
    timestamp covers them; that one's own chain is for the next one to archive.
    """
    known_at = attested_by(covering)
    own = await judged_signature_timestamps(signer_info, evidence, known_at)
    every = sorted([*own, *(stamp.judged for stamp in reversed(covering))], key=lambda judged: judged.fact.at)
    relied_on = [judged for judged in every if judged.fact.trusted]
    return Times(
        at=relied_on[0].fact.at if relied_on else evidence.present,
        proven=bool(relied_on),
        timestamps=tuple(judged.fact for judged in every),
        chains=tuple(judged.chain for judged in every),
        data_complete=bool(relied_on) and relied_on[0].chain.status_in_file,
        data_archived=known_at is not None and relied_on[0].chain.status_archived,
    )
