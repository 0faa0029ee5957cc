"""The receiver returns a package with remarks, and Lan deals with them in the next revision."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice, refused
from command_line import Command
from invented_campaign import ADDRESS, AGENCY, BOOKS, OTHER_AGENCY, ROOMS, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.return_slip import ReturnSlip, slip_to_json
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.returning import ReturningDesk, ReturnRemark
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.standing import Standing

REMARKS = (
    ReturnRemark("Số đầu sách ít hơn năm trước nhiều, đề nghị xem lại.", SURVEY, BOOKS),
    ReturnRemark("Phòng này có bao nhiêu máy?", SURVEY, f"{ROOMS}[2]/so_may"),
    ReturnRemark("Đề nghị gửi trước ngày 28/2."),
)
BY = "Vụ Thư viện"


class Receiver:
    """The department that gets Lan's packages; it has the same campaigns, and none of her data."""

    def __init__(self, office: Office, clock: FixedClock) -> None:
        self._office = office
        self._desk = ReturningDesk(office.catalogue, clock, SeededIdentifiers(7))

    def returns(self, package: Path, remarks: Sequence[ReturnRemark] = REMARKS) -> Path:
        report = self._office.receiving.verify(package)
        slip = self._desk.slip(report, remarks, BY)
        return self.writes(slip, package.with_name("phieu.json"))

    def writes(self, slip: ReturnSlip, path: Path) -> Path:
        path.write_bytes(slip_to_json(slip))
        return path


@pytest.fixture
def receiver(office: Office, clock: FixedClock) -> Receiver:
    return Receiver(office, clock)


@pytest.fixture
def package(lan: Clerk, tmp_path: Path) -> Path:
    """What Lan has sent: revision 1."""
    lan.fills_in()
    lan.finalises()
    result = lan.exports(tmp_path / "ra")
    lan.dossier.look_again()
    return result.package


def seen(lan: Clerk) -> list[tuple[str, str, bool]]:
    return [(one.label.vi, one.words, one.settled) for one in lan.dossier.returned_questions()]


def first(lan: Clerk) -> ReturnedQuestion:
    return lan.dossier.returned_questions()[0]


def test_a_slip_says_which_questions_and_leads_to_them(lan: Clerk, package: Path, receiver: Receiver) -> None:
    taken = lan.takes_in(receiver.returns(package))
    assert (taken.dossier_id, taken.again) == (lan.dossier.dossier_id, False)
    assert lan.state is State.RETURNED
    session = lan.dossier.form(SURVEY).session
    places = [session.reference(one.address) if one.address else "" for one in lan.dossier.returned_questions()]
    assert places == [BOOKS, f"{ROOMS}[2]/so_may", ""]
    assert seen(lan) == [
        ("Số đầu sách", REMARKS[0].words, False),
        ("Số máy", REMARKS[1].words, False),
        ("Cả hồ sơ", REMARKS[2].words, False),
    ]
    assert (first(lan).returned_by, first(lan).revision) == (BY, 1)


def test_a_question_in_a_row_is_found_again_wherever_the_row_stands_then(
    lan: Clerk, package: Path, receiver: Receiver
) -> None:
    lan.takes_in(receiver.returns(package))
    lan.dossier.reopen()
    lan.moves_row(f"{ROOMS}[2]", 0)
    address = lan.dossier.returned_questions()[1].address
    assert address is not None
    assert lan.dossier.form(SURVEY).session.reference(address) == f"{ROOMS}[1]/so_may"


def test_a_question_that_is_gone_is_told_in_the_receivers_words(lan: Clerk, package: Path, receiver: Receiver) -> None:
    lan.takes_in(receiver.returns(package))
    lan.dossier.reopen()
    lan.deletes_row(f"{ROOMS}[2]")
    gone = lan.dossier.returned_questions()[1]
    assert (gone.is_unknown, gone.address, gone.label.vi) == (True, None, "Số máy (Các phòng máy, dòng 2)")
    lan.dossier.settle_returned(gone)
    assert [one.settled for one in lan.dossier.returned_questions()] == [False, True, False]
    lan.dossier.undo()
    lan.dossier.undo()
    assert not lan.dossier.returned_questions()[1].is_unknown


