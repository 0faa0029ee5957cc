"""What is known before signing of whether the certificate was revoked; stands beside every button that signs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.signing.services import Services
from cbc_desktop.ui.kit.labels import Role, dress, label


class StatusLine(QWidget):
    """Thông tư 15/2025/TT-BKHCN, Appendix II, 1.2: a signer is warned where the status cannot be checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)

    def show_services(self, services: Services) -> None:
        """Off: nobody is asked; on: the answer comes before anything is signed."""
        asked = self.tr("Trước khi ký, chương trình hỏi nơi cấp xem chứng thư có bị thu hồi hay không.")
        not_asked = self.tr(
            "Chưa kiểm tra được chứng thư có bị thu hồi hay không vì chương trình làm việc ngoại tuyến. Nếu nghi ngờ, "
            "hãy hỏi đơn vị cấp chứng thư trước khi ký."
        )
        self.told.setText(asked if services.status else not_asked)
        dress(self.told, Role.SMALL if services.status else Role.WARNING)
