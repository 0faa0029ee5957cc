"""The forms of signing give the lines of Decree 30/2020/NĐ-CP in their order, and lines are recognised again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.forms.authority import (
    AuthorityForm,
    Signing,
    academic_title,
    authority_lines,
    recognised,
    signature_lines,
)

COLLECTIVE, HEAD = "Ủy ban nhân dân", "Chủ tịch"
LINES = [
    (AuthorityForm.IN_PERSON, "Bộ trưởng", ("BỘ TRƯỞNG",)),
    (AuthorityForm.ON_BEHALF, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    (AuthorityForm.FOR_HEAD, "Phó Chủ tịch", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    (
        AuthorityForm.ON_BEHALF_FOR_HEAD,
        "Phó Chủ tịch",
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ),
    (AuthorityForm.ACTING, "Bộ trưởng", ("Q. BỘ TRƯỞNG",)),
    (AuthorityForm.ON_BEHALF_ACTING, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
    (AuthorityForm.BY_ORDER, "Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    (
        AuthorityForm.BY_ORDER_FOR_HEAD,
        "Phó Chánh Văn phòng",
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ),
    (AuthorityForm.BY_DELEGATION, "Giám đốc Sở Mẫu", ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ MẪU")),
]
words = st.text("abcđêốự. ", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)


@pytest.mark.parametrize(("form", "position", "lines"), LINES, ids=lambda value: getattr(value, "value", ""))
def test_each_form_has_its_lines_in_the_order_of_the_decree(
    form: AuthorityForm, position: str, lines: tuple[str, ...]
) -> None:
    signing = Signing(form, COLLECTIVE, HEAD, position)
    assert signature_lines(signing.authority, position) == lines
    assert not signing.missing


@pytest.mark.parametrize(("form", "position", "lines"), LINES, ids=lambda value: getattr(value, "value", ""))
def test_lines_that_were_typed_are_recognised(form: AuthorityForm, position: str, lines: tuple[str, ...]) -> None:
    found = recognised(Signing(form, COLLECTIVE, HEAD, position).authority, position)
    assert found.form is form
    assert signature_lines(found.authority, position) == lines


@given(st.sampled_from(AuthorityForm), words, words, words, st.lists(words, max_size=3))
def test_whatever_is_recognised_gives_the_same_lines_again(
    form: AuthorityForm, collective: str, head: str, position: str, own: list[str]
) -> None:
    lines = Signing(form, collective, head, position, tuple(own)).authority
    assert recognised(lines, position).authority == lines


def test_lines_of_no_form_stay_in_a_persons_own_words() -> None:
    found = recognised(["TM. Ban Chấp hành", "Thừa lệnh  Bí thư"], "Chánh Văn phòng")
    assert found.form is AuthorityForm.FREE
    assert found.authority == ("TM. BAN CHẤP HÀNH", "THỪA LỆNH BÍ THƯ")


def test_what_a_form_lacks_is_named() -> None:
    lacking = Signing(AuthorityForm.ON_BEHALF_FOR_HEAD, position="Phó Chủ tịch")
    assert [one.vi for one in lacking.missing] == ["tên tập thể lãnh đạo", "chức danh người đứng đầu"]
    assert lacking.authority == ("TM. …", "KT. …")
    assert [one.vi for one in Signing().missing] == ["chức vụ người ký"]
    nobodys_deputy = Signing(AuthorityForm.BY_ORDER_FOR_HEAD, head=HEAD, position="Chánh Văn phòng")
    assert [one.vi for one in nobodys_deputy.missing] == ["chức vụ bắt đầu bằng “Phó”"]


def test_one_answer_may_hold_the_lines_one_below_the_other_or_divided() -> None:
    expected = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    for text in (
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n",
        "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN;KT. CHỦ TỊCH",
    ):
        assert authority_lines(text) == expected


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("TS. Nguyễn Văn Mẫu", "TS."),
        ("PGS.TS Trần Thị Thử", "PGS."),
        ("ThS Lê Văn Giả", "ThS"),
        ("Phó Giáo sư Lê Văn Giả", "Phó Giáo sư"),
        ("Tiến sĩ Lê Văn Giả", "Tiến sĩ"),
        ("Nguyễn Văn Mẫu", ""),
        ("Tiến Văn Sĩ", ""),
        ("Bàn Thị Thử", ""),
        ("", ""),
    ],
)
def test_an_academic_title_before_a_name_is_noticed(name: str, title: str) -> None:
    assert academic_title(name) == title
