"""The quick survey of campaign 837 against its inventory: nothing forgotten, nothing renamed, both languages."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from pyxform.xls2xform import convert
from workbook_sheets import Row, read_sheet, with_paths

CAMPAIGN = Path(__file__).parents[2] / "forms" / "837-btttt-cbc"
WORKBOOK = CAMPAIGN / "khao-sat-nhanh.xlsx"
INVENTORY = json.loads((Path(__file__).parent / "inventory" / "khao-sat-nhanh.json").read_text(encoding="utf-8"))

QUESTIONS = {question["id"]: question for question in INVENTORY["questions"]}
TABLE_OF = {question["table"]: question["id"] for question in INVENTORY["questions"] if "table" in question}
OWN = "bind::cbc:"
MONEY_CONSTRAINT = ". >= 0 and round(., 1) = ."
REQUIRED = {"yes": "*", "no": ""}
"""The mark of a column that is always or never required; "?" is one that is required by a formula."""
DONG_WARNING = ". < 1000000"
LANGUAGES = ("Tiếng Việt (vi)", "English (en)")


def sheet(name: str) -> list[Row]:
    return read_sheet(WORKBOOK, name)


SURVEY = sheet("survey")
PATHS = with_paths(SURVEY)
ROW_OF_QUESTION = {path.split("/")[-1]: row for path, row in PATHS.items() if re.fullmatch(r"s\d/q\d_\d\d", path)}


def xlsform_type(kind: str, choices: str) -> str:
    """What the inventory's types are called in XLSForm."""
    kinds = {"single": f"select_one {choices}", "multi": f"select_multiple {choices}", "int": "integer"}
    same = {"text": "text", "longtext": "text", "date": "date", "money": "decimal", "file": "file"}
    return {**kinds, **same, "table": "begin group", "row": "begin group"}[kind]


def warnings_of(row: Mapping[str, str]) -> list[str]:
    return [row[column] for column in row if re.fullmatch(rf"{OWN}warning\d*", column)]


def columns_of(table: str) -> dict[str, Row]:
    """The columns of a table by name: children of its repeat, or of the group of a table with one row."""
    question = TABLE_OF[table]
    around = f"s{question[1]}/{question}/" + ("" if QUESTIONS[question]["type"] == "row" else f"{table}/")
    return {path.removeprefix(around): row for path, row in PATHS.items() if path.startswith(around)}


def test_the_form_asks_the_sixty_questions_in_order_each_in_its_section() -> None:
    assert list(ROW_OF_QUESTION) == list(QUESTIONS)
    assert len(QUESTIONS) == 60
    assert all(f"s{name[1]}/{name}" in PATHS for name in QUESTIONS)


def test_twenty_five_questions_are_the_quick_core() -> None:
    core = [name for name, row in ROW_OF_QUESTION.items() if row.get(f"{OWN}core") == "yes"]
    assert core == [name for name, question in QUESTIONS.items() if question["core"]]
    assert len(core) == 25


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_its_number_type_and_list(name: str) -> None:
    question, row = QUESTIONS[name], ROW_OF_QUESTION[name]
    expected = xlsform_type(question["type"], question.get("list", ""))
    if question.get("list") == "agencies":
        expected = "select_one_from_file agencies.csv"
    assert row["type"] == expected
    assert (row.get("appearance") == "multiline") == (question["type"] == "longtext")
    number = f"{int(name[1])}.{int(name[3:])}. "
    assert all(row[f"label::{language}"].startswith(number) for language in LANGUAGES)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if QUESTIONS[name]["type"] not in ("table", "row")])
def test_a_question_is_required_as_the_survey_says(name: str) -> None:
    assert ("required" in ROW_OF_QUESTION[name]) == (QUESTIONS[name]["required"] != "no")


