"""The form instances of a dossier: which form, in which version, under which ODK instanceID."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.store.database import Database, Row

InstanceKey = NewType("InstanceKey", int)
"""A form instance's number in this database; means nothing outside."""


@dataclass(frozen=True, slots=True)
class FormInstance:
    """One form of a dossier; ``deprecated_id`` is the instanceID of the submission that it will replace, or ""."""

    key: InstanceKey
    form_id: str
    version: str
    form_digest: Digest
    instance_id: str
    deprecated_id: str


class InstanceStore:
    """One instance of each form of a dossier."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, dossier_id: str, form_id: str, version: str, form_digest: Digest, instance_id: str) -> FormInstance:
        """``instance_id`` is new, in the form ODK gives it: ``uuid:...``."""
        key = self._database.insert(
            "INSERT INTO instance (dossier, form_id, version, form_digest, instance_id) "
            "SELECT id, ?, ?, ?, ? FROM dossier WHERE dossier_id = ?",
            (form_id, version, str(form_digest), instance_id, dossier_id),
        )
        return FormInstance(InstanceKey(key), form_id, version, form_digest, instance_id, "")

    def of(self, dossier_id: str) -> tuple[FormInstance, ...]:
        """In the order in which they were added."""
        found = self._database.read(
            _instance,
            "SELECT instance.id, form_id, version, form_digest, instance_id, deprecated_id FROM instance "
            "JOIN dossier ON dossier.id = instance.dossier WHERE dossier_id = ? ORDER BY instance.id",
            (dossier_id,),
        )
        return tuple(found)

    def find(self, dossier_id: str, form_id: str) -> FormInstance:
        for instance in self.of(dossier_id):
            if instance.form_id == form_id:
                return instance
        raise BugError(f"dossier {dossier_id} has no form {form_id}")

    def replace_submission(self, instance: InstanceKey, new_instance_id: str) -> None:
        """The submission that was frozen stays; what is filled in from now on is a new one that deprecates it."""
        self._database.execute(
            "UPDATE instance SET deprecated_id = instance_id, instance_id = ? WHERE id = ?",
            (new_instance_id, instance),
        )

    def set_form(self, instance: InstanceKey, version: str, form_digest: Digest) -> None:
        """The instance is filled in with another version of its form from now on."""
        self._database.execute(
            "UPDATE instance SET version = ?, form_digest = ? WHERE id = ?", (version, str(form_digest), instance)
        )


def _instance(row: Row) -> FormInstance:
    key, form_id, version, digest, instance_id, deprecated_id = row
    return FormInstance(InstanceKey(key), form_id, version, Digest(digest), instance_id, deprecated_id)
