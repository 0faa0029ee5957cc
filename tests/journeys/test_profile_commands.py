"""Profiles of the agency on the command line: kept from one dossier, used in the next, listed, shown, removed."""

from __future__ import annotations

import json

import pytest
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN, SIGNATORY, SURVEY

POSITION, AUTHORITY = "/data/s4/chuc_vu", "/data/s4/quyen_han"


@pytest.fixture
def begun(cbc: Command) -> Command:
    """A dossier that says who signs, and where it is issued."""
    cbc("new", CAMPAIGN, AGENCY)
    for reference, text in ((SIGNATORY, "TS. Trần Thị Thử"), (AUTHORITY, "KT. GIÁM ĐỐC"), (POSITION, "PHÓ GIÁM ĐỐC")):
        cbc("answer", AGENCY, SURVEY, reference, text)
    cbc("facts", AGENCY, "--place", "Mẫu", "--symbol", "TVM-NV", "--parent-agency", "Sở Mẫu")
    return cbc


def test_a_profile_is_kept_listed_and_shown(begun: Command) -> None:
    assert begun("profile", "list").out == "Chưa có mẫu nào trên máy này.\n"
    kept = begun("profile", "keep", AGENCY, "--name", "Thư viện")
    assert (kept.code, kept.out) == (0, "Đã giữ thành mẫu “Thư viện”.\n")
    assert "không ghi học hàm, học vị (“TS.”)" in kept.err
    assert begun("profile", "list").out == "TVM@  Thư viện  TS. Trần Thị Thử\n"
    shown = begun("profile", "show", AGENCY, lang="en").out.splitlines()
    assert shown[:4] == ["TVM@  Thư viện", "Parent agency: Sở Mẫu", "Symbol: TVM-NV", "Place of issue: Mẫu"]
    assert shown[-1] == "- KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC: TS. Trần Thị Thử"
    told = json.loads(begun("profile", "show", AGENCY, "Thư viện", "--json").out)
    assert (told["symbol"], told["signatories"][0]["form"]) == ("TVM-NV", "for_head")


def test_a_profile_is_used_and_says_what_stays(begun: Command) -> None:
    begun("profile", "keep", AGENCY)
    begun("answer", AGENCY, SURVEY, SIGNATORY, "Bế Văn Mẫu")
    used = begun("profile", "apply", AGENCY)
    assert "Giữ nguyên Họ và tên: “Bế Văn Mẫu” (mẫu ghi “TS. Trần Thị Thử”); thêm --replace để thay." in used.out
    used = begun("profile", "apply", AGENCY, "Mẫu 1", "--signatory", "TS. Trần Thị Thử", "--replace")
    assert used.out == "Đã thay Họ và tên: “Bế Văn Mẫu” → “TS. Trần Thị Thử”.\nĐã điền theo mẫu “Mẫu 1”.\n"
    assert "TS. Trần Thị Thử" in begun("show", AGENCY, SURVEY).out


def test_who_or_what_is_not_there_is_told_with_what_there_is(begun: Command) -> None:
    begun("profile", "keep", AGENCY)
    assert "không có mẫu “Khác”. Các mẫu đang có: “Mẫu 1”" in begun("profile", "apply", AGENCY, "Khác").err
    assert "Có: TS. Trần Thị Thử." in begun("profile", "apply", AGENCY, "--signatory", "Bế Văn Mẫu").err
    assert "Không có mẫu nào của cơ quan “XX”" in begun("profile", "show", "XX").err


def test_a_profile_is_removed_and_the_dossier_stays_as_it_is(begun: Command) -> None:
    begun("profile", "keep", AGENCY)
    assert begun("profile", "remove", AGENCY, "Mẫu 1").code == 0
    assert begun("profile", "list", lang="en").out == "There are no profiles on this computer.\n"
    assert "TS. Trần Thị Thử" in begun("show", AGENCY, SURVEY).out