def test_questions_of_forms_that_nobody_knows_are_told_and_not_dropped(
    lan: Clerk, package: Path, receiver: Receiver
) -> None:
    slip = json.loads(receiver.returns(package).read_text(encoding="utf-8"))
    slip["questions"][0] |= {"form": "khac", "path": "/data/khac", "label": ""}
    path = package.with_name("khac.json")
    path.write_text(json.dumps(slip), encoding="utf-8")
    lan.takes_in(path)
    assert first(lan).is_unknown
    assert seen(lan)[0][:2] == ("/data/khac", REMARKS[0].words)


def test_settling_is_a_persons_deed_it_is_undone_and_done_again(lan: Clerk, package: Path, receiver: Receiver) -> None:
    lan.takes_in(receiver.returns(package))
    with refused("đã chốt số liệu"):
        lan.dossier.settle_returned(first(lan))
    lan.dossier.reopen()
    lan.answers(BOOKS, "520")
    lan.dossier.settle_returned(first(lan))
    assert first(lan).settled
    undone = lan.dossier.undo()
    assert undone is not None
    assert undone.message.vi == "Đã hoàn tác: dấu “đã sửa xong” của “Số đầu sách”."
    assert (first(lan).settled, lan.sees(BOOKS)) == (False, "520")
    lan = Clerk.comes_back(lan.office, lan.signer)
    lan.dossier.redo()
    assert first(lan).settled
    lan.dossier.settle_returned(first(lan), settled=False)
    assert not first(lan).settled
    told = [entry.event for entry in lan.office.store.journal.of(lan.dossier.dossier_id)]
    assert told[-4:] == [f"returned question {what}" for what in ("settled", "opened", "settled", "opened")]


def test_marking_what_concerns_the_whole_dossier_can_be_undone_too(
    lan: Clerk, package: Path, receiver: Receiver
) -> None:
    lan.takes_in(receiver.returns(package))
    lan.dossier.reopen()
    lan.dossier.settle_returned(lan.dossier.returned_questions()[2])
    assert lan.dossier.undo() is not None
    assert not lan.dossier.returned_questions()[2].settled


def test_what_was_settled_is_over_with_the_next_revision_and_what_was_not_stays(
    lan: Clerk, package: Path, receiver: Receiver
) -> None:
    lan.takes_in(receiver.returns(package))
    lan.dossier.reopen()
    lan.dossier.settle_returned(first(lan))
    lan.finalises()
    assert len(seen(lan)) == 3
    lan.dossier.reopen()
    assert [words for _, words, _ in seen(lan)] == [REMARKS[1].words, REMARKS[2].words]


def test_the_same_slip_twice_is_taken_in_once(lan: Clerk, package: Path, receiver: Receiver) -> None:
    slip = receiver.returns(package)
    lan.takes_in(slip)
    assert lan.takes_in(slip).again
    assert len(seen(lan)) == 3


def test_a_revision_that_was_returned_had_been_handed_over(lan: Clerk, package: Path, receiver: Receiver) -> None:
    lan.takes_in(receiver.returns(package))
    steps = lan.office.store.dossiers.transitions(lan.dossier.dossier_id)
    assert [step.action for step in steps][-2:] == [Action.HAND_OVER, Action.RETURN]


def test_a_slip_that_comes_after_reopening_joins_the_draft(lan: Clerk, package: Path, receiver: Receiver) -> None:
    lan.dossier.reopen()
    lan.takes_in(receiver.returns(package))
    assert (lan.state, len(seen(lan))) == (State.DRAFT, 3)


def test_a_slip_of_another_agency_or_another_content_is_refused_and_changes_nothing(
    lan: Clerk, package: Path, receiver: Receiver
) -> None:
    slip = json.loads(receiver.returns(package).read_text(encoding="utf-8"))
    other = package.with_name("khac.json")
    for changes, told in (
        ({"agency": {"key": f"{OTHER_AGENCY}@", "name": "Thư viện thành phố Thử"}}, "không có hồ sơ đó"),
        ({"dossier": "khác"}, "không có hồ sơ đó"),
        ({"campaign": "khác"}, "không có hồ sơ đó"),
        ({"revision": 2}, "nội dung khác hoặc chưa chốt"),
        ({"content_digest": "0" * 64}, "nội dung khác hoặc chưa chốt"),
    ):
        other.write_text(json.dumps(slip | changes), encoding="utf-8")
        with refused(told):
            lan.takes_in(other)
    with refused("Không đọc được tệp"):
        lan.takes_in(package.with_name("mat.json"))
    assert (seen(lan), lan.state) == ([], State.PACKAGED_UNSEALED)


