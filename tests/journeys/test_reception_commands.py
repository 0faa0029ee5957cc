"""The department of libraries receives on the command line."""

from __future__ import annotations

import json
import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from zipfile import ZipFile

import pytest
from clerk import SAMPLES
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN
from sent_packages import Senders, Sent, mailed, send_all

from cbc_desktop.base.digests import Digest
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial import TrialFiles


@pytest.fixture(scope="module")
def sent(converted: Path, campaigns: Path, signer: Signer, tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return send_all(Senders(tmp_path_factory.mktemp("senders"), converted, campaigns, signer))


def test_received_decided_and_told(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    (tmp_path / "la.docx").write_bytes(b"PK")
    said = cbc("receive", sent.first, sent.elsewhere, tmp_path, "--jobs", "0")
    assert said.code == 2
    assert "Đã xem 3 tệp: 3 tệp mới (1 để riêng), 0 tệp đã có từ trước." in said.out
    listed = cbc("received", "--trial", "--missing")
    assert listed.out.startswith("thu-vien-2030: hỏi 2 cơ quan")
    assert "Chưa gửi: 1 cơ quan, xem bằng --missing." in cbc("received", "--trial").out
    assert listed.code == 2
    assert "TVM Thư viện tỉnh Mẫu: chờ quyết định" in listed.out
    assert "la.docx: không phải gói hồ sơ" in listed.out
    assert "Chưa gửi:\n  TVT Thư viện thành phố Thử" in listed.out
    wanted = str(Digest.of_file(sent.elsewhere))
    receipt = ("receipt", wanted[:12], "--by", "Vụ", "--out", tmp_path / "phieu")
    assert "mâu thuẫn với bản khác" in cbc(*receipt).err
    assert cbc("decide", "choose", wanted[:12], "--why", "Bản đúng.").code == 0
    assert cbc(*receipt).code == 0
    assert "    [Cần xem lại] Phòng ngoại văn có 30 máy" in cbc("received", "--trial").out
    (agency, _) = json.loads(cbc("received", "--trial", "--json").out)["agencies"]
    assert [one["check"] for one in agency["remarks"]] == ["phong-dong-may"]
    assert (agency["counts"], agency["answered"], agency["late"]) == (wanted, "counts", False)
    assert f"{wanted[:12]} {sent.elsewhere.name} bản này được tính: Bản đúng." in cbc("decide", "list").out
    assert cbc("decide", "undo", "1").code == 0
    assert "đã hủy" in cbc("decide", "list").out


def test_of_a_file_that_cannot_be_read_it_is_told_whom_another_copy_was_asked_of(
    cbc: Command, sent: Sent, tmp_path: Path
) -> None:
    (tmp_path / "hong.zip").write_bytes(b"PK\x03\x04 torn")
    cbc("receive", sent.first, tmp_path, "--jobs", "0")
    torn = str(Digest.of(b"PK\x03\x04 torn"))[:12]
    assert (
        "lập phiếu trả lại"
        in cbc("decide", "ask-anew", str(Digest.of_file(sent.first))[:12], "TVT", "--why", "Hỏng.").err
    )
    assert "ghi lý do" in cbc("decide", "ask-anew", torn, "TVT", "--why", " ").err
    assert cbc("decide", "ask-anew", torn, "Thư viện nào đó", "--why", "Đã gọi điện.").code == 1
    assert cbc("decide", "ask-anew", torn, "TVT", "--why", "Đã gọi điện.", "--trial").code == 0
    assert f"{torn} hong.zip đã xin bản khác của TVT@" in cbc("decide", "list").out
    assert "TVT Thư viện thành phố Thử: đã gửi nhưng chưa dùng được\n" in cbc("received", "--trial", "--missing").out
    cbc("receipt", torn, "--by", "Vụ", "--out", tmp_path / "thu")
    (letter,) = (tmp_path / "thu").iterdir()
    assert message_from_bytes(letter.read_bytes(), policy=default)["Subject"].startswith("[THỬ NGHIỆM]")
    assert cbc("decide", "undo", "1").code == 0
    assert "(đã hủy): Đã gọi điện." in cbc("decide", "list").out
    assert "TVT Thư viện thành phố Thử\n" in cbc("received", "--trial", "--missing").out


def test_a_file_that_cannot_be_read_shows_its_agency_as_one_that_sent_something(
    cbc: Command, sent: Sent, tmp_path: Path
) -> None:
    (tmp_path / "hong.zip").write_bytes(b"PK\x03\x04 torn")
    cbc("receive", sent.first, tmp_path, "--jobs", "0")
    torn = str(Digest.of(b"PK\x03\x04 torn"))[:12]
    assert "hong.zip: không có hồ sơ đọc được" in cbc("received", "--trial").out
    assert cbc("decide", "assign", torn, "TVT", "--why", "Theo bì thư.", "--trial").code == 0
    told = cbc("received", "--trial", "--missing").out
    assert "TVT Thư viện thành phố Thử: đã gửi nhưng chưa dùng được\n  " in told
    assert f"{torn}  không đọc được số liệu" in told
    assert "hong.zip: không có hồ sơ đọc được" not in told
    assert "Chưa gửi:" not in told
    assert f"ghi lại bằng decide ask-anew {torn}" in cbc("receipt", torn, "--by", "Vụ", "--out", tmp_path / "thu").out
    (letter,) = (message_from_bytes(path.read_bytes(), policy=default) for path in (tmp_path / "thu").iterdir())
    assert letter["Subject"] == "[THỬ NGHIỆM] Đề nghị gửi lại tệp “hong.zip”"
    words = letter.get_body().get_content()  # type: ignore[attr-defined]
    assert ("Kính gửi: Thư viện thành phố Thử" in words, "không có hồ sơ đọc được" in words) == (True, True)
    (_, agency) = json.loads(cbc("received", "--trial", "--json").out)["agencies"]
    assert (agency["answered"], agency["counts"]) == ("unusable", None)
    assert "TVT" not in cbc("received").out, "it was said to be for practice"
    assert cbc("decide", "undo", "1").code == 0
    assert "TVT Thư viện thành phố Thử\n" in cbc("received", "--trial", "--missing").out


def test_it_is_told_what_a_decision_did(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    (tmp_path / "la.docx").write_bytes(b"PK")
    changed = shutil.copy(sent.first, tmp_path / "sua.zip")
    with ZipFile(changed, "a") as archive:
        archive.writestr("la.txt", "x")
    cbc("receive", tmp_path, "--jobs", "0")
    document = str(Digest.of(b"PK"))[:12]
    told = cbc("decide", "set-aside", document, "--why", "Không phải hồ sơ.").out
    assert told == (
        "Đã ghi quyết định số 1. “la.docx” vốn đã ở “Để riêng” và không được tính; nay danh sách ghi là đã xem xét.\n"
    )
    assert "la.docx: không phải gói hồ sơ, PDF, bản quét hay thư điện tử (đã xem xét, quyết định số 1)" in (
        cbc("received", "--trial").out
    )
    told = cbc("decide", "accept", str(Digest.of_file(changed))[:12], "--why", "Chị Lan xác nhận.").out
    assert "Số liệu được dùng là số liệu nằm trong PDF đã ký" in told


def test_what_receivers_write_is_passed_over_and_a_table_is_told_as_one(
    cbc: Command, sent: Sent, tmp_path: Path
) -> None:
    cbc("receive", sent.first, "--jobs", "0")
    first = str(Digest.of_file(sent.first))[:12]
    written = tmp_path / "ra"
    cbc("receipt", first, "--by", "Vụ", "--out", written)
    cbc("consolidate", "--trial", "--out", written)
    said = cbc("receive", written, "--jobs", "0")
    assert (said.code, "Bỏ qua 4 tệp do nơi nhận lập" in said.out) == (0, True)
    assert "Đã xem 4 tệp: 0 tệp mới (0 để riêng), 0 tệp đã có từ trước." in said.out
    (tmp_path / "trong.pdf").write_bytes(b"")
    with ZipFile(tmp_path / "anh.zip", "w") as archive:
        archive.writestr("anh.jpg", "x")
    said = cbc("receive", tmp_path / "trong.pdf", tmp_path / "anh.zip", "--jobs", "0")
    assert "trong.pdf: tệp rỗng, hãy xin gửi lại" in said.out
    assert "anh.zip: không phải gói hồ sơ của chương trình" in said.out
    assert "Tệp rỗng (0 byte). Hãy chép lại" in cbc("arrival", str(Digest.of(b""))[:12]).out
    (tmp_path / "tra-loi.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    said = cbc("receive", tmp_path / "tra-loi.csv", "--jobs", "0")
    assert (said.code, "thì nhận bằng lệnh online" in said.out) == (2, True)


def test_everybody_there_is_told_by_the_exit_code(cbc: Command, sent: Sent) -> None:
    cbc("receive", sent.first, sent.other, "--jobs", "0", "--route", "stick")
    said = cbc("received", "--trial", lang="en")
    assert (said.code, "there 2" in said.out, "USB stick" in said.out) == (0, True, True)
    assert "xem bằng --trial" in cbc("received").out


def test_all_that_was_found_in_one_of_them(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    (tmp_path / "la.docx").write_bytes(b"PK")
    cbc("receive", sent.first, tmp_path, "--jobs", "0")
    said = cbc("arrival", str(Digest.of_file(sent.first))[:10])
    assert said.code == 2
    assert "Thư viện tỉnh Mẫu, đợt khảo sát thu-vien-2030, lần 1" in said.out
    assert said.out.index("[CHƯA RÕ]") < said.out.index("[ĐÚNG]")
    assert (
        "[Cần xem lại] Phòng ngoại văn có 30 máy, nhiều hơn 20. (phieu-thu-vien /data/s1/g_phong/phong[2]" in said.out
    )
    said = cbc("arrival", str(Digest.of(b"PK"))[:10])
    assert (said.code, "không phải gói hồ sơ" in said.out) == (1, True)


def test_what_was_keyed_in_is_taken_in_when_it_is_finalised(cbc: Command, tmp_path: Path) -> None:
    scan = tmp_path / "giay.pdf"
    scan.write_bytes(b"%PDF-1.7")
    cbc("new", CAMPAIGN, AGENCY)
    assert "chưa chốt" in cbc("key-in", AGENCY, "--scan", scan).err
    for form, sample in SAMPLES.items():
        path = tmp_path / f"{form}.json"
        path.write_text(json.dumps(sample), encoding="utf-8")
        cbc("fill", AGENCY, form, path)
    assert cbc("finalise", AGENCY).code == 0
    empty = tmp_path / "trong.pdf"
    empty.write_bytes(b"")
    assert "“trong.pdf” is empty, too large or no scan" in cbc("key-in", AGENCY, "--scan", empty, lang="en").err
    said = cbc("key-in", AGENCY, "--scan", scan)
    assert said.code == 0
    assert "ĐƯỢC TÍNH  có điều cần xem" in cbc("received").out
    assert (
        "Không xem được mã trên bản quét kèm theo (không phải bản quét đọc được)" in cbc("arrival", said.out[:12]).out
    )


def test_what_came_before_it_was_taken_in_has_the_day_on_which_it_came(cbc: Command, sent: Sent) -> None:
    cbc("receive", sent.first, "--jobs", "0")
    said = cbc("receive", sent.first, "--date", "9/2/2025", "--jobs", "0")
    assert said.code == 0
    assert "đến 09/02/2025 theo " in cbc("received", "--trial").out
    assert "đến 09/02/2025 theo " in cbc("arrival", str(Digest.of_file(sent.first))[:10]).out
    assert "chưa tới" in cbc("receive", sent.first, "--date", "1/1/2999").err
    assert "không phải là ngày" in cbc("receive", sent.first, "--date", "hôm qua").err


def test_the_workbook_beside_a_package_is_told_as_what_it_is(cbc: Command, sent: Sent) -> None:
    (workbook,) = sent.first.parent.glob("*.xlsx")
    said = cbc("receive", sent.first, workbook, "--jobs", "0", lang="en").out
    assert workbook.name in said
    assert "the workbook that goes with a package, made by the program; what is received is the package" in said


def test_what_is_there_already_is_named_and_what_fails_shows_in_the_exit_code(
    cbc: Command, sent: Sent, tmp_path: Path
) -> None:
    mail = mailed(tmp_path / "thu.eml", sent.first, date="Thu, 28 Feb 2019 23:59:00 +0700")
    assert f"{sent.first.name} (thu.eml): " in cbc("receive", mail, "--jobs", "0").out
    copy = shutil.copy(sent.first, tmp_path / "ban-sao.zip")
    said = cbc("receive", copy, "--jobs", "0")
    assert said.code == 0
    assert f"ban-sao.zip: đã có từ trước, là {str(Digest.of_file(sent.first))[:12]} {sent.first.name} nhận " in said.out
    with ZipFile(copy, "a") as archive:
        archive.writestr("la.txt", "x")
    said = cbc("receive", copy, "--jobs", "0")
    assert (said.code, "1 tệp không đạt" in said.out) == (1, True)


def test_nothing_has_arrived_yet(cbc: Command) -> None:
    assert cbc("received").out == "Chưa nhận được gì.\n"


def test_a_path_that_is_not_there_is_told(cbc: Command, tmp_path: Path) -> None:
    said = cbc("receive", tmp_path / "khong-co")
    assert (said.code, "Không tìm thấy" in said.err) == (1, True)


def test_what_counts_is_added_up(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    assert cbc("consolidate", "--out", tmp_path / "out").code == 2  # nothing has arrived yet
    cbc("receive", sent.first, sent.other, "--jobs", "0")
    said = cbc("consolidate", "--trial", "--out", tmp_path / "out")
    assert (said.code, said.err) == (0, "")
    assert "2/2 cơ quan đã gửi" in said.out
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"consolidated.sqlite", "consolidated.xlsx"}
    cbc("receive", sent.amended, "--jobs", "0")
    told = json.loads(cbc("consolidate", "--trial", "--out", tmp_path / "out", "--json").out)
    assert told["changes"]["amended"] == 1
    assert (told["asked"], told["missing"]) == (2, 0)


def test_where_nothing_counts_there_is_nothing_to_add_up(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    cbc("receive", sent.first, sent.elsewhere, "--jobs", "0")
    earnest = cbc("consolidate", "--out", tmp_path / "out")
    assert (earnest.code, "2 chưa gửi" in earnest.out) == (2, True)
    undecided = cbc("consolidate", "--trial", "--out", tmp_path / "out")
    assert (undecided.code, "1 có nhiều bản mâu thuẫn chưa quyết định" in undecided.out) == (2, True)
    assert not (tmp_path / "out").exists()


def test_versions_that_nobody_has_decided_on_are_not_called_unusable(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    cbc("receive", sent.first, sent.elsewhere, sent.other, "--jobs", "0")
    said = cbc("consolidate", "--trial", "--out", tmp_path / "out").out
    assert "0 đã gửi nhưng chưa dùng được, 0 chưa gửi." in said
    assert "1 cơ quan có nhiều bản mâu thuẫn chưa quyết định: không tính bản nào." in said


def test_what_is_set_aside_has_not_failed(cbc: Command, tmp_path: Path) -> None:
    (tmp_path / "trong.pdf").touch()
    with ZipFile(tmp_path / "la.zip", "w") as stranger:
        stranger.writestr("a.txt", "x")
    said = cbc("receive", tmp_path / "trong.pdf", tmp_path / "la.zip", "--jobs", "0")
    assert "2 tệp mới (2 để riêng)" in said.out
    assert "không đạt khi kiểm tra" not in said.out


def test_judged_again_once_the_signer_is_trusted(cbc: Command, sent: Sent, trial: TrialFiles) -> None:
    cbc("receive", sent.first, "--jobs", "0")
    shown = cbc("trust", "add", trial.ca_pem).out
    fingerprint = next(line.split()[-1] for line in shown.splitlines() if line.count(":") > 20)
    said = cbc("trust", "add", trial.ca_pem, "--fingerprint", fingerprint, "--why", "Đã so.")
    assert "1 gói đã nhận được kiểm tra theo danh sách tin cậy cũ" in said.out
    said = cbc("judge-again", "--jobs", "0")
    assert said.code == 0
    assert "Đã xem lại 1 gói theo chứng thư đang tin cậy: 1 gói phải kiểm tra lại" in said.out
    assert "Kiểm tra lại" in cbc("arrival", str(Digest.of_file(sent.first))[:10]).out