@pytest.mark.parametrize("name", [name for name in QUESTIONS if QUESTIONS[name]["type"] == "table"])
def test_a_required_table_asks_for_rows_and_an_optional_one_does_not(name: str) -> None:
    question, row = QUESTIONS[name], ROW_OF_QUESTION[name]
    if question["table"] in INVENTORY["fixed_rows"]:
        assert PATHS[f"s{name[1]}/{name}/{question['table']}"]["repeat_count"]
    else:
        asks = f"count(${{{question['table']}}}) >= 1" in row.get("constraint", "")
        assert asks == (question["required"] != "no")


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_relevant_because_of_the_questions_named(name: str) -> None:
    relevant = ROW_OF_QUESTION[name].get("relevant", "")
    named = set(re.findall(r"\$\{(\w+)\}", relevant)) - {"y0", "y1"}
    assert named == set(QUESTIONS[name].get("relevant", ()))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_its_error_and_warning_checks(name: str) -> None:
    question, row = QUESTIONS[name], ROW_OF_QUESTION[name]
    assert ("constraint" in row) == question["errors"]
    assert len(warnings_of(row)) == question["warnings"]


@pytest.mark.parametrize("table", INVENTORY["tables"])
def test_a_table_has_its_columns_in_order(table: str) -> None:
    expected = [entry.split()[0].rstrip("*?") for entry in INVENTORY["tables"][table]]
    added = {"rid", *INVENTORY["texts_of_other_choices"]}
    assert [name for name in columns_of(table) if name not in added] == expected


@pytest.mark.parametrize(
    ("table", "entry"), [(t, entry) for t in INVENTORY["tables"] for entry in INVENTORY["tables"][t]]
)
def test_a_column_has_its_type_and_is_required_as_the_survey_says(table: str, entry: str) -> None:
    name, kind = entry.split()
    row = columns_of(table)[name.rstrip("*?")]
    assert REQUIRED.get(row.get("required", "no"), "?") == name.removeprefix(name.rstrip("*?"))
    if kind == "computed":
        assert row["calculation"]
        assert row["readonly"] == "yes"
    else:
        kind, _, choices = kind.partition(":")
        assert row["type"] == xlsform_type(kind, choices)


@pytest.mark.parametrize(("path", "warnings"), INVENTORY["money"].items())
def test_an_amount_is_in_millions_with_one_decimal_and_doubts_amounts_in_dong(path: str, warnings: int) -> None:
    table, name = path.split("/")
    row = columns_of(table)[name]
    assert row["constraint"] == MONEY_CONSTRAINT
    assert (row[f"{OWN}unit-vi"], row[f"{OWN}unit-en"]) == ("triệu đồng", "million VND")
    assert warnings_of(row)[0] == DONG_WARNING
    assert len(warnings_of(row)) == warnings


def test_columns_have_the_checks_of_the_survey_and_no_others() -> None:
    checks = {table: columns_of(table) for table in INVENTORY["tables"]}
    cells = {f"{table}/{name}": row for table, columns in checks.items() for name, row in columns.items()}
    plain = {path: row for path, row in cells.items() if path not in INVENTORY["money"]}
    assert [path for path, row in plain.items() if "constraint" in row] == INVENTORY["column_checks"]["errors"]
    assert [path for path, row in plain.items() if warnings_of(row)] == INVENTORY["column_checks"]["warnings"]


def test_every_table_is_laid_out_as_a_table_and_names_its_rows() -> None:
    repeats = {path: row for path, row in PATHS.items() if row["type"] == "begin repeat"}
    assert len(repeats) == 12
    for path, row in repeats.items():
        first = next(child for child in PATHS if child.startswith(f"{path}/"))
        assert row[f"{OWN}layout"] == "table"
        assert (first, PATHS[first]["calculation"]) == (f"{path}/rid", "once(uuid())")


def test_two_tables_have_fixed_rows() -> None:
    counts = {row["name"]: int(row["repeat_count"]) for row in SURVEY if "repeat_count" in row}
    assert counts == INVENTORY["fixed_rows"]


