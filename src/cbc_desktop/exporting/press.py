"""Where revisions are printed: pages, workbook and data of one document, always from what was frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import VIETNAMESE, Message, Progress
from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.page_map import PageMap
from cbc_desktop.documents.pdf.flattened import flattened
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedDossier
from cbc_desktop.dossier.states import State
from cbc_desktop.exporting.exported import ExportPlan
from cbc_desktop.exporting.on_paper import on_paper
from cbc_desktop.exporting.parts import RevisionParts, revision_parts
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.exporting.read_back import require_same_answers
from cbc_desktop.exporting.revision_printing import RevisionPrinter
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.store.form_versions import FormVersions
from cbc_desktop.store.office_store import OfficeStore

PAGE = Message("Đang dựng văn bản để xem: trang {page} …", "Making the document to look at: page {page} …")
PREVIEW_NAME, DRAFT_NAME = "xem-truoc", "du-thao"


@dataclass(frozen=True, slots=True)
class Press:
    catalogue: FormCatalogue
    store: OfficeStore
    identifiers: IdentifierSource

    def unsigned(self, plan: ExportPlan, *, trial: bool) -> bytes:
        """The PDF/A with its data and fields, as it is before anybody signs it.

        What its workbook says to programs has been compared with the submissions.
        """
        printed = self.printed(plan, trial=trial)
        parts = self._parts(plan, render_workbook(printed), trial=trial)
        require_same_answers(parts.data[parts.workbook], printed)
        return to_pdfa(render_pdf(on_paper(printed, parts)), parts.embedded())

    def preview(self, plan: ExportPlan, progress: Progress) -> Preview:
        """The pages that will be signed, without the data that are embedded in them.

        A draft is marked as one on every page, and has no codes: nobody shall take its figures for final ones.
        """
        printed = self.printed(plan, trial=plan.trial)
        if not printed.draft:
            printed = on_paper(printed, self._parts(plan, b"", trial=plan.trial))  # the workbook is not on paper
        rendered = render_pdf(printed, lambda page: progress(PAGE.filled(page=page)))
        name = f"{DRAFT_NAME if printed.draft else PREVIEW_NAME}-{plan.name}"
        return Preview(flattened(to_pdfa(rendered, [])), name, PageMap(rendered.landmarks))

    def workbook(self, plan: ExportPlan, language: str) -> bytes:
        return render_workbook(self.printed(plan, trial=plan.trial, language=language))

    def heading(self, plan: ExportPlan) -> OfficialDocument:
        """What heads and ends the document, with the facts of issue as they are now."""
        return self._printer().heading(plan.revision, plan.document, plan.campaign, plan.agency)

    def printed(self, plan: ExportPlan, *, trial: bool, language: str = VIETNAMESE) -> PrintedDossier:
        printed = self._printer().print_revision(
            plan.revision, plan.document, plan.campaign, plan.agency, trial=trial, language=language
        )
        return replace(printed, draft=plan.state is State.DRAFT)

    def _printer(self) -> RevisionPrinter:
        return RevisionPrinter(FormVersions(self.catalogue, self.store.forms), self.identifiers)

    def _parts(self, plan: ExportPlan, workbook: bytes, *, trial: bool) -> RevisionParts:
        media = self.media(plan)
        return revision_parts(plan.shown, plan.name, plan.agency, workbook, media, trial=trial)

    def media(self, plan: ExportPlan) -> dict[str, bytes]:
        """The attached files by their media names; UserFacingError when one is missing or damaged."""
        return {file.name: self.store.attachments.read(file) for file in plan.shown.attachments}
