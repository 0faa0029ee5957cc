"""The department gives a receipt for what it received, and Lan opens it at her library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from zipfile import ZipFile

import pytest
from clerk import MORNING, Clerk, refused
from invented_campaign import ADDRESS, BOOKS, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.cli.main import run
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.dossier.states import State
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.consolidating.desk import return_remark
from cbc_desktop.receiving.reception.proposing import proposed
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.signing.signer import Signer

BY = "Vụ Thư viện"


@pytest.fixture
def package(lan: Clerk, tmp_path: Path) -> Path:
    lan.fills_in()
    lan.finalises()
    result = lan.exports(tmp_path / "ra")
    lan.dossier.look_again()
    return result.package


@pytest.fixture
def department(tmp_path: Path, campaigns: Path, package: Path) -> Iterator[Office]:
    """The receiver's office, where Lan's package has just come in."""
    clock, identifiers = FixedClock(MORNING), SeededIdentifiers(7)
    with open_office(tmp_path / "vu", clock=clock, identifiers=identifiers, campaigns=campaigns, who="Phúc") as office:
        office.reception.receive([package], lambda _: None, jobs=0)
        yield office


def given(
    office: Office, package: Path, outcome: Outcome, *remarks: ReturnRemark, signer: Signer | None = None
) -> tuple[Path, ...]:
    desk = office.reception
    receipt = desk.receipting.give(desk.find(str(Digest.of_file(package))), outcome, remarks, BY, signer)
    return desk.receipting.write(receipt, package.parent / "phieu")


def test_a_signed_receipt_makes_the_revision_accepted(
    lan: Clerk, department: Office, package: Path, signer: Signer
) -> None:
    slip, signature, mail = given(department, package, Outcome.ACCEPTED, signer=signer)
    assert (slip.suffix, signature.name, mail.suffix) == (".json", f"{slip.name}.p7s", ".eml")
    taken = lan.takes_in(slip)
    assert lan.state is State.ACCEPTED
    assert [told.vi for told in taken.told] == [
        "Vụ Thư viện đã tiếp nhận bản lần 1 ngày 10/02/2030.",
        "Phiếu có chữ ký số của Người ký THỬ NGHIỆM và không bị sửa, nhưng máy này chưa tin cậy nơi cấp chứng thư đó.",
    ]
    journal = lan.office.store.journal.of(lan.dossier.dossier_id)[-1]
    assert (journal.facts["outcome"], journal.facts["signature"]) == ("accepted", "indeterminate")


def test_remarks_that_come_with_an_acceptance_lead_to_their_questions(
    lan: Clerk, department: Office, package: Path
) -> None:
    slip, _ = given(department, package, Outcome.WITH_REMARKS, ReturnRemark("Nên ghi cả số nhà.", SURVEY, ADDRESS))
    taken = lan.takes_in(slip)
    assert lan.state is State.ACCEPTED
    assert taken.told[0].vi == "Vụ Thư viện đã tiếp nhận bản lần 1 ngày 10/02/2030, kèm 1 ý kiến."
    assert "không kèm tệp chữ ký số" in taken.told[1].vi
    (question,) = lan.dossier.returned_questions()
    assert (question.label.vi, question.words) == ("Địa chỉ thư viện", "Nên ghi cả số nhà.")


@pytest.mark.parametrize("in_turn", [True, False])
def test_the_receipt_that_was_written_last_holds_and_remarks_of_the_other_need_no_correction(
    lan: Clerk, department: Office, package: Path, in_turn: bool
) -> None:
    first, _ = given(department, package, Outcome.WITH_REMARKS, ReturnRemark("Nên ghi cả số nhà.", SURVEY, ADDRESS))
    written = json.loads(first.read_bytes()) | {"returned_at": "2030-02-09T08:00:00+07:00"}
    first = first.with_name("phieu-truoc.json")
    first.write_text(json.dumps(written), encoding="utf-8")
    second, _ = given(department, package, Outcome.TO_BE_CORRECTED, ReturnRemark("Xem lại.", SURVEY, BOOKS))
    for slip in (first, second) if in_turn else (second, first):
        lan.takes_in(slip)
    assert lan.state is State.RETURNED
    waits = {one.words: one.waits for one in lan.dossier.returned_questions()}
    assert waits == {"Nên ghi cả số nhà.": False, "Xem lại.": True}


def forged(slip: Path, **facts: object) -> Path:
    """Another slip with other words in it, which nobody has signed."""
    other = slip.parent.parent / "phieu-gia.json"
    other.write_text(json.dumps(json.loads(slip.read_bytes()) | facts), encoding="utf-8")
    return other


@pytest.mark.parametrize("in_turn", [True, False])
def test_a_slip_that_nobody_signed_never_goes_before_a_signed_one(
    lan: Clerk, department: Office, package: Path, signer: Signer, in_turn: bool
) -> None:
    remark = ReturnRemark("Xem lại.", SURVEY, BOOKS)
    signed, *_ = given(department, package, Outcome.TO_BE_CORRECTED, remark, signer=signer)
    later = forged(signed, outcome="accepted", questions=[], returned_at="2030-02-10T23:59:00+07:00")
    taken = [lan.takes_in(slip) for slip in ((signed, later) if in_turn else (later, signed))]
    assert lan.state is State.RETURNED
    assert [one.holds for one in taken] == ([True, False] if in_turn else [True, True])
    said = any("theo phiếu khác có chữ ký số" in told.vi for one in taken for told in one.told)
    assert said is in_turn


def test_a_slip_of_a_day_that_is_yet_to_come_is_not_taken_in(lan: Clerk, department: Office, package: Path) -> None:
    slip, _ = given(department, package, Outcome.ACCEPTED)
    before = lan.state
    with refused("Phiếu ghi ngày 31/12/9990, sau hôm nay"):
        lan.takes_in(forged(slip, returned_at="9990-12-31T00:00:00+07:00"))
    assert lan.state is before


def test_the_draft_of_a_mail_carries_the_receipt_and_says_the_same(
    department: Office, package: Path, signer: Signer
) -> None:
    slip, signature, mail = given(
        department, package, Outcome.TO_BE_CORRECTED, ReturnRemark("Xem lại.", SURVEY, BOOKS), signer=signer
    )
    message = message_from_bytes(mail.read_bytes(), policy=default)
    assert message["Subject"] == "[THỬ NGHIỆM] Đề nghị sửa báo cáo của Thư viện tỉnh Mẫu, lần 1"
    attached = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}  # type: ignore[attr-defined]
    assert attached == {slip.name: slip.read_bytes(), signature.name: signature.read_bytes()}
    assert "- Số đầu sách: Xem lại." in message.get_body().get_content()  # type: ignore[attr-defined]


def test_a_receipt_that_was_changed_after_signing_is_refused(
    lan: Clerk, department: Office, package: Path, signer: Signer
) -> None:
    slip, *_ = given(department, package, Outcome.ACCEPTED, signer=signer)
    slip.write_bytes(slip.read_bytes().replace(BY.encode(), b"Ai khac"))
    before = lan.state
    with refused("đã bị sửa sau khi ký"):
        lan.takes_in(slip)
    assert lan.state is before


def mailed(path: Path, *attached: tuple[str, bytes]) -> Path:
    message = EmailMessage()
    message.set_content("Kính gửi Thư viện tỉnh Mẫu")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    path.write_bytes(message.as_bytes())
    return path


def test_a_receipt_is_taken_out_of_the_mail_that_carries_it_with_its_signature(
    lan: Clerk, department: Office, package: Path, signer: Signer
) -> None:
    wrong = ReturnRemark("Xem lại.", SURVEY, BOOKS)
    slip, signature, mail = given(department, package, Outcome.TO_BE_CORRECTED, wrong, signer=signer)
    changed = slip.read_bytes().replace(BY.encode(), b"Ai khac")
    other = mailed(mail.with_name("khac.eml"), (slip.name, changed), (signature.name, signature.read_bytes()))
    with refused("đã bị sửa sau khi ký"):
        lan.takes_in(other)
    taken = lan.takes_in(mail)
    assert lan.state is State.RETURNED
    assert "có chữ ký số của Người ký THỬ NGHIỆM và không bị sửa" in taken.told[1].vi
    assert [one.words for one in lan.dossier.returned_questions()] == [wrong.words]


def test_a_mail_with_no_receipt_or_with_two_is_told(lan: Clerk, department: Office, package: Path) -> None:
    slip, mail = given(department, package, Outcome.ACCEPTED)
    content = slip.read_bytes()
    for attached in ((), (("a.json", content), ("b.json", content)), ((slip.name, b"x" * 6_000_000),)):
        with refused("không có phiếu"):
            lan.takes_in(mailed(mail, *attached))
    mail.write_bytes(b"\x00" * 100)
    with refused("không có phiếu"):
        lan.takes_in(mail)


def test_what_is_said_fits_the_outcome(department: Office, package: Path) -> None:
    with refused("không có ý kiến"):
        given(department, package, Outcome.ACCEPTED, ReturnRemark("Tốt."))
    for outcome in (Outcome.WITH_REMARKS, Outcome.TO_BE_CORRECTED):
        with refused("ít nhất một ý kiến"):
            given(department, package, outcome)


def altered(package: Path) -> Path:
    """The same with one more file, which no signature knows of."""
    other = package.with_name("sua.zip")
    other.write_bytes(package.read_bytes())
    with ZipFile(other, "a") as archive:
        archive.writestr("la.txt", "x")
    return other


def test_what_failed_is_accepted_only_after_a_decision(department: Office, package: Path) -> None:
    desk, wrong = department.reception, altered(package)
    desk.receive([wrong], lambda _: None, jobs=0)
    arrival = desk.find(str(Digest.of_file(wrong)))
    assert arrival.verdict == "failed"
    for outcome, remarks in ((Outcome.ACCEPTED, ()), (Outcome.WITH_REMARKS, (ReturnRemark("Xem lại."),))):
        with refused("không đạt khi kiểm tra và chưa ai chấp nhận"):
            given(department, wrong, outcome, *remarks)
    assert desk.receipts(arrival) == ()
    faults = proposed(desk.report(arrival.digest))
    assert "la.txt" in faults[0].words
    assert faults[0].words.startswith("Đề nghị gửi lại gói gốc (.zip) đã lập")
    *_, mail = given(department, wrong, Outcome.TO_BE_CORRECTED, *faults)
    message = message_from_bytes(mail.read_bytes(), policy=default)
    assert message["Subject"].startswith("[THỬ NGHIỆM] Đề nghị gửi lại gói gốc báo cáo của Thư viện tỉnh Mẫu")
    said = message.get_body().get_content()  # type: ignore[attr-defined]
    assert ("Hãy gửi lại gói gốc" in said, "sửa đúng các câu" in said) == (True, False)
    desk.decisions.accept(arrival, "Đã gọi điện cho chị Lan.")
    given(department, wrong, Outcome.ACCEPTED)


def test_a_mail_that_accepts_asks_for_nothing(department: Office, package: Path) -> None:
    *_, mail = given(department, package, Outcome.ACCEPTED)
    accepted = message_from_bytes(mail.read_bytes(), policy=default).get_body().get_content()  # type: ignore[attr-defined]
    assert "đơn vị không phải làm gì thêm" in accepted
    *_, mail = given(department, package, Outcome.TO_BE_CORRECTED, ReturnRemark("Xem lại.", SURVEY, BOOKS))
    returned = message_from_bytes(mail.read_bytes(), policy=default).get_body().get_content()  # type: ignore[attr-defined]
    places = [returned.index(part) for part in ("các mục sau", "- Số đầu sách", "Nhận phiếu trả lại", "Nơi lập phiếu")]
    assert places == sorted(places)


def test_receipts_are_kept(department: Office, package: Path) -> None:
    slip, _ = given(department, package, Outcome.ACCEPTED)
    desk = department.reception
    (kept,) = desk.receipts(desk.find(str(Digest.of_file(package))))
    assert (kept.content, kept.outcome, kept.who) == (slip.read_bytes(), "accepted", "Phúc")


def test_what_does_not_fit_together_is_proposed_for_the_receipt(lan: Clerk, department: Office, package: Path) -> None:
    remarks = department.consolidating.remarks(department.reception.find(str(Digest.of_file(package))))
    assert [(one.reference, one.words.en) for one in remarks] == [
        ("/data/s1/g_phong/phong[2]/so_may", "Phòng ngoại văn has 30 computers, more than 20.")
    ]
    slip, _ = given(department, package, Outcome.TO_BE_CORRECTED, *map(return_remark, remarks))
    lan.takes_in(slip)
    lan.dossier.reopen()
    (question,) = lan.dossier.returned_questions()
    assert question.address is not None
    assert lan.dossier.form(SURVEY).session.reference(question.address) == "/data/s1/g_phong/phong[2]/so_may"
    assert question.words == "Phòng ngoại văn có 30 máy, nhiều hơn 20."


def test_a_remark_about_a_table_or_a_row_is_told_by_the_title_of_the_table(department: Office, package: Path) -> None:
    rooms = "/data/s1/g_phong/phong"
    remarks = ReturnRemark("Thiếu phòng đọc.", SURVEY, rooms), ReturnRemark("Phòng này ở đâu?", SURVEY, f"{rooms}[2]")
    slip, mail = given(department, package, Outcome.TO_BE_CORRECTED, *remarks)
    labels = [one["label"] for one in json.loads(slip.read_bytes())["questions"]]
    assert labels == ["Các phòng máy", "Các phòng máy, dòng 2"]
    message = message_from_bytes(mail.read_bytes(), policy=default)
    assert "- Các phòng máy: Thiếu phòng đọc." in message.get_body().get_content()  # type: ignore[attr-defined]


def test_on_the_command_line(lan: Clerk, package: Path, tmp_path: Path, campaigns: Path) -> None:
    department = ["--home", str(tmp_path / "vu"), "--campaigns", str(campaigns)]
    assert run([*department, "receive", str(package), "--jobs", "0"]) == 0
    digest = str(Digest.of_file(package))[:10]
    words = ["receipt", digest, "--whole", "Gửi lại sớm.", "--checks", "--by", BY, "--out", str(tmp_path / "phieu")]
    assert run([*department, *words]) == 0
    (slip,) = (tmp_path / "phieu").glob("*.json")
    taken = lan.takes_in(slip)
    assert (lan.state, taken.slip.outcome) == (State.RETURNED, Outcome.TO_BE_CORRECTED)
    assert [one.label for one in taken.slip.questions] == ["", "Số máy (Các phòng máy, dòng 2)"]
