"""The look of every widget from colours and sizes: a palette for Qt's own drawing, and one style sheet.

Widgets say what they are by the property ``role``; nothing else sets a style.
"""

from __future__ import annotations

import math
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from cbc_desktop.base.paths import resources
from cbc_desktop.ui.theme import sizes
from cbc_desktop.ui.theme.colours import DARK, LIGHT, SCHEMES, Colours, Scheme

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px; }
QLabel { padding-top: ${rise}px; padding-bottom: 1px; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="small"] { font-size: ${small}pt; color: $muted; }
QLabel[role="error"] { color: $error; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="done"] { color: $done; }
QLabel[role="unit"] { color: $muted; }

QFrame[role="surface"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[role="side"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[role="panel"] { background: $surface; border: 0; border-left: 1px solid $line; }
QFrame[role="beside"] { background: $window; border: 0; border-left: 1px solid $line; }
QFrame[role="note-info"] { background: $accent_soft; border: 1px solid $accent; border-radius: ${radius}px; }
QFrame[role="note-error"] { background: $error_soft; border: 1px solid $error; border-radius: ${radius}px; }
QFrame[role="note-warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: ${radius}px; }
QFrame[role="note-done"] { background: $done_soft; border: 1px solid $done; border-radius: ${radius}px; }
QFrame[role="drop"] { background: $surface; border: 1px dashed $field_line; border-radius: ${radius}px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: $window; border: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $surface; color: $text; border: 1px solid $field_line; border-radius: ${radius}px;
    padding: 5px 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 4px 7px;
}
QLineEdit:read-only, QPlainTextEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $sunken; border-color: $line;
}
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url($arrow); width: 12px; height: 12px; }
QComboBox::down-arrow:disabled { image: none; }
*[problem="error"] { border-color: $error; }
*[problem="warning"] { border-color: $warning; }

QPushButton {
    background: $surface; color: $text; border: 1px solid $field_line; border-radius: ${radius}px;
    padding: 6px 16px;
}
QPushButton:hover { border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:disabled { color: $muted; background: $sunken; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $sunken; color: $muted; border-color: $line; }
QPushButton[role="danger"] { color: $error; border-color: $error; }
QPushButton[role="link"], QToolButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px; text-align: left;
}
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border: 1px solid $accent; }
QPushButton[role="link"]:disabled { color: $muted; }
QToolButton[role="room"] {
    background: transparent; border: 0; border-left: 3px solid transparent; border-radius: 0; padding: 10px 4px;
}
QToolButton[role="room"]:hover { background: $sunken; }
QToolButton[role="room"]:checked { border-left-color: $accent; color: $accent; font-weight: 600; }
QToolButton[role="room"]:focus { background: $accent_soft; }
QPushButton[role="card"] { text-align: left; border: 1px solid $line; padding: 0; }
QPushButton[role="card"]:hover { border-color: $accent; }
QPushButton[role="card"]:focus { border: 2px solid $accent; background: $accent_soft; padding: 0; }
QPushButton[role="pick"] { padding: 4px 10px; }
QPushButton[role="pick"]:focus { padding: 3px 9px; }
QPushButton[role="pick"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QLabel[role="tag"] {
    background: $warning_soft; color: $warning; border: 1px solid $warning; border-radius: ${radius}px;
    padding: 0 6px; font-size: ${small}pt; font-weight: 600;
}
QRadioButton, QCheckBox { spacing: 8px; }
QRadioButton::indicator, QCheckBox::indicator {
    width: ${dot}px; height: ${dot}px; padding: 3px; border: 1px solid $field_line; background: $surface;
}
QTableView[role="list"]::indicator {
    width: ${dot}px; height: ${dot}px; padding: 3px; border: 1px solid $field_line; border-radius: 3px;
    background: $surface;
}
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator:checked {
    border: 2px solid $accent; padding: 2px; background: qradialgradient(
        cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0.55 $accent, stop: 0.65 $surface);
}
QCheckBox::indicator:checked, QTableView[role="list"]::indicator:checked {
    border: 1px solid $accent; background: $accent; padding: 1px; image: url($tick);
    width: ${tick_box}px; height: ${tick_box}px;
}
QCheckBox::indicator:checked:disabled { background: $muted; border-color: $muted; }
QRadioButton::indicator:focus, QCheckBox::indicator:focus {
    border: 3px solid $accent; padding: 1px; width: ${dot}px; height: ${dot}px;
}
QCheckBox::indicator:indeterminate { background: $sunken; }
QRadioButton:focus, QCheckBox:focus { color: $accent; text-decoration: underline; }
QLabel[keyboard="true"] { color: $accent; text-decoration: underline; }
QRadioButton:disabled, QCheckBox:disabled { color: $muted; }

QTextBrowser[role="reading"], QTextBrowser[role="reading"]:focus { border: 0; padding: 0; }

QTreeView, QListView, QTableView {
    background: $surface; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $window;
}
QTreeView::item, QListView::item { padding: 4px; }
QTableView[role="list"]::item { padding: 4px 6px; }
QTableView[role="list"] { outline: 0; }
QTableView[role="list"]:focus { border: 1px solid $accent; }
QTableView[role="frozen"] { border: 0; border-right: 2px solid $field_line; border-radius: 0; }
QTreeView[role="outline"], QListView[role="outline"] { border: 0; border-radius: 0; }
QTreeView[role="outline"]::item { padding: 3px 4px; }
QTableView { gridline-color: $line; }
QHeaderView::section {
    background: $sunken; color: $text; border: 0; border-right: 1px solid $line; border-bottom: 1px solid $line;
    padding: 4px 6px; font-weight: 600;
}
QTabBar::tab { padding: 6px 14px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { border-bottom-color: $accent; color: $accent; }
QProgressBar {
    background: $sunken; border: 0; border-radius: ${radius}px; min-height: 8px; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: ${radius}px; }
QSplitter::handle { background: $line; }
""")


def apply_style(application: QApplication, scheme: Scheme, scale: int) -> Colours:
    """Dresses the whole program; ``scale`` is in per cent of the system's letters. Answers the colours in use."""
    colours = colours_of(application, scheme)
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette(colours))
    body = system_font().pointSizeF() * scale / 100
    font = QFont(application.font())
    font.setPointSizeF(body)
    application.setFont(font)
    application.setStyleSheet(sheet(colours, body))
    return colours


def sheet(colours: Colours, body: float) -> str:
    """The style sheet; ``body`` is the size of running text in points."""
    values = {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
    letters = {"body": body, "title": body * sizes.TITLE, "small": body * sizes.SMALL}
    rise, dot = math.ceil(body * sizes.RISE), 2 * round(body * sizes.DOT / 2)
    measures = {name: f"{size:.2f}" for name, size in letters.items()}
    measures |= {"rise": str(rise), "dot": str(dot), "tick_box": str(dot + 4), "round": str(dot // 2 + 4)}
    return _SHEET.substitute(values, radius=sizes.RADIUS, **measures, **_icons(colours))


def _icons(colours: Colours) -> dict[str, str]:
    """Qt draws neither tick nor arrow by itself once a box has a style of its own."""
    folder = resources() / "icons"
    tick = "light" if colours.on_accent == LIGHT.on_accent else "dark"
    arrow = "dark" if colours.text == LIGHT.text else "light"
    return {"tick": (folder / f"tick-{tick}.png").as_posix(), "arrow": (folder / f"arrow-{arrow}.png").as_posix()}


def colours_of(application: QApplication, scheme: Scheme) -> Colours:
    if scheme is not Scheme.SYSTEM:
        return SCHEMES[scheme]
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def system_font() -> QFont:
    """The interface font of the desktop, whatever the program was dressed in since."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette
