"""A leader signs, a clerk numbers and seals, a package leaves: here, in another program, or with pen and ink."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from clerk import MORNING, NUMBERED, Clerk, OpenOffice, refused
from command_line import Command
from invented_campaign import AGENCY, BOOKS, CAMPAIGN
from PIL import Image
from scanner import code_pages_of, page_image

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import State
from cbc_desktop.exporting.exported import ExportPlan, ExportResult
from cbc_desktop.exporting.taking_back import TakenBack
from cbc_desktop.office import Office, open_office
from cbc_desktop.package.archive import read_archive
from cbc_desktop.package.facts import LACKING, FactCode
from cbc_desktop.package.outgoing import OutgoingDocument
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.signer import LocalSigner, Signer
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, Verdict
from cbc_desktop.store.issued import IssuedStep

NOT_NUMBERED = replace(NUMBERED, number="")
ISSUED = replace(NUMBERED, number="5", date=dt.date(2030, 2, 7))


@pytest.fixture(scope="session")
def clerk_signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    """The agency's own certificate, beside the leader's."""
    files = make_trial_identity(tmp_path_factory.mktemp("agency"), now=MORNING, passphrase="x", agency="Cơ quan")
    return LocalSigner(load_pkcs12(files.pkcs12, "x", now=MORNING))


@pytest.fixture
def finalised(lan: Clerk) -> Clerk:
    lan.fills_in()
    lan.dossier.set_facts(NOT_NUMBERED)
    lan.finalises()
    return lan


@pytest.fixture
def practising(office: Office, signer: Signer) -> Clerk:
    """Lan in a dossier for practice, where trial certificates may sign."""
    lan = Clerk(office, signer, office.filling.begin(CAMPAIGN, AGENCY, trial=True))
    lan.fills_in()
    lan.finalises()
    return lan


@pytest.fixture
def signed(finalised: Clerk) -> Clerk:
    desk = finalised.office.issuing
    desk.sign(plan_of(finalised), finalised.signer, lambda _: None)
    return finalised


def plan_of(lan: Clerk, folder: Path = Path()) -> ExportPlan:
    return lan.office.exporting.plan(lan.dossier.dossier_id, folder)


def answers_anew(lan: Clerk) -> None:
    lan.dossier.reopen()
    lan.answers(BOOKS, "152")
    lan.finalises()


def state_of(lan: Clerk) -> State:
    return lan.office.store.dossiers.get(lan.dossier.dossier_id).revision.state


def packed(lan: Clerk, folder: Path, signer: Signer | None = None) -> ExportResult:
    desk = lan.office.issuing
    return desk.package(lan.office.issued.plan(lan.dossier.dossier_id, folder), signer, lambda _: None)


def current(lan: Clerk) -> bytes:
    *_, last = (file for file in lan.office.issued.files(lan.dossier.dossier_id) if file.step is not IssuedStep.SCANNED)
    return last.content


def text_field(pdf: bytes, name: str) -> str:
    with pikepdf.open(BytesIO(pdf)) as document:
        return next(str(field.V) for field in document.Root.AcroForm.Fields if str(field.T) == name)


def holding(lan: Clerk, result: ExportResult, code: FactCode) -> bool | None:
    return next(fact.holds for fact in result.report.facts if fact.code is code)


def outgoing_in(result: ExportResult) -> OutgoingDocument:
    return OutgoingDocument.from_xml(read_archive(result.package).parts["outgoing.xml"])


# --- here -----------------------------------------------------------------------------------------------------------


def test_leader_number_seal_and_package_one_after_the_other(
    signed: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    desk, dossier_id = signed.office.issuing, signed.dossier.dossier_id
    assert state_of(signed) is State.SIGNED_BY_LEADER
    desk.number(dossier_id, ISSUED)
    assert text_field(current(signed), "so_ky_hieu") == "Số: 05/TVM-NV"
    assert text_field(current(signed), "dia_danh_ngay") == "Mẫu, ngày 07 tháng 02 năm 2030"
    assert not desk.doubts_of_seal(dossier_id, clerk_signer)
    assert desk.doubts_of_seal(dossier_id, signed.signer), "that is the leader's own"
    desk.seal(dossier_id, clerk_signer, lambda _: None)
    leader, agency = verify_pdf(current(signed), TrustAnchors.none(), at=MORNING)
    assert (leader.changes_after, agency.changes_after) == (ChangesAfter.PERMITTED, ChangesAfter.NONE)
    assert (leader.intact, agency.intact, agency.covers_whole_file) == (True, True, True)

    result = packed(signed, tmp_path / "ra", clerk_signer)
    assert state_of(signed) is State.PACKAGED
    assert result.report.verdict is Verdict.INDETERMINATE  # nobody trusts a trial authority by itself
    assert holding(signed, result, FactCode.OUTGOING_FITS) is True
    assert result.document.read_bytes() == current(signed)
    outgoing = outgoing_in(result)
    assert (outgoing.number, outgoing.issued) == ("05", ISSUED.date)
    events = [entry.event for entry in signed.office.store.journal.of(dossier_id)]
    assert events[-4:] == ["sign", "number", "seal", "exported"]


def test_a_number_may_be_corrected_until_the_seal_and_not_afterwards(signed: Clerk, clerk_signer: Signer) -> None:
    desk, dossier_id = signed.office.issuing, signed.dossier.dossier_id
    desk.number(dossier_id, ISSUED)
    desk.number(dossier_id, replace(ISSUED, number="146"))
    assert text_field(current(signed), "so_ky_hieu") == "Số: 146/TVM-NV"
    desk.seal(dossier_id, clerk_signer, lambda _: None)
    with refused("cấp số"):
        desk.number(dossier_id, ISSUED)


def test_a_number_that_the_leader_signed_stays(finalised: Clerk) -> None:
    desk, dossier_id = finalised.office.issuing, finalised.dossier.dossier_id
    finalised.dossier.set_facts(replace(ISSUED, number="05"))
    desk.sign(plan_of(finalised), finalised.signer, lambda _: None)
    with refused("Khi ký, ô “Số, ký hiệu văn bản” đã ghi “Số: 05/TVM-NV”"):
        desk.number(dossier_id, replace(ISSUED, number="146"))
    assert state_of(finalised) is State.SIGNED_BY_LEADER
    desk.number(dossier_id, ISSUED)
    assert state_of(finalised) is State.NUMBERED


def test_a_number_is_never_without_a_symbol(finalised: Clerk) -> None:
    """Where nobody chose one, the document shows the agency's: forms and journals say the same."""
    desk, dossier_id = finalised.office.issuing, finalised.dossier.dossier_id
    finalised.dossier.set_facts(replace(NOT_NUMBERED, symbol=""))
    desk.sign(plan_of(finalised), finalised.signer, lambda _: None)
    desk.number(dossier_id, replace(ISSUED, symbol=""))
    finalised.dossier.look_again()
    symbol = finalised.dossier.stored.revision.facts.symbol
    assert text_field(current(finalised), "so_ky_hieu") == f"Số: 05/{symbol}"


def test_a_place_for_which_the_page_has_no_room_is_refused_and_not_cut_off(finalised: Clerk) -> None:
    finalised.dossier.set_facts(
        replace(NOT_NUMBERED, place="Thành phố Mẫu trực thuộc tỉnh Mẫu, phường Thử Nghiệm số 12")
    )
    with refused("quá dài"):
        finalised.office.issuing.sign(plan_of(finalised), finalised.signer, lambda _: None)
    finalised.dossier.set_facts(NOT_NUMBERED)
    finalised.office.issuing.sign(plan_of(finalised), finalised.signer, lambda _: None)


def test_what_is_on_the_document_is_not_changed_beside_it(signed: Clerk) -> None:
    signed.office.issuing.number(signed.dossier.dossier_id, ISSUED)
    signed.dossier.look_again()
    with refused("hãy cấp số lại"):
        signed.dossier.set_facts(replace(ISSUED, number="99"))
    signed.dossier.set_facts(replace(signed.dossier.stored.revision.facts, sent=dt.date(2030, 2, 8)))


@pytest.mark.parametrize(
    "wrong", [{"number": "0"}, {"symbol": "146/TVM-NV"}, {"symbol": "tvm-nv"}, {"symbol": "TVM NV"}]
)
def test_number_and_symbol_are_as_the_decree_writes_them_wherever_they_are_given(
    finalised: Clerk, wrong: dict[str, str]
) -> None:
    with refused("không phải là"):
        finalised.dossier.set_facts(replace(NOT_NUMBERED, **wrong))
    assert finalised.dossier.stored.revision.facts == NOT_NUMBERED
    finalised.dossier.set_facts(replace(NOT_NUMBERED, number="5", symbol="TVM-KT&HT1"))
    assert finalised.dossier.stored.revision.facts.number == "05"


