"""The whole way between two offices that share nothing but files: answered, sent, received, added up, sent back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from clerk import MORNING, Clerk, OpenOffice
from invented_campaign import BOOKS, CAMPAIGN, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.dossier.states import State
from cbc_desktop.office import open_office
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.signing.signer import Signer

WRONG = ReturnRemark("Có phải 520 không?", SURVEY, BOOKS)


def test_the_whole_way(open_lans_office: OpenOffice, campaigns: Path, signer: Signer, tmp_path: Path) -> None:
    sender = open_lans_office()
    receiver = open_office(
        tmp_path / "vu", clock=FixedClock(MORNING), identifiers=SeededIdentifiers(9), campaigns=campaigns, who="Phúc"
    )
    with sender as library, receiver as department:
        lan, reception = Clerk.begins(library, signer), department.reception

        lan.fills_in()
        lan.finalises()
        package = lan.exports(tmp_path / "usb" / "1").package

        reception.receive([tmp_path / "usb"], lambda _: None, jobs=0)
        (standing,) = reception.standings(CAMPAIGN, trial=True)
        assert (standing.name, standing.counts.name if standing.counts else "") == ("Thư viện tỉnh Mẫu", package.name)
        receipting = reception.receipting
        receipt = receipting.give(standing.arrivals[0].arrival, Outcome.TO_BE_CORRECTED, [WRONG], "Vụ Thư viện", signer)
        slip, *_ = receipting.write(receipt, tmp_path / "phieu")

        library.filling.take_return(slip)
        lan.dossier.look_again()
        assert [(one.label.vi, one.words) for one in lan.dossier.returned_questions()] == [("Số đầu sách", WRONG.words)]
        lan.dossier.reopen()
        lan.answers(BOOKS, "520")
        lan.finalises()
        lan.exports(tmp_path / "usb" / "2")

        reception.receive([tmp_path / "usb"], lambda _: None, jobs=0)
        done = department.consolidating.consolidate(CAMPAIGN, tmp_path / "tong-hop", trial=True)
        with closing(sqlite3.connect(done.tables)) as tables:
            assert tables.execute("SELECT sum(so_sach) FROM phieu_thu_vien").fetchall() == [(520,)]
        (standing,) = reception.standings(CAMPAIGN, trial=True)
        assert standing.counts is not None
        slip, *_ = receipting.write(
            receipting.give(standing.counts, Outcome.ACCEPTED, [], "Vụ Thư viện", signer), tmp_path / "phieu"
        )

        library.filling.take_return(slip)
        lan.dossier.look_again()
        assert lan.state is State.ACCEPTED
