"""The window on a home with samples, and the ways in that many pages share."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.profile import Signatory
from cbc_desktop.dossier.return_slip import ReturnSlip, SlipQuestion, slip_to_json
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.program import Program

SIZE = (1366, 768)
MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
SAMPLES = Path(__file__).parents[2] / "forms" / "837-btttt-cbc" / "sample"
_SIGNATURE = (SAMPLES / "chu-ky.png").read_bytes()
LEADER = Signatory("Hoàng Văn Mẫu", signature_image=_SIGNATURE)
"""As the sample's plan names who signs."""
OTHERS = (
    Signatory("TS. Bế Văn Mẫu", "Phó Chủ tịch", AuthorityForm.ON_BEHALF_FOR_HEAD, signature_image=_SIGNATURE),
    Signatory("Lý Thị Thử", "Chánh Văn phòng", AuthorityForm.BY_ORDER),
)
open_sample = partial(open_office, clock=FixedClock(MOMENT), identifiers=SeededIdentifiers(), who="lan")


def window_of(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def folder_of(program: Program) -> Path:
    """The folder of the sample's data."""
    return window_of(program).around.office.database.path.parent


def pause(milliseconds: int) -> None:
    """Lets the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(program: Program) -> None:
    while program.tasks.running:
        pause(20)


def sample_home(folder: Path) -> Path:
    """Four dossiers: one filled in and still a draft, a trial that was only begun, one packaged, one returned."""
    home = folder / "home"
    with open_sample(home) as office:
        campaign = office.filling.campaigns()[0]
        _fill(office, campaign.id, "04")
        office.filling.begin(campaign.id, "46", trial=True)
        finished = _fill(office, campaign.id, "20")
        finished.finalise()
        _return(office, _fill(office, campaign.id, "31"), home)
        trial = make_trial_identity(home, now=MOMENT, passphrase="thu", agency="Cơ quan thử nghiệm")
        signer = LocalSigner(load_pkcs12(trial.pkcs12, "thu", now=MOMENT))
        office.exporting.export(office.exporting.plan(finished.dossier_id, home / "out"), signer, lambda _: None)
    return home


def _fill(office: Office, campaign_id: str, agency: str) -> OpenDossier:
    dossier = office.filling.begin(campaign_id, agency)
    fill_in(dossier)
    return dossier


def fill_in(dossier: OpenDossier) -> None:
    for form_id in dossier.campaign.forms:
        fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))


def _return(office: Office, dossier: OpenDossier, folder: Path) -> None:
    """By a slip with three remarks; then it is reopened and one of them is dealt with."""
    revision = dossier.finalise()
    form_id = dossier.campaign.forms[0]
    session = dossier.form(form_id).session
    staff = session.tree.repeat(session.locate("/data/s1/q1_10/t1"))
    row = staff.rows[1]
    cell = next(name for name, node in row.members.items() if isinstance(node, LeafNode) and node.lexical.isdigit())
    questions = (
        SlipQuestion(form_id, "", "/data/s1/q1_06", "", "Thấp hơn nhiều so với năm 2021. Đề nghị kiểm tra lại."),
        SlipQuestion(form_id, row.id, f"{staff.path}/{cell}", "", "Không khớp với báo cáo của đơn vị."),
        SlipQuestion("", "", "", "", "Đề nghị gửi lại trước ngày 30/3/2022."),
    )
    agency, digest = dossier.agency.name_vi, revision.content_digest
    slip = ReturnSlip(revision.identity, agency, revision.number, digest, "Cục Báo chí", MOMENT, questions)
    path = folder / "phieu-tra-lai.json"
    path.write_bytes(slip_to_json(slip))
    office.filling.take_return(path)
    dossier.look_again()
    dossier.reopen()
    dossier.answer(form_id, session.locate("/data/s1/q1_06"), "91")
    dossier.delete_row(form_id, staff.rows[-1].id)
    dossier.settle_returned(dossier.returned_questions()[0])


def open_dossier(program: Program, agency: str) -> DossierView:
    window = window_of(program)
    stored = next(one for one in window.around.office.filling.dossiers() if one.identity.agency.code == agency)
    window.around.routes.open_dossier.emit(stored.identity.dossier_id)
    wait(program)
    view = window.findChild(DossierView)
    assert view is not None
    return view


def open_section(program: Program, number: int) -> None:
    view = open_dossier(program, "04")
    view.go(view.outline.keys()[number])


def keep_profile(office: Office, *signatories: Signatory) -> None:
    """Of the agency whose dossier is filled in, with its seal."""
    desk = office.profiles
    blank = desk.blank(office.filling.find("04").identity.agency)
    filled = replace(blank, place="Cao Bằng", symbol="UBND-VX", drafting_unit="VX", signatories=signatories)
    desk.keep(replace(filled, seal_image=(SAMPLES / "con-dau.png").read_bytes()))