def test_the_command_line_doubts_a_date_that_is_given_beside_the_document(
    open_lans_office: OpenOffice, clerk_signer: Signer, cbc: Command
) -> None:
    with open_lans_office() as office:
        lan = Clerk(office, clerk_signer, office.filling.begin(CAMPAIGN, AGENCY))
        lan.fills_in()
        lan.finalises()
    assert "is still to come" in cbc("facts", AGENCY, "--date", "1/1/2099", lang="en").err
    assert cbc("facts", AGENCY, "--date", "").err == ""


@pytest.mark.parametrize("number", ["abc", "", "12/UBND", "-3", "00", "0x"])
def test_a_number_is_one(signed: Clerk, number: str) -> None:
    with refused("không phải là số văn bản"):
        signed.office.issuing.number(signed.dossier.dossier_id, replace(ISSUED, number=number))


def test_a_signed_document_that_is_given_up_for_another_is_told(signed: Clerk) -> None:
    told = [finding.code for finding in signed.office.issuing.findings(plan_of(signed))]
    assert told[-1] == "document.given-up"


def test_nobody_seals_what_the_leader_has_not_signed(finalised: Clerk, clerk_signer: Signer) -> None:
    with refused("Chưa có văn bản nào được ký"):
        finalised.office.issuing.seal(finalised.dossier.dossier_id, clerk_signer, lambda _: None)
    assert state_of(finalised) is State.FINALISED


def test_the_leader_may_sign_anew_until_the_document_has_a_number(signed: Clerk) -> None:
    desk = signed.office.issuing
    desk.sign(plan_of(signed), signed.signer, lambda _: None)
    assert [file.step for file in signed.office.issued.files(signed.dossier.dossier_id)] == [IssuedStep.SIGNED]
    desk.number(signed.dossier.dossier_id, ISSUED)
    with refused("ký số"):
        desk.sign(plan_of(signed), signed.signer, lambda _: None)
    kept = signed.office.database.query("SELECT count(*) FROM issued WHERE step = 'signed'")
    assert kept == [(2,)]  # what was given up is not lost


