"""Finding one's way: Lan types a few letters and finds the question, the choice or the answer, as they are now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from clerk import Clerk
from command_line import Command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_campaign import ADDRESS, AGENCY, BOOKS, CAMPAIGN, PLAN, READING_ROOM, ROOMS, SEATS, SURVEY, TASKS

from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.languages import language_for
from cbc_desktop.filling.references import row, table
from cbc_desktop.filling.search_reader import Hit, Part
from cbc_desktop.filling.searching import DossierSearch
from cbc_desktop.filling.snippet import LONGEST, Snippet, snippet

WORDS = ["phong", "so", "co", "52", "nam", "doc", "cho", "may"]


def searching(lan: Clerk) -> DossierSearch:
    return DossierSearch({form_id: filling.session for form_id, filling in lan.dossier.forms.items()})


@pytest.fixture
def search(lan: Clerk) -> Iterator[DossierSearch]:
    made = searching(lan)
    yield made
    made.close()


def reference(lan: Clerk, hit: Hit) -> str:
    return lan.dossier.form(hit.form_id).session.reference(hit.address)


def found(lan: Clerk, search: DossierSearch, text: str) -> list[tuple[str, Part]]:
    return [(reference(lan, hit), hit.part) for hit in search.find(text).hits]


def answered(lan: Clerk, search: DossierSearch, question: str, text: str) -> None:
    session = lan.dossier.form(SURVEY).session
    search.follow(SURVEY, lan.dossier.answer(SURVEY, session.locate(question), text))


def test_a_question_is_found_without_accents_and_told_with_its_page(lan: Clerk, search: DossierSearch) -> None:
    (hit,) = search.find("dau sach").hits
    session = lan.dossier.form(SURVEY).session
    assert (hit.form_id, reference(lan, hit), hit.part, hit.row) == (SURVEY, BOOKS, Part.QUESTION, 0)
    assert (hit.label, hit.page.shown_title(session)) == ("Số đầu sách", "Hiện trạng thư viện")
    assert hit.snippet == Snippet("Số đầu sách", ((3, 6), (7, 11)))


def test_an_answer_in_a_table_is_found_with_its_row_number_also_after_the_row_moved(
    lan: Clerk, search: DossierSearch
) -> None:
    lan.fills_in(SURVEY)
    (hit,) = search.find("ngoai van").hits
    assert (reference(lan, hit), hit.part, hit.row, hit.label) == (f"{ROOMS}[2]/ten", Part.ANSWER, 2, "Tên phòng")
    lan.moves_row(f"{ROOMS}[2]", 0)
    assert [hit.row for hit in search.find("ngoai van").hits] == [1]


def test_a_column_is_found_once_and_leads_to_its_table_while_there_is_no_row(lan: Clerk, search: DossierSearch) -> None:
    assert found(lan, search, "ten phong") == [(ROOMS, Part.QUESTION)]
    lan.adds_row(ROOMS)
    lan.adds_row(ROOMS)
    assert found(lan, search, "ten phong") == [(f"{ROOMS}[1]/ten", Part.QUESTION)]


def test_a_heading_leads_to_the_first_question_below_it(lan: Clerk, search: DossierSearch) -> None:
    assert found(lan, search, "nguoi ky") == [("/data/s4/quyen_han", Part.QUESTION)]


def test_a_choice_is_found_and_when_it_is_chosen_the_answer_too(lan: Clerk, search: DossierSearch) -> None:
    assert found(lan, search, "khong") == [(READING_ROOM, Part.QUESTION), (READING_ROOM, Part.CHOICE)]
    answered(lan, search, READING_ROOM, "KHONG")
    assert (READING_ROOM, Part.ANSWER) in found(lan, search, "khong")


def test_an_answer_that_is_not_asked_any_more_is_not_found(lan: Clerk, search: DossierSearch) -> None:
    answered(lan, search, READING_ROOM, "CO")
    answered(lan, search, SEATS, "1200")
    assert found(lan, search, "1200") == found(lan, search, "1.200") == [(SEATS, Part.ANSWER)]
    answered(lan, search, READING_ROOM, "KHONG")
    assert found(lan, search, "1200") == []


def test_a_row_that_was_deleted_is_not_found(lan: Clerk, search: DossierSearch) -> None:
    lan.fills_in(SURVEY)
    assert found(lan, search, "thieu nhi")
    search.follow(SURVEY, lan.dossier.delete_row(SURVEY, row(lan.dossier.form(SURVEY).session, f"{ROOMS}[1]").id))
    assert found(lan, search, "thieu nhi") == []


def test_forms_come_in_the_order_of_the_dossier(lan: Clerk, search: DossierSearch) -> None:
    assert [hit.form_id for hit in search.find("so may").hits] == [SURVEY, PLAN]


def test_in_another_language_other_words_are_found(lan: Clerk, search: DossierSearch) -> None:
    assert found(lan, search, "reading room") == []
    session = lan.dossier.form(SURVEY).session
    session.show_language(language_for(session.definition, "en"))
    search.forget()
    assert (READING_ROOM, Part.QUESTION) in found(lan, search, "reading room")


def test_a_long_answer_is_cut_around_what_was_found() -> None:
    long = f"{'chữ ' * 60}đặt hàng{' nữa' * 60}"
    cut = snippet(long, ["dat", "hang"])
    assert cut.text.startswith("… ")
    assert cut.text.endswith(" …")
    assert len(cut.text) <= LONGEST + 4
    assert [cut.text[start:end] for start, end in cut.found] == ["đặt", "hàng"]


@given(st.text(), st.text(alphabet="ab đ"))
def test_the_marked_letters_of_a_snippet_begin_with_what_was_wanted(text: str, wanted: str) -> None:
    cut = snippet(f"{text} {wanted} {text}", [word.replace("đ", "d") for word in wanted.split()])
    assert all(0 <= start < end <= len(cut.text) for start, end in cut.found)


def test_what_is_kept_fresh_by_changes_is_what_would_be_read_anew(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    kept = searching(lan)
    session = lan.dossier.form(SURVEY).session

    def deed(question: str, text: str, place: int) -> ChangeSet:
        rooms = session.tree.repeat(table(session, ROOMS)).rows
        if question == "add":
            return lan.dossier.add_rows(SURVEY, table(session, ROOMS), 1 + place)
        if question == "delete":
            return lan.dossier.delete_rows(SURVEY, [one.id for one in rooms[place : place + 1]])
        if question == "name":
            return lan.dossier.answer_all(
                SURVEY, {node.address: text for one in rooms[place:] for node in [one.members["ten"]]}
            )
        return lan.dossier.answer(SURVEY, session.locate(question), text)

    deeds = st.tuples(
        st.sampled_from(["add", "delete", "name", BOOKS, READING_ROOM, SEATS, ADDRESS]),
        st.sampled_from(["", "52", "CO", "KHONG", "phòng đọc năm 52"]),
        st.integers(0, 3),
    )

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(deeds, max_size=6))
    def law(done: list[tuple[str, str, int]]) -> None:
        for one in done:
            kept.follow(SURVEY, deed(*one))
        anew = searching(lan)
        for word in WORDS:
            assert sorted(map(repr, kept.find(word).hits)) == sorted(map(repr, anew.find(word).hits))
        anew.close()

    law()
    kept.close()


def test_the_command_line_finds_too(cbc: Command) -> None:
    cbc("new", CAMPAIGN, AGENCY)
    cbc("answer", AGENCY, SURVEY, ADDRESS, "Số 5 đường Thử Nghiệm")
    said = cbc("search", AGENCY, "thu", "nghiem")
    assert (said.code, said.out) == (0, f"trả lời   {SURVEY} {ADDRESS} Địa chỉ thư viện: Số 5 đường Thử Nghiệm\n")
    assert cbc("search", AGENCY, "titles", lang="en").out == f"question  {SURVEY} {BOOKS} Titles\n"
    nothing = cbc("search", AGENCY, '"x" OR')
    assert (nothing.code, nothing.out.startswith('Không tìm thấy “"x" OR”')) == (1, True)
    assert TASKS not in nothing.out
