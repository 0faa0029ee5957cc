"""Answers and names that would run as formulas, or be taken for HTML, are words in all that is made of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from hostile_data import HARMFUL_TEXTS, SUBMISSIONS
from many_offices import ManyOffices
from national_campaign import SHIPPED
from national_round import NationalRound
from openpyxl import load_workbook
from pdf_reading import text_of

from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.making import Answers, make_consolidated
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.staging import Stages

OWN_FORMULA = re.compile(r"=SUM(IFS|PRODUCT)?\(")
KINDS = ("texts", "texts", "numbers")


@pytest.fixture(scope="module")
def consolidated(national: NationalRound, tmp_path_factory: pytest.TempPathFactory) -> Consolidated:
    catalogue = open_catalogue(national.home)
    campaign = catalogue.campaign(SHIPPED)
    forms = [catalogue.form(campaign, form) for form in campaign.forms]
    asked = campaign.agencies.respondents(campaign.register_date)
    sent = map(_made_harmful, ManyOffices(campaign, forms).counted(asked[: len(KINDS)]), KINDS)
    folder = tmp_path_factory.mktemp("consolidated")
    return make_consolidated(catalogue, campaign, Answers(asked, sent), folder / "out", Stages(folder))


def _made_harmful(one: Counted, kind: str) -> Counted:
    change, random = SUBMISSIONS[kind], Random(one.agency.key)
    submissions = {form: change(content, random) for form, content in one.submissions.items()}
    return replace(one, file_name=HARMFUL_TEXTS[1], dossier_id=HARMFUL_TEXTS[7], submissions=submissions)


def test_all_of_them_are_laid_down(consolidated: Consolidated) -> None:
    assert consolidated.left_out == ()
    with closing(sqlite3.connect(consolidated.tables)) as tables:
        assert tables.execute("SELECT DISTINCT file, dossier FROM source").fetchall() == [
            (HARMFUL_TEXTS[1], HARMFUL_TEXTS[7])
        ]
        beyond_counting = tables.execute("SELECT given FROM unfit").fetchall()
    assert {("9" * 18,), ("1e308",)} <= set(beyond_counting)


def test_no_cell_of_the_workbook_runs_what_somebody_wrote(consolidated: Consolidated) -> None:
    cells = list(_cells(consolidated.workbook))
    assert [value for kind, value in cells if kind == "f" and not OWN_FORMULA.match(str(value))] == []
    assert ("s", HARMFUL_TEXTS[1]) in cells
    with ZipFile(consolidated.workbook) as archive:
        links = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in links


def _cells(workbook: Path) -> Iterator[tuple[str, object]]:
    with closing(load_workbook(workbook, read_only=True)) as book:
        for sheet in book:
            yield from ((cell.data_type, cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def test_the_report_shows_markup_as_it_was_written(consolidated: Consolidated) -> None:
    assert consolidated.report is not None
    said = text_of(consolidated.report.read_bytes())
    assert "<para><br></b>" in said
