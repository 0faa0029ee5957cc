"""The department of libraries receives what libraries sent: files, folders and mails, good ones and bad ones."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

import pytest
from clerk import refused
from invented_campaign import BOOKS, CAMPAIGN, SEATS, SURVEY
from sent_packages import Senders, Sent, mailed, send_all

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.called import about_mail, called
from cbc_desktop.receiving.reception.judging_again import JudgedAgain
from cbc_desktop.receiving.reception.roll import Answered
from cbc_desktop.receiving.reception.taking import TakenIn
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial import TrialFiles, make_trial_identity
from cbc_desktop.store.received.arrivals import Arrival

RECEIVED_ON = datetime(2030, 3, 2, 9, 0, tzinfo=VIETNAM)
"""Two days after the deadline."""
IN_TIME = "Thu, 28 Feb 2030 23:59:00 +0700"


class OpenDepartment(Protocol):
    def __call__(self) -> AbstractContextManager[Office]: ...


@pytest.fixture(scope="module")
def sent(converted: Path, campaigns: Path, signer: Signer, tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return send_all(Senders(tmp_path_factory.mktemp("senders"), converted, campaigns, signer))


@pytest.fixture
def open_department(home: Path, campaigns: Path) -> OpenDepartment:
    clock, identifiers = FixedClock(RECEIVED_ON), SeededIdentifiers(9)
    return lambda: open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Phúc")


@dataclass
class Receiver:
    """Phúc, who receives; ``told`` is what he was told of each file of the last time."""

    office: Office
    told: list[TakenIn] = field(default_factory=list)

    def receives(self, *paths: Path, route: Route = Route.FOLDER, jobs: int = 0) -> int:
        self.told = []
        return self.office.reception.receive(paths, self.told.append, route=route, jobs=jobs)

    def stands(self, agency: str = "TVM") -> list[str]:
        """Of an agency, as it was taken in."""
        return [stood.standing.value for one in self._of(agency) for stood in one.arrivals]

    def lateness(self, agency: str = "TVM") -> list[str]:
        return [stood.lateness.value for one in self._of(agency) for stood in one.arrivals]

    def counts(self, agency: str = "TVM") -> str:
        """The name of the file that counts, "" for none."""
        return next((one.counts.name for one in self._of(agency) if one.counts), "")

    def books(self) -> dict[str, str]:
        """The titles that each agency has, of what counts."""
        desk = self.office.reception
        definition = self.office.catalogue.form(self.office.catalogue.campaign(CAMPAIGN), SURVEY)
        found = {one.agency.code: one.submissions[SURVEY] for one in desk.counted(CAMPAIGN, trial=True)}
        read = {code: read_submission(definition, xml, SeededIdentifiers()) for code, xml in found.items()}
        return {code: saved.values[Address("", BOOKS)] for code, saved in read.items()}

    def roll(self) -> dict[str, Answered]:
        return {entry.agency.code: entry.answered for entry in self.office.reception.roll(CAMPAIGN, trial=True)}

    def arrival(self, path: Path) -> Arrival:
        return self.office.reception.find(str(Digest.of_file(path)))

    def _of(self, agency: str) -> list[AgencyStanding]:
        return [
            one
            for one in self.office.reception.standings(CAMPAIGN, trial=True)
            if one.agency and one.agency.code == agency
        ]


@pytest.fixture
def phuc(open_department: OpenDepartment) -> Iterator[Receiver]:
    with open_department() as office:
        yield Receiver(office)


def test_a_package_is_copied_judged_and_counts(phuc: Receiver, sent: Sent, home: Path) -> None:
    assert phuc.receives(sent.first, sent.other) == 2
    assert (phuc.stands(), phuc.stands("TVT")) == (["new"], ["new"])
    assert set(phuc.books()) == {"TVM", "TVT"}
    assert phuc.roll() == {"TVM": Answered.COUNTS, "TVT": Answered.COUNTS}
    kept = home / "received" / str(phuc.arrival(sent.first).digest)
    assert kept.read_bytes() == sent.first.read_bytes()


def test_what_was_half_written_when_a_run_was_killed_goes_with_the_next(
    open_department: OpenDepartment, sent: Sent, home: Path
) -> None:
    with open_department() as office:
        Receiver(office).receives(sent.first)
    before = sorted((home / "received").iterdir())
    half = [home / folder / ".0123456789abcdef.part" for folder in ("", "received", "media", "backups")]
    for path in half:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"PK")
    with open_department() as office:
        assert office.reception.arrivals(CAMPAIGN)
    assert not any(path.exists() for path in half)
    assert sorted((home / "received").iterdir()) == before


def test_the_same_folder_twice_changes_nothing(phuc: Receiver, sent: Sent, tmp_path: Path) -> None:
    for number, path in enumerate((sent.first, sent.document, sent.amended)):
        shutil.copy(path, tmp_path / f"{number}-{path.name}")
    phuc.receives(tmp_path)
    before = (phuc.stands(), phuc.counts(), phuc.office.reception.arrivals(CAMPAIGN))
    assert [one.again for one in phuc.told] == [False, False, False]
    phuc.receives(tmp_path)
    assert [one.again for one in phuc.told] == [True, True, True]
    assert (phuc.stands(), phuc.counts(), phuc.office.reception.arrivals(CAMPAIGN)) == before


def test_a_later_revision_takes_the_place_of_the_one_before(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.amended, sent.first, sent.document)
    assert phuc.stands() == ["amends", "older", "same"]
    assert phuc.books() == {"TVM": "1002"}


def test_a_revision_that_never_came_leaves_a_gap_that_is_told(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first, sent.third)
    assert phuc.stands() == ["older", "gap"]
    assert phuc.books() == {"TVM": "1003"}


def test_a_second_dossier_of_an_agency_is_a_conflict_that_a_person_decides(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first, sent.elsewhere)
    assert phuc.stands() == ["conflicts", "conflicts"]
    assert phuc.books() == {}
    assert phuc.roll()["TVM"] is Answered.UNDECIDED
    desk = phuc.office.reception
    with refused("lý do"):
        desk.decisions.choose(phuc.arrival(sent.elsewhere), " ")
    number = desk.decisions.choose(phuc.arrival(sent.elsewhere), "Chị Hoa xác nhận qua điện thoại.")
    assert phuc.stands() == ["overruled", "new"]
    assert phuc.books() == {"TVM": "777"}
    desk.decisions.undo(number)
    assert phuc.stands() == ["conflicts", "conflicts"]
    assert [(one.who, one.why, one.undone) for one in desk.decisions.all()] == [
        ("Phúc", "Chị Hoa xác nhận qua điện thoại.", True)
    ]
    with refused("Không có quyết định"):
        desk.decisions.undo(number)


def test_both_versions_are_seen_side_by_side_before_it_is_decided(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first, sent.elsewhere, sent.document)
    first, other, same = (phuc.arrival(path) for path in (sent.first, sent.elsewhere, sent.document))
    found = phuc.office.reception.differences(first, other)
    assert [(one.label, one.one, one.other) for one in found if one.reference == BOOKS] == [
        ("Số đầu sách", "52", "777")
    ]
    assert phuc.office.reception.differences(first, same) == ()


def test_rows_that_answers_refer_to_are_compared_by_what_they_say(phuc: Receiver, sent: Sent) -> None:
    """Two dossiers that were filled in alike have no row names in common."""
    phuc.receives(sent.first, sent.elsewhere)
    found = phuc.office.reception.differences(phuc.arrival(sent.first), phuc.arrival(sent.elsewhere))
    assert [(one.label, one.one, one.other) for one in found if one.one == one.other] == []


def test_what_comes_after_a_decision_is_decided_anew(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first, sent.elsewhere)
    phuc.office.reception.decisions.choose(phuc.arrival(sent.elsewhere), "Bản đúng.")
    phuc.receives(sent.amended)
    assert phuc.stands() == ["overruled", "conflicts", "conflicts"]


def test_a_changed_package_does_not_count_unless_a_person_accepts_it(
    phuc: Receiver, sent: Sent, tmp_path: Path
) -> None:
    content = bytearray(sent.first.read_bytes())
    content[-1] ^= 1
    changed = tmp_path / "sua.zip"
    changed.write_bytes(content)
    phuc.receives(changed)
    assert (phuc.stands(), phuc.roll()["TVM"]) == (["failed"], Answered.UNUSABLE)
    phuc.office.reception.decisions.accept(phuc.arrival(changed), "Đã đối chiếu bản giấy.")
    assert (phuc.stands(), phuc.roll()["TVM"]) == (["new"], Answered.COUNTS)


def test_only_what_corrects_something_that_came_in_time_is_a_late_correction(
    phuc: Receiver, sent: Sent, tmp_path: Path
) -> None:
    changed = tmp_path / "sua.zip"
    changed.write_bytes(sent.first.read_bytes()[:-1] + b"x")
    phuc.receives(changed)
    assert phuc.lateness() == ["late"]
    phuc.receives(mailed(tmp_path / "thu.eml", sent.first, date=IN_TIME))
    phuc.receives(sent.document, sent.amended)
    assert phuc.stands() == ["failed", "older", "same", "amends"]
    assert phuc.lateness() == ["late", "in-time", "in-time", "corrects-late"]


def test_nothing_that_lies_in_a_folder_stops_the_run(phuc: Receiver, sent: Sent, tmp_path: Path) -> None:
    names = {
        "a.zip": b"",
        "b.zip": b"PK\x03\x04 and then nothing",
        "c.pdf": b"%PDF-1.7 nothing either",
        "d.docx": b"PK\x03\x04",
        "e.eml": b"\xff\xfe\x00",
        "f.png": b"\x89PNG\r\n\x1a\n",
        ".an": b"hidden",
        "Thumbs.db": b"the system's",
    }
    for name, content in names.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "lien-ket.zip").symlink_to("/etc/hostname")
    shutil.copy(sent.other, tmp_path / "z.zip")
    assert phuc.receives(tmp_path) == 7
    reasons = {one.name: one.set_aside for one in phuc.office.reception.strangers()}
    assert reasons == {
        "a.zip": "empty",
        "b.zip": "no-dossier",
        "c.pdf": "no-scan",
        "d.docx": "other-kind",
        "e.eml": "empty-mail",
        "f.png": "no-scan",
    }
    assert phuc.roll()["TVT"] is Answered.COUNTS


def test_the_date_of_a_mail_says_whether_a_package_was_in_time(phuc: Receiver, sent: Sent, tmp_path: Path) -> None:
    phuc.receives(sent.first)
    (one,) = phuc.office.reception.counted(CAMPAIGN, trial=True)
    assert (one.late, one.sent_at, one.route, one.source) == (True, None, Route.FOLDER, Source.PACKAGE)
    phuc.receives(mailed(tmp_path / "thu.eml", sent.first, sent.other, date=IN_TIME))
    first, other = phuc.office.reception.counted(CAMPAIGN, trial=True)
    assert (first.late, other.late, other.route) == (False, False, Route.MAIL)
    assert other.sent_at == datetime(2030, 2, 28, 23, 59, tzinfo=VIETNAM)


def test_what_came_by_mail_is_called_by_who_sent_it_and_known_by_what_it_was_about(
    phuc: Receiver, sent: Sent, tmp_path: Path
) -> None:
    phuc.receives(mailed(tmp_path / "thu.eml", sent.first, date=IN_TIME))
    arrival = phuc.arrival(sent.first)
    assert called(arrival).vi == f"thư của lan@tvm.example: {sent.first.name}"
    assert about_mail(arrival) == Message(
        "thư “Báo cáo” của lan@tvm.example (thu.eml)", "mail “Báo cáo” of lan@tvm.example (thu.eml)"
    )
    (one,) = phuc.office.reception.counted(CAMPAIGN, trial=True)
    assert one.file_name == called(arrival).vi


def test_a_mail_that_says_nothing_of_itself_goes_by_its_file(phuc: Receiver, sent: Sent, tmp_path: Path) -> None:
    said = mailed(tmp_path / "thu.eml", sent.first, date=IN_TIME).read_bytes()
    without = re.sub(rb"^(From|Subject): .*\n", lambda line: b"Subject: " + b"x" * 2000 + b"\n", said, flags=re.M)
    (tmp_path / "thu.eml").write_bytes(without)
    phuc.receives(tmp_path / "thu.eml")
    arrival = phuc.arrival(sent.first)
    assert called(arrival).vi == f"thư thu.eml: {sent.first.name}"
    assert about_mail(arrival) == Message(
        "thư không ghi tiêu đề, không ghi người gửi (thu.eml)", "mail without a subject, without a sender (thu.eml)"
    )


def test_what_was_taken_in_before_mails_were_known_by_more_than_their_date_is_as_it_was(
    phuc: Receiver, sent: Sent, tmp_path: Path
) -> None:
    phuc.receives(sent.first)
    phuc.office.received.store().arrivals.add_mail(Digest.of_file(sent.first), Digest.of(b"old"), RECEIVED_ON)
    assert called(phuc.arrival(sent.first)).vi == sent.first.name
    phuc.receives(mailed(tmp_path / "thu.eml", sent.first, date=IN_TIME))
    assert called(phuc.arrival(sent.first)).vi == f"thư của lan@tvm.example: {sent.first.name}"


def test_a_person_says_on_which_day_it_came(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first)
    for day, late in ((date(2030, 2, 28), False), (date(2030, 3, 1), True)):
        phuc.office.reception.receive([sent.first], phuc.told.append, came_on=day, jobs=0)
        (one,) = phuc.office.reception.counted(CAMPAIGN, trial=True)
        assert one.late is late
    with refused("chưa tới"):
        phuc.office.reception.receive([sent.first], phuc.told.append, came_on=date(2030, 3, 3), jobs=0)


def test_a_mail_from_the_future_says_nothing_about_when_it_was_sent(phuc: Receiver, sent: Sent, tmp_path: Path) -> None:
    phuc.receives(mailed(tmp_path / "thu.eml", sent.first, date="Thu, 28 Feb 2040 23:59:00 +0700"))
    (one,) = phuc.office.reception.counted(CAMPAIGN, trial=True)
    assert one.sent_at is None


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"damaged")], ids=["gone", "damaged"])
def test_what_a_disk_has_damaged_is_whole_again_when_it_comes_again(
    damage: Callable[[Path], object], phuc: Receiver, sent: Sent, home: Path
) -> None:
    phuc.receives(sent.first)
    damage(home / "received" / str(Digest.of_file(sent.first)))
    phuc.receives(sent.first)
    assert [one.again for one in phuc.told] == [True]
    assert (home / "received" / str(Digest.of_file(sent.first))).read_bytes() == sent.first.read_bytes()


def test_whoever_starts_again_goes_on_where_it_ended(
    open_department: OpenDepartment, sent: Sent, tmp_path: Path
) -> None:
    class StoppedError(Exception):
        pass

    def stops(told: TakenIn) -> None:
        raise StoppedError

    for number, path in enumerate((sent.first, sent.other)):
        shutil.copy(path, tmp_path / f"{number}.zip")
    with open_department() as office, pytest.raises(StoppedError):
        office.reception.receive([tmp_path], stops, jobs=0)
    with open_department() as office:
        phuc = Receiver(office)
        phuc.receives(tmp_path)
        assert [one.again for one in phuc.told] == [True, False]
        assert set(phuc.books()) == {"TVM", "TVT"}


def test_names_that_no_system_would_give_do_no_harm(phuc: Receiver, sent: Sent, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    names = (b"\xff\xfe.zip", b"a\nb.zip", b"<b>x<b>.zip", b"=1+1.zip", b"-x.zip", b"con.zip", b"x" * 200 + b".zip")
    for number, name in enumerate(names):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123  # names that are no text
            file.write(b"PK" + bytes([number]))
    (tmp_path / "trong").mkdir()
    shutil.copy(sent.other, tmp_path / "trong" / "z.zip")
    mail = mailed(tmp_path / "thu.eml", date=IN_TIME)
    text = mail.read_text(encoding="utf-8")
    mail.write_text(text + "\nContent-Disposition: attachment; filename=../../etc/passwd\n", encoding="utf-8")
    phuc.receives(tmp_path)
    assert phuc.roll()["TVT"] is Answered.COUNTS
    assert all(one.name.isprintable() for one in phuc.office.reception.strangers())


def test_processes_of_their_own_judge_as_this_one_does(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first, sent.other, sent.amended, jobs=2)
    assert sorted(phuc.stands()) == ["amends", "older"]
    assert phuc.stands("TVT") == ["new"]


def test_whoever_stops_while_a_file_is_judged_leaves_it_for_the_next_run(phuc: Receiver, sent: Sent) -> None:
    def stop() -> None:
        raise InterruptedError

    desk = phuc.office.reception
    with pytest.raises(InterruptedError):
        desk.receive([sent.first], phuc.told.append, jobs=1, pulse=stop)
    assert phuc.told == []
    desk.receive([sent.first], phuc.told.append, jobs=0, pulse=stop)
    assert [one.again for one in phuc.told] == [False]


def test_a_dossier_of_a_campaign_that_is_not_installed_is_set_aside_until_it_is(
    home: Path, sent: Sent, open_department: OpenDepartment
) -> None:
    with open_office(home, clock=FixedClock(RECEIVED_ON), who="Phúc") as without:
        without.reception.receive([sent.first], lambda _: None, jobs=0)
        (stranger,) = without.reception.strangers()
        assert (without.reception.campaigns(), stranger.name) == ((), sent.first.name)
    with open_department() as office:
        assert (office.reception.campaigns(), office.reception.strangers()) == ((CAMPAIGN,), ())
        assert Receiver(office).stands() == ["new"]


def test_a_person_says_whose_a_package_is_that_names_nobody_in_the_register(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first)
    phuc.office.reception.decisions.assign(phuc.arrival(sent.first), "TVT", "Gửi hộ.")
    assert (phuc.stands(), phuc.stands("TVT")) == ([], ["new"])
    with refused("Không có cơ quan"):
        phuc.office.reception.decisions.assign(phuc.arrival(sent.first), "XYZ", "Gửi hộ.")


def test_what_was_written_beside_the_answers_comes_along(phuc: Receiver, sent: Sent) -> None:
    phuc.receives(sent.first)
    (counted,) = phuc.office.reception.counted(CAMPAIGN, trial=True)
    assert [(one.path, one.kind.value, one.text) for one in counted.remarks] == [
        (SEATS, "note", "Tính cả phòng đọc ngoài trời."),
        (BOOKS, "explanation", "Kho sách đang được kiểm kê lại sau trận lũ."),
    ]


def trusts(office: Office, authority: Path) -> None:
    (candidate,) = office.trust.candidates(authority)
    office.trust.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="Đã so vân tay.")


def test_what_was_judged_before_somebody_was_trusted_is_judged_again_from_the_kept_bytes(
    phuc: Receiver, sent: Sent, trial: TrialFiles
) -> None:
    desk, again = phuc.office.reception, list[JudgedAgain]()
    phuc.receives(sent.first)
    desk.decisions.set_aside(phuc.arrival(sent.first), "Chưa rõ người ký.")
    assert "signature" in phuc.arrival(sent.first).doubts
    assert desk.to_judge_again() == 0
    trusts(phuc.office, trial.ca_pem)
    assert desk.to_judge_again() == 1
    assert (desk.judge_again(again.append, jobs=0), desk.to_judge_again()) == (1, 0)
    assert (phuc.arrival(sent.first).verdict, phuc.arrival(sent.first).doubts) == ("passed", ())
    assert [(one.before, one.arrival.verdict) for one in again] == [("indeterminate", "passed")]
    assert desk.report(phuc.arrival(sent.first).digest)["signatures"][0]["trusted"] is True
    assert phuc.stands() == ["set-aside"]  # what a person decided stays
    (judgement,) = desk.judgements(phuc.arrival(sent.first))
    assert (judgement.who, judgement.verdict) == ("Phúc", "passed")
    phuc.receives(sent.other)  # judged with the new list already
    assert desk.to_judge_again() == 0


def test_whoever_is_trusted_no_longer_vouches_for_nothing(
    phuc: Receiver, sent: Sent, trial: TrialFiles, tmp_path: Path
) -> None:
    desk, trust, again = phuc.office.reception, phuc.office.trust, list[JudgedAgain]()
    trusts(phuc.office, trial.ca_pem)
    phuc.receives(sent.first, sent.document)
    stranger = make_trial_identity(tmp_path, now=RECEIVED_ON, passphrase="x").ca_pem
    trusts(phuc.office, stranger)
    assert (desk.judge_again(again.append, jobs=0), desk.to_judge_again()) == (2, 0)
    assert again == []  # all was settled before
    trust.remove(trust.all()[0])
    assert desk.judge_again(lambda _: None, jobs=0) == 2
    assert "signature" in phuc.arrival(sent.first).doubts
    assert "signature" in phuc.arrival(sent.document).doubts


def test_a_kept_file_that_is_gone_keeps_what_was_found(
    phuc: Receiver, sent: Sent, trial: TrialFiles, home: Path
) -> None:
    desk, again = phuc.office.reception, list[JudgedAgain]()
    phuc.receives(sent.first)
    (home / "received" / str(phuc.arrival(sent.first).digest)).unlink()
    trusts(phuc.office, trial.ca_pem)
    desk.judge_again(again.append, jobs=0)
    assert [one.again for one in again] == [False]
    assert "signature" in phuc.arrival(sent.first).doubts


def test_what_arrived_is_gone_when_its_files_are_deleted_and_the_office_goes_on(
    open_department: OpenDepartment, sent: Sent, home: Path
) -> None:
    """As PRIVACY.md says it is done."""
    with open_department() as office:
        Receiver(office).receives(sent.first)
        assert office.received_backups is not None
        office.received_backups.make()
        name = str(Receiver(office).arrival(sent.first).digest)
    assert holding(home, name)
    for path in (*home.glob("received*"), *(home / "backups").glob("received-*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert holding(home, name) == set()
    with open_department() as office:
        assert Receiver(office).receives(sent.other) == 1


def holding(folder: Path, text: str) -> set[Path]:
    """Files that are called so, or have it in their bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path for path in files if text in path.name or text.encode() in path.read_bytes()}
