"""The command line in everyday use: the whole work of one dossier, in both languages, with its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from clerk import OpenOffice
from command_line import Command
from invented_campaign import (
    ADDRESS,
    AGENCY,
    BOOKS,
    CAMPAIGN,
    FILES,
    PLAN,
    PLAN_SAMPLE,
    READING_ROOM,
    ROOMS,
    SURVEY,
    SURVEY_SAMPLE,
)

from cbc_desktop import __version__
from cbc_desktop.cli.arguments import command_line
from cbc_desktop.cli.command import Command as OneCommand
from cbc_desktop.cli.command import CommandGroup
from cbc_desktop.cli.commands import COMMANDS
from cbc_desktop.dossier.revision import IssueFacts


@pytest.fixture
def begun(cbc: Command) -> Command:
    assert cbc("new", CAMPAIGN, AGENCY).code == 0
    return cbc


@pytest.fixture
def prepared(tmp_path: Path) -> dict[str, Path]:
    """The sample as files that ``fill`` reads."""
    paths = {form_id: tmp_path / f"{form_id}.json" for form_id in (SURVEY, PLAN)}
    for (form_id, path), sample in zip(paths.items(), (SURVEY_SAMPLE, PLAN_SAMPLE), strict=True):
        assert form_id
        path.write_text(json.dumps(sample), encoding="utf-8")
    return paths


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "mat-khau.txt"
    path.write_text("mật khẩu thử\ndòng này không tính\n", encoding="utf-8")
    return path


def test_a_dossier_from_the_first_command_to_the_last(
    cbc: Command, prepared: dict[str, Path], passphrase: Path, tmp_path: Path
) -> None:
    agency = ("--agency", "Thư viện tỉnh Mẫu")
    certificate = cbc("trial-certificate", "--out", tmp_path / "ct", *agency, "--passphrase-file", passphrase)
    assert certificate.code == 0
    p12, authority = tmp_path / "ct" / "thu-nghiem-nguoi-ky.p12", tmp_path / "ct" / "thu-nghiem-ca.pem"
    assert certificate.out == f"Đã ghi {authority}\nĐã ghi {p12}\n"
    assert cbc("new", CAMPAIGN, AGENCY).out.endswith(" cho Thư viện tỉnh Mẫu.\n")
    for form_id, path in prepared.items():
        filled = cbc("fill", AGENCY, form_id, path)
        assert (filled.code, filled.err) == (0, "")
    assert cbc("facts", AGENCY, "--symbol", "TVM-NV", "--place", "Mẫu").out == "Đã lưu.\n"
    assert cbc("review", AGENCY).code == 0
    assert cbc("finalise", AGENCY).out.startswith("Đã chốt số liệu lần 1, mã băm ")
    exported = cbc("export", AGENCY, "--out", tmp_path / "ra", "--p12", p12, "--passphrase-file", passphrase)
    assert exported.code == 0
    assert exported.out.endswith("Đã đọc lại và đối chiếu: gói đúng với hồ sơ.\n")
    assert "THỬ NGHIỆM" in exported.err
    (package,) = (tmp_path / "ra").glob("*.zip")
    assert cbc("verify", package).code == 2
    assert cbc("verify", package, "--trust", authority).code == 0
    assert "Đã đóng gói, chưa đóng dấu" in cbc("list").out
    assert cbc("reopen", AGENCY).out == "Đã mở lại thành bản lần 2.\n"
    assert "  2  Bản đang nhập  " in cbc("list").out


def test_campaigns_and_agencies_are_listed_and_found_without_accents(cbc: Command) -> None:
    assert f"{CAMPAIGN}  Kiểm kê thư viện năm 2030  ({SURVEY}, {PLAN})\n" in cbc("campaigns").out
    assert f"{CAMPAIGN}  Inventory of libraries 2030" in cbc("campaigns", lang="en").out
    assert cbc("agencies", CAMPAIGN).out == "TVM        Thư viện tỉnh Mẫu\nTVT        Thư viện thành phố Thử\n"
    assert cbc("agencies", CAMPAIGN, "thanh", "pho").out == "TVT        Thư viện thành phố Thử\n"


def test_before_the_first_dossier_the_list_says_how_to_begin(cbc: Command) -> None:
    assert "Lập hồ sơ: cbc-desktop new ĐỢT CƠ-QUAN" in cbc("list").out


def test_a_wrong_answer_is_saved_and_its_fault_said(begun: Command) -> None:
    said = begun("answer", AGENCY, SURVEY, BOOKS, "200000")
    assert said.code == 0
    assert said.out.startswith("Đã lưu.\n")
    assert f"LỖI       {SURVEY} {BOOKS} " in said.out
    assert "Số đầu sách từ 0 đến 100.000.\n" in said.out
    assert begun("answer", AGENCY, SURVEY, BOOKS, "200", lang="en").out == "Saved.\n"


def test_answers_are_read_as_the_window_reads_them(begun: Command) -> None:
    begun("answer", AGENCY, SURVEY, BOOKS, "1.234")
    begun("answer", AGENCY, SURVEY, READING_ROOM, "có")
    shown = begun("show", AGENCY, SURVEY).out
    assert "1.234" in shown
    assert json.loads(begun("review", AGENCY, "--forms", SURVEY, "--json").out)["answered"] == 2
    said = begun("answer", AGENCY, SURVEY, BOOKS, "một nghìn").out
    assert "Cần một số nguyên, ví dụ 120 hoặc 1.200." in said


def test_rows_are_added_filled_in_and_deleted_by_their_place(begun: Command) -> None:
    assert begun("add-row", AGENCY, SURVEY, ROOMS).out == f"Đã thêm dòng {ROOMS}[1].\n"
    assert begun("add-row", AGENCY, SURVEY, ROOMS).out == f"Đã thêm dòng {ROOMS}[2].\n"
    assert begun("answer", AGENCY, SURVEY, f"{ROOMS}[2]/ten", "ngoại văn").out == "Đã lưu.\n"
    assert begun("delete-row", AGENCY, SURVEY, f"{ROOMS}[1]").code == 0
    missing = json.loads(begun("review", AGENCY, "--json").out)["unanswered"]
    assert [one["ref"] for one in missing if one["ref"].startswith(ROOMS)] == [f"{ROOMS}[1]/so_may"]


def test_a_table_without_rows_is_shown_with_its_place(begun: Command) -> None:
    empty = f"{ROOMS}  "
    told = begun("show", AGENCY, SURVEY, "/data/s1", lang="en").out
    assert told[told.index(empty) :].splitlines()[1] == "  = (no rows yet; the command add-row adds one)"
    begun("add-row", AGENCY, SURVEY, ROOMS)
    assert empty not in begun("show", AGENCY, SURVEY, "/data/s1").out


def test_the_review_as_json_has_what_is_wrong_in_both_languages_and_what_was_explained(begun: Command) -> None:
    begun("answer", AGENCY, SURVEY, BOOKS, "3")
    begun("explain", AGENCY, SURVEY, BOOKS, "Kho sách bị lũ cuốn.")
    begun("note", AGENCY, SURVEY, ADDRESS, "địa chỉ cũ")
    said = begun("review", AGENCY, "--forms", SURVEY, "--json")
    assert said.code == 1
    found = json.loads(said.out)
    assert found["lines"][0] == {
        "form": SURVEY,
        "ref": BOOKS,
        "condition": "warning",
        "message": {
            "vi": "Số đầu sách rất ít. Hãy kiểm tra lại hoặc giải trình.",
            "en": "Very few titles. Check or explain.",
        },
        "explanation": "Kho sách bị lũ cuốn.",
    }
    assert found["answered"] == 1


def test_the_review_in_words_counts_what_is_left(begun: Command) -> None:
    begun("answer", AGENCY, SURVEY, BOOKS, "3")
    begun("explain", AGENCY, SURVEY, BOOKS, "Kho sách bị lũ cuốn.")
    lines = begun("review", AGENCY, "--forms", SURVEY, lang="en").out.splitlines()
    assert lines[0].endswith("Very few titles. Check or explain. [Kho sách bị lũ cuốn.]")
    assert lines[-1].startswith("3 errors, 1 warnings (1 explained), ")


def test_questions_are_shown_with_choices_and_answers_the_whole_form_or_a_part(begun: Command) -> None:
    begun("answer", AGENCY, SURVEY, READING_ROOM, "CO")
    begun("add-row", AGENCY, SURVEY, ROOMS)
    begun("add-row", AGENCY, SURVEY, ROOMS)
    assert begun("show", AGENCY, SURVEY, READING_ROOM).out == (
        f"{READING_ROOM}  Có phòng đọc không?\n    CO – Có\n    KHONG – Không\n  = CO\n"
    )
    assert begun("show", AGENCY, SURVEY, f"{ROOMS}[2]", lang="en").out == (
        f"{ROOMS}[2]/ten  Name of the room\n  = (blank)\n{ROOMS}[2]/so_may  Computers\n  = (blank)\n"
    )
    whole, part = begun("show", AGENCY, SURVEY).out, begun("show", AGENCY, SURVEY, "/data/s1").out
    assert part in whole
    assert "/data/s4/ho_ten  Họ và tên" in whole
    assert "/data/s4" not in part
    assert "ten_co_quan" not in whole


def test_open_questions_are_listed_when_asked_for(begun: Command) -> None:
    assert f"{SURVEY} {ADDRESS} Địa chỉ thư viện\n" not in begun("review", AGENCY).out
    assert f"{SURVEY} {ADDRESS} Địa chỉ thư viện\n" in begun("review", AGENCY, "--open").out


def test_finalising_the_same_content_again_is_noticed(begun: Command, prepared: dict[str, Path]) -> None:
    begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    assert "không khác lần trước" not in begun("finalise", AGENCY, "--forms", SURVEY).out
    begun("reopen", AGENCY)
    assert "không khác lần trước" in begun("finalise", AGENCY, "--forms", SURVEY).out


def test_offers_are_listed_by_number_and_taken(begun: Command, prepared: dict[str, Path]) -> None:
    begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    assert begun("offers", AGENCY, PLAN).out == "  1 /data/tong_may: 42\n  2 /data/g_viec/viec: 2 dòng\n"
    assert begun("offers", AGENCY, PLAN, "--take", "2").out == "Đã nhận /data/g_viec/viec: 2 dòng.\n"
    assert begun("offers", AGENCY, PLAN).out == "  1 /data/tong_may: 42\n"
    refused = begun("offers", AGENCY, PLAN, "--take", "2")
    assert (refused.code, refused.err[:29]) == (1, "Không có đề xuất số 2; hiện c")


def test_a_file_is_attached(begun: Command, tmp_path: Path) -> None:
    (tmp_path / "to-trinh.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    begun("add-row", AGENCY, SURVEY, FILES)
    assert begun("attach", AGENCY, SURVEY, f"{FILES}[1]/noi_dung", tmp_path / "to-trinh.pdf").out == "Đã lưu.\n"


def test_facts_are_set_one_by_one_and_taken_away(begun: Command, open_lans_office: OpenOffice) -> None:
    for given in (("--number", "45", "--symbol", "TVM"), ("--date", "2030-02-11"), ("--sent", "2030-02-12")):
        assert begun("facts", AGENCY, *given).code == 0
    assert begun("facts", AGENCY, "--number", "", "--date", "", "--place", " Mẫu ").code == 0
    with open_lans_office() as office:
        facts = office.filling.find(AGENCY).revision.facts
    assert facts == IssueFacts(symbol="TVM", place="Mẫu", sent=date(2030, 2, 12))


def test_a_survey_alone_is_finalised_and_the_plan_follows(begun: Command, prepared: dict[str, Path]) -> None:
    begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    assert begun("finalise", AGENCY).code == 1
    assert begun("finalise", AGENCY, "--forms", SURVEY).code == 0
    assert begun("answer", AGENCY, SURVEY, READING_ROOM, "KHONG").code == 1
    assert begun("reopen", AGENCY).code == 0
    begun("fill", AGENCY, PLAN, prepared[PLAN])
    assert begun("finalise", AGENCY).out.startswith("Đã chốt số liệu lần 2")


def test_a_prepared_file_may_be_filled_in_again_and_changes_nothing(begun: Command, prepared: dict[str, Path]) -> None:
    first = begun("fill", AGENCY, PLAN, prepared[PLAN])
    assert begun("fill", AGENCY, PLAN, prepared[PLAN]) == first


def test_what_people_entered_is_replaced_only_when_that_is_meant(begun: Command, prepared: dict[str, Path]) -> None:
    begun("answer", AGENCY, SURVEY, ADDRESS, "12 Phố Mới")
    begun("note", AGENCY, SURVEY, "/data/s4/ho_ten", "vừa đổi tên")
    noted = {**SURVEY_SAMPLE, "notes": {"/data/s4/ho_ten": "chưa đổi"}}
    prepared[SURVEY].write_text(json.dumps(noted), encoding="utf-8")
    before = begun("show", AGENCY, SURVEY).out
    refused = begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    assert refused.code == 1
    assert "sẽ thay 2 nội dung đã có người nhập khác với tệp: Địa chỉ thư viện; Họ và tên." in refused.err
    assert begun("show", AGENCY, SURVEY).out == before
    assert begun("fill", AGENCY, SURVEY, prepared[SURVEY], "--replace").code == 0
    assert "12 Phố Mới" not in begun("show", AGENCY, SURVEY).out
    assert begun("fill", AGENCY, SURVEY, prepared[SURVEY]).code == 0


def test_what_an_earlier_file_gave_in_a_row_is_not_replaced_unnoticed(
    begun: Command, prepared: dict[str, Path]
) -> None:
    begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    (first, *others), changed = SURVEY_SAMPLE["tables"][ROOMS], json.loads(json.dumps(SURVEY_SAMPLE))
    name = next(name for name, text in first.items() if name != "#" and text)
    changed["tables"][ROOMS] = [{**first, name: "9"}, *others]
    prepared[SURVEY].write_text(json.dumps(changed), encoding="utf-8")
    refused = begun("fill", AGENCY, SURVEY, prepared[SURVEY], lang="en")
    assert refused.code == 1
    assert "row 1)" in refused.err


def test_an_explanation_that_nothing_asks_for_is_named_and_keeps_no_answer_away(
    begun: Command, prepared: dict[str, Path], tmp_path: Path
) -> None:
    content = json.loads(prepared[SURVEY].read_text("utf-8"))
    explained = tmp_path / "giai-trinh.json"
    explained.write_text(json.dumps({**content, "explanations": {"/data/s4/chuc_vu": "vì thế"}}), "utf-8")
    said = begun("fill", AGENCY, SURVEY, explained)
    assert said.code == 0
    assert "Ở /data/s4/chuc_vu không có cảnh báo nào" in said.err


def test_a_prepared_file_says_which_rows_it_found_and_kept(begun: Command, prepared: dict[str, Path]) -> None:
    begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    begun("add-row", AGENCY, SURVEY, ROOMS)
    said = begun("fill", AGENCY, SURVEY, prepared[SURVEY])
    assert said.code == 0
    assert f"{ROOMS} có thêm 1 dòng" in said.err


def test_agencies_that_nobody_knows_are_told(cbc: Command) -> None:
    said = cbc("agencies", CAMPAIGN, "xyzzy")
    assert said.code == 1
    assert "xyzzy" in said.err


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_tells_what_it_is_for_in_both_languages(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line(language).parse_args([command, "--help"])
    (known,) = (one for one in COMMANDS if one.name == command)
    assert ended.value.code == 0
    assert "".join(known.help.in_language(language).split()) in "".join(capsys.readouterr().out.split())


def all_commands() -> list[OneCommand]:
    groups = [one.commands if isinstance(one, CommandGroup) else (one,) for one in COMMANDS]
    return [command for group in groups for command in group]


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_every_command_has_its_function(command: OneCommand) -> None:
    module, _, name = command.function.partition(".")
    assert callable(getattr(import_module(f"cbc_desktop.cli.{module}"), name))


def test_help_and_version_are_given(cbc: Command, capsys: pytest.CaptureFixture[str]) -> None:
    for word, said in (("--help", "Trả lời một đợt khảo sát"), ("--version", __version__)):
        with pytest.raises(SystemExit) as ended:
            cbc(word)
        assert ended.value.code == 0
        assert said in capsys.readouterr().out


def in_a_process(
    *words: object, output: int = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "cbc_desktop", *map(str, words)],
        stdout=output,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.slow
def test_vietnamese_comes_through_a_pipe_that_promises_ascii_only(home: Path, campaigns: Path) -> None:
    said = in_a_process("--home", home, "--campaigns", campaigns, "campaigns", PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stderr) == (0, b"")
    assert "Kiểm kê thư viện" in said.stdout.decode("utf-8")


@pytest.mark.slow
def test_the_language_may_be_chosen_by_the_environment(home: Path) -> None:
    assert in_a_process("list", CBC_DESKTOP_LANG="en").stdout.startswith(b"There are no dossiers")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_listener_who_has_heard_enough_causes_no_complaint(home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    said = in_a_process("agencies", "837-btttt-cbc", output=writing)
    os.close(writing)
    assert (said.returncode, said.stderr) == (1, b"")
