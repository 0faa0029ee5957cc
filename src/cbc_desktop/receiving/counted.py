"""The answers of one agency that count: all that consolidation is given, so that it never opens a package again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.revision import Remark
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """``arrival`` is the digest of the file that came, ``content_digest`` that of what it says (decision 5)."""

    campaign_id: str
    agency: Agency
    source: Source
    route: Route
    arrival: Digest
    file_name: str
    dossier_id: str
    """"" for what never was a dossier: the online form, paper that was keyed in."""
    revision: int
    content_digest: Digest
    finalised_at: datetime
    sent_at: datetime | None
    """When the sender let it go, as far as that is known; None when it is not."""
    taken_at: datetime
    late: bool
    """By the day on which it was sent, else by that on which it was taken; the deadline is the last day in time."""
    trial: bool
    verdict: Verdict
    submissions: Mapping[str, bytes] = field(repr=False)
    """ODK submissions by form id, in the version of the form that is installed here."""
    unplaced: tuple[str, ...] = ()
    """Questions of another version of a form, as ``form/path``, that have no place in the installed one."""
    remarks: tuple[Remark, ...] = ()
    """What the sender wrote beside the answers."""
