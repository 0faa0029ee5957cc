"""Whatever the sample answers can be read in the signed document and in the workbook, by programs that are not ours."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from demo_files import DemoFiles
from other_programs import pages_of_pdf, rows_of_workbook
from sample_answers import Expected, SampleForm

pytestmark = pytest.mark.slow

CAMPAIGN = Path(__file__).parent.parent.parent / "forms" / "837-btttt-cbc"
FORMS = ("khao-sat-nhanh", "ke-hoach-truyen-thong")
FOOT_AND_HEAD = re.compile(r"(THỬNGHIỆM)+[^|]{0,40}\|[^|]*\|Lần1\|[0-9a-f]{16}\d*")


@pytest.fixture(scope="module")
def expected(demo: DemoFiles) -> list[Expected]:
    parts = demo.parts()
    forms = [SampleForm(CAMPAIGN, form_id, parts[f"submissions/{form_id}.xml"]) for form_id in FORMS]
    found = [one for form in forms for one in form.expected()]
    assert sum(len(one.texts) for one in found) > 800
    return found


def without_spaces(text: str) -> str:
    """Lines are broken anywhere, long words too."""
    return "".join(text.split())


def stands_on(pages: list[str], told: str) -> bool:
    """On one page, or begun on one and continued on the next, as in a row of a table that is divided."""
    if any(told in page for page in pages):
        return True
    for page, following in pairwise(pages):
        begun = next(size for size in range(len(told), -1, -1) if told[:size] in page)
        if begun and told[begun:] in following:
            return True
    return False


def test_every_answer_is_found_in_the_text_of_the_document(demo: DemoFiles, expected: list[Expected]) -> None:
    pages = [FOOT_AND_HEAD.sub("", without_spaces(page)) for page in pages_of_pdf(demo.document)]
    missing = [
        (one.place, told) for one in expected for told in one.texts if not stands_on(pages, without_spaces(told))
    ]
    assert missing == []


def test_every_answer_is_found_in_the_workbook_as_libreoffice_reads_it_and_rows_are_together(
    demo: DemoFiles, expected: list[Expected], tmp_path: Path
) -> None:
    rows = [[without_spaces(cell) for cell in row] for row in rows_of_workbook(demo.workbook, tmp_path)]
    missing = [one for one in expected if not any(holds(row, one) for row in rows)]
    assert missing == []


def holds(row: list[str], one: Expected) -> bool:
    return all(any(without_spaces(told) in cell for cell in row) for told in one.texts)
