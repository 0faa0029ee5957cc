"""The second half of the demonstration: a leader's token, a number, the agency's seal, attested time, a package.

Authority, services and token are for practice, on this machine alone; nothing is sent anywhere.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import ProgressLine, Terminal
from cbc_desktop.documents.stamps.kinds import StampKind
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.exporting.exported import ExportResult
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.stamp_desk import prepared_stamp
from cbc_desktop.office import Office
from cbc_desktop.receiving.desk import ReceivingDesk
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.token.choice import chosen_key
from cbc_desktop.signing.token.doctor import examine_tokens
from cbc_desktop.signing.trial import CA_FILE, signer_in_file
from cbc_desktop.signing.trial_authority import TrialAuthority, TrialHolder
from cbc_desktop.signing.trial_services import TrialServices
from cbc_desktop.signing.trial_token import soft_module, trial_token
from cbc_desktop.signing.trust import TrustAnchors

LEADER, AGENCY = "Lãnh đạo THỬ NGHIỆM", "Cơ quan THỬ NGHIỆM"
LEADER_FILE, AGENCY_FILE = "thu-nghiem-lanh-dao.p12", "thu-nghiem-co-quan.p12"
SIGNATURE_IMAGE, SEAL_IMAGE = "chu-ky.png", "con-dau.png"
SEAL_MM = 36
TOKEN_LABEL = "THU NGHIEM"

BY_TOKEN = Message("Lãnh đạo ký bằng token thử nghiệm (SoftHSM2).", "The leader signs with a trial token (SoftHSM2).")
BY_FILE = Message(
    "Máy này không có SoftHSM2 nên lãnh đạo ký bằng tệp chứng thư thay cho token.",
    "This machine has no SoftHSM2: the leader signs with a certificate file instead of a token.",
)
NOW = Message("Bước hiện tại: {state}.", "The step now: {state}.")
WROTE = Message("Đã ghi {path}", "Wrote {path}")
JUDGED = Message("Kiểm tra gói {how}: {verdict}", "Verifying the package {how}: {verdict}")
WITHOUT_TRUST = Message("khi chưa tin cậy nơi cấp chứng thư", "without trusting the issuer")
WITH_TRUST = Message("với chứng thư gốc thử nghiệm", "trusting the trial authority")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """``samples`` is the folder of the campaign's sample, ``number`` what the clerk gives to the document."""

    office: Office
    dossier: OpenDossier
    out: Path
    number: str
    samples: Path

    @property
    def agency(self) -> str:
        return self.dossier.agency.name_vi

    @property
    def authority(self) -> Path:
        """Where the certificate of the authority for practice is written."""
        return self.out / CA_FILE


def issue(demo: Demonstration, services: TrialServices, terminal: Terminal) -> ExportResult:
    """All steps from the leader's signature to the package."""
    _keep_images(demo)
    _sign(demo, services.authority, terminal)
    _number(demo, terminal)
    result = _seal_and_pack(demo, services, terminal)
    for path in (result.document, result.workbook, result.package, result.mail):
        terminal.say(WROTE.filled(path=path))
    return result


def _keep_images(demo: Demonstration) -> None:
    """A profile of the agency that shows the sample's images, when the campaign has any."""
    signature, seal = demo.samples / SIGNATURE_IMAGE, demo.samples / SEAL_IMAGE
    if not (signature.is_file() and seal.is_file()):
        return
    stamps, profile = demo.office.stamps, demo.office.profiles.keep_from(demo.dossier)
    kept = stamps.keep_signature(profile, profile.signatories[0], prepared_stamp(signature, StampKind.SIGNATURE))
    stamps.keep_seal(kept, prepared_stamp(seal, StampKind.SEAL), SEAL_MM)


def _sign(demo: Demonstration, authority: TrialAuthority, terminal: Terminal) -> None:
    desk = demo.office.issuing
    with _leader(demo, authority.signer(demo.agency, LEADER), terminal) as signer:
        desk.sign(demo.office.exporting.plan(demo.dossier.dossier_id, demo.out), signer, terminal.say)
    _tell_state(demo, terminal)


def _number(demo: Demonstration, terminal: Terminal) -> None:
    facts = demo.dossier.stored.revision.facts
    today = demo.office.clock.now().date()
    demo.office.issuing.number(demo.dossier.dossier_id, replace(facts, number=demo.number, date=today))
    _tell_state(demo, terminal)


def _seal_and_pack(demo: Demonstration, services: TrialServices, terminal: Terminal) -> ExportResult:
    desk, dossier_id = demo.office.issuing, demo.dossier.dossier_id
    _trust(demo, services)
    with _with_file(demo, services.authority.signer(demo.agency, AGENCY), AGENCY_FILE) as signer:
        desk.seal(dossier_id, signer, terminal.say)
        _tell_state(demo, terminal)
        for trouble in desk.extend(dossier_id, demo.office.trust.own, ProgressLine(terminal)):
            terminal.trouble(trouble)
        return desk.package(desk.documents.plan(dossier_id, demo.out), signer, terminal.say)


def _trust(demo: Demonstration, services: TrialServices) -> None:
    """As a person does who has compared the fingerprint, and switches the services on."""
    write_atomically(demo.authority, services.authority.pem, private=False)
    trust_for_practice(demo.office, demo.authority)
    demo.office.trust.own.choose_services(services.services)


def trust_for_practice(office: Office, authority: Path) -> None:
    """The certificate in the file ``authority``."""
    (candidate,) = office.trust.candidates(authority)
    office.trust.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="demo")


@contextmanager
def _leader(demo: Demonstration, holder: TrialHolder, terminal: Terminal) -> Iterator[Signer]:
    if soft_module() is None:
        terminal.say(BY_FILE)
        with _with_file(demo, holder, LEADER_FILE) as signer:
            yield signer
        return
    terminal.say(BY_TOKEN)
    pin = str(secrets.randbelow(10**8)).zfill(8)
    now = demo.office.clock.now()
    with trial_token(holder, demo.out / "token", TOKEN_LABEL, pin):
        source = chosen_key(examine_tokens(now=now), token=TOKEN_LABEL).source()
        with open_signer(source, Secret.typed(pin), now=now) as signer:
            yield signer


def _with_file(demo: Demonstration, holder: TrialHolder, name: str) -> AbstractContextManager[Signer]:
    return signer_in_file(demo.out / name, holder, demo.agency, now=demo.office.clock.now())


def judge_twice(demo: Demonstration, result: ExportResult, terminal: Terminal) -> int:
    """0 when the package passes with the trial authority trusted, and is indeterminate without it."""
    verdicts = []
    nobody = ReceivingDesk(demo.office.clock, TrustAnchors.none())
    for how, desk in ((WITHOUT_TRUST, nobody), (WITH_TRUST, demo.office.receiving)):
        report = desk.verify(result.package)
        verdicts.append(report.verdict.value)
        terminal.say(JUDGED.filled(how=terminal.text(how), verdict=report.lines(terminal.language)[0]))
    return 0 if verdicts == ["indeterminate", "passed"] else 1


def _tell_state(demo: Demonstration, terminal: Terminal) -> None:
    state = demo.office.store.dossiers.get(demo.dossier.dossier_id).revision.state
    terminal.say(NOW.filled(state=terminal.text(STATE_TITLES[state])))
