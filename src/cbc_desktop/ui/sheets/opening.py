"""Which page answers which request for a workbook."""

from __future__ import annotations

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import Page
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.gathering import GatheringPage
from cbc_desktop.ui.sheets.own_table import OwnTablePage
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork
from cbc_desktop.ui.sheets.sending import SendingPage


def sheets_page(
    around: Surroundings, controller: DossierController, form_id: str, section: Page, request: SheetRequest
) -> SheetsPage:
    """``section`` is the page on which the request was made."""
    if request.work is SheetWork.SEND:
        parts = tuple(Address("", path) for path in section.paths)
        return SendingPage(around, controller, form_id, request.table, parts)
    if request.work is SheetWork.OWN and request.table is not None:
        return OwnTablePage(around, controller, form_id, request.table)
    return GatheringPage(around, controller, form_id)
