"""The command that tries the program out where it was installed: fill in, sign, hand over, verify, receive.

Everything happens in a folder of its own, which is removed; no network, no token and no screen is needed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from cbc_desktop import __version__
from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.this_program import this_program
from cbc_desktop.cli.sample_dossier import fill_sample, sample_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.office import Office, open_catalogue, open_office
from cbc_desktop.receiving.desk import ReceivingDesk
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial import CA_FILE, signer_in_file
from cbc_desktop.signing.trial_authority import TrialAuthority
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

_WHO = "self-test"
_SECONDS_FOR_THE_WINDOW = 120

_ABOUT = Message(
    "CBC {version} ({packing}): tự kiểm tra trong một thư mục tạm, xong thì xóa.",
    "CBC {version} ({packing}): trying itself out in a temporary folder, which is removed.",
)
_PACKED, _INTERPRETED = Message("bản đóng gói", "packed"), Message("chạy bằng Python", "run by Python")
_FORMS = Message("Đọc các biểu mẫu", "Read the forms")
_FILL = Message("Lập hồ sơ mẫu và nhập câu trả lời", "Begin the sample dossier and fill it in")
_FINALISE = Message("Chốt hồ sơ", "Finalise the dossier")
_SIGN = Message("Dựng văn bản, lãnh đạo ký", "Make the document, the leader signs")
_NUMBER = Message("Cấp số, ngày", "Give number and date")
_PACK = Message("Cơ quan ký số, đóng gói", "The agency signs, the package is made")
_VERIFY = Message("Kiểm tra gói", "Verify the package")
_RECEIVE = Message("Nhận gói ở nơi nhận", "Receive the package at the other office")
_WINDOW = Message("Mở cửa sổ, vẽ, rồi đóng", "Open the window, paint it, close it")
_FAILED = Message("HỎNG", "FAILED")
_WORKS = Message("Phần mềm hoạt động tốt trên máy này.", "The program works on this computer.")
_OTHERWISE = Message(
    "Kết quả là “{found}”, đáng lẽ phải là “{expected}”.", "The result is “{found}” and should be “{expected}”."
)
_NO_WINDOW = Message("Cửa sổ không mở được: {reason}", "The window did not open: {reason}")


def self_test(arguments: Namespace, terminal: Terminal) -> int:
    """0 when all went well; UserFacingError, or what a library raised, when a step failed."""
    packing = terminal.text(_PACKED if getattr(sys, "frozen", False) else _INTERPRETED)
    terminal.say(_ABOUT.filled(version=__version__, packing=packing))
    with TemporaryDirectory(prefix="cbc-desktop-") as folder:
        trial = _SelfTest(Path(folder), terminal)
        trial.send()
        trial.verify()
        trial.receive()
        if arguments.window:
            trial.open_window()
    terminal.say(_WORKS)
    return 0


class _SelfTest:
    """Its steps, in their order; each tells how long it took, or that it failed."""

    def __init__(self, folder: Path, terminal: Terminal) -> None:
        self._folder, self._terminal = folder, terminal
        self._quiet = Terminal(terminal.language, StringIO(), StringIO())
        with self._step(_FORMS):
            catalogue = open_catalogue(folder / "sender")
            self._campaign, *_ = catalogue.campaigns()
            for form_id in self._campaign.forms:
                catalogue.form(self._campaign, form_id)
        self._sample = sample_of(self._campaign)
        self._clock = FixedClock(self._sample.now)
        self._authority = TrialAuthority.new(self._sample.now)
        write_atomically(folder / CA_FILE, self._authority.pem)
        self._package = folder

    def send(self) -> None:
        with self._office("sender") as office:
            with self._step(_FILL):
                dossier = fill_sample(office, self._campaign, self._sample, self._quiet)
            with self._step(_FINALISE):
                dossier.finalise()
            dossier_id, agency = dossier.dossier_id, dossier.agency.name_vi
            with self._step(_SIGN), self._signer(agency) as leader:
                desk = office.issuing
                desk.sign(office.exporting.plan(dossier_id, self._folder), leader, self._quiet.say)
            with self._step(_NUMBER):
                facts = dossier.stored.revision.facts
                desk.number(dossier_id, replace(facts, number=self._sample.number, date=self._sample.now.date()))
            with self._step(_PACK), self._signer(agency) as seal:
                desk.seal(dossier_id, seal, self._quiet.say)
                packed = desk.package(desk.documents.plan(dossier_id, self._folder), seal, self._quiet.say)
        self._package = packed.package

    def verify(self) -> None:
        """Nobody is trusted before a person has said so, and everything holds afterwards."""
        with self._step(_VERIFY):
            trust = TrustAnchors.from_pem(self._folder / CA_FILE)
            for anchors, expected in ((TrustAnchors.none(), Verdict.INDETERMINATE), (trust, Verdict.PASSED)):
                report = ReceivingDesk(self._clock, anchors).verify(self._package)
                _require(report.verdict.value, expected.value)

    def receive(self) -> None:
        """In a process of its own, as packages are that come from elsewhere."""
        with self._step(_RECEIVE), self._office("receiver") as office:
            (candidate,) = office.trust.candidates(self._folder / CA_FILE)
            office.trust.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why=_WHO)
            office.reception.receive([self._package], lambda _: None, jobs=1)
            verdicts = [arrival.verdict for arrival in office.reception.arrivals(self._campaign.id)]
            _require(", ".join(verdicts), Verdict.PASSED.value)

    def open_window(self) -> None:
        """Without a screen: the window is painted into memory."""
        words = this_program("--home", str(self._folder / "sender"), "--first-paint")
        without_screen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        limit = _SECONDS_FOR_THE_WINDOW
        with self._step(_WINDOW):
            done = subprocess.run(words, env=without_screen, capture_output=True, timeout=limit, check=False)
            if done.returncode or not done.stdout.strip().isdigit():
                raise UserFacingError(_NO_WINDOW.filled(reason=done.stderr.decode(errors="replace").strip()))

    def _office(self, name: str) -> AbstractContextManager[Office]:
        return open_office(self._folder / name, clock=self._clock, who=_WHO)

    def _signer(self, agency: str) -> AbstractContextManager[Signer]:
        holder = self._authority.signer(agency)
        return signer_in_file(self._folder / "signer.p12", holder, agency, now=self._sample.now)

    @contextmanager
    def _step(self, title: Message) -> Iterator[None]:
        begun = perf_counter()
        try:
            yield
        except Exception:
            self._terminal.say(f"{self._terminal.text(_FAILED):>10}  {self._terminal.text(title)}")
            raise
        self._terminal.say(f"{perf_counter() - begun:8.2f} s  {self._terminal.text(title)}")


def _require(found: str, expected: str) -> None:
    if found != expected:
        raise UserFacingError(_OTHERWISE.filled(found=found, expected=expected))
