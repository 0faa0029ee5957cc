"""One person who signs: name, position and form of signing, and how that will be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.filling.profile_desk import warnings_of
from cbc_desktop.forms.authority import TITLES, AuthorityForm, signature_lines
from cbc_desktop.ui.kit.growing_text import GrowingText
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.profiles.stamp_choice import StampChoice
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

FORMS = tuple(AuthorityForm)


class SignatoryFields(QWidget):
    """``changed`` when a person has given something else; the lines of the signature follow from the form."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name, self.position, self.own_lines = LineEdit(), LineEdit(), GrowingText()
        self.form = OneOf(self.tr("Thể thức ký"))
        self.form.show_entries([look.text(TITLES[form]) for form in FORMS], 0)
        self.printed = label("", Role.HEADING)
        self.printed.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.missing, self.warning = label("", Role.ERROR), label("", Role.WARNING)
        title = self.tr("Ảnh chữ ký")
        self.image = StampChoice(title, self.tr("Chọn ảnh chữ &ký…"), self.tr("&Bỏ ảnh chữ ký"))
        self._shown = Signatory("")
        self._lay_out()
        self._listen()

    @property
    def signatory(self) -> Signatory:
        """What stands in the fields."""
        form = FORMS[self.form.currentIndex()]
        own = tuple(filter(None, map(str.strip, self.own_lines.toPlainText().splitlines())))
        free = own if form is AuthorityForm.FREE else ()
        image = self._shown.signature_image
        return Signatory(self.name.text().strip(), self.position.text().strip(), form, free, image)

    def show_signatory(self, profile: AgencyProfile, signatory: Signatory) -> None:
        self._shown = signatory
        self.image.show_image(signatory.signature_image)
        for line, text in ((self.name, signatory.name), (self.position, signatory.position)):
            if line.text() != text:
                line.setText(text)
        self.form.setCurrentIndex(FORMS.index(signatory.form))
        own = "\n".join(signatory.own_lines)
        if self.signatory.own_lines != signatory.own_lines:
            self.own_lines.setPlainText(own)
        self._layout.setRowVisible(self.own_lines, signatory.form is AuthorityForm.FREE)
        self._show_printed(profile, signatory)

    def _show_printed(self, profile: AgencyProfile, signatory: Signatory) -> None:
        signing = profile.signing(signatory)
        lines = signature_lines(signing.authority, signatory.position)
        self.printed.setText("\n".join((*lines, "", signatory.name)))
        missing = ", ".join(map(self._look.text, signing.missing))
        self.missing.setText(self.tr("Còn thiếu: {missing}.").format(missing=missing))
        self.missing.setVisible(bool(missing))
        warnings = warnings_of(signatory)
        self.warning.setText("\n".join(map(self._look.text, warnings)))
        self.warning.setVisible(bool(warnings))

    def _listen(self) -> None:
        for line in (self.name, self.position):
            line.left.connect(self._left)
            line.returnPressed.connect(self._left)
        self.form.activated.connect(lambda _: self._left())
        self.own_lines.left.connect(self._left)
        self.own_lines.entered.connect(self._left)

    def _left(self) -> None:
        if self.signatory != self._shown:
            self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._layout = QFormLayout()
        self._layout.setHorizontalSpacing(DOUBLE)
        self._layout.setVerticalSpacing(GRID)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.name.setPlaceholderText(self.tr("không ghi học hàm, học vị"))
        self.position.setPlaceholderText(self.tr("ví dụ: Phó Chủ tịch"))
        rows = (
            (self.tr("Họ và tên"), self.name),
            (self.tr("Chức vụ"), self.position),
            (self.tr("Thể thức ký"), self.form),
            (self.tr("Các dòng quyền hạn"), self.own_lines),
        )
        for title, field in rows:
            field.setAccessibleName(title)
            self._layout.addRow(short_label(title), field)
        self._layout.addRow(short_label(self.tr("Ảnh chữ ký")), self.image)
        column.addLayout(self._layout)
        for told in (self.missing, self.warning, self.printed):
            column.addWidget(told)