def test_the_receiver_is_told_what_cannot_be_returned(lan: Clerk, package: Path, receiver: Receiver) -> None:
    for remarks, told in (
        ([], "ít nhất một ý kiến"),
        ([ReturnRemark("  ", SURVEY, BOOKS)], "ít nhất một ý kiến"),
        ([ReturnRemark("Sai", "khac", BOOKS)], "không có biểu mẫu “khac”"),
        ([ReturnRemark("Sai", SURVEY, "/data/khac")], "không có mục “/data/khac”"),
    ):
        with refused(told):
            receiver.returns(package, remarks)
    broken = package.with_name("hong.zip")
    broken.write_bytes(b"PK")
    with refused("không lập được phiếu trả lại"):
        receiver.returns(broken)


def test_both_sides_do_it_on_the_command_line(
    open_lans_office: OpenOffice, cbc: Command, signer: Signer, tmp_path: Path
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        lan.finalises()
        package = lan.exports(tmp_path / "ra").package
    slip = tmp_path / "phieu.json"
    question = ("--question", SURVEY, ADDRESS, "Thiếu số nhà.")
    said = cbc("return", package, *question, "--whole", "Gửi lại sớm.", "--by", BY, "--out", slip)
    assert said.code == 0
    assert "trả lại 2 mục của “Thư viện tỉnh Mẫu”" in said.out
    said = cbc("take-return", slip)
    assert f"  1 [chưa sửa] {SURVEY} {ADDRESS} Địa chỉ thư viện: Thiếu số nhà." in said.out
    assert "đã được nhận trước đây" in cbc("take-return", slip).out
    cbc("reopen", AGENCY)
    assert cbc("returned", AGENCY).code == 1
    assert "[đã sửa xong]" in cbc("returned", AGENCY, "--settle", "1").out
    assert cbc("returned", AGENCY, "--settle", "2").code == 0
    assert "Không có mục bị trả lại số 9" in cbc("returned", AGENCY, "--settle", "9").err


def test_what_was_returned_goes_along_to_another_computer(
    lan: Clerk, package: Path, receiver: Receiver, tmp_path: Path, campaigns: Path, clock: FixedClock
) -> None:
    lan.takes_in(receiver.returns(package))
    lan.dossier.reopen()
    lan.dossier.settle_returned(first(lan))
    copy = lan.office.carrying.copy_out(lan.dossier.dossier_id, tmp_path / "usb").path
    with open_office(tmp_path / "huy", clock=clock, campaigns=campaigns, who="Huy") as office:
        office.carrying.take(office.carrying.look_at(copy))
        huy = Clerk.comes_back(office, lan.signer)
        assert seen(huy) == seen(lan)
        huy.dossier.undo()
        assert [one.settled for one in huy.dossier.returned_questions()] == [False, False, False]


def test_a_slip_alone_makes_a_copy_newer(
    lan: Clerk, package: Path, receiver: Receiver, tmp_path: Path, campaigns: Path, clock: FixedClock
) -> None:
    lan.dossier.reopen()
    before = lan.office.carrying.copy_out(lan.dossier.dossier_id, tmp_path / "usb").path
    with open_office(tmp_path / "huy", clock=clock, campaigns=campaigns, who="Huy") as office:
        office.carrying.take(office.carrying.look_at(before))
        clock.advance(60)
        lan.takes_in(receiver.returns(package))
        after = lan.office.carrying.copy_out(lan.dossier.dossier_id, tmp_path / "usb").path
        assert office.carrying.look_at(after).standing is Standing.NEWER
        assert office.carrying.look_at(before).standing is Standing.SAME
