"""Phúc can tell arrivals apart, and green is only what nothing speaks against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QLabel
from received_sample import Postman

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.report import fact_json
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.receiving.arrived.page import ArrivedPage
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom

Enter = Callable[[], ReceivingRoom]
Libraries = dict[str, Agency]
IN_TIME = datetime(2030, 2, 27, 10, tzinfo=VIETNAM)
ONLINE = {"route": Route.ONLINE.value, "source": Source.ONLINE_FORM.value, "verdict": "indeterminate"}


def line_mark(page: ArrivedPage, name: str) -> Mark:
    (line,) = (one for one in page.table.records.records if one.name == name)
    return line.mark


def test_where_somebody_must_decide_the_first_of_those_in_conflict_is_shown_and_nothing_is_green(
    enter: Enter, postman: Postman, libraries: Libraries
) -> None:
    postman.brings(libraries["TVM"], "hong.zip", verdict="failed", doubts=("digest-matches",), dossier_id="third")
    postman.brings(libraries["TVM"], "lan.zip", answer=52)
    postman.brings(libraries["TVM"], "hoa.zip", answer=77, dossier_id="another")
    page = enter().arrived
    page.table.go_to(lambda line: line.name == "Thư viện tỉnh Mẫu")
    box = page.panel.box
    assert box.arrival
    assert box.arrival.name == "lan.zip"
    assert box.headline.text() == "Đạt, mâu thuẫn, cần quyết định"
    assert box.mark.mark is Mark.UNDECIDED
    assert line_mark(page, "Thư viện tỉnh Mẫu") is Mark.UNDECIDED


def test_what_counts_without_having_been_proved_is_not_green(
    enter: Enter, postman: Postman, libraries: Libraries
) -> None:
    postman.brings(libraries["TVM"], "tl.csv, dòng 4", **ONLINE)
    postman.brings(libraries["TVT"], "tot.zip")
    page = enter().arrived
    assert line_mark(page, "Thư viện tỉnh Mẫu") is Mark.UNDECIDED
    assert line_mark(page, "Thư viện thành phố Thử") is Mark.DONE
    page.table.go_to(lambda line: line.name == "Thư viện tỉnh Mẫu")
    assert page.panel.box.mark.mark is Mark.UNDECIDED
    assert page.panel.box.about.text().count("biểu mẫu trực tuyến") == 1


def test_files_of_the_same_name_are_told_apart_wherever_they_are_named(
    enter: Enter, postman: Postman, libraries: Libraries
) -> None:
    first = postman.brings(libraries["TVM"], "goi.zip", answer=52, sent_at=IN_TIME)
    second = postman.brings(libraries["TVM"], "goi.zip", answer=77, dossier_id="another", sent_at=IN_TIME)
    postman.office.reception.decisions.accept(first, "Chị Lan xác nhận.")
    panel = enter().arrived.panel
    named = [f"số {str(one.digest)[:8]}, nhận {one.taken_at:%d/%m/%Y %H:%M}: goi.zip" for one in (first, second)]
    table = panel.arrivals.records
    assert [table.index(row, 3).data() for row in range(2)] == named
    assert panel.comparison.which.currentText() == f"Lần 1 · {named[0]}"
    decided = [one.text() for one in panel.decisions.findChildren(QLabel)]
    assert any(text.startswith(f"{named[0]}: ") for text in decided)


def test_as_many_points_are_announced_as_are_listed(enter: Enter, postman: Postman, libraries: Libraries) -> None:
    files = [Fact.of(FactCode.DIGEST_MATCHES, False, name) for name in ("a.xml", "b.xml")]
    report = {"facts": [*map(fact_json, files)], "unreadable": {"phieu-thu-vien/data/s1/so_sach": "năm mươi"}}
    postman.brings(libraries["TVM"], **ONLINE, doubts=("digest-matches",), report=report)
    box = enter().arrived.panel.box
    assert len(box.points.text().splitlines()) + len(box.facts.findChildren(MarkWidget)) == 4
    assert box.cautions.text().endswith("4 điều cần xem trước khi dùng.")


def test_a_list_with_nothing_in_it_says_why_and_how_to_see_more(
    enter: Enter, postman: Postman, libraries: Libraries
) -> None:
    postman.brings(libraries["TVM"], "lan.zip")
    page = enter().arrived
    sieve = page.sieve
    assert sieve.nothing.isHidden()
    sieve.choose(Pick.DECIDE)
    assert (sieve.nothing.isHidden(), sieve.forget_button.isHidden()) == (False, True)
    assert sieve.nothing.text() == "Không có gì trong “Cần quyết định”."
    sieve.choose(Pick.COUNTS)
    sieve.search.setText("bảo tàng")
    assert (sieve.nothing.isHidden(), sieve.forget_button.isHidden()) == (False, False)
    assert sieve.nothing.text() == "Không có gì trong “Đã có” khớp với “bảo tàng”."
    sieve.forget_button.click()
    assert (sieve.nothing.isHidden(), len(page.table.records.records)) == (True, 1)


def test_a_name_that_is_the_only_one_needs_no_more(enter: Enter, postman: Postman, libraries: Libraries) -> None:
    postman.brings(libraries["TVM"], "lan.zip")
    assert enter().arrived.panel.arrivals.records.index(0, 3).data() == "lan.zip"
