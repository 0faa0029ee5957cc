"""Lists that lie beside the form as CSV or XML files, as formulas and choices read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from form_scenario import FormScenario
from workbook_tables import form_of

from cbc_desktop.forms.external import read_external

SURVEY = """
    | type                              | name  | label | choice_filter  | calculation |
    | text                              | kind  | Kind  |                |             |
    | select_one_from_file agencies.csv | who   | Who   | kind = ${kind} |             |
    | calculate                         | count |       |                | count(instance('agencies')//item) |
    | calculate                         | long  |       |                | pulldata('agencies', 'label', 'name', ${who}) |
"""  # noqa: E501 - a table
AGENCIES = "name,label,kind\ncb,Cao Bằng,province\nmic,Bộ TTTT,ministry\nls,Lạng Sơn,province\n"


def opened(folder: Path) -> FormScenario:
    form = form_of(SURVEY)
    instances = tuple(read_external(instance, folder) for instance in form.instances)
    return FormScenario(replace(form, instances=instances))


def test_choices_and_formulas_read_a_csv_file(tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").write_text(f"\ufeff{AGENCIES}", encoding="utf-8")
    form = opened(tmp_path)
    assert form.value("count") == "3"
    form.answer("kind", "province")
    assert (form.offered("who"), form.offered_labels("who")) == (["cb", "ls"], ["Cao Bằng", "Lạng Sơn"])
    form.answer("who", "ls")
    assert form.value("long") == "Lạng Sơn"
    form.answer("kind", "ministry")
    assert form.problems() == ["choice who"]


def test_a_list_that_is_not_there_yet_offers_nothing() -> None:
    form = FormScenario(SURVEY)
    assert (form.offered("who"), form.value("long"), form.value("count")) == ([], "", "0")
