"""What the leader's step and the agency's have in common: four ways, two of them with a key that this program uses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.exporting.issue_numbers import issued_so, numbered_so
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.certificate_file import CertificateFile
from cbc_desktop.ui.issuing.decision import Return, Work
from cbc_desktop.ui.issuing.document_step import DocumentStep
from cbc_desktop.ui.issuing.elsewhere import Elsewhere
from cbc_desktop.ui.issuing.image_line import ImageLine
from cbc_desktop.ui.issuing.key_entry import KeyEntry
from cbc_desktop.ui.issuing.number_form import NumberForm
from cbc_desktop.ui.issuing.on_paper import OnPaper
from cbc_desktop.ui.issuing.status_line import StatusLine
from cbc_desktop.ui.issuing.token_key import TokenKeyChoice
from cbc_desktop.ui.issuing.ways import HERE, Way
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.ways import WayChoice
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID, HALF

if TYPE_CHECKING:
    from cbc_desktop.exporting.taking_back import TakenBack

READ_THE_NUMBER = Message(
    "Hãy xem trang đầu của tệp và ghi số, ngày mà phần mềm kia đã cấp vào các ô bên dưới.",
    "Look at the first page of the file, and write number and date that the other program gave into the lines below.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStepWords:
    """``file``, ``token``, ``elsewhere`` and ``paper`` name the ways; ``do_elsewhere`` and ``do_on_paper`` say how."""

    title: str
    ways: str
    file: str
    token: str
    elsewhere: str
    do_elsewhere: str
    paper: str
    do_on_paper: str
    image: str
    sign: str


class KeyStep(DocumentStep):
    """``entry`` is the key of the two ways in which this program signs itself."""

    use: KeyUse

    def __init__(self, around: Surroundings, controller: DossierController, words: KeyStepWords) -> None:
        super().__init__(around, controller, words.title)
        self.certificate, self.token = CertificateFile(around, controller, self.use), TokenKeyChoice(around)
        self.elsewhere, self.paper = Elsewhere(around, words.do_elsewhere), OnPaper(around, words.do_on_paper)
        offered: list[tuple[Way, str, QWidget]] = [
            (Way.FILE, words.file, self.certificate),
            (Way.TOKEN, words.token, self.token),
            (Way.ELSEWHERE, words.elsewhere, self.elsewhere),
            (Way.PAPER, words.paper, self.paper),
        ]
        self.ways: WayChoice[Way] = WayChoice(words.ways, offered)
        self.image, self.status = ImageLine(words.image), StatusLine()
        self.sign_button = button(words.sign, self.sign, kind=Kind.PRIMARY)
        self._here = QWidget()
        self.number_there = NumberForm(around.look)
        """Of what was numbered elsewhere: beside the question whether to take it, where the file leaves that open."""
        self.number_there.hide()
        self.below.insertWidget(self.below.indexOf(self.messages) + 1, self.number_there)
        self._listen_to_ways()

    @property
    def entry(self) -> KeyEntry:
        return self.token if self.ways.way is Way.TOKEN else self.certificate

    def sign(self) -> None:
        """With the key that was chosen."""
        raise NotImplementedError

    def write_out(self) -> None:
        """The document, for another program."""
        raise NotImplementedError

    def take_back(self, path: Path) -> None:
        """What the other program has made of it."""
        raise NotImplementedError

    def show_pages(self) -> None:
        """To be printed."""
        raise NotImplementedError

    def take_scans(self, scans: tuple[Path, ...]) -> None:
        """Of the paper."""
        raise NotImplementedError

    def judge_returned(self, path: Path, *, sealed: bool) -> None:
        """What another program made of the document; ``sealed`` there, a person is asked which number it gave.

        Nobody is asked what the fields of the file say beyond doubt.
        """
        desk, dossier_id, number = self.elsewhere_desk, self.dossier_id, self.number_there
        number.hide()
        known = self.plan().revision.facts

        def ask(taken: TakenBack) -> Message | None:
            if not sealed or (taken.verdict is Verdict.PASSED and taken.stated.number and taken.stated.date):
                return None
            found = issued_so(known, taken.stated, None)
            number.show_facts(replace(found, symbol=taken.stated.symbol or known.symbol), None)
            number.show()
            return READ_THE_NUMBER

        def take(taken: TakenBack, accepted: bool) -> Work | None:
            given = None if number.isHidden() else number.facts(known)
            if given is None and not number.isHidden():
                return None

            def work(_: Progress) -> Message | None:
                facts = desk.take_back(dossier_id, taken, accepted=accepted, sealed=sealed, given=given)
                return numbered_so(facts)

            number.hide()
            return work

        self._decision.judge(Return(lambda _: desk.judge(dossier_id, path), take, self.show_returned, ask))

    def show_way(self) -> None:
        self._here.setVisible(self.ways.way in HERE)

    def lay_out_ways(self, *own: QWidget) -> None:
        """The ways, and below them what signing here takes: the image, ``own`` parts, the warning and the button."""
        here = QVBoxLayout(self._here)
        here.setContentsMargins(0, HALF, 0, 0)
        here.setSpacing(GRID)
        signing = QHBoxLayout()
        signing.addWidget(self.sign_button)
        signing.addStretch(1)
        for part in (self.image, *own, self.status):
            here.addWidget(part)
        here.addLayout(signing)
        self.body.addWidget(self.ways)
        self.body.addWidget(self._here)

    def _choose_way(self) -> None:
        self.show_way()
        if self.ways.way is Way.TOKEN:
            self.token.begin()

    def _listen_to_ways(self) -> None:
        self.ways.chosen.connect(self._choose_way)
        self.number_there.entered.connect(self._decision.accept)
        self.messages.closed.connect(self.number_there.hide)
        self.image.profiles_wanted.connect(self._around.routes.profiles)
        self.token.looking_again.connect(self.messages.clear)
        for entry in (self.certificate, self.token):
            entry.entered.connect(self.sign)
        self.elsewhere.written_wanted.connect(self.write_out)
        self.elsewhere.returned.connect(self.take_back)
        self.paper.pages_wanted.connect(self.show_pages)
        self.paper.scanned.connect(self.take_scans)
        self._around.tasks.busy.connect(self.sign_button.setDisabled)
