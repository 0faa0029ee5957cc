"""What was put into the search is found by beginnings of its words; whatever a person types is only looked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.engine.address import Address
from cbc_desktop.store.search import SearchEntry, SearchIndex, words_of

FORM = "phieu"


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    made = SearchIndex()
    yield made
    made.close()


def entry(path: str, text: str, *, row: str = "", kind: int = 0, place: int = 0, other: str = "") -> SearchEntry:
    return SearchEntry(FORM, Address(row, path), kind, place, text, other)


def texts(index: SearchIndex, wanted: str) -> list[str]:
    return [found.text for found in index.find(wanted, 100)[0]]


@pytest.mark.parametrize(
    "typed", ["đặt hàng", "dat hang", "DAT HANG", "hang dat", "d h", "đ", "\u0111a\u0323\u0306t hang", "báo", '"dat"']
)
def test_accents_case_and_order_of_words_do_not_matter(index: SearchIndex, typed: str) -> None:
    index.add([entry("/data/a", "Đặt hàng báo chí"), entry("/data/b", "Tổ chức tập huấn")])
    assert texts(index, typed) == ["Đặt hàng báo chí"]


def test_every_word_has_to_be_there(index: SearchIndex) -> None:
    index.add([entry("/data/a", "Đặt hàng báo chí"), entry("/data/b", "Đặt mua sách")])
    assert texts(index, "dat bao") == ["Đặt hàng báo chí"]
    assert texts(index, "dat xyz") == []


def test_a_number_is_found_as_it_is_shown_and_as_it_is_kept(index: SearchIndex) -> None:
    index.add([entry("/data/a", "1.234,5", other="1234.5")])
    assert texts(index, "1.234") == texts(index, "1234") == ["1.234,5"]


def test_the_kind_comes_before_the_place_and_the_rest_is_counted(index: SearchIndex) -> None:
    index.add(entry(f"/data/{place}", f"câu {place}", kind=place % 2, place=place) for place in range(6))
    found, total = index.find("cau", 4)
    assert ([one.text for one in found], total) == (["câu 0", "câu 2", "câu 4", "câu 1"], 6)


def test_of_each_kind_what_begins_so_comes_first(index: SearchIndex) -> None:
    labels = ["0.2. Trong 2 năm", "2.1. Năm 2022", "2.2. Kinh phí", "Ngoài câu 2.2"]
    index.add(entry(f"/data/{place}", text, place=place) for place, text in enumerate(labels))
    index.add([entry("/data/x", "2.2 triệu", kind=1, place=9)])
    assert texts(index, "2.2") == ["2.2. Kinh phí", "0.2. Trong 2 năm", "2.1. Năm 2022", "Ngoài câu 2.2", "2.2 triệu"]


def test_what_is_put_in_its_place_is_found_and_the_old_is_not(index: SearchIndex) -> None:
    index.add([entry("/data/a", "cũ"), entry("/data/a", "trả lời", kind=1)])
    index.replace([entry("/data/a", "mới")])
    assert (texts(index, "cu"), texts(index, "moi"), texts(index, "tra")) == ([], ["mới"], ["trả lời"])
    index.replace([entry("/data/a", "")])
    assert texts(index, "moi") == []


def test_a_row_that_is_gone_is_not_found(index: SearchIndex) -> None:
    index.add([entry("/data/t/a", "một", row="r1"), entry("/data/t/a", "một hai", row="r2")])
    index.forget_rows(FORM, ["r1"])
    assert texts(index, "mot") == ["một hai"]


@pytest.mark.parametrize("typed", ["", "   ", '"', "*", "^", "''", "- : ( )", "\x00", "%_"])
def test_signs_alone_look_for_nothing(index: SearchIndex, typed: str) -> None:
    index.add([entry("/data/a", "một")])
    assert index.find(typed, 10) == ([], 0)


@pytest.mark.parametrize(
    "typed", ["AND", "OR", "NOT", "NEAR(a b)", "folded: a", "a* OR b", '"a" -- b', "a') OR 1=1", "{a}"]
)
def test_words_that_mean_something_to_the_database_are_words_like_others(index: SearchIndex, typed: str) -> None:
    index.add([entry("/data/a", f"Trước {typed} sau"), entry("/data/b", "chuyện khác")])
    assert texts(index, typed) == [f"Trước {typed} sau"]


@given(st.text(), st.text())
def test_nothing_that_can_be_typed_is_refused_and_what_is_there_is_found(there: str, typed: str) -> None:
    index = SearchIndex()
    try:
        kept = there.encode("utf-8", "ignore").decode()
        index.add([entry("/data/a", kept)])
        index.find(typed, 10)
        assert not words_of(kept) or texts(index, kept) == [kept]
        for word in words_of(kept):
            assert texts(index, word[: len(word) // 2 + 1]) == [kept]
    finally:
        index.close()
