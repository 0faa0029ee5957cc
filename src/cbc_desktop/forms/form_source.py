"""A form as it can be kept beside the answers that were given in it: nothing else is needed to open it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cbc_desktop.base.digests import Digest
from cbc_desktop.forms.definition import FormDefinition, SecondaryInstance
from cbc_desktop.forms.reading import ReadForm
from cbc_desktop.forms.xform import read_xform


@dataclass(frozen=True, slots=True)
class FormSource:
    """``files`` are the contents, as XML, of the external instances by their id."""

    xform: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def digest(self) -> Digest:
        """That of ``FormDefinition.digest``."""
        return Digest.of(self.xform)

    def read(self) -> ReadForm:
        read = read_xform(self.xform)
        return read if read.definition is None else replace(read, definition=self._filled(read.definition))

    def _filled(self, definition: FormDefinition) -> FormDefinition:
        return replace(definition, instances=tuple(map(self._with_content, definition.instances)))

    def _with_content(self, instance: SecondaryInstance) -> SecondaryInstance:
        return replace(instance, content=self.files[instance.id]) if instance.id in self.files else instance
