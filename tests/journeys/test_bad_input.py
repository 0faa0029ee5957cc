"""Whatever a person gives the command line: a clear sentence, an exit code but 0, no stack trace, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from clerk import Clerk, OpenOffice
from command_line import Command, Said
from invented_campaign import (
    ADDRESS,
    AGENCY,
    BOOKS,
    CAMPAIGN,
    FILES,
    PLAN,
    ROOMS,
    SURVEY,
    SURVEY_ROWS,
    make_campaign,
    write_form,
)
from small_disk import fill_up

from cbc_desktop.cli.main import run
from cbc_desktop.dossier.states import State
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial import TrialFiles
from cbc_desktop.store import places

WRONG_USAGE = 64


@pytest.fixture
def begun(cbc: Command) -> Command:
    assert cbc("new", CAMPAIGN, AGENCY).code == 0
    assert cbc("answer", AGENCY, SURVEY, BOOKS, "500").code == 0
    return cbc


@pytest.fixture
def finalised(open_lans_office: OpenOffice, signer: Signer, cbc: Command) -> Command:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        lan.finalises()
    return cbc


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "mat-khau.txt"
    path.write_text("mật khẩu thử\n", encoding="utf-8")
    return path


def is_clear(said: Said) -> bool:
    """Refused in a sentence of its own, which blames nobody and shows no insides of the program."""
    told = said.err.strip()
    return said.code == 1 and bool(told) and "Traceback" not in told and "ngoài dự kiến" not in told


def test_commands_that_do_not_exist_or_lack_words_are_wrong_usage(
    cbc: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ((), ("frob",), ("new", CAMPAIGN), ("export", AGENCY), ("--lang", "fr", "list"), ("verify",)):
        with pytest.raises(SystemExit) as ended:
            cbc(*words)
        assert ended.value.code == WRONG_USAGE
        assert capsys.readouterr().err.startswith("cách dùng: cbc-desktop")


NAMES_NOTHING: list[tuple[tuple[str, ...], str, str]] = [
    (("new", "837-khac", AGENCY), "Không có đợt khảo sát “837-khac”", "There is no campaign"),
    (("new", CAMPAIGN, "TVX"), "Không có cơ quan “TVX”", "There is no agency"),
    (("new", CAMPAIGN, "thu vien tinh"), "Có phải là: TVM Thư viện tỉnh Mẫu?", "Did you mean"),
    (("new", CAMPAIGN, AGENCY), "đã có hồ sơ", "already"),
    (("review", "khong-co"), "Không có hồ sơ “khong-co”", "There is no dossier"),
    (("review", ""), "Không có hồ sơ “”", "There is no dossier"),
    (("review", AGENCY, "--forms", "phieu-x"), "không có biểu mẫu “phieu-x”", "has no form"),
    (("answer", AGENCY, "phieu-x", BOOKS, "1"), "không có biểu mẫu “phieu-x”", "has no form"),
    (("answer", AGENCY, SURVEY, "/data/khong", "1"), "không có mục “/data/khong”", "has no node"),
    (("answer", AGENCY, SURVEY, "vớ vẩn [", "1"), "không có mục", "has no node"),
    (("answer", AGENCY, SURVEY, "", "1"), "không có mục", "has no node"),
    (("answer", AGENCY, SURVEY, f"{ROOMS}[7]/ten", "1"), "không có mục", "has no node"),
    (("answer", AGENCY, SURVEY, f"{ROOMS}[0]/ten", "1"), "không có mục", "has no node"),
    (("answer", AGENCY, SURVEY, f"{ROOMS}/ten", "1"), "không có mục", "has no node"),
    (("answer", AGENCY, SURVEY, "/data/s1", "1"), "không phải câu hỏi", "no question"),
    (("answer", AGENCY, SURVEY, ROOMS, "1"), "không phải câu hỏi", "no question"),
    (("answer", AGENCY, SURVEY, "/data/s0/ten_co_quan", "1"), "không nhập được", "takes no answer"),
    (("answer", AGENCY, SURVEY, "/data/y0", "1"), "không nhập được", "takes no answer"),
    (("attach", AGENCY, SURVEY, BOOKS, "x.pdf"), "không nhận tệp đính kèm", "takes no file"),
    (("add-row", AGENCY, SURVEY, BOOKS), "không phải là một bảng", "names no table"),
    (("delete-row", AGENCY, SURVEY, ROOMS), "không phải là một dòng", "names no row"),
    (("delete-row", AGENCY, SURVEY, BOOKS), "không phải là một dòng", "names no row"),
    (("note", AGENCY, SURVEY, "/data/khong", "x"), "không có mục", "has no node"),
    (("show", AGENCY, SURVEY, "/data/khong"), "không có mục", "has no node"),
    (("show", AGENCY, "phieu-x"), "không có biểu mẫu “phieu-x”", "has no form"),
    (("facts", AGENCY, "--date", "31/02/2030"), "không phải là ngày", "is no date"),
    (("fill", AGENCY, SURVEY, "khong-co.json"), "Không đọc được số liệu", "No answers can be read"),
    (("finalise", AGENCY), "còn 4 lỗi", "4 errors"),
    (("export", AGENCY, "--out", "ra", "--p12", "x.p12"), "chưa chốt số liệu", "not finalised"),
    (("reopen", AGENCY), "Chưa thể mở lại", "not possible to reopen"),
    (("verify", "khong-co.zip"), "Không tìm thấy tệp", "was not found"),
    (("demo", "--out", "ra", "--campaign", "khac"), "Không có đợt khảo sát", "There is no campaign"),
]


@pytest.mark.parametrize(("words", "vietnamese", "english"), NAMES_NOTHING, ids=lambda words: " ".join(words)[:40])
def test_words_that_name_nothing_are_told_in_both_languages_and_change_nothing(
    begun: Command, words: tuple[str, ...], vietnamese: str, english: str
) -> None:
    said = begun(*words)
    assert is_clear(said)
    assert vietnamese in said.err
    assert english in begun(*words, lang="en").err
    assert json.loads(begun("review", AGENCY, "--forms", SURVEY, "--json").out)["answered"] == 1


# --- prepared files -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "Không đọc được số liệu"),
        ("[]", "Không đọc được số liệu"),
        ('{"answer": {}}', "sai ở mục “answer”"),
        (json.dumps({"answers": {BOOKS: 5}}), "sai ở mục “answers”"),
        (json.dumps({"answers": [BOOKS]}), "sai ở mục “answers”"),
        (json.dumps({"tables": {ROOMS: {"ten": "x"}}}), "sai ở mục “tables”"),
        (json.dumps({"tables": {ROOMS: ["x"]}}), "sai ở mục “tables”"),
        (json.dumps({"tables": {BOOKS: [{}]}}), "không phải là một bảng"),
        (json.dumps({"tables": {ROOMS: [{"tên": "x"}]}}), f"không có mục “{ROOMS}[1]/tên”"),
        (json.dumps({"answers": {"/data/s1": "x"}}), "không phải câu hỏi"),
        (json.dumps({"files": {f"{FILES}[1]/noi_dung": "x.pdf"}}), "Không đọc được tệp"),
        (json.dumps({"tables": {FILES: [{"noi_dung": "x.pdf"}]}}), "cần một tệp đính kèm"),
    ],
)
def test_a_prepared_file_with_a_mistake_is_told_where_it_is(
    begun: Command, tmp_path: Path, content: str, told: str
) -> None:
    (tmp_path / "so-lieu.json").write_text(content, encoding="utf-8")
    said = begun("fill", AGENCY, SURVEY, tmp_path / "so-lieu.json")
    assert is_clear(said)
    assert told in said.err


def test_a_prepared_file_in_another_encoding_is_told(begun: Command, tmp_path: Path) -> None:
    (tmp_path / "so-lieu.json").write_bytes('{"answers": {"x": "ế"}}'.encode("utf-16"))
    assert is_clear(begun("fill", AGENCY, SURVEY, tmp_path / "so-lieu.json"))


# --- campaigns of somebody who made a mistake -----------------------------------------------------------------------


def break_workbook(folder: Path) -> None:
    (folder / f"{SURVEY}.xlsx").write_bytes(b"PK this is no workbook")


def break_formula(folder: Path) -> None:
    rows = [dict(row) for row in SURVEY_ROWS]
    rows[6]["constraint"] = ". >= ${so_ban"
    write_form(folder / f"{SURVEY}.xlsx", SURVEY, "Phiếu", rows)


def take_workbook_away(folder: Path) -> None:
    (folder / f"{PLAN}.xlsx").unlink()


def in_campaign_file(before: str, after: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "campaign.toml"
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")

    return change


def break_register(folder: Path) -> None:
    (folder / "agencies.csv").write_text("key,code\nTVM@,TVM\n", "utf-8")


def register_of_another_encoding(folder: Path) -> None:
    path = folder / "agencies.csv"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


BROKEN_CAMPAIGNS = [
    (break_workbook, "không phải là sổ tính Excel đọc được"),
    (break_formula, f"{SURVEY}.xlsx [survey, 8"),
    (take_workbook_away, "Thiếu biểu mẫu"),
    (in_campaign_file("register_date = 2030-01-15", 'register_date = "hôm nay"'), "mục “register_date”"),
    (in_campaign_file('id = "thu-vien-2030"', 'id = "thu-vien-2030'), "sai cú pháp"),
    (in_campaign_file("{{letter}}".format(), "{so_van_ban}"), "trong ngoặc nhọn"),
    (break_register, "thiếu cột name_vi, name_en, kind"),
    (register_of_another_encoding, "không phải là tệp UTF-8"),
]


@pytest.mark.parametrize(("damage", "told"), BROKEN_CAMPAIGNS)
def test_a_broken_campaign_is_told_with_file_and_place(
    nobodys_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None], told: str
) -> None:
    folder = make_campaign(tmp_path / "campaigns")
    damage(folder)
    code = run(["--campaigns", str(folder.parent), "new", CAMPAIGN, AGENCY])
    said = Said(code, *capsys.readouterr())
    assert is_clear(said)
    assert told in said.err
    assert run(["check-campaign", str(folder)]) == 1
    assert told in capsys.readouterr().out


# --- certificates ---------------------------------------------------------------------------------------------------


def test_a_certificate_that_cannot_be_used_is_told_and_the_dossier_is_still_to_be_exported(
    finalised: Command, open_lans_office: OpenOffice, trial: TrialFiles, secret: Path, tmp_path: Path
) -> None:
    wrong, garbage = tmp_path / "sai.txt", tmp_path / "hong.p12"
    wrong.write_text("sai rồi", "utf-8")
    garbage.write_bytes(b"khong phai chung thu")
    for p12, passphrase, told in (
        (trial.pkcs12, wrong, "mật khẩu"),
        (garbage, secret, "hong.p12"),
        (tmp_path / "khong-co.p12", secret, "khong-co.p12"),
        (tmp_path, secret, str(tmp_path)),
        (trial.pkcs12, tmp_path / "khong-co.txt", "Không đọc được mật khẩu"),
        (trial.pkcs12, garbage.with_name("sai"), "Không đọc được mật khẩu"),
    ):
        said = finalised("export", AGENCY, "--out", tmp_path / "ra", "--p12", p12, "--passphrase-file", passphrase)
        assert is_clear(said), said
        assert told.casefold() in said.err.casefold()
    assert not (tmp_path / "ra").exists()
    with open_lans_office() as office:
        assert office.filling.find(AGENCY).revision.state is State.FINALISED


def test_a_trial_certificate_without_a_passphrase_is_not_made(cbc: Command, tmp_path: Path) -> None:
    agency = ("--agency", "x")
    said = cbc("trial-certificate", *agency, "--passphrase-file", os.devnull, "--out", tmp_path / "ct")
    assert is_clear(said)
    assert "Mật khẩu trống" in said.err
    assert not (tmp_path / "ct").exists()


def test_a_passphrase_is_not_asked_of_nobody(
    finalised: Command, trial: TrialFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(os.devnull).open() as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        said = finalised("export", AGENCY, "--out", tmp_path / "ra", "--p12", trial.pkcs12)
    assert is_clear(said)
    assert "--passphrase-file" in said.err


def test_trust_in_something_that_is_no_certificate_is_told(cbc: Command, tmp_path: Path) -> None:
    (tmp_path / "goi.zip").write_bytes(b"PK")
    (tmp_path / "ca.pem").write_text("không phải chứng thư")
    said = cbc("verify", tmp_path / "goi.zip", "--trust", tmp_path / "ca.pem")
    assert is_clear(said)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF", b"xin chao", b"PK\x05\x06" + bytes(18)])
@pytest.mark.parametrize("name", ["goi.zip", "van-ban.pdf"])
def test_what_is_no_package_fails_with_a_report_and_without_a_trace(
    cbc: Command, tmp_path: Path, content: bytes, name: str
) -> None:
    (tmp_path / name).write_bytes(content)
    said = cbc("verify", tmp_path / name)
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith(("KHÔNG ĐẠT", "KHÔNG PHẢI GÓI HỒ SƠ"))


# --- disks ----------------------------------------------------------------------------------------------------------


def test_an_export_onto_a_full_disk_is_told_and_done_elsewhere_afterwards(
    finalised: Command, small_disk: Path, secret: Path, tmp_path: Path
) -> None:
    assert finalised("trial-certificate", "--agency", "x", "--passphrase-file", secret, "--out", tmp_path).code == 0
    fill_up(small_disk)
    p12 = tmp_path / "thu-nghiem-nguoi-ky.p12"
    words = ("export", AGENCY, "--p12", p12, "--passphrase-file", secret, "--out")
    said = finalised(*words, small_disk)
    assert is_clear(said)
    assert "Ổ đĩa đã đầy" in said.err
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]
    assert finalised(*words, tmp_path / "ra").code == 0


def test_an_answer_onto_a_full_disk_is_told_and_what_was_saved_is_still_there(
    campaigns: Path, converted: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(converted / "cache", small_disk / "nha" / "cache")
    general = ["--home", str(small_disk / "nha"), "--campaigns", str(campaigns)]
    assert run([*general, "new", CAMPAIGN, AGENCY]) == 0
    assert run([*general, "answer", AGENCY, SURVEY, BOOKS, "500"]) == 0
    ballast = fill_up(small_disk)
    capsys.readouterr()
    said = Said(run([*general, "answer", AGENCY, SURVEY, ADDRESS, "Số 5 đường Mẫu, " * 5000]), *capsys.readouterr())
    assert is_clear(said)
    assert "đã đầy" in said.err
    ballast.unlink()
    assert run([*general, "review", AGENCY, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["answered"] == 1
    assert run([*general, "answer", AGENCY, SURVEY, ADDRESS, "Số 5 đường Mẫu"]) == 0


def test_what_was_saved_is_read_from_a_full_disk_and_what_cannot_be_saved_names_it(
    campaigns: Path, converted: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(converted / "cache", small_disk / "nha" / "cache")
    general = ["--home", str(small_disk / "nha"), "--campaigns", str(campaigns), "--lang", "en"]
    assert run([*general, "new", CAMPAIGN, AGENCY]) == 0
    assert run([*general, "answer", AGENCY, SURVEY, BOOKS, "500"]) == 0
    fill_up(small_disk)
    capsys.readouterr()
    assert run([*general, "list"]) == 0
    assert run([*general, "show", AGENCY, SURVEY, BOOKS]) == 0
    assert "= 500" in capsys.readouterr().out
    assert run([*general, "answer", AGENCY, SURVEY, BOOKS, "600"]) == 1
    assert f"(“{small_disk / 'nha' / 'cbc.sqlite3'}”) is full, so the last change" in capsys.readouterr().err
    assert run([*general, "--home", str(small_disk / "moi"), "list"]) == 1
    assert f"The disk of the folder “{small_disk / 'moi'}” is full" in capsys.readouterr().err


def test_a_demonstration_on_a_full_disk_is_told(small_disk: Path, cbc: Command) -> None:
    fill_up(small_disk)
    said = cbc("demo", "--out", small_disk / "ra", "--campaign", CAMPAIGN)
    assert is_clear(said)


def test_a_demonstration_overwrites_nothing(cbc: Command, tmp_path: Path) -> None:
    (tmp_path / "quan-trong.txt").write_text("giữ lại")
    said = cbc("demo", "--out", tmp_path, "--campaign", CAMPAIGN)
    assert is_clear(said)
    assert "không trống" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["quan-trong.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="users of POSIX")
@pytest.mark.parametrize("words", [("demo",), ("trial-certificate", "--agency", "x", "--passphrase-file")])
def test_a_folder_of_somebody_else_is_told(words: tuple[str, ...]) -> None:
    with TemporaryDirectory() as folder:
        passphrase = Path(folder) / "mat-khau"
        passphrase.write_text("mật khẩu", "utf-8")
        Path(folder).chmod(0o555)
        said = as_somebody_else(*words, *([passphrase] if len(words) > 1 else []), "--out", Path(folder) / "ra")
    assert is_clear(said)
    assert "không có quyền" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="users of POSIX")
def test_data_of_somebody_else_are_told() -> None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        said = as_somebody_else("--home", Path(folder) / "nha", "list")
    assert is_clear(said)
    assert "Không mở được" in said.err


def as_somebody_else(*words: object) -> Said:
    """The command in a process that is not root's; everything is imported before root is left."""
    program = f"""
import os, sys
import cbc_desktop.cli.demonstrating, cbc_desktop.exporting.desk, encodings.utf_8_sig, getpass
from cbc_desktop.cli.main import run
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
sys.exit(run({[str(word) for word in words]!r}))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, encoding="utf-8")
    return Said(done.returncode, done.stdout, done.stderr)


def test_a_second_start_over_the_same_data_is_told_and_disturbs_nobody(
    cbc: Command, open_lans_office: OpenOffice, signer: Signer
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        said = cbc("answer", AGENCY, SURVEY, BOOKS, "999")
        assert is_clear(said)
        assert "đang được mở bằng một cửa sổ khác" in said.err
        lan.answers(BOOKS, "500")
    assert json.loads(cbc("review", AGENCY, "--json").out)["answered"] == 1


def test_data_on_a_network_share_are_refused(
    cbc: Command, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"36 35 98:0 / {home} rw - nfs4 may-chu:/chung rw\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    said = cbc("new", CAMPAIGN, AGENCY)
    assert is_clear(said)
    assert "thư mục mạng" in said.err
    assert not (home / "cbc.sqlite3").exists()


@pytest.mark.parametrize("content", [b"khong phai co so du lieu" * 100, b"SQLite format 3\x00" + bytes(4096)])
def test_data_that_are_damaged_are_told_and_left_alone(cbc: Command, home: Path, content: bytes) -> None:
    (home / "cbc.sqlite3").write_bytes(content)
    said = cbc("list")
    assert is_clear(said)
    assert (home / "cbc.sqlite3").read_bytes() == content
