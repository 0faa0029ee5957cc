"""The campaign of the form owner's guide is one: made of the guide's own tables, checked, filled in and added up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.cli.main import run
from cbc_desktop.dossier.states import State
from cbc_desktop.office import open_office

GUIDES = ("GUIDE.md", "HUONG-DAN.md")
CAMPAIGN, FORM = "thu-vien-2030", "phieu-thu-vien"
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
FENCED = re.compile(r"`([\w.-]+)`[^`\n]*:\n\n```\w+\n(.*?)```", re.DOTALL)
"""A block that is copied as it stands, and the file that the sentence before it names."""
RULE = re.compile(r"\|[-|]+\|")

Table = list[list[str]]


def tables(text: str) -> list[Table]:
    """Of the guide; without the first, which names the files."""
    found = [[cells(line) for line in one.splitlines() if not RULE.fullmatch(line)] for one in TABLE.findall(text)]
    return found[1:]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def with_own_columns(survey: Table, own: Table) -> Table:
    """The second table goes beside the first, by the names of the questions."""
    names = survey[0].index("name")
    by_name = {row[0]: row[1:] for row in own}
    return [[*row, *by_name.get(row[names], [""] * len(own[0][1:]))] for row in survey]


def made(guide: str, folder: Path) -> Path:
    """The folder of the campaign, as somebody makes it who does what the guide says."""
    text = (shipped_forms() / guide).read_text(encoding="utf-8")
    survey, choices, settings, own = tables(text)
    folder.mkdir(parents=True)
    book = Workbook()
    book.remove(book.active)
    sheets = {"survey": with_own_columns(survey, own), "choices": choices, "settings": settings}
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    book.save(folder / f"{FORM}.xlsx")
    for name, content in FENCED.findall(text):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize("guide", GUIDES)
def test_what_the_guide_makes_is_in_order(guide: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(guide, tmp_path / CAMPAIGN)
    assert {path.name for path in folder.iterdir()} == {
        *("agencies.csv", "campaign.toml", "indicators.toml"),
        f"{FORM}.xlsx",
    }
    assert run(["form", "check", str(folder / f"{FORM}.xlsx")]) == 0
    assert run(["check-campaign", str(folder)]) == 0
    assert "[" not in capsys.readouterr().out, "not even a warning"


def test_it_asks_warns_and_is_finalised(tmp_path: Path) -> None:
    made(GUIDES[0], tmp_path / "campaigns" / CAMPAIGN)
    with open_office(tmp_path, who="lan") as office:
        dossier = office.filling.begin(CAMPAIGN, "TVM")
        session = dossier.form(FORM).session
        answers = {"so_sach": "52", "mang": "CO"}
        dossier.answer_all(FORM, {session.locate(f"/data/s1/{name}"): text for name, text in answers.items()})
        assert [line.condition.value for line in dossier.review().lines if "so_sach" in line.reference] == ["warning"]
        dossier.explain(FORM, session.locate("/data/s1/so_sach"), "Kho đang kiểm kê.")
        signatory = {"chuc_vu": "Giám đốc", "ho_ten": "Trần Thị Thử"}
        dossier.answer_all(FORM, {session.locate(f"/data/s2/{name}"): text for name, text in signatory.items()})
        dossier.finalise()
        assert dossier.stored.revision.state is State.FINALISED


def test_both_guides_make_the_same_campaign(tmp_path: Path) -> None:
    one, other = (made(guide, tmp_path / guide / CAMPAIGN) for guide in GUIDES)
    for name in ("campaign.toml", "agencies.csv", "indicators.toml"):
        assert (one / name).read_bytes() == (other / name).read_bytes()
    texts = [(shipped_forms() / guide).read_text(encoding="utf-8") for guide in GUIDES]
    assert tables(texts[0]) == tables(texts[1])
    assert [len(re.findall("^## ", text, re.MULTILINE)) for text in texts] == [8, 8]
