"""Nothing of campaign 837 is in the program: a round that nobody ever held goes through the same main job."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line import Command
from invented_campaign import CAMPAIGN, PLAN, PLAN_SAMPLE, SURVEY, SURVEY_SAMPLE, make_campaign
from other_programs import pages_of_pdf, rows_of_workbook

from cbc_desktop.cli.main import run

SOURCE = Path(__file__).parent.parent.parent / "src" / "cbc_desktop"

OF_CAMPAIGN_837 = re.compile(
    r"837|BTTTT|btttt|khao-sat-nhanh|ke-hoach-truyen-thong|q[0-4]_\d\d|(?<![a-z])p1?\d_(b?\d)|Cao Bằng|CAO BẰNG"
    r"|mic\.gov\.vn|Cục Báo chí|Press Department|Bộ Thông tin|truyền thông chính sách"
)
WHAT_THE_PROGRAM_IS_FOR = {
    "__init__.py": {"Press Department"},
    "cli/arguments.py": {"Cục Báo chí", "Press Department"},
    "ui/main_window.py": {"Cục Báo chí"},
}
"""It may say of itself whose surveys it answers."""


def test_the_source_knows_nothing_of_campaign_837() -> None:
    found = {}
    for path in SOURCE.rglob("*.py"):
        name = path.relative_to(SOURCE).as_posix()
        words = {match[0] for match in OF_CAMPAIGN_837.finditer(path.read_text("utf-8"))}
        found[name] = words - WHAT_THE_PROGRAM_IS_FOR.get(name, set())
    assert {name: words for name, words in found.items() if words} == {}


def test_the_invented_campaign_is_in_order(cbc: Command, campaigns: Path) -> None:
    code, out, _ = cbc("check-campaign", campaigns / CAMPAIGN)
    assert (code, out) == (0, "Thư mục của đợt khảo sát không có lỗi.\n")


@pytest.mark.slow
def test_the_invented_campaign_goes_through_the_whole_work(cbc: Command, tmp_path: Path) -> None:
    out = tmp_path / "ra"
    code, said, _ = cbc("demo", "--out", out, "--campaign", CAMPAIGN)
    assert code == 0
    assert "khi chưa tin cậy nơi cấp chứng thư: CHƯA KẾT LUẬN ĐƯỢC" in said
    assert said.endswith("với chứng thư gốc thử nghiệm: ĐẠT: hồ sơ nguyên vẹn và chữ ký số hợp lệ.\n")
    (document,) = out.glob("*.pdf")
    assert document.name == "thu-vien-2030-thu-vien-tinh-mau-lan-1.pdf"
    text = " ".join(pages_of_pdf(document))
    told = [*SURVEY_SAMPLE["notes"].values(), *SURVEY_SAMPLE["explanations"].values()]
    told += ["Phòng thiếu nhi", "Thay máy tính cũ", "Lê Văn Giả", PLAN_SAMPLE["answers"]["/data/ten_kh"]]
    told += ["1.250,5 triệu đồng", "Số chỗ ngồi: 1.200", "12/BM-VTV", "Bộ Mẫu (qua Vụ Thư viện)", "Trần Thị Thử"]
    assert [one for one in told if one not in text] == []
    assert not OF_CAMPAIGN_837.search(text)
    cells = {cell for row in rows_of_workbook(next(out.glob("*.xlsx")), tmp_path) for cell in row}
    assert {"Phòng ngoại văn", "1.200", "Thay máy tính cũ", "Sửa mái nhà kho"} <= cells
    assert not any(OF_CAMPAIGN_837.search(cell) for cell in cells)


def test_a_campaign_installed_in_the_data_folder_is_found_too(
    nobodys_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_campaign(nobodys_data / "campaigns")
    assert run(["campaigns"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(CAMPAIGN) and line.endswith(f"({SURVEY}, {PLAN})") for line in lines)
