"""Help on one page: the way of a dossier until it is sent, the keys, and what to do when something goes wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from cbc_desktop.base.log import LOG_FILE
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, QUESTION_WIDTH


class HelpRoom(RoomPage):
    """Says it in the words that the window uses elsewhere."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        area = ScrollPage(widest=QUESTION_WIDTH)
        area.column.addWidget(label(self.tr("Trợ giúp"), Role.TITLE))
        for panel in (self._way(), self._keys(), self._trouble()):
            area.column.addWidget(panel)
        area.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _way(self) -> Panel:
        panel = Panel(self.tr("Từ lúc lập hồ sơ đến lúc gửi"))
        steps = (
            self.tr("1. Lập hồ sơ: chọn cơ quan trả lời. Muốn tập làm trước thì lập hồ sơ thử nghiệm."),
            self.tr("2. Nhập: mỗi câu trả lời được lưu ngay. Có thể nghỉ giữa chừng, tắt máy, mai làm tiếp."),
            self.tr("3. Kiểm tra: sửa các lỗi, giải trình các lưu ý. Bấm vào một dòng để tới đúng câu hỏi."),
            self.tr("4. Chốt số liệu, xuất và ký số, lấy số và đóng dấu theo quy trình văn thư của cơ quan."),
            self.tr("5. Gửi gói hồ sơ theo địa chỉ trong công văn. Chương trình không tự gửi gì qua mạng."),
        )
        for step in steps:
            panel.column.addWidget(label(step))
        return panel

    def _keys(self) -> Panel:
        panel = Panel(self.tr("Phím tắt"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(DOUBLE)
        grid.setColumnStretch(1, 1)
        for row, (keys, told) in enumerate(self._shortcuts()):
            grid.addWidget(short_label(_native(keys), Role.HEADING), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(told), row, 1)
        panel.column.addLayout(grid)
        return panel

    def _shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Tab", self.tr("sang ô tiếp theo; Shift+Tab về ô trước")),
            ("Enter", self.tr("sang câu hỏi tiếp theo; trong bảng: xuống dòng dưới")),
            ("Ctrl+PgDown", self.tr("sang phần tiếp theo")),
            ("Ctrl+PgUp", self.tr("về phần trước")),
            ("F7", self.tr("tới câu chưa trả lời tiếp theo")),
            ("F8", self.tr("tới lỗi hoặc lưu ý tiếp theo")),
            ("Ctrl+F", self.tr("tìm trong câu hỏi và câu trả lời")),
            ("Alt+1", self.tr("ghi chú của câu trả lời; Alt+2 lịch sử, Alt+3 vì sao; Esc trở lại")),
            ("Alt+D", self.tr("dùng số liệu mà biểu mẫu khác đã có; Alt+Shift+D dùng tất cả của phần này")),
            ("Ctrl+L", self.tr("đổi ngôn ngữ của biểu mẫu")),
            ("Ctrl+Z", self.tr("hoàn tác việc vừa làm")),
            ("Ctrl+Y", self.tr("làm lại việc vừa hoàn tác")),
            ("Ctrl+S", self.tr("lưu ngay")),
            ("Ctrl+1", self.tr("tới Hồ sơ; Ctrl+2, Ctrl+3, Ctrl+4 tới các mục bên dưới")),
            ("F1", self.tr("mở trang này")),
        )

    def _trouble(self) -> Panel:
        panel = Panel(self.tr("Khi gặp sự cố"))
        log = self._around.office.database.path.parent / LOG_FILE
        told = self.tr(
            "Nếu chương trình báo lỗi ngoài dự kiến, những gì đã báo “Đã lưu” vẫn còn nguyên. Hãy gửi tệp {log} "
            "cho bộ phận hỗ trợ; trong tệp không có câu trả lời nào."
        )
        panel.column.addWidget(label(told.format(log=log.name)))
        place = self.tr("Tệp này nằm trong thư mục dữ liệu; mục Thiết lập cho biết thư mục ở đâu và mở được thư mục.")
        panel.column.addWidget(label(place, Role.SMALL))
        return panel


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
