"""The campaigns and forms installed here, by id; a form that was read once is kept as XForm XML by its digest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, has_errors, listed, worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.converted import ConvertedForms
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.external import read_external
from cbc_desktop.forms.form_source import FormSource
from cbc_desktop.forms.installed import InstalledCampaigns, installed_campaigns
from cbc_desktop.forms.xform import read_xform

MISSING_WORKBOOK = Message(
    "Thiếu biểu mẫu “{path}” của đợt khảo sát. Hãy chép lại cả thư mục của đợt khảo sát.",
    "The campaign's form “{path}” is missing. Copy the whole folder of the campaign again.",
)
BROKEN_FORM = Message(
    "Biểu mẫu “{form}” có lỗi nên chưa dùng được:\n{findings}",
    "The form “{form}” has errors and cannot be used:\n{findings}",
)


class FormCatalogue:
    """Campaigns in ``folders``, each of which holds some or is one; ``cache`` keeps converted forms."""

    def __init__(self, folders: Sequence[Path], cache: Path) -> None:
        self._folders, self._converted = tuple(folders), ConvertedForms(cache)
        self._sources: dict[tuple[Path, str], FormSource] = {}
        self._read: dict[Digest, FormDefinition] = {}

    def installed(self) -> InstalledCampaigns:
        """What there is now, the broken ones told apart from the others."""
        return installed_campaigns(self._folders)

    def campaigns(self) -> tuple[Campaign, ...]:
        """Those that can be used."""
        return self.installed().campaigns

    def campaign(self, campaign_id: str) -> Campaign:
        """UserFacingError when there is none of that id, or two."""
        return self.installed().campaign(campaign_id)

    def form(self, campaign: Campaign, form_id: str) -> FormDefinition:
        """The form of a campaign, ready to be filled in; UserFacingError lists what is wrong with it."""
        return self.read(self.source(campaign, form_id), form_id)

    def source(self, campaign: Campaign, form_id: str) -> FormSource:
        """The same as it can be kept beside answers; UserFacingError when it is missing or has errors."""
        key = (campaign.folder, form_id)
        if key not in self._sources:
            self._sources[key] = self._source(campaign.folder / f"{form_id}.xlsx", form_id)
        return self._sources[key]

    def read(self, source: FormSource, form_id: str) -> FormDefinition:
        """Each version of a form is read once; UserFacingError lists what is wrong with it."""
        digest = source.digest
        if digest not in self._read:
            self._read[digest] = _definition(source, form_id)
        return self._read[digest]

    def converted(self, digest: Digest) -> FormSource | None:
        """A version that was installed here before, as far as it was kept and needs no files beside it."""
        xform = self._converted.of_digest(digest)
        return None if xform is None else FormSource(xform)

    def _source(self, workbook: Path, form_id: str) -> FormSource:
        source = FormSource(self._xform(workbook, form_id))
        definition = _definition(source, form_id)
        external = [instance for instance in definition.instances if instance.source]
        if not external:
            self._read.setdefault(definition.digest, definition)
        files = {instance.id: read_external(instance, workbook.parent).content for instance in external}
        return replace(source, files=files)

    def _xform(self, workbook: Path, form_id: str) -> bytes:
        content = read_workbook_file(workbook)
        digest = Digest.of(content)
        xform = self._converted.get(digest)
        if xform is None:
            xform = _converted(content, workbook.name, form_id)
            self._converted.keep(digest, xform)
        return xform


def _definition(source: FormSource, form_id: str) -> FormDefinition:
    read = source.read()
    if read.definition is None:
        raise UserFacingError(_broken(form_id, read.findings))
    return read.definition


def read_workbook_file(workbook: Path) -> bytes:
    """UserFacingError when the campaign's workbook is missing or cannot be read."""
    try:
        return workbook.read_bytes()
    except OSError as error:
        raise UserFacingError(MISSING_WORKBOOK.filled(path=workbook)) from error


def _converted(content: bytes, workbook: str, form_id: str) -> bytes:
    from cbc_desktop.forms.xlsform import convert_workbook  # pyxform takes a quarter of a second to import

    conversion = convert_workbook(content, workbook)
    if conversion.xform is None:
        raise UserFacingError(_broken(form_id, conversion.findings))
    form = read_xform(conversion.xform)
    if has_errors(form.findings):
        raise UserFacingError(_broken(form_id, [conversion.places.placed(finding) for finding in form.findings]))
    return conversion.xform


def _broken(form_id: str, findings: Sequence[Finding]) -> Message:
    errors = [finding for finding in worst_first(findings) if has_errors([finding])]
    return listed(BROKEN_FORM, errors, form=form_id)