def test_tables_with_six_columns_or_more_are_printed_in_landscape() -> None:
    wide = {table for table, entries in INVENTORY["tables"].items() if len(entries) >= 6}
    assert {row["name"] for row in SURVEY if row.get(f"{OWN}page") == "landscape"} == wide


def test_other_choices_are_followed_by_their_text() -> None:
    names = [path.split("/")[-1] for path in PATHS]
    for text in INVENTORY["texts_of_other_choices"]:
        assert names[names.index(text) - 1] == text.removesuffix("_khac")


def test_the_choice_lists_have_exactly_their_codes_in_order() -> None:
    lists = groupby(sheet("choices"), key=lambda row: row["list_name"])
    assert {name: " ".join(row["name"] for row in rows) for name, rows in lists} == INVENTORY["lists"]


@pytest.mark.parametrize("name", ["survey", "choices"])
def test_every_text_for_people_exists_in_both_languages(name: str) -> None:
    for number, row in enumerate(sheet(name), start=2):
        for column in ("label", "hint", "required_message", "constraint_message"):
            assert len({f"{column}::{language}" in row for language in LANGUAGES}) == 1, f"{name} {number} {column}"
        for column in [column for column in row if column.startswith(OWN) and column.endswith(("-vi", "-en"))]:
            assert {f"{column[:-3]}-vi", f"{column[:-3]}-en"} <= set(row), f"{name} {number} {column}"


def test_every_question_and_choice_has_a_label_and_every_check_a_message() -> None:
    for row in sheet("choices"):
        assert f"label::{LANGUAGES[0]}" in row
    for path, row in PATHS.items():
        assert row["type"] in ("hidden", "calculate") or f"label::{LANGUAGES[0]}" in row, path
        assert ("required" in row) == (f"required_message::{LANGUAGES[0]}" in row), path
        assert ("constraint" in row) == (f"constraint_message::{LANGUAGES[0]}" in row), path
        messages = [column for column in row if re.fullmatch(rf"{OWN}warning\d*-vi", column)]
        assert len(messages) == len(warnings_of(row)), path
        assert not any("${" in row[column] for column in row if "message" in column or "-vi" in column), path


def test_messages_say_what_to_do() -> None:
    texts = [row[c] for row in SURVEY for c in row if c == f"constraint_message::{LANGUAGES[0]}" or "warning-vi" in c]
    assert [text for text in texts if not re.search(r"\b[Hh]ãy\b|Chỉ nhận", text)] == []


def test_pyxform_accepts_the_workbook_without_a_remark() -> None:
    converted = convert(str(WORKBOOK))
    assert converted.warnings == []
    assert 'id="khao-sat-nhanh" version="2022.1"' in converted.xform


def agencies() -> list[dict[str, Any]]:
    with (CAMPAIGN / "agencies.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_entry_of_the_register_has_a_key_of_its_own() -> None:
    entries = agencies()
    assert all(entry["key"] == f"{entry['code']}@{entry['valid_from']}" for entry in entries)
    assert max(Counter(entry["key"] for entry in entries).values()) == 1
    assert len({entry["code"] for entry in entries}) < len(entries)


def test_every_agency_has_a_place_of_issue_which_is_in_the_name_of_a_province() -> None:
    for entry in agencies():
        of_a_province = entry["kind"] in ("province", "municipality")
        assert entry["name_vi"].endswith(entry["place"]) if of_a_province else entry["place"] == "Hà Nội"


def test_ninety_three_agencies_received_the_letter() -> None:
    day = date(2022, 3, 9).isoformat()
    valid = [e for e in agencies() if (e["valid_from"] or day) <= day <= (e["valid_to"] or day)]
    kinds = Counter(entry["kind"] for entry in valid if entry["kind"] != "receiver")
    assert kinds["ministry"] + kinds["ministerial_agency"] == 22
    assert kinds["government_agency"] == 8
    assert kinds["province"] + kinds["municipality"] == 63
    assert kinds.total() == 93
