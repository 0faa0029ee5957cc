"""The whole way between two offices that share nothing but files: answered, sent, received, added up, sent back."""

from __future__ import annotations

from pathlib import Path

from clerk import MORNING, Clerk
from department import Department
from invented_campaign import BOOKS, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.dossier.states import State
from cbc_desktop.office import open_office
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.signing.signer import Signer

WRONG = ReturnRemark("Có phải 520 không?", SURVEY, BOOKS)


def test_the_whole_way(campaigns: Path, signer: Signer, tmp_path: Path) -> None:
    clock, stick = FixedClock(MORNING), tmp_path / "usb"
    sender = open_office(tmp_path / "thu-vien", clock=clock, campaigns=campaigns, who="Lan")
    receiver = open_office(tmp_path / "vu", clock=clock, campaigns=campaigns, who="Phúc")
    with sender as library, receiver as office:
        lan, phuc = Clerk.begins(library, signer), Department(office, signer, tmp_path / "vu-gui")
        lan.fills_in()
        lan.finalises()
        package = lan.exports(stick / "1").package

        phuc.receives(stick)
        assert phuc.counts().name == package.name
        mail = phuc.returns(WRONG)

        lan.takes_in(mail)
        assert lan.sees_returned() == [("Số đầu sách", "Có phải 520 không?")]
        lan.reopens()
        lan.answers(BOOKS, "520")
        lan.finalises()
        lan.exports(stick / "2")

        phuc.receives(stick)
        assert phuc.adds_up("SELECT sum(so_sach) FROM phieu_thu_vien") == 520
        lan.takes_in(phuc.accepts())
        assert lan.state is State.ACCEPTED
