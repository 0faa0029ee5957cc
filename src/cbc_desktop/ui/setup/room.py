"""Language, colours and size of letters, each at once; profiles and trust; where the data lie, what program this is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cbc_desktop import __version__
from cbc_desktop.base.message import ENGLISH, VIETNAMESE
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.setup.licences import licences_text
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH, SCALES

if TYPE_CHECKING:
    from pathlib import Path

    from cbc_desktop.ui.profiles.page import ProfilesPage
    from cbc_desktop.ui.setup.forms_update_page import FormsUpdatePage
    from cbc_desktop.ui.trust.page import TrustPage

T = TypeVar("T")
_ACROSS = 4
"""Choices in one row."""


class SetupRoom(RoomPage):
    """Every choice is kept and worn at once; while a task runs they wait, for its page would be built anew."""

    about = Topic.SETUP

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        area = ScrollPage(widest=QUESTION_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget()
        self.pages.addWidget(area)
        outer.addWidget(self.pages)
        self.profiles: ProfilesPage | None = None
        self.trust: TrustPage | None = None
        self.forms_update: FormsUpdatePage | None = None
        self._called = False
        column = area.column
        column.addWidget(label(self.tr("Thiết lập"), Role.TITLE))
        choices = (self._language(), self._scheme(), self._scale())
        for panel in (*choices, self._profiles(), self._trust(), self._forms(), self._data(), self._about()):
            column.addWidget(panel)
        column.addStretch(1)
        for panel in choices:
            panel.setDisabled(around.tasks.running)
            around.tasks.busy.connect(panel.setDisabled)

    @property
    def topic(self) -> Topic:
        return Topic.TRUST if self.trust is not None and self.pages.currentWidget() is self.trust else self.about

    def show_profiles(self, *, called: bool = False) -> None:
        """The page of profiles; ``called`` from elsewhere, it leads back there."""
        if self.profiles is None:
            from cbc_desktop.ui.profiles.page import ProfilesPage  # the engine

            self.profiles = ProfilesPage(self._around)
            self.profiles.left.connect(lambda: self._leave(self.profiles_button))
            self.pages.addWidget(self.profiles)
        self._called = called
        self.pages.setCurrentWidget(self.profiles)
        self.profiles.entered()

    def show_trust(self, *, called: bool = False) -> None:
        """The page of trusted certificates and services; ``called`` from elsewhere, it leads back there."""
        if self.trust is None:
            from cbc_desktop.ui.trust.page import TrustPage  # asn1crypto

            self.trust = TrustPage(self._around)
            self.trust.left.connect(lambda: self._leave(self.trust_button))
            self.pages.addWidget(self.trust)
        self._called = called
        self.pages.setCurrentWidget(self.trust)
        self.trust.entered()

    def show_forms_update(self, path: Path | None = None) -> None:
        """The page that brings forms up to date; ``path`` is looked at, when a person has named one already."""
        if self.forms_update is None:
            from cbc_desktop.ui.setup.forms_update_page import FormsUpdatePage  # the engine and pyHanko

            self.forms_update = FormsUpdatePage(self._around)
            self.forms_update.left.connect(lambda: self._leave(self.forms_button))
            self.pages.addWidget(self.forms_update)
        self._called = False
        self.pages.setCurrentWidget(self.forms_update)
        self.forms_update.entered()
        if path is not None:
            self.forms_update.look(path)

    def take_file(self, path: Path) -> None:
        self.show_forms_update(path)

    def _leave(self, button: QPushButton) -> None:
        self.pages.setCurrentIndex(0)
        button.setFocus()
        if self._called:
            self.left.emit()

    def _trust(self) -> Panel:
        panel = Panel(self.tr("Chữ ký số"))
        told = self.tr(
            "Chứng thư mà máy này tin cậy khi kiểm tra chữ ký; dịch vụ dấu thời gian và tình trạng chứng thư."
        )
        panel.column.addWidget(label(told, Role.SMALL))
        self.trust_button = button(self.tr("&Chứng thư tin cậy và dịch vụ mạng"), self.show_trust)
        panel.column.addWidget(_at_left(self.trust_button))
        return panel

    def _forms(self) -> Panel:
        panel = Panel(self.tr("Biểu mẫu"))
        told = self.tr("Phiên bản mới của các biểu mẫu, từ tệp có chữ ký của nơi phát hành; không cần mạng.")
        panel.column.addWidget(label(told, Role.SMALL))
        self.forms_button = button(self.tr("Cập nhật biể&u mẫu…"), lambda: self.show_forms_update())
        panel.column.addWidget(_at_left(self.forms_button))
        return panel

    def _profiles(self) -> Panel:
        panel = Panel(self.tr("Mẫu thông tin cơ quan"))
        told = self.tr("Địa danh, ký hiệu, người ký của từng cơ quan, giữ lại để lần sau không phải ghi lại.")
        panel.column.addWidget(label(told, Role.SMALL))
        self.profiles_button = button(self.tr("Xem và &sửa các mẫu"), self.show_profiles)
        panel.column.addWidget(_at_left(self.profiles_button))
        return panel

    def _language(self) -> Panel:
        preferences = self._around.preferences
        # A person looks for the own language in its own words, whatever the window speaks now.
        options = ((VIETNAMESE, "Tiếng Việt"), (ENGLISH, "English"))
        panel = Panel(self.tr("Ngôn ngữ"))
        panel.column.addWidget(_choices(options, preferences.language, self._choose_language))
        return panel

    def _scheme(self) -> Panel:
        options = (
            (Scheme.SYSTEM, self.tr("Theo hệ thống")),
            (Scheme.LIGHT, self.tr("Sáng")),
            (Scheme.DARK, self.tr("Tối")),
            (Scheme.CONTRAST, self.tr("Tương phản cao")),
        )
        panel = Panel(self.tr("Màu sắc"))
        panel.column.addWidget(_choices(options, self._around.preferences.scheme, self._choose_scheme))
        return panel

    def _scale(self) -> Panel:
        options = tuple((scale, f"{scale} %") for scale in SCALES)
        panel = Panel(self.tr("Cỡ chữ"))
        panel.column.addWidget(_choices(options, self._around.preferences.scale, self._choose_scale))
        sample = self.tr("Chữ hiện nay: Ủy ban nhân dân tỉnh Thừa Thiên Huế, 1.234.567,5 triệu đồng.")
        panel.column.addWidget(label(sample))
        panel.column.addWidget(label(self.tr("Ghi chú bằng chữ nhỏ: ưỡng, ệ, ỗ, Ẫ, Ỵ."), Role.SMALL))
        return panel

    def _data(self) -> Panel:
        folder = self._around.office.database.path.parent
        panel = Panel(self.tr("Dữ liệu trên máy này"))
        panel.column.addWidget(ElidedLabel(str(folder)))
        told = self.tr("Mọi hồ sơ, tệp đính kèm và bản sao lưu nằm trong thư mục này; không có gì được gửi qua mạng.")
        panel.column.addWidget(label(told, Role.SMALL))
        trouble = self._around.routes.trouble
        opener = button(self.tr("&Mở thư mục"), lambda: open_with_system(folder, trouble.emit), parent=panel)
        panel.column.addWidget(_at_left(opener))
        return panel

    def _about(self) -> Panel:
        panel = Panel(self.tr("Về chương trình"))
        panel.column.addWidget(label(self.tr("cbc-desktop, phiên bản {version}").format(version=__version__)))
        self.licences = label(licences_text(), Role.SMALL)
        self.licences.hide()
        show = button(self.tr("Giấy &phép sử dụng"), lambda: self.licences.setVisible(self.licences.isHidden()))
        panel.column.addWidget(_at_left(show))
        panel.column.addWidget(self.licences)
        return panel

    def _choose_language(self, language: str) -> None:
        self._around.preferences.language = language
        self._around.routes.dress_anew.emit()

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._around.preferences.scheme = scheme
        self._around.routes.dress_anew.emit()

    def _choose_scale(self, scale: int) -> None:
        self._around.preferences.scale = scale
        self._around.routes.dress_anew.emit()


def _choices(options: Sequence[tuple[T, str]], now: T, choose: Callable[[T], None]) -> QWidget:
    """Radio buttons in rows; ``choose`` is called when a person takes another one."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    group = QButtonGroup(box)
    for place, (value, title) in enumerate(options):
        radio = QRadioButton(title)
        radio.setChecked(value == now)
        radio.clicked.connect(lambda _, chosen=value: choose(chosen))
        group.addButton(radio)
        grid.addWidget(radio, *divmod(place, _ACROSS))
    return box


def _at_left(widget: QWidget) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.addWidget(widget, 0, 0)
    grid.setColumnStretch(1, 1)
    return box
