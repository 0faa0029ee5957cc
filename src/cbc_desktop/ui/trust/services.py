"""Which services on the network are asked for signatures: none, until a person switches one on."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout

from cbc_desktop.signing.services import SUGGESTED_TIMESTAMPS, Services
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class ServicesPanel(Panel):
    """``changed`` when a person has switched something, or left the line with another address in it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Dịch vụ trên mạng cho chữ ký số"))
        told = self.tr(
            "Mặc định tắt: chương trình không hỏi gì qua mạng. Khi bật, dịch vụ chỉ nhận mã băm của văn bản hoặc số "
            "hiệu chứng thư, không nhận nội dung."
        )
        self.timestamps = LineEdit()
        self.timestamps.setPlaceholderText(self.tr("để trống: tắt"))
        self.timestamps.setAccessibleName(self.tr("Địa chỉ dịch vụ dấu thời gian"))
        self.suggested_button = button(
            self.tr("&Dùng {address}").format(address=SUGGESTED_TIMESTAMPS), self._suggest, kind=Kind.LINK
        )
        self.status = QCheckBox(self.tr("Hỏi tình trạng th&u hồi của chứng thư (OCSP, CRL)"))
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(short_label(self.tr("Dịch vụ dấu thời gian")), self.timestamps)
        row = QHBoxLayout()
        row.addWidget(self.suggested_button)
        row.addStretch(1)
        self.column.addWidget(label(told, Role.SMALL))
        self.column.addLayout(form)
        self.column.addLayout(row)
        self.column.addWidget(self.status)
        self._shown = Services()
        self.timestamps.left.connect(self._left)
        self.timestamps.returnPressed.connect(self._left)
        self.status.toggled.connect(lambda _: self._left())

    def show_services(self, services: Services) -> None:
        self._shown = services
        self.timestamps.setText(services.timestamps)
        with QSignalBlocker(self.status):
            self.status.setChecked(services.status)
        self.suggested_button.setVisible(services.timestamps != SUGGESTED_TIMESTAMPS)

    def _suggest(self) -> None:
        self.timestamps.setText(SUGGESTED_TIMESTAMPS)
        self.timestamps.setFocus()
        self._left()

    def _left(self) -> None:
        if (self.timestamps.text().strip(), self.status.isChecked()) != (self._shown.timestamps, self._shown.status):
            self.changed.emit()
