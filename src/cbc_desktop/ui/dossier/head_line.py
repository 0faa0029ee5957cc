"""The line above an open dossier: what it is, whose, whether it is saved, and the language of its forms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from cbc_desktop.ui.dossier.forms_language import short_name
from cbc_desktop.ui.dossier.saving import Saving
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import Role, dress, short_label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_NEXT_LANGUAGE = "Ctrl+L"
_IN_WINDOW = Qt.ShortcutContext.WindowShortcut


class HeadLine(QFrame):
    """ "Đã lưu" is said after the COMMIT only; in red since when not, and why."""

    back_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    language_wanted = Signal(str)
    """One of the languages of the forms; "" for the next one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._look = look
        self.back = button(self.tr("‹ Hồ sơ"), self.back_wanted.emit, kind=Kind.LINK, tip=self.tr("Về danh sách"))
        self.title = ElidedLabel("", Role.HEADING)
        self.trial = short_label(self.tr("THỬ NGHIỆM"), Role.TAG)
        self.state = short_label("", Role.TAG)
        self.saved = short_label("", Role.SMALL)
        self.undo = button(self.tr("Hoàn tác"), self.undo_wanted.emit, kind=Kind.LINK, shortcut="Ctrl+Z")
        self.redo = button(self.tr("Làm lại"), self.redo_wanted.emit, kind=Kind.LINK, shortcut="Ctrl+Y")
        self.language = button("", self._offer_languages, kind=Kind.LINK)
        self.languages = QMenu(self.language)
        self.languages.triggered.connect(lambda action: self.language_wanted.emit(action.data()))
        QShortcut(QKeySequence(_NEXT_LANGUAGE), self, lambda: self.language_wanted.emit(""), context=_IN_WINDOW)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, DOUBLE, GRID)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self.back)
        layout.addWidget(self.title, 1)
        for widget in (self.trial, self.state, self.saved, self.undo, self.redo, self.language):
            layout.addWidget(widget)

    def show_dossier(self, title: str, state: str, *, draft: bool, trial: bool) -> None:
        """``trial``: it is for practice, which is said as long as it is open."""
        self.title.setText(title)
        self.trial.setVisible(trial)
        self.state.setText(state)
        for verb in (self.undo, self.redo):
            verb.setVisible(draft)

    def show_languages(self, languages: Sequence[str], present: str) -> None:
        """Nothing where the forms speak one language only."""
        self.language.setVisible(len(languages) > 1)
        self.language.setText(self.tr("{language} ▾").format(language=short_name(present)))
        self.language.setAccessibleName(self.tr("Ngôn ngữ của biểu mẫu: {language}").format(language=present))
        self.language.setToolTip(self.tr("Ngôn ngữ của biểu mẫu; {keys}: đổi ngay").format(keys=_NEXT_LANGUAGE))
        self.languages.clear()
        for language in languages:
            action = self.languages.addAction(language)
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language == present)

    def _offer_languages(self) -> None:
        self.languages.popup(self.language.mapToGlobal(self.language.rect().bottomLeft()))

    def show_steps(self, *, undo: bool, redo: bool) -> None:
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def show_saving(self, saving: Saving) -> None:
        text, role = self._said(saving)
        self.saved.setText(text)
        dress(self.saved, role)
        if saving.trouble is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self.saved, QAccessible.Event.Alert))
        self.saved.setToolTip(self._look.text(saving.trouble) if saving.trouble else "")

    def _said(self, saving: Saving) -> tuple[str, Role]:
        if saving.trouble is not None and saving.unsaved_since is not None:
            since = f"{saving.unsaved_since:%H:%M:%S}"
            return self.tr("Chưa lưu được từ {time} – đang thử lại").format(time=since), Role.ERROR
        if saving.unsaved_since is not None:
            return self.tr("Đang lưu…"), Role.SMALL
        if saving.saved_at is not None:
            return self.tr("Đã lưu {time}").format(time=f"{saving.saved_at:%H:%M:%S}"), Role.SMALL
        return self.tr("Đã lưu"), Role.SMALL
