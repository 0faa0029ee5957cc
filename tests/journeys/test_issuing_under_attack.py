"""Issuing when something goes wrong: stale plans, two steps at once, files changed elsewhere, two computers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from clerk import MORNING, NUMBERED, Clerk, refused
from invented_campaign import AGENCY, BOOKS, CAMPAIGN
from PIL import Image

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.documents.pdf.field_names import NUMBER_FIELD
from cbc_desktop.documents.pdf.field_texts import drawn_texts
from cbc_desktop.documents.pdf.shown_fields import drawn_otherwise
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import State
from cbc_desktop.exporting.exported import ExportPlan, ExportResult
from cbc_desktop.exporting.taking_back import TakenBack
from cbc_desktop.office import Office, open_office
from cbc_desktop.package.archive import read_archive
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.issued import IssuedStep, document_of
from cbc_desktop.store.standing import Standing

ISSUED = replace(NUMBERED, number="146", date=dt.date(2030, 2, 7))
SEEN = TakenBack(Verdict.PASSED, Message("", ""))


class TickingClock(FixedClock):
    """No two moments are the same, as on every real computer."""

    def now(self) -> dt.datetime:
        self.advance(0.001)
        return self.moment


@pytest.fixture
def clock() -> FixedClock:
    return TickingClock(MORNING)


@pytest.fixture
def lan(office: Office, signer: Signer) -> Clerk:
    """In a dossier for practice, where trial certificates may sign; it is finalised."""
    lan = Clerk(office, signer, office.filling.begin(CAMPAIGN, AGENCY, trial=True))
    lan.fills_in()
    lan.finalises()
    return lan


@pytest.fixture
def signed(lan: Clerk) -> Clerk:
    lan.office.issuing.sign(plan_of(lan), lan.signer, lambda _: None)
    return lan


@pytest.fixture
def elsewhere(home: Path, campaigns: Path, clock: FixedClock, tmp_path: Path) -> Iterator[Office]:
    """Another computer."""
    with open_office(
        tmp_path / "huy", clock=clock, identifiers=SeededIdentifiers(2), campaigns=campaigns, who="Huy"
    ) as office:
        yield office


def plan_of(lan: Clerk, folder: Path = Path()) -> ExportPlan:
    return lan.office.exporting.plan(lan.dossier.dossier_id, folder)


def answers_anew(lan: Clerk) -> None:
    lan.dossier.reopen()
    lan.answers(BOOKS, "152")
    lan.finalises()


def packed(office: Office, dossier_id: str, folder: Path) -> ExportResult:
    return office.issuing.package(office.issued.plan(dossier_id, folder), None, lambda _: None)


def state_in(office: Office, dossier_id: str) -> State:
    return office.store.dossiers.get(dossier_id).revision.state


def step_in(office: Office, dossier_id: str) -> IssuedStep | None:
    document = document_of(office.issued.files(dossier_id))
    return document.step if document else None


def scan(path: Path) -> Path:
    Image.new("RGB", (80, 110), "white").save(path, "PNG")
    return path


def goes_to(one: Office, other: Office, dossier_id: str, stick: Path) -> Standing:
    """A copy of the dossier is taken by the other computer; how it stood to what was there."""
    copy = other.carrying.look_at(one.carrying.copy_out(dossier_id, stick / str(one.clock.now().timestamp())).path)
    other.carrying.take(copy)
    copy.close()
    return copy.standing


# --- stale plans, and two steps at once -----------------------------------------------------------------------------


def test_a_revision_that_was_reopened_meanwhile_is_never_issued_as_the_next_one(signed: Clerk, tmp_path: Path) -> None:
    desk, old = signed.office.issuing, plan_of(signed, tmp_path)
    answers_anew(signed)
    with refused("mở lại thành bản mới (lần 2)"):
        desk.sign(old, signed.signer, lambda _: None)
    with refused("mở lại thành bản mới (lần 2)"):
        desk.package(old, None, lambda _: None)
    with refused("mở lại thành bản mới (lần 2)"):
        signed.office.exporting.export(old, signed.signer, lambda _: None)
    assert signed.office.issued.files(signed.dossier.dossier_id) == ()


def test_a_number_that_changes_while_the_agency_signs_is_not_sealed_over(signed: Clerk) -> None:
    desk, dossier_id = signed.office.issuing, signed.dossier.dossier_id
    desk.number(dossier_id, ISSUED)

    def meanwhile(_: Message) -> None:
        desk.number(dossier_id, replace(ISSUED, number="147"))

    with refused("Trong lúc làm bước này"):
        desk.seal(dossier_id, signed.signer, meanwhile)
    assert state_in(signed.office, dossier_id) is State.NUMBERED
    assert step_in(signed.office, dossier_id) is IssuedStep.NUMBERED


def test_what_was_judged_is_not_taken_when_the_document_went_on_meanwhile(lan: Clerk, tmp_path: Path) -> None:
    desk, dossier_id = lan.office.issuing, lan.dossier.dossier_id
    path = lan.office.elsewhere.hand_out(plan_of(lan, tmp_path), lambda _: None)
    path.write_bytes(lan.signer.sign_pdf(path.read_bytes(), SigningOrder(field="ky_lanh_dao", at=MORNING)))
    taken = lan.office.elsewhere.judge(dossier_id, path)
    desk.sign(plan_of(lan), lan.signer, lambda _: None)
    with refused("Trong lúc làm bước này"):
        lan.office.elsewhere.take_back(dossier_id, taken)
    assert step_in(lan.office, dossier_id) is IssuedStep.SIGNED


# --- files ----------------------------------------------------------------------------------------------------------


def test_all_scans_of_one_step_go_with_the_package(lan: Clerk, tmp_path: Path) -> None:
    scans = [scan(tmp_path / name) for name in ("1.png", "quét.png (1)", "quet.ảnh")]
    lan.office.elsewhere.sign_with_pen(plan_of(lan), scans, SEEN, lambda _: None)
    parts = read_archive(packed(lan.office, lan.dossier.dossier_id, tmp_path / "ra").package).parts
    assert [name for name in parts if name.startswith("scans/")] == [
        "scans/ky-01-1.png",
        "scans/ky-02-quet",
        "scans/ky-03-quet",
    ]


def test_handing_out_once_more_writes_over_nothing(lan: Clerk, tmp_path: Path) -> None:
    """Other programs like to sign under the same name."""
    path = lan.office.elsewhere.hand_out(plan_of(lan, tmp_path), lambda _: None)
    path.write_bytes(b"signed elsewhere")
    lan.office.elsewhere.hand_out(plan_of(lan, tmp_path), lambda _: None)
    assert b"signed elsewhere" in [one.read_bytes() for one in tmp_path.glob("*.pdf")]


@pytest.mark.parametrize("wrong", ["workbook", "trial", "added"])
def test_a_program_that_wrote_the_file_anew_may_not_change_what_is_inside(
    lan: Clerk, tmp_path: Path, wrong: str
) -> None:
    """The content digest covers the answers; workbook and record go into the package just as they are."""
    path = lan.office.elsewhere.hand_out(plan_of(lan, tmp_path), lambda _: None)
    result = BytesIO()
    with pikepdf.open(path) as pdf:
        if wrong == "added":
            pdf.attachments["them.xml"] = b"<data/>"
        else:
            name = next(name for name in pdf.attachments if name.endswith("xlsx" if wrong == "workbook" else ".json"))
            stream = pdf.attachments[name].get_file().obj
            stream.write(stream.read_bytes().replace(b'"trial": true', b'"trial": false') + b"\n")
        pdf.save(result)
    path.write_bytes(lan.signer.sign_pdf(result.getvalue(), SigningOrder(field="ky_lanh_dao", at=MORNING)))
    taken = lan.office.elsewhere.judge(lan.dossier.dossier_id, path)
    assert taken.verdict is Verdict.FAILED
    assert "không còn như khi xuất" in taken.message.vi


def test_a_number_that_is_seen_otherwise_than_it_is_read_is_for_a_person_to_look_at(
    signed: Clerk, tmp_path: Path
) -> None:
    """Programs read the value of a field, people see a drawing of it."""
    dossier_id = signed.dossier.dossier_id
    pdf, said, shown = signed.office.issued.document(dossier_id).content, "Số: 146/TVM-NV", "Số: 999/TVM-NV"
    assert drawn_otherwise(pdf) == ()
    (drawn,) = drawn_texts(pdf, {NUMBER_FIELD: shown})
    path = tmp_path / "tra-lai.pdf"
    path.write_bytes(fill_fields(pdf, [FilledField(NUMBER_FIELD, said, drawn.drawing)]))
    assert signed.office.elsewhere.judge(dossier_id, path).verdict is Verdict.INDETERMINATE
    report = PackageVerifier(TrustAnchors.none(), signed.office.clock).verify(path)
    (told,) = (fact for fact in report.facts if fact.code is FactCode.FIELD_SHOWS)
    assert (told.holds, said in told.message.vi) == (None, True)


@pytest.mark.parametrize("number", ["1234", " 5 ", "12A"])
def test_what_was_numbered_can_be_packed(signed: Clerk, tmp_path: Path, number: str) -> None:
    desk, dossier_id = signed.office.issuing, signed.dossier.dossier_id
    desk.number(dossier_id, replace(ISSUED, number=number))
    assert drawn_otherwise(signed.office.issued.document(dossier_id).content) == ()
    report = packed(signed.office, dossier_id, tmp_path / "ra").report
    assert [fact.holds for fact in report.facts if fact.code is FactCode.OUTGOING_FITS] == [True]


@pytest.mark.parametrize(
    "facts",
    [
        IssueFacts(number="5", symbol="UBND" * 100),
        IssueFacts(number="5", symbol="\u202egnp.exe"),
        IssueFacts(number="5", symbol="😀"),
        IssueFacts(number="5", place="H" * 3000),
        IssueFacts(number="5", place="مرحبا"),
    ],
    ids=lambda facts: ascii(f"{facts.number}{facts.symbol}{facts.place}")[1:20],
)
def test_what_cannot_be_printed_in_its_place_is_refused_in_words(signed: Clerk, facts: IssueFacts) -> None:
    with refused("Chưa điền gì và số liệu không bị mất"):
        signed.office.issuing.number(signed.dossier.dossier_id, replace(facts, date=ISSUED.date))
    assert state_in(signed.office, signed.dossier.dossier_id) is State.SIGNED_BY_LEADER


# --- two computers --------------------------------------------------------------------------------------------------


def test_from_the_leader_to_the_clerk_and_back(signed: Clerk, elsewhere: Office, tmp_path: Path) -> None:
    here, dossier_id = signed.office, signed.dossier.dossier_id
    assert goes_to(here, elsewhere, dossier_id, tmp_path) is Standing.NEW
    elsewhere.issuing.number(dossier_id, ISSUED)
    assert goes_to(elsewhere, here, dossier_id, tmp_path) is Standing.NEWER
    assert (state_in(here, dossier_id), step_in(here, dossier_id)) == (State.NUMBERED, IssuedStep.NUMBERED)


def test_what_was_only_handed_out_there_is_known_here(lan: Clerk, elsewhere: Office, tmp_path: Path) -> None:
    here, dossier_id = lan.office, lan.dossier.dossier_id
    goes_to(here, elsewhere, dossier_id, tmp_path)
    elsewhere.elsewhere.hand_out(elsewhere.exporting.plan(dossier_id, tmp_path), lambda _: None)
    assert goes_to(elsewhere, here, dossier_id, tmp_path) is Standing.NEWER
    assert step_in(here, dossier_id) is IssuedStep.PREPARED


def test_when_both_went_on_the_document_of_the_copy_that_is_taken_counts(
    signed: Clerk, elsewhere: Office, tmp_path: Path
) -> None:
    """Never a state of one computer over a file of the other; in the end both have the same."""
    here, dossier_id = signed.office, signed.dossier.dossier_id
    goes_to(here, elsewhere, dossier_id, tmp_path)
    packed(elsewhere, dossier_id, tmp_path / "ra")
    here.issuing.number(dossier_id, ISSUED)
    assert goes_to(elsewhere, here, dossier_id, tmp_path) is Standing.APART
    assert (state_in(here, dossier_id), step_in(here, dossier_id)) == (State.PACKAGED_UNSEALED, IssuedStep.SIGNED)
    assert goes_to(here, elsewhere, dossier_id, tmp_path) is Standing.NEWER
    assert here.issued.files(dossier_id) == elsewhere.issued.files(dossier_id)
