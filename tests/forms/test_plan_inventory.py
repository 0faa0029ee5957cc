"""The policy communication plan of campaign 837 against its inventory: nothing forgotten, nothing added unnoticed."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from pyxform.xls2xform import convert
from workbook_sheets import Row, read_sheet, with_paths

CAMPAIGN = Path(__file__).parents[2] / "forms" / "837-btttt-cbc"
WORKBOOK = CAMPAIGN / "ke-hoach-truyen-thong.xlsx"
INVENTORY = json.loads((Path(__file__).parent / "inventory" / "ke-hoach-truyen-thong.json").read_text(encoding="utf-8"))

LANGUAGES = ("Tiếng Việt (vi)", "English (en)")
OWN = "bind::cbc:"
REQUIRED = {"*": "always", "?": "when", "": "no"}


def sheet(name: str) -> list[Row]:
    return read_sheet(WORKBOOK, name)


def field_path(name: str) -> str:
    """``p10_04_khac`` stands in section ``m10``."""
    return f"m{name[1:].split('_')[0]}/{name}"


def column(entry: str) -> tuple[str, str, str]:
    """``so_ky_hieu? text`` is the name, when it is required, and the kind."""
    match = re.fullmatch(r"(\w+)([*?]?) ([\w:]+)", entry)
    assert match is not None, entry
    return match[1], REQUIRED[match[2]], match[3]


SURVEY = with_paths(sheet("survey"))
FIELDS = {field_path(field["id"]): field for field in INVENTORY["fields"]}
COLUMNS = {f"{table}/{column(entry)[0]}": entry for table, entries in INVENTORY["tables"].items() for entry in entries}
LAID_OUT = {path: row for path, row in SURVEY.items() if row["type"] == "begin repeat"}


def warnings_of(row: Mapping[str, str]) -> list[str]:
    return [name for name in row if re.fullmatch(rf"{OWN}warning\d*", name)]


def required_of(row: Mapping[str, str]) -> str:
    return {"": "no", "yes": "always"}.get(row.get("required", ""), "when")


def assert_kind(row: Row, kind: str, choices: str) -> None:
    """``row`` is what XLSForm calls a ``kind`` of the specification over ``choices``, a list or a table."""
    plain = {"text": "text", "longtext": "text", "int": "integer", "date": "date"}
    plain |= dict.fromkeys(("decimal", "money", "dong"), "decimal")
    selects = {"single": "select_one", "multi": "select_multiple", "ref": "select_one", "refs": "select_multiple"}
    if kind == "computed":
        assert "calculation" in row
        assert row["readonly"] == "yes"
    elif kind in selects:
        rows = kind.startswith("ref")
        assert row["type"] == f"{selects[kind]} {'rows' if rows else choices}"
        assert row.get(f"{OWN}rows", "").startswith(f"${{{choices}}} rid " if rows else "")
    else:
        assert row["type"] == plain[kind]
    assert (row.get("appearance") == "multiline") == (kind == "longtext")
    units = {"money": ("triệu đồng", "million VND"), "dong": ("đồng", "VND")}
    if kind in units:
        assert (row[f"{OWN}unit-vi"], row[f"{OWN}unit-en"]) == units[kind]


@pytest.mark.parametrize("path", FIELDS)
def test_a_field_of_the_plan_is_asked_in_its_section(path: str) -> None:
    field, row = FIELDS[path], SURVEY[path]
    assert_kind(row, field["type"], field.get("list", ""))
    assert required_of(row) == field["required"]
    assert row.get(f"{OWN}fact") == field.get("fact")
    assert ("readonly" in row) == ("fact" in field or field["type"] == "computed")


@pytest.mark.parametrize("path", COLUMNS)
def test_a_column_of_the_plan_is_in_its_table(path: str) -> None:
    _, required, kind = column(COLUMNS[path])
    assert_kind(SURVEY[path], *kind.partition(":")[::2])
    assert required_of(SURVEY[path]) == required


def test_the_workbook_asks_nothing_that_the_inventory_does_not_know() -> None:
    known = {*FIELDS, *COLUMNS, *INVENTORY["added"]}
    structure = {path for path, row in SURVEY.items() if row["type"].startswith("begin ") or row["name"] == "rid"}
    asked = {path for path, row in SURVEY.items() if row["type"] != "csv-external"} - structure
    calculated = {path for path in asked if path.startswith(("m9/p9_tong_nam/", "m9/p9_tong_nhom/"))}
    assert asked - calculated - known == set()
    assert set(INVENTORY["added"]) <= set(SURVEY)
    assert all("calculation" in SURVEY[path] for path in calculated)


def test_the_thirteen_sections_carry_their_numbers() -> None:
    for number in range(1, 14):
        section = SURVEY[f"m{number}"]
        assert section["type"] == "begin group"
        assert all(section[f"label::{language}"].startswith(f"{number}. ") for language in LANGUAGES)


def test_every_table_stands_in_a_group_of_its_own_and_names_its_rows() -> None:
    assert set(INVENTORY["tables"]) < set(LAID_OUT)
    for path, row in LAID_OUT.items():
        first = next(child for child in SURVEY if child.startswith(f"{path}/"))
        assert SURVEY[path.rpartition("/")[0]]["type"] == "begin group"
        assert row[f"{OWN}layout"] == "table"
        assert (first, SURVEY[first]["calculation"]) == (f"{path}/rid", "once(uuid())")


def test_the_wide_tables_are_printed_in_landscape() -> None:
    assert [row["name"] for row in LAID_OUT.values() if row.get(f"{OWN}page") == "landscape"] == INVENTORY["landscape"]


def test_every_visible_column_says_how_wide_it_is_printed() -> None:
    for path in COLUMNS:
        assert int(SURVEY[path][f"{OWN}width"]) > 0, path


@pytest.mark.parametrize("path", INVENTORY["errors"])
def test_a_check_that_stops_finalising_stands_where_the_plan_wants_it(path: str) -> None:
    assert SURVEY[path]["constraint"]


def test_warnings_stand_where_the_plan_wants_them_and_nowhere_else() -> None:
    found = {path: len(warnings_of(row)) for path, row in SURVEY.items() if warnings_of(row)}
    assert found == {path: len(wanted) for path, wanted in INVENTORY["warnings"].items()}


@pytest.mark.parametrize("path", INVENTORY["offers"])
def test_what_is_known_elsewhere_is_offered(path: str) -> None:
    assert f"instance('{INVENTORY['offers'][path]}')/" in SURVEY[path][f"{OWN}offer"]


def test_money_has_totals_and_the_grand_total_is_written_in_words() -> None:
    for name in ("kp_nstw", "kp_nsdp", "kp_xhh", "kp_tong"):
        assert SURVEY[f"m8/p8_b8/b8/{name}"][f"{OWN}total"] == "yes"
    assert SURVEY["m9/p9_b9/b9/thanh_tien"][f"{OWN}total"] == "yes"
    assert SURVEY["m9/p9_02"][f"{OWN}words"] == "yes"


def test_years_are_written_as_years() -> None:
    years = {path for path, row in SURVEY.items() if row["name"] == "nam"}
    assert {path for path, row in SURVEY.items() if row.get(f"{OWN}format") == "year"} == years


def test_the_choice_lists_have_exactly_their_codes_in_order() -> None:
    lists = groupby(sheet("choices"), key=lambda row: row["list_name"])
    found = {name: " ".join(row["name"] for row in rows) for name, rows in lists}
    assert found.pop("rows") == "_"
    assert found == INVENTORY["lists"]


@pytest.mark.parametrize("name", ["survey", "choices"])
def test_every_text_for_people_exists_in_both_languages(name: str) -> None:
    for number, row in enumerate(sheet(name), start=2):
        for text in ("label", "hint", "required_message", "constraint_message"):
            assert len({f"{text}::{language}" in row for language in LANGUAGES}) == 1, f"{name} {number} {text}"
        for text in [text for text in row if text.startswith(OWN) and text.endswith(("-vi", "-en"))]:
            assert {f"{text[:-3]}-vi", f"{text[:-3]}-en"} <= set(row), f"{name} {number} {text}"


def test_every_question_has_a_label_and_every_check_a_message() -> None:
    vietnamese = LANGUAGES[0]
    for path, row in SURVEY.items():
        unseen = row["type"] in ("hidden", "calculate", "csv-external")
        assert unseen or f"label::{vietnamese}" in row, path
        assert ("required" in row) == (f"required_message::{vietnamese}" in row), path
        assert ("constraint" in row) == (f"constraint_message::{vietnamese}" in row), path
        assert all(f"{warning}-vi" in row for warning in warnings_of(row)), path
        assert not any("${" in row[text] for text in row if "message" in text or text.endswith(("-vi", "-en"))), path


def test_a_warning_says_that_it_can_be_explained() -> None:
    texts = {path: row[f"{name}-vi"] for path, row in SURVEY.items() for name in warnings_of(row)}
    assert [path for path, text in texts.items() if "Hãy" not in text and "hãy" not in text] == []
    assert [path for path, text in texts.items() if "giải trình" not in text] == []


def test_pyxform_accepts_the_workbook_without_a_remark() -> None:
    converted = convert(str(WORKBOOK))
    assert converted.warnings == []
    assert 'id="ke-hoach-truyen-thong" version="2022.2"' in converted.xform


def library(name: str) -> list[dict[str, Any]]:
    with (CAMPAIGN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_library_of_the_legal_basis_speaks_the_words_of_the_form() -> None:
    for item in library("can-cu"):
        assert item["loai"] in INVENTORY["lists"]["loai_van_ban"].split()
        assert item["dan"] in INVENTORY["lists"]["dan"].split()
        assert item["ngay"] <= item["valid_from"] < item["valid_to"]
        assert (item["so_ky_hieu"] == "") == (item["loai"] == "LUAT") == (item["co_quan"] == "")


def test_the_library_offers_what_a_plan_of_2022_may_cite() -> None:
    in_force = [item["name"] for item in library("can-cu") if item["valid_from"] <= "2022-12-31" <= item["valid_to"]]
    assert {"luat-bao-chi-2016", "nd-09-2017", "cv-837-2022"} <= set(in_force)
    assert {"luat-bao-chi-2025", "ct-07-2023", "qd-765-2023"}.isdisjoint(in_force)


def test_the_steps_offered_for_a_crisis_have_increasing_deadlines() -> None:
    hours = [int(item["thoi_han"]) for item in library("buoc-mau")]
    assert hours == sorted(set(hours))
    assert len(hours) == 7
