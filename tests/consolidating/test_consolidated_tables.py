"""The consolidated file holds every answer, typed, for anybody's program; the same answers give the same bytes."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from many_offices import Round

from cbc_desktop.base.message import Message
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.making import Answers, make_consolidated
from cbc_desktop.receiving.consolidating.table_names import names_of
from cbc_desktop.store.staging import Stages

PLAIN = re.compile(r"[a-z_][a-z0-9_]*")
NAMES = st.lists(st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=3), max_size=12, unique_by=tuple)
NO_ANSWERS = {
    "rid",
    "meta",
    "q0_02",
    "q0_03",
    "q4_09",
    "p1_03",
    "p1_04_dia_danh",
    "p1_04_ngay",
    "instanceID",
    "instanceName",
}
"""Names of rows, identity, and the facts of issue, which stay blank in a submission."""


def rows(consolidated: Consolidated, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(consolidated.tables)) as connection:
        return connection.execute(sql).fetchall()


def texts_of(submission: bytes) -> Iterator[str]:
    for node in ET.fromstring(submission).iter():
        if node.text and node.text.strip() and node.tag.rpartition("}")[2] not in NO_ANSWERS:
            yield node.text


def as_number(text: str) -> object:
    """Numbers are compared as numbers: 120.50 and 120.5 are one answer."""
    return float(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else text


def test_every_answer_of_every_office_is_in_the_tables_and_nothing_else(
    survey_round: Round, consolidated: Consolidated
) -> None:
    expected = Counter(
        as_number(text) for one in survey_round.counted for form in one.submissions.values() for text in texts_of(form)
    )
    found: Counter[object] = Counter()
    for table, column in rows(consolidated, "SELECT answer_table, column_name FROM question WHERE choice IS NULL"):
        found.update(
            as_number(str(value))
            for (value,) in rows(consolidated, f"SELECT {column} FROM {table}")
            if value is not None
        )
    assert found == expected


def test_foreign_keys_hold_and_every_row_leads_to_its_agency_and_to_the_row_around_it(
    consolidated: Consolidated,
) -> None:
    assert rows(consolidated, "PRAGMA foreign_key_check") == []
    assert rows(consolidated, "PRAGMA integrity_check") == [("ok",)]
    lost = (
        "SELECT count(*) FROM khao_sat_nhanh_t6 t JOIN khao_sat_nhanh k ON k.id = t.parent WHERE k.agency <> t.agency"
    )
    assert rows(consolidated, lost) == [(0,)]


def test_no_name_needs_quotes(consolidated: Consolidated) -> None:
    tables = [name for (name,) in rows(consolidated, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in map(str, tables):
        columns = [str(row[1]) for row in rows(consolidated, f"PRAGMA table_info({table})")]
        assert all(PLAIN.fullmatch(name) for name in (table, *columns))
        rows(consolidated, f"SELECT {', '.join(columns)} FROM {table} LIMIT 1")


def test_what_is_selected_of_several_is_a_column_of_noughts_and_ones_as_well(consolidated: Consolidated) -> None:
    wrong = """SELECT count(*) FROM khao_sat_nhanh WHERE q4_04_has_nhan_luc IS NOT
        (CASE WHEN q4_04 IS NULL THEN NULL ELSE ' ' || q4_04 || ' ' LIKE '% NHAN^_LUC %' ESCAPE '^' END)"""
    assert rows(consolidated, wrong) == [(0,)]


def test_choices_and_questions_have_their_words_in_both_languages(consolidated: Consolidated) -> None:
    of_unit = "answer_table = 'khao_sat_nhanh' AND column_name = 'q1_01' AND value = 'CT'"
    assert rows(consolidated, f"SELECT label, label_en FROM choice WHERE {of_unit}") == [
        ("Đã có bộ phận chuyên trách", "Dedicated unit")
    ]
    asked = "SELECT label FROM question WHERE answer_table = 'khao_sat_nhanh_t7' AND column_name = 'du_toan_y0'"
    assert rows(consolidated, asked) == [("Dự toán năm 2022",)]


def test_who_was_asked_and_has_not_sent_is_there_as_missing(survey_round: Round, consolidated: Consolidated) -> None:
    here = {one.agency.key for one in survey_round.counted}
    missing = {str(key) for (key,) in rows(consolidated, "SELECT id FROM agency WHERE status = 'missing'")}
    assert missing == {agency.key for agency in survey_round.asked} - here


def test_the_same_answers_give_the_same_bytes(survey_round: Round, consolidated: Consolidated, tmp_path: Path) -> None:
    again = survey_round.consolidated(tmp_path)
    assert again.tables.read_bytes() == consolidated.tables.read_bytes()


def test_an_answer_of_the_wrong_type_is_kept_apart_and_no_figure_counts_it(survey_round: Round, tmp_path: Path) -> None:
    one = survey_round.counted[0]
    survey = re.sub(rb"<q1_06>[^<]*</q1_06>|<q1_06/>", b"<q1_06>khoang 20</q1_06>", one.submissions["khao-sat-nhanh"])
    changed = replace(one, submissions={**one.submissions, "khao-sat-nhanh": survey})
    consolidated = survey_round.consolidated(tmp_path, (changed,))
    assert rows(consolidated, "SELECT q1_06 FROM khao_sat_nhanh") == [(None,)]
    assert rows(consolidated, "SELECT column_name, given FROM unfit") == [("q1_06", "khoang 20")]


def test_what_cannot_be_read_is_left_out_and_told_and_the_others_count(survey_round: Round, tmp_path: Path) -> None:
    broken = replace(survey_round.counted[0], submissions={"khao-sat-nhanh": b"<data"})
    consolidated = survey_round.consolidated(tmp_path, (broken, survey_round.counted[1]))
    assert [one.agency for one in consolidated.left_out] == [broken.agency.key]
    assert consolidated.respondents == 1


@given(NAMES)
def test_names_are_plain_and_unique_whatever_the_form_says(paths: list[list[str]]) -> None:
    names = names_of(paths, ("agency",))
    assert len({*names, "agency"}) == len(names) + 1
    assert all(PLAIN.fullmatch(name) for name in names)


def test_the_same_name_in_two_groups_is_told_apart_by_the_groups() -> None:
    assert names_of([("lap", "ho_ten"), ("ky", "ho_ten"), ("ky", "chuc_vu")], ()) == [
        "lap_ho_ten",
        "ky_ho_ten",
        "chuc_vu",
    ]


@pytest.mark.parametrize(
    ("name", "becomes"), [("khao-sat", "khao_sat"), ("Đơn.vị", "don_vi"), ("order", "order_"), ("1", "n1")]
)
def test_names_of_forms_become_names_of_tables(name: str, becomes: str) -> None:
    assert names_of([(name,)], ()) == [becomes]


def test_who_stops_it_finds_all_files_as_they_were(survey_round: Round, tmp_path: Path) -> None:
    survey_round.consolidated(tmp_path, survey_round.counted[:1])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for enough in (1, 3, 4):
        with pytest.raises(KeyboardInterrupt):
            make_consolidated(
                survey_round.catalogue,
                survey_round.offices.campaign,
                Answers(survey_round.asked, survey_round.counted[:2]),
                tmp_path,
                Stages(tmp_path.parent),
                Stopping(enough),
            )
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


class Stopping:
    """A person who stops it after some steps of progress."""

    def __init__(self, enough: int) -> None:
        self._steps = iter(range(enough))

    def __call__(self, _: Message) -> None:
        if next(self._steps, None) is None:
            raise KeyboardInterrupt
