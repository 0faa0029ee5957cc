"""``check-campaign`` tells a form's owner everything that would later stop somebody from filling the form in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_campaign import FORM, REGISTER, make_campaign

from cbc_desktop.cli.main import run

CIRCLE = """
|type|name|label|calculation|
|text|ten|Tên||
|calculate|y1||${y2} + 1|
|calculate|y2||${y1} - 1|
"""
WITHOUT_ROW_NAMES = """
|type|name|label|
|text|ten|Tên|
|begin repeat|bang|Bảng|
|text|a|A|
|end repeat|||
"""


def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = run(["check-campaign", str(folder)])
    return code, capsys.readouterr().out.splitlines()


def test_a_campaign_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_campaign(tmp_path / "mau")
    assert checked(folder, capsys) == (0, ["Thư mục của đợt khảo sát không có lỗi."])


def test_formulas_in_a_circle_are_an_error_of_the_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_campaign(tmp_path / "mau", survey=CIRCLE)
    code, (line,) = checked(folder, capsys)
    assert code == 1
    assert line.startswith(f"LỖI {FORM}.xlsx [survey, 3]: Các công thức của biểu mẫu phụ thuộc vòng tròn vào nhau: ")
    assert "/data/y1 (calculate) [survey, 3] → /data/y2 (calculate) [survey, 4] → " in line


def test_a_deadline_before_the_day_of_the_register_is_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    description = make_campaign(tmp_path / "mau") / "campaign.toml"
    text = description.read_text(encoding="utf-8")
    description.write_text(re.sub(r"(?m)^deadline = .*$", "deadline = 2001-02-03", text), encoding="utf-8")
    code, (line, _) = checked(description.parent, capsys)
    assert code == 0
    assert "campaign.toml [deadline]: Hạn gửi (deadline 03/02/2001) sớm hơn ngày lấy danh mục cơ quan" in line


def test_a_repeat_without_names_of_rows_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_campaign(tmp_path / "mau", survey=WITHOUT_ROW_NAMES)
    code, (line, _) = checked(folder, capsys)
    assert code == 0
    assert f"{FORM}.xlsx [survey, 3]: Bảng “bang” không có dòng đầu “calculate”, “rid”, “once(uuid())”" in line


def test_a_workbook_that_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_campaign(tmp_path / "mau")
    (folder / f"{FORM}.xlsx").unlink()
    code, (line,) = checked(folder, capsys)
    assert code == 1
    assert line.startswith("LỖI campaign.toml: Thiếu biểu mẫu")


def test_a_register_without_its_columns_is_told_once_and_the_forms_are_checked_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_campaign(tmp_path / "mau", survey=CIRCLE, register="key,code,name_vi\nA@,A,Á\nB@,B,Bê\n")
    code, (register, circle) = checked(folder, capsys)
    assert code == 1
    assert register.startswith(
        "LỖI agencies.csv: Danh mục cơ quan thiếu cột name_en, kind, valid_from, valid_to, symbol, successor. "
        "Cần có các cột: key, code, name_vi,"
    )
    assert "vòng tròn" in circle


def test_the_rows_of_the_register_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "TVM@,TVN,Thư viện Mới,New,provinces,,2030,TVN,\n\nTVX@,TVX,Thư viện X,X,xyzzy,,,TVX,\n"
    folder = make_campaign(tmp_path / "mau", register=REGISTER + rows)
    code, lines = checked(folder, capsys)
    assert code == 1
    assert [line.split(". ")[0] for line in lines] == [
        "LỖI agencies.csv [4, key]: Dòng 4: mã “TVM@” đã có ở dòng 2",
        "LỖI agencies.csv [4, key]: Dòng 4: khóa “TVM@” không đúng",
        "LỖI agencies.csv [4, kind]: Dòng 4: không có loại cơ quan “provinces”",
        "LỖI agencies.csv [4, valid_to]: Dòng 4: “2030” không phải là ngày",
        "LỖI agencies.csv [6, kind]: Dòng 6: không có loại cơ quan “xyzzy”",
    ]
    assert "Có phải là “province”?" in lines[2]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("TVX,TVX,Thư viện X,X,municipality,,,TVX,", "[4, key]: Dòng 4: khóa “TVX” không đúng"),
        ("TVX@,TVX,Thư viện X,X,municipality,2030-01-01,,TVX,", "[4, key]: Dòng 4: khóa “TVX@” không đúng"),
        ("@,,Thư viện X,X,municipality,,,TVX,", "[4, code]: Dòng 4: mã “” không dùng được"),
        ("T@X@,T@X,Thư viện X,X,municipality,,,TVX,", "[4, code]: Dòng 4: mã “T@X” không dùng được"),
        ("TVX@, TVX,Thư viện X,X,municipality,,,TVX,", "[4, code]: Dòng 4: mã “ TVX” không dùng được"),
        ("TVX@,TVX,Thư viện ☃,X,municipality,,,TVX,", "[4, name_vi]: Không in được ký tự “☃” (U+2603 SNOWMAN) vì"),
        ("TVX@,TVX, ,X,municipality,,,TVX,", "[4, name_vi]: Dòng 4: thiếu tên cơ quan (name_vi)"),
        (
            "TVX@20300101,TVX,Thư viện X,X,municipality,20300101,,TVX,",
            "[4, valid_from]: Dòng 4: “20300101” không phải là ngày",
        ),
        (
            "TVM@2030-01-01,TVM,Thư viện M,M,municipality,2030-01-01,,TVM,",
            "[4, valid_from]: Dòng 4: mã “TVM” có hiệu lực cùng lúc với dòng 2",
        ),
    ],
)
def test_a_row_that_would_lose_its_dossiers_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, told: str
) -> None:
    folder = make_campaign(tmp_path / "mau", register=f"{REGISTER}{row}\n")
    code, (line,) = checked(folder, capsys)
    assert code == 1
    assert line.startswith(f"LỖI agencies.csv {told}")


def test_one_code_after_another_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "TVX@,TVX,Cũ,Old,municipality,,2029-12-31,TVX,\nTVX@2030-01-01,TVX,Mới,New,municipality,2030-01-01,,TVX,\n"
    assert checked(make_campaign(tmp_path / "mau", register=REGISTER + rows), capsys)[0] == 0


@pytest.mark.parametrize(
    "words", ["{letter.upper}", "{letter!r}", "{letter:>20}", "{letter[0]}", "{}", "{0}", "{letter"]
)
def test_only_the_words_themselves_may_stand_in_braces(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    folder = make_campaign(tmp_path / "mau")
    file = folder / "campaign.toml"
    file.write_text(file.read_text("utf-8").replace('subject = "{letter}"', f'subject = "{words}"'), "utf-8")
    code, lines = checked(folder, capsys)
    assert code == 1
    assert "mục “mail.subject” chỉ được dùng {agency}, {letter}, {files} trong ngoặc nhọn" in lines[0]


def test_a_register_that_is_no_csv_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_campaign(tmp_path / "mau", register=REGISTER + '"' + "x" * 200_000)
    assert checked(folder, capsys)[1][0].startswith("LỖI agencies.csv: Danh mục cơ quan không phải là tệp CSV")


def test_what_the_check_finds_in_the_register_stops_the_campaign_in_the_same_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_campaign(tmp_path / "mau", register="key,code\nA@,A\n")
    _, (line,) = checked(folder, capsys)
    assert run(["--campaigns", str(tmp_path), "agencies", "mau"]) == 1
    assert line.removeprefix("LỖI ") in capsys.readouterr().err


INDICATORS = """
[[parts]]
id = "chung"
name = {{ vi = "Chung", en = "General" }}

