"""Which definition a form had when something was filled in with it: the installed one, or one that was kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.store.forms import FormStore


@dataclass(frozen=True, slots=True)
class FormVersions:
    catalogue: FormCatalogue
    forms: FormStore

    def find(self, campaign: Campaign, form_id: str, digest: Digest) -> FormDefinition | None:
        """None when this version is neither installed nor kept anywhere on this computer."""
        with suppress(UserFacingError):  # it may be missing or broken by now; what was kept is as good
            if self.catalogue.form(campaign, form_id).digest == digest:
                return self.catalogue.form(campaign, form_id)
        source = self.forms.get(digest) or self.catalogue.converted(digest)
        return None if source is None else self.catalogue.read(source, form_id)

    def keep(self, campaign: Campaign, form_id: str) -> None:
        """The installed version, for the day when another one is installed."""
        source = self.catalogue.source(campaign, form_id)
        if not self.forms.holds(source.digest):
            self.forms.keep(source)