def test_signed_but_not_sealed_it_may_leave_and_be_sealed_later(
    signed: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    packed(signed, tmp_path / "som")
    assert state_of(signed) is State.PACKAGED_UNSEALED
    desk = signed.office.issuing
    desk.number(signed.dossier.dossier_id, ISSUED)
    desk.seal(signed.dossier.dossier_id, clerk_signer, lambda _: None)
    result = packed(signed, tmp_path / "muon")
    assert result.report.container_signature is None
    assert state_of(signed) is State.PACKAGED


def test_what_a_package_lacks_is_told_to_its_sender_and_to_whoever_checks_it(
    signed: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    """Number, date and seal may come elsewhere, so it is packed all the same; practice is asked for nothing."""
    desk, dossier_id = signed.office.issuing, signed.dossier.dossier_id
    report = packed(signed, tmp_path / "som").report
    lacking = [fact for fact in report.facts if fact.code in LACKING]
    assert [(fact.holds, "văn bản thật thì phải có" in fact.message.vi) for fact in lacking] == [(True, True)] * 3
    assert not any(fact.code is FactCode.OUTGOING_FITS for fact in report.facts), "blanks agree with nothing"
    (told,) = signed.office.handing_off.findings(dossier_id)
    assert "chưa có số văn bản, ngày ban hành, dấu hoặc chữ ký số của cơ quan:" in told.message.vi
    desk.number(dossier_id, ISSUED)
    assert packed(signed, tmp_path / "co-so").report.lacking == (FactCode.AGENCY_SIGNED,)
    desk.number(dossier_id, ISSUED)
    desk.seal(dossier_id, clerk_signer, lambda _: None)
    packed(signed, tmp_path / "du")
    assert signed.office.handing_off.findings(dossier_id) == []


def test_what_replaces_an_issued_document_names_it_and_its_number_given_again_is_doubted(
    signed: Clerk, tmp_path: Path
) -> None:
    desk, dossier_id = signed.office.issuing, signed.dossier.dossier_id
    desk.number(dossier_id, ISSUED)
    assert plan_of(signed).replaced is None
    signed.dossier.look_again()
    answers_anew(signed)
    desk.sign(plan_of(signed), signed.signer, lambda _: None)
    replaced = "thay thế Công văn số 05/TVM-NV ngày 07 tháng 02 năm 2030"
    said, _ = signed.office.exporting.press.heading(plan_of(signed)).paragraphs
    assert said == f"Văn bản này {replaced} của Thư viện tỉnh Mẫu."
    told = [doubt.vi for doubt in desk.limits(dossier_id).doubts(ISSUED)]
    assert any("Số 5 ngày 07/02/2030 là số, ngày của văn bản đã phát hành" in doubt for doubt in told)
    packed(signed, tmp_path)
    words = signed.office.handing_off.words(dossier_id)
    assert (replaced in words.subject, words.body) == (True, f"Kính gửi Vụ Thư viện: - {plan_of(signed).name}.zip")


# --- in another program ---------------------------------------------------------------------------------------------


def signed_elsewhere(path: Path, signer: Signer) -> Path:
    """Another program signs the very bytes that it was given."""
    signed = signer.sign_pdf(path.read_bytes(), SigningOrder(field="ky_lanh_dao", at=MORNING))
    path.with_name("da-ky.pdf").write_bytes(signed)
    return path.with_name("da-ky.pdf")


def test_what_another_program_signed_is_taken_back(practising: Clerk, clerk_signer: Signer, tmp_path: Path) -> None:
    desk, dossier_id = practising.office.issuing, practising.dossier.dossier_id
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    assert state_of(practising) is State.FINALISED
    taken = practising.office.elsewhere.judge(dossier_id, signed_elsewhere(handed_out, clerk_signer))
    assert taken.verdict is Verdict.PASSED
    practising.office.elsewhere.take_back(dossier_id, taken)
    assert state_of(practising) is State.SIGNED_BY_LEADER
    desk.number(dossier_id, ISSUED)
    desk.seal(dossier_id, practising.signer, lambda _: None)
    assert packed(practising, tmp_path / "ra").report.verdict is Verdict.INDETERMINATE
    assert state_of(practising) is State.PACKAGED


def test_a_program_that_wrote_the_file_anew_leaves_the_decision_to_a_person(
    practising: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    dossier_id = practising.dossier.dossier_id
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    with pikepdf.open(handed_out, allow_overwriting_input=True) as document:
        document.save(handed_out)
    taken = practising.office.elsewhere.judge(dossier_id, signed_elsewhere(handed_out, clerk_signer))
    assert taken.verdict is Verdict.INDETERMINATE
    with refused("hãy xác nhận"):
        practising.office.elsewhere.take_back(dossier_id, taken)
    assert state_of(practising) is State.FINALISED
    with refused("Hãy ghi số và ngày"):
        practising.office.elsewhere.take_back(dossier_id, taken, accepted=True, sealed=True)
    practising.office.elsewhere.take_back(dossier_id, taken, accepted=True, sealed=True, given=ISSUED)
    assert state_of(practising) is State.SEALED
    outgoing = outgoing_in(packed(practising, tmp_path / "ra"))
    assert (outgoing.number, outgoing.issued) == ("05", ISSUED.date)


def test_a_signature_in_the_field_of_the_agency_is_not_the_leaders(
    practising: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    dossier_id = practising.dossier.dossier_id
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    wrong = clerk_signer.sign_pdf(handed_out.read_bytes(), SigningOrder(field="ky_co_quan", at=MORNING))
    handed_out.with_name("sai-o.pdf").write_bytes(wrong)
    taken = practising.office.elsewhere.judge(dossier_id, handed_out.with_name("sai-o.pdf"))
    with refused("ô dành cho cơ quan"):
        practising.office.elsewhere.take_back(dossier_id, taken)


@pytest.fixture
def numbered_there(practising: Clerk, clerk_signer: Signer, tmp_path: Path) -> TakenBack:
    """The leader's program filled in number and date, drawn as it likes, before he signed."""
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    texts = {"so_ky_hieu": "Số: 123/TVM-HT", "dia_danh_ngay": "Hà Mẫu, ngày 7/2/2030"}
    fields = [FilledField(name, text, b"") for name, text in texts.items()]
    handed_out.write_bytes(fill_fields(handed_out.read_bytes(), fields))
    signed = signed_elsewhere(handed_out, clerk_signer)
    taken = practising.office.elsewhere.judge(practising.dossier.dossier_id, signed)
    assert "ô đó" in taken.message.vi
    return taken


def test_the_number_of_another_program_is_read_from_its_field(
    practising: Clerk, numbered_there: TakenBack, tmp_path: Path
) -> None:
    desk, dossier_id = practising.office.elsewhere, practising.dossier.dossier_id
    facts = desk.take_back(dossier_id, numbered_there, accepted=True, sealed=True)
    assert facts == IssueFacts(number="123", symbol="TVM-HT", date=ISSUED.date, place="Hà Mẫu")
    result = packed(practising, tmp_path / "ra")
    assert (outgoing_in(result).number, outgoing_in(result).notation) == ("123", "TVM-HT")
    assert holding(practising, result, FactCode.OUTGOING_FITS) is True


def test_the_command_line_names_the_options_with_which_a_person_decides(
    open_lans_office: OpenOffice, clerk_signer: Signer, cbc: Command, tmp_path: Path
) -> None:
    with open_lans_office() as office:
        lan = Clerk(office, clerk_signer, office.filling.begin(CAMPAIGN, AGENCY, trial=True))
        lan.fills_in()
        lan.finalises()
        handed_out = office.elsewhere.hand_out(plan_of(lan, tmp_path), lambda _: None)
    with pikepdf.open(handed_out, allow_overwriting_input=True) as document:
        document.save(handed_out)
    taking = ("take-back", lan.dossier.dossier_id, signed_elsewhere(handed_out, clerk_signer), "--sealed")
    assert "thêm --accept" in cbc(*taking).err
    assert "add --number NUMBER --date DAY" in cbc(*taking, "--accept", lang="en").err
    done = cbc(*taking, "--accept", "--number", "5", "--date", "7/2/2030", "--symbol", "TVM-NV")
    assert (done.code, "Văn bản số 05/TVM-NV, ngày 07/02/2030." in done.out) == (0, True)


def test_what_a_person_reads_otherwise_than_the_file_says_is_not_taken(
    practising: Clerk, numbered_there: TakenBack
) -> None:
    desk, dossier_id = practising.office.elsewhere, practising.dossier.dossier_id
    with refused("“123”, còn anh/chị ghi “05”"):
        desk.take_back(dossier_id, numbered_there, accepted=True, sealed=True, given=ISSUED)
    assert state_of(practising) is State.FINALISED


def test_a_number_that_stood_there_when_the_leader_signed_is_known_to_the_clerk(
    practising: Clerk, numbered_there: TakenBack
) -> None:
    dossier_id = practising.dossier.dossier_id
    practising.office.elsewhere.take_back(dossier_id, numbered_there, accepted=True)
    practising.dossier.look_again()
    assert practising.dossier.stored.revision.facts.number == "123"
    practising.office.issuing.number(dossier_id, practising.dossier.stored.revision.facts)
    assert state_of(practising) is State.NUMBERED


def test_nothing_unsigned_is_handed_out_once_it_is_signed(signed: Clerk, tmp_path: Path) -> None:
    before = current(signed)
    with refused("không đưa bản chưa ký ra nữa"):
        signed.office.elsewhere.hand_out(plan_of(signed, tmp_path), lambda _: None)
    assert current(signed) == before


def test_a_second_copy_is_compared_with_what_was_handed_out(
    practising: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    dossier_id = practising.dossier.dossier_id
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    practising.office.elsewhere.take_back(
        dossier_id, practising.office.elsewhere.judge(dossier_id, signed_elsewhere(handed_out, clerk_signer))
    )
    again = practising.signer.sign_pdf(handed_out.read_bytes(), SigningOrder(field="ky_lanh_dao", at=MORNING))
    handed_out.with_name("lai.pdf").write_bytes(again)
    taken = practising.office.elsewhere.judge(dossier_id, handed_out.with_name("lai.pdf"))
    assert taken.verdict is Verdict.PASSED
    practising.office.elsewhere.take_back(dossier_id, taken)


def test_a_trial_certificate_signs_no_real_document(finalised: Clerk, clerk_signer: Signer, tmp_path: Path) -> None:
    desk, dossier_id = finalised.office.issuing, finalised.dossier.dossier_id
    handed_out = finalised.office.elsewhere.hand_out(plan_of(finalised, tmp_path), lambda _: None)
    taken = finalised.office.elsewhere.judge(dossier_id, signed_elsewhere(handed_out, clerk_signer))
    assert taken.verdict is Verdict.FAILED
    assert "THỬ NGHIỆM" in taken.message.vi
    finalised.office.elsewhere.sign_with_pen(
        plan_of(finalised), [], TakenBack(Verdict.PASSED, Message("", "")), lambda _: None
    )
    desk.number(dossier_id, ISSUED)
    with refused("THỬ NGHIỆM"):
        desk.seal(dossier_id, clerk_signer, lambda _: None)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("unsigned", "chưa có chữ ký số"),
        ("other", "là bản của lần chốt 1"),
        ("altered", "không còn đúng"),
        ("no-pdf", "PDF"),
    ],
)
def test_what_is_not_our_signed_document_is_not_taken(
    practising: Clerk, clerk_signer: Signer, tmp_path: Path, wrong: str, told: str
) -> None:
    dossier_id = practising.dossier.dossier_id
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    returned = handed_out.with_name("tra-lai.pdf")
    if wrong == "unsigned":
        returned.write_bytes(handed_out.read_bytes())
    elif wrong == "altered":
        content = bytearray(signed_elsewhere(handed_out, clerk_signer).read_bytes())
        content[content.index(b"xpacket end") - 3] ^= 1  # in the metadata, which every reader skips over
        returned.write_bytes(content)
    elif wrong == "no-pdf":
        returned.write_bytes(b"%PDF-1.7 hong")
    else:
        returned = signed_elsewhere(handed_out, clerk_signer)
        answers_anew(practising)
        practising.office.elsewhere.hand_out(plan_of(practising, tmp_path / "2"), lambda _: None)
    taken = practising.office.elsewhere.judge(dossier_id, returned)
    assert taken.verdict is Verdict.FAILED
    assert told in taken.message.vi
    with refused("Chưa nhận"):
        practising.office.elsewhere.take_back(dossier_id, taken, accepted=True)


def test_the_signed_file_of_an_earlier_revision_is_told_by_its_number(
    practising: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    """The answers may be the same ones."""
    handed_out = practising.office.elsewhere.hand_out(plan_of(practising, tmp_path), lambda _: None)
    returned = signed_elsewhere(handed_out, clerk_signer)
    practising.dossier.reopen()
    practising.finalises()
    practising.office.elsewhere.hand_out(plan_of(practising, tmp_path / "2"), lambda _: None)
    taken = practising.office.elsewhere.judge(practising.dossier.dossier_id, returned)
    assert "là bản của lần chốt 1, còn hồ sơ nay ở lần 2" in taken.message.vi


# --- with pen and ink -----------------------------------------------------------------------------------------------


def scanned(pdf: Path, folder: Path) -> list[Path]:
    """All pages, as a scanner makes them: those with codes at 200 dpi."""
    folder.mkdir(exist_ok=True)
    with pikepdf.open(pdf) as document:
        pages = range(1, len(document.pages) + 1)
    for page in pages:
        page_image(pdf, page, 200 if page in code_pages_of(pdf) else 50).save(folder / f"trang {page}.png")
    return [folder / f"trang {page}.png" for page in pages]


def test_signed_with_a_pen_and_stamped_with_ink(finalised: Clerk, tmp_path: Path) -> None:
    desk, exporting = finalised.office.issuing, finalised.office.exporting
    plan = plan_of(finalised, tmp_path)
    printed = tmp_path / "in.pdf"
    printed.write_bytes(exporting.unsigned(plan, lambda _: None))
    scans = scanned(printed, tmp_path / "quet")
    taken = finalised.office.elsewhere.judge_paper(plan, scans)
    assert taken.verdict is Verdict.PASSED
    finalised.office.elsewhere.sign_with_pen(plan, scans, taken, lambda _: None)
    assert state_of(finalised) is State.SIGNED_BY_LEADER
    dossier_id = finalised.dossier.dossier_id
    desk.number(dossier_id, ISSUED)
    with refused("chính là bản quét đã nhận ở bước ký"):
        finalised.office.elsewhere.stamp(dossier_id, scans, finalised.office.elsewhere.judge_stamped(dossier_id, scans))
    Image.open(scans[0]).rotate(0.5).save(scans[0])
    finalised.office.elsewhere.stamp(dossier_id, scans, finalised.office.elsewhere.judge_stamped(dossier_id, scans))
    assert state_of(finalised) is State.SEALED
    result = packed(finalised, tmp_path / "ra")
    assert holding(finalised, result, FactCode.SCANS_SHOW) is True
    assert result.report.verdict is Verdict.INDETERMINATE  # ink is for people to look at
    names = [name for name in read_archive(result.package).parts if name.startswith("scans/")]
    assert names == [
        f"scans/{step}-{place:02d}-trang-{path.stem.split()[1]}.png"
        for step in ("dau", "ky")
        for place, path in enumerate(scans, 1)
    ]


def test_the_command_line_tells_the_pages_of_a_scan_as_one_step(
    open_lans_office: OpenOffice, clerk_signer: Signer, cbc: Command, tmp_path: Path
) -> None:
    with open_lans_office() as office:
        lan = Clerk(office, clerk_signer, office.filling.begin(CAMPAIGN, AGENCY))
        lan.fills_in()
        lan.finalises()
        printed = tmp_path / "in.pdf"
        printed.write_bytes(office.exporting.unsigned(plan_of(lan, tmp_path), lambda _: None))
    scans = scanned(printed, tmp_path / "quet")
    assert cbc("sign-pen", lan.dossier.dossier_id, *scans).code == 0
    told = cbc("issued", lan.dossier.dossier_id, lang="en").out
    assert len(scans) == 5
    assert "Scan of the paper: 5 files, ky-01-trang-1.png to ky-05-trang-5.png" in told


def test_a_scan_that_lacks_pages_is_for_a_person_to_decide(finalised: Clerk, tmp_path: Path) -> None:
    plan = plan_of(finalised, tmp_path)
    printed = tmp_path / "in.pdf"
    printed.write_bytes(finalised.office.exporting.unsigned(plan, lambda _: None))
    taken = finalised.office.elsewhere.judge_paper(plan, scanned(printed, tmp_path / "quet")[1:])
    assert taken.verdict is Verdict.INDETERMINATE
    assert "trang mang chữ ký" in taken.message.vi


def test_the_pages_with_codes_that_a_scan_lacks_are_named(finalised: Clerk, tmp_path: Path) -> None:
    plan = plan_of(finalised, tmp_path)
    printed = tmp_path / "in.pdf"
    printed.write_bytes(finalised.office.exporting.unsigned(plan, lambda _: None))
    first, second = code_pages_of(printed)
    scans = scanned(printed, tmp_path / "quet")
    del scans[second - 1]
    taken = finalised.office.elsewhere.judge_paper(plan, scans)
    assert taken.verdict is Verdict.INDETERMINATE
    assert f"thiếu mã phần 2/2: trang {second} của tệp PDF (“MÃ SỐ LIỆU CỦA PHỤ LỤC II”)" in taken.message.vi
    assert f"trang {first} " not in taken.message.vi
    finalised.office.elsewhere.sign_with_pen(plan, scans, taken, lambda _: None, accepted=True)
    finalised.office.issuing.number(finalised.dossier.dossier_id, ISSUED)
    (told,) = [fact for fact in packed(finalised, tmp_path / "ra").report.facts if fact.code is FactCode.SCANS_SHOW]
    assert f"trang {second} của tệp PDF" in told.message.vi


def test_a_scan_without_codes_is_for_a_person_to_decide(finalised: Clerk, tmp_path: Path) -> None:
    blank = tmp_path / "trang.png"
    Image.new("RGB", (800, 1100), "white").save(blank)
    plan = plan_of(finalised, tmp_path)
    taken = finalised.office.elsewhere.judge_paper(plan, [blank])
    assert taken.verdict is Verdict.INDETERMINATE
    assert "không thấy mã nào; mã nằm ở trang 3 của tệp PDF (“MÃ SỐ LIỆU CỦA PHỤ LỤC I”), trang 5" in taken.message.vi
    with refused("Không đọc đủ mã"):
        finalised.office.elsewhere.sign_with_pen(plan, [blank], taken, lambda _: None)
    finalised.office.elsewhere.sign_with_pen(plan, [blank], taken, lambda _: None, accepted=True)
    assert state_of(finalised) is State.SIGNED_BY_LEADER


def test_the_scan_of_another_revision_is_refused(finalised: Clerk, tmp_path: Path) -> None:
    first = tmp_path / "1.pdf"
    first.write_bytes(finalised.office.exporting.unsigned(plan_of(finalised), lambda _: None))
    answers_anew(finalised)
    plan = plan_of(finalised, tmp_path)
    taken = finalised.office.elsewhere.judge_paper(plan, scanned(first, tmp_path / "quet"))
    assert taken.verdict is Verdict.FAILED
    with refused("số liệu khác"):
        finalised.office.elsewhere.sign_with_pen(plan, [first], taken, lambda _: None, accepted=True)


def test_what_was_signed_travels_with_the_dossier_to_another_computer(
    signed: Clerk, clerk_signer: Signer, tmp_path: Path
) -> None:
    """The leader's computer is not the clerk's."""
    copy = signed.office.carrying.copy_out(signed.dossier.dossier_id, tmp_path).path
    with open_office(tmp_path / "van-thu", campaigns=signed.office.catalogue.campaign(CAMPAIGN).folder.parent) as other:
        other.carrying.take(other.carrying.look_at(copy))
        other.issuing.number(signed.dossier.dossier_id, ISSUED)
        other.issuing.seal(signed.dossier.dossier_id, clerk_signer, lambda _: None)
        *_, last = other.issued.files(signed.dossier.dossier_id)
        assert last.content.startswith(current(signed))