[[indicators]]
id = "co-ten"
part = "chung"
name = {{ vi = "Có tên", en = "With a name" }}
measure = "share"
unit = {{ vi = "cơ quan", en = "agencies" }}
sql = "{sql}"

[[checks]]
id = "khong-ten"
severity = "warning"
name = {{ vi = "Không tên", en = "Nameless" }}
words = {{ vi = "Thiếu {words}.", en = "{words} is missing." }}
question = {{ form = "phieu", path = "{path}" }}
sql = "SELECT agency, ten FROM phieu WHERE ten IS NULL"
"""


def with_indicators(
    folder: Path,
    sql: str = "SELECT agency, ten IS NOT NULL AS value FROM phieu",
    words: str = "{ten}",
    path: str = "/data/ten",
) -> Path:
    made = make_campaign(folder)
    (made / "indicators.toml").write_text(INDICATORS.format(sql=sql, words=words, path=path), "utf-8")
    return made


def test_indicators_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(with_indicators(tmp_path / "mau"), capsys)[0] == 0


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT agency, tuoi AS value FROM phieu", "no such column: tuoi"),
        ("SELECT agency FROM phieu", "thiếu cột value"),
        ("DELETE FROM phieu", "not authorized"),
    ],
)
def test_a_query_that_cannot_be_run_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sql: str, told: str
) -> None:
    code, (line,) = checked(with_indicators(tmp_path / "mau", sql=sql), capsys)
    assert code == 1
    assert line.startswith("LỖI indicators.toml: ")
    assert told in line
    assert "“co-ten”" in line


@pytest.mark.parametrize("words", ["{tuoi}", "{}", "{ten.__class__}", "{ten!x}"])
def test_words_of_a_check_may_use_its_columns_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    code, (line,) = checked(with_indicators(tmp_path / "mau", words=words), capsys)
    assert code == 1
    assert line.startswith("LỖI indicators.toml: ")


@pytest.mark.parametrize(("path", "told"), [("/data/tuoi", "“khong-ten: question”"), ("/data/{tuoi}", "{tuoi}")])
def test_the_question_that_a_check_sends_back_must_exist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, told: str
) -> None:
    code, (line,) = checked(with_indicators(tmp_path / "mau", path=path), capsys)
    assert code == 1
    assert told in line


def test_an_entry_of_indicators_that_is_missing_is_told_by_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = with_indicators(tmp_path / "mau")
    path = folder / "indicators.toml"
    path.write_text(path.read_text("utf-8").replace('measure = "share"\n', ""), "utf-8")
    code, (line,) = checked(folder, capsys)
    assert code == 1
    assert "mục “indicators[1].measure” bị thiếu" in line
