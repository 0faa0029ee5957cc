"""A revision as a document of some of its forms sees it: their submissions, remarks and attachments, and no others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.frozen_answers import leaf_texts
from cbc_desktop.dossier.revision import Attachment, FrozenForm, Remark, Revision


def limited_to(revision: Revision, forms: Collection[str]) -> Revision:
    """The revision itself where these are all its forms; else with the content digest of what is left."""
    kept = tuple(form for form in revision.forms if form.form_id in forms)
    if kept == revision.forms:
        return revision
    remarks = tuple(remark for remark in revision.remarks if remark.form_id in forms)
    attachments = _named(revision.attachments, kept, remarks)
    digest = content_digest(revision.identity, kept, remarks, attachments)
    return replace(revision, forms=kept, remarks=remarks, attachments=attachments, content_digest=digest)


def _named(
    attachments: tuple[Attachment, ...], forms: tuple[FrozenForm, ...], remarks: tuple[Remark, ...]
) -> tuple[Attachment, ...]:
    """An attachment is the whole text of the leaf that names it."""
    names = {name for form in forms for name in leaf_texts(form)} | {name for one in remarks for name in one.files}
    return tuple(attachment for attachment in attachments if attachment.name in names)
