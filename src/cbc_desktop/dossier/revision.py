"""A finalised revision: what was frozen, what people remarked on it, and the facts of its issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import DossierIdentity


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """Facts of the issued document that the clerk decides, outside the frozen submission (decision 6)."""

    number: str = ""
    symbol: str = ""
    date: dt.date | None = None
    place: str = ""
    sent: dt.date | None = None
    parent_agency: str = ""
    """Above the agency in the head of the document (cơ quan chủ quản trực tiếp), "" for none."""


class RemarkKind(Enum):
    """A note is free; an explanation answers a warning and is compulsory before finalising."""

    NOTE = "note"
    EXPLANATION = "explanation"
    FILES = "files"
    """Files beside an answer: their names in ``media/``, one a line."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person wrote beside an answer: ``rid`` names the repeat instance ("" outside all), ``path`` the node."""

    form_id: str
    rid: str
    path: str
    kind: RemarkKind
    text: str

    @property
    def files(self) -> tuple[str, ...]:
        """The media names of the files that it puts beside the answer."""
        return tuple(self.text.split("\n")) if self.kind is RemarkKind.FILES else ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an answer names, or that lies beside one; ``name`` is its ASCII name in ``media/``."""

    name: str
    original_name: str
    digest: Digest
    size: int


@dataclass(frozen=True, slots=True)
class FrozenForm:
    """One form's ODK submission as it was frozen: bytes that are written once and never changed."""

    form_id: str
    version: str
    form_digest: Digest
    instance_id: str
    deprecated_id: str
    submission: bytes


@dataclass(frozen=True, slots=True)
class Revision:
    """One finalised revision; ``replaces`` is the content digest of the one before, None for the first."""

    identity: DossierIdentity
    number: int
    forms: tuple[FrozenForm, ...]
    content_digest: Digest
    finalised_at: dt.datetime
    replaces: Digest | None = None
    remarks: tuple[Remark, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    facts: IssueFacts = field(default_factory=IssueFacts)
