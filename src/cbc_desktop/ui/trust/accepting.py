"""A certificate from a file, before anybody trusts it: a person compares the fingerprint and says why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.package.signature_words import GROUPS
from cbc_desktop.receiving.trust_desk import GROUPS as OFFERED
from cbc_desktop.receiving.trust_desk import LEAST_DIGITS, Candidate, in_fours
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class AcceptPanel(Panel):
    """Hidden while there is nothing to decide."""

    wanted = Signal()
    """The person wants to trust the certificate that is shown."""
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Có tin cậy chứng thư này không?"))
        self._look = look
        self._candidates: Sequence[Candidate] = ()
        self.box = OneOf(self.tr("Chứng thư trong tệp"))
        self.about, self.shown = label(""), label("")
        self.cautions = label("", Role.WARNING)
        self.fingerprint, self.why = LineEdit(), LineEdit()
        self.group = OneOf(self.tr("Nhóm"))
        self.accept_button = button(self.tr("T&in cậy chứng thư này"), self.wanted.emit, kind=Kind.PRIMARY)
        self.leave_button = button(self.tr("&Không tin cậy"), self._give_up)
        self._lay_out()
        self.box.activated.connect(lambda _: self._show_chosen())
        self.why.returnPressed.connect(self.wanted.emit)
        self.hide()

    def ask(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self.box.show_entries([candidate.certificate.subject for candidate in candidates], 0)
        self.box.setVisible(len(candidates) > 1)
        self._show_chosen()
        self.show()
        self.fingerprint.setFocus()

    def finish(self) -> None:
        self._candidates = ()
        self.hide()

    @property
    def candidate(self) -> Candidate | None:
        place = self.box.currentIndex()
        return self._candidates[place] if 0 <= place < len(self._candidates) else None

    @property
    def chosen_group(self) -> AnchorGroup:
        return OFFERED[self.group.currentIndex()]

    def _lay_out(self) -> None:
        told = self.tr(
            "Chứng thư trong tệp có thể bị giả. Hãy lấy vân tay SHA-256 từ nơi cấp bằng đường khác (điện thoại, văn "
            "bản) rồi nhập vào đây; chương trình so hộ, không nhập hộ."
        )
        digits = self.tr("ít nhất {least} chữ số đầu").format(least=LEAST_DIGITS)
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, field, hint in (
            (self.tr("Vân tay từ nơi cấp"), self.fingerprint, digits),
            (self.tr("Lý do tin cậy"), self.why, self.tr("ví dụ: đã gọi điện đối chiếu với nơi cấp")),
        ):
            field.setAccessibleName(title)
            field.setPlaceholderText(hint)
            form.addRow(short_label(title), field)
        form.addRow(short_label(self.tr("Nhóm")), self.group)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.accept_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        for widget in (self.box, self.about, self.shown, self.cautions, label(told, Role.SMALL)):
            self.column.addWidget(widget)
        self.column.addLayout(form)
        self.column.addLayout(row)

    def _show_chosen(self) -> None:
        candidate = self.candidate
        if candidate is None:
            return
        certificate = candidate.certificate
        self.about.setText(
            self.tr("{subject} ({organisation}), do {issuer} cấp, hiệu lực {begins} – {ends}").format(
                subject=certificate.subject,
                organisation=certificate.subject_organisation,
                issuer=certificate.issuer,
                begins=f"{certificate.valid_from.astimezone(VIETNAM):%d/%m/%Y}",
                ends=f"{certificate.valid_until.astimezone(VIETNAM):%d/%m/%Y}",
            )
        )
        self.shown.setText(f"SHA-256: {in_fours(candidate.fingerprint)}")
        self.cautions.setText("\n".join(self._look.text(finding.message) for finding in candidate.cautions))
        self.cautions.setVisible(bool(candidate.cautions))
        groups = [self._look.text(GROUPS[group.value]) for group in OFFERED]
        self.group.show_entries(groups, OFFERED.index(candidate.group))
        for line in (self.fingerprint, self.why):
            line.clear()

    def _give_up(self) -> None:
        self.finish()
        self.given_up.emit()
