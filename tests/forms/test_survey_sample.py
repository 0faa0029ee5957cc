"""The sample survey of campaign 837 and the paths in campaign.toml fit the form that they speak of."""

from __future__ import annotations

import json
import re
import tomllib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

CAMPAIGN = Path(__file__).parents[2] / "forms" / "837-btttt-cbc"
SAMPLE = json.loads((CAMPAIGN / "sample" / "khao-sat-nhanh.json").read_text(encoding="utf-8"))
TOML = tomllib.loads((CAMPAIGN / "campaign.toml").read_text(encoding="utf-8"))
UNASKED = {"hidden", "calculate", "begin group", "begin repeat"}


def sheet(name: str) -> list[dict[str, Any]]:
    workbook = load_workbook(BytesIO((CAMPAIGN / "khao-sat-nhanh.xlsx").read_bytes()))
    header, *rows = workbook[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def survey() -> dict[str, dict[str, Any]]:
    found, around = {}, ["/data"]
    for row in sheet("survey"):
        if row["type"].startswith("end "):
            around.pop()
            continue
        found["/".join([*around, row["name"]])] = row
        if row["type"].startswith("begin "):
            around.append(row["name"])
    return found


SURVEY = survey()
CODES = {(row["list_name"], row["name"]) for row in sheet("choices")}
REPEATS = [path for path, row in SURVEY.items() if row["type"] == "begin repeat"]
QUESTIONS = [path for path, row in SURVEY.items() if row["type"] not in UNASKED and row["readonly"] != "yes"]
ANSWERS = {
    **SAMPLE["answers"],
    **{
        f"{table}/{name}": value
        for table, rows in SAMPLE["tables"].items()
        for row in rows
        for name, value in row.items()
    },
    **{re.sub(r"\[\d+\]", "", path): file for path, file in SAMPLE["files"].items()},
}


def test_the_sample_answers_every_question_and_fills_every_table() -> None:
    assert [path for path in QUESTIONS if path not in ANSWERS] == []
    assert list(SAMPLE["tables"]) == REPEATS
    assert all(len(rows) >= 2 for rows in SAMPLE["tables"].values())


def test_the_sample_answers_no_question_that_is_not_there() -> None:
    assert [path for path in ANSWERS if path not in QUESTIONS] == []


@pytest.mark.parametrize("table", SAMPLE["tables"])
def test_rows_of_the_sample_have_their_required_cells(table: str) -> None:
    columns = {path.rsplit("/", 1)[1]: SURVEY[path] for path in QUESTIONS if path.rsplit("/", 1)[0] == table}
    needed = {
        name for name, row in columns.items() if row["required"] and not row["relevant"] and row["type"] != "file"
    }
    assert all(needed <= set(row) for row in SAMPLE["tables"][table])


@pytest.mark.parametrize("path", [path for path in QUESTIONS if SURVEY[path]["type"].startswith("select_")])
def test_choices_of_the_sample_are_in_their_lists(path: str) -> None:
    choices = SURVEY[path]["type"].split()[1]
    table, name = path.rsplit("/", 1)
    values = [row.get(name, "") for row in SAMPLE["tables"].get(table, ())] or [SAMPLE["answers"][path]]
    assert {(choices, code) for value in values for code in value.split()} <= CODES


def test_remarks_and_files_of_the_sample_belong_to_something() -> None:
    for path in [*SAMPLE["notes"], *SAMPLE["explanations"], *SAMPLE["files"]]:
        assert re.sub(r"\[\d+\]", "", path) in SURVEY
        for table, position in re.findall(r"^(.*)\[(\d+)\]", path):
            assert int(position) <= len(SAMPLE["tables"][table])
    assert all((CAMPAIGN / "sample" / file).is_file() for file in SAMPLE["files"].values())


def test_the_covering_letter_takes_its_signature_from_questions_of_the_survey() -> None:
    signatory, unit = TOML["cover"]["signatory"], TOML["cover"]["drafting_unit"]
    assert signatory["form"] == unit["form"] == "khao-sat-nhanh"
    assert {signatory["name"], signatory["authority"], signatory["position"], unit["path"]} <= set(QUESTIONS)


def test_the_covering_letter_ends_as_the_decree_asks() -> None:
    assert TOML["cover"]["paragraphs"][-1].endswith("./.")
    assert TOML["cover"]["recipients"][0] == "Như trên;"
    assert TOML["cover"]["recipients"][-1] == "Lưu: VT, {drafting_unit}."
    assert all((CAMPAIGN / f"{form}.xlsx").is_file() for form in TOML["forms"])
