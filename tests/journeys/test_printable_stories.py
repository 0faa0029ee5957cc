"""What cannot go on paper or into a cell of the workbook is told while it can still be changed, not at the export."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import NUMBERED, Clerk, refused
from invented_campaign import ADDRESS, BOOKS, FILES, PLAN, ROOMS, SURVEY

from cbc_desktop.engine.violations import Condition


@pytest.fixture
def ready(lan: Clerk) -> Clerk:
    lan.fills_in()
    assert lan.review.in_the_way == ()
    return lan


def in_the_way(lan: Clerk) -> list[tuple[str, Condition, str]]:
    return [(line.reference, line.condition, line.message.vi) for line in lan.review.in_the_way]


def test_an_answer_with_a_character_that_no_font_has_is_marked_and_not_finalised(ready: Clerk) -> None:
    ready.answers(ADDRESS, "Phố Mẫu 😀")
    (line,) = in_the_way(ready)
    assert line[:2] == (ADDRESS, Condition.TEXT)
    assert "“😀” (U+1F600 GRINNING FACE)" in line[2]
    with refused("Không in được ký tự “😀”"):
        ready.finalises()
    ready.answers(ADDRESS, "Phố Mẫu")
    ready.finalises()


def test_an_answer_that_no_cell_of_excel_holds_is_marked(ready: Clerk) -> None:
    ready.answers(ADDRESS, "Phố Mẫu " * 5000)
    assert [(place, told.split(":")[0]) for place, _, told in in_the_way(ready)] == [(ADDRESS, "Nội dung quá dài")]


def test_an_answer_in_a_table_is_found_by_its_row(ready: Clerk) -> None:
    ready.answers(f"{ROOMS}[1]/ten", "Phòng \ue001")
    assert [place for place, _, _ in in_the_way(ready)] == [f"{ROOMS}[1]/ten"]


def test_notes_and_explanations_are_printed_too(ready: Clerk) -> None:
    ready.notes(ADDRESS, "Xem ☃")
    ready.explains(BOOKS, "Lũ 中")
    told = {place: message for place, _, message in in_the_way(ready)}
    assert told[ADDRESS].startswith("Ghi chú: Không in được ký tự “☃”")
    assert told[BOOKS].startswith("Giải trình: Không in được ký tự “中”")
    ready.notes(ADDRESS, "a" * 20000)
    ready.explains(BOOKS, "Lũ")
    assert [message.split(".")[0] for _, _, message in in_the_way(ready)] == [
        "Ghi chú: Nội dung quá dài: một ô Excel chỉ chứa được 32"
    ]


def test_number_symbol_and_place_are_refused_when_they_cannot_be_printed(ready: Clerk) -> None:
    ready.dossier.set_facts(NUMBERED)
    with refused("U+2603 SNOWMAN"):
        ready.dossier.set_facts(type(NUMBERED)(number="45", symbol="TVM☃", place="Mẫu"))
    assert ready.dossier.stored.revision.facts == NUMBERED


def test_the_name_of_an_attached_file_is_printed_with_signs_that_there_are(ready: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo 😀☃.pdf"
    file.write_bytes(b"%PDF-1.7 mau\n%%EOF")
    ready.adds_row(FILES)
    ready.attaches(f"{FILES}[1]/noi_dung", file)
    assert ready.dossier.attached(ready.sees(f"{FILES}[1]/noi_dung"))[0].original_name == "Báo cáo __.pdf"


def test_what_passes_the_review_is_exported(ready: Clerk, tmp_path: Path) -> None:
    ready.answers(ADDRESS, "½ m² – “Phố Mẫu” • 20 °C ≥ 5 € ₫ ½\tÀ" + "ă" * 30000)
    ready.answers(f"{ROOMS}[1]/ten", "Phòng ngoại văn " * 2000)
    ready.notes(ADDRESS, "b" * 15000)
    ready.notes(BOOKS, "c" * 15000)
    ready.explains(BOOKS, "d" * 15000)
    ready.dossier.set_facts(NUMBERED)
    assert in_the_way(ready) == []
    ready.finalises(SURVEY, PLAN)
    assert ready.exports(tmp_path).package.exists()
