"""``form check`` says what is wrong with one form and where, and what it asks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.cli.main import run

CIRCLE = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>C</h:title>
<model><instance><data id="c"><a/><b/></data></instance>
<bind nodeset="/data/a" calculate="/data/b + 1"/><bind nodeset="/data/b" calculate="/data/a + 1"/></model></h:head>
<h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>"""


@pytest.mark.parametrize("form", sorted(shipped_forms().glob("*/*.xlsx")), ids=lambda path: path.stem)
def test_the_shipped_forms_are_in_order_and_their_questions_counted(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["form", "check", str(form), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["title"]
    assert told["questions"]["input string"] > 10
    assert all(finding["severity"] != "error" for finding in told["findings"])


def test_a_circle_of_formulas_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "c.xml"
    form.write_text(CIRCLE, encoding="utf-8")
    assert run(["--lang", "en", "form", "check", str(form)]) == 1
    assert "/data/a" in capsys.readouterr().out


def told_of(survey: Sequence[Sequence[str]], folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """What ``form check`` says of a workbook with this survey sheet."""
    book = Workbook()
    book.active.title = "survey"
    for row in survey:
        book.active.append(row)
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id"])
    settings.append(["C", "c"])
    book.save(folder / "c.xlsx")
    run(["form", "check", str(folder / "c.xlsx"), "--json"])
    findings: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


def test_a_circle_in_a_workbook_is_named_with_the_row_of_each_formula(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = (
        ("type", "name", "label", "calculation"),
        ("text", "ten", "Tên", ""),
        ("calculate", "a", "", "${b} + 1"),
        ("calculate", "b", "", "${a} + 1"),
    )
    (finding,) = [one for one in told_of(survey, tmp_path, capsys) if one["code"] == "form.circle"]
    assert finding["where"] == "c.xlsx [survey, 3]"
    assert (
        "/data/a (calculate) [survey, 3] → /data/b (calculate) [survey, 4] → /data/a (calculate) [survey, 3]"
        in (finding["vi"])
    )


def test_a_repeat_whose_rows_have_no_names_is_warned_of_at_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = ("type", "name", "label", "calculation")
    rows = (("begin repeat", "t", "T", ""), ("text", "a", "A", ""), ("end repeat", "", "", ""))
    (finding,) = told_of((head, *rows), tmp_path, capsys)
    assert (finding["code"], finding["severity"], finding["where"]) == (
        *("form.row-names", "warning"),
        "c.xlsx [survey, 2]",
    )
    named = (rows[0], ("calculate", "rid", "", "once(uuid())"), *rows[1:])
    assert told_of((head, *named), tmp_path, capsys) == []


def test_a_wrong_formula_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "c.xml"
    form.write_text(CIRCLE.replace("/data/b + 1", "summ(/data/b)"), encoding="utf-8")
    assert run(["--lang", "en", "form", "check", str(form)]) == 1
    told = capsys.readouterr().out
    assert "summ()" in told
    assert "/data/a" in told


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "form", "check", "nowhere.xlsx"]) == 1
    assert "cannot be opened" in capsys.readouterr().err
