"""Help on one page: the way of a dossier, each part of the window, the keys, and what to do in trouble."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from cbc_desktop.base.log import LOG_FILE
from cbc_desktop.ui.help.topics import Topic
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, QUESTION_WIDTH

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class HelpRoom(RoomPage):
    """Says it in the words that the window uses elsewhere."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.area = ScrollPage(widest=QUESTION_WIDTH)
        self.area.column.addWidget(label(self.tr("Trợ giúp"), Role.TITLE))
        self.panels = {topic: self._panel(topic) for topic in Topic}
        for panel in self.panels.values():
            self.area.column.addWidget(panel)
        self.area.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._wanted: Topic | None = None
        self.area.verticalScrollBar().rangeChanged.connect(self._scroll)
        self.area.verticalScrollBar().actionTriggered.connect(self._stay)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Trợ giúp"))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit, context=_HERE)

    def entered(self) -> None:
        """The keys for scrolling work at once."""
        self.area.setFocus()

    def show_topic(self, topic: Topic) -> None:
        """Scrolls to what is told of it; again when the page gets its height, until a person scrolls."""
        self._wanted = topic
        self._scroll()

    def _scroll(self) -> None:
        if self._wanted is not None:
            self.area.verticalScrollBar().setValue(self.panels[self._wanted].y() - DOUBLE)

    def _stay(self) -> None:
        self._wanted = None

    def _panel(self, topic: Topic) -> Panel:
        if topic is Topic.KEYS:
            return self._keys()
        if topic is Topic.TROUBLE:
            return self._trouble()
        title, sentences = self._told()[topic]
        panel = Panel(title)
        for sentence in sentences:
            panel.column.addWidget(label(sentence))
        return panel

    def _told(self) -> dict[Topic, tuple[str, tuple[str, ...]]]:
        return {
            Topic.WAY: (self.tr("Từ lúc lập hồ sơ đến lúc gửi"), self._way()),
            Topic.FILLING: (self.tr("Nhập câu trả lời"), self._filling()),
            Topic.TABLES: (self.tr("Nhập bảng"), self._tables()),
            Topic.CHECKING: (self.tr("Kiểm tra"), self._checking()),
            Topic.ISSUING: (self.tr("Ký và phát hành"), self._issuing()),
            Topic.CARRYING: (self.tr("Một hồ sơ trên hai máy"), self._two_computers()),
            Topic.RECEIVING: (self.tr("Tiếp nhận"), self._receiving()),
            Topic.SETUP: (self.tr("Thiết lập"), self._setup()),
        }

    def _filling(self) -> tuple[str, ...]:
        return (
            self.tr("Số và ngày gõ theo cách thường dùng: 1.234,5; 9/3/2022. Ô sai được giữ và được báo ngay."),
            self.tr("Gõ vài chữ đầu vào ô tìm, không cần dấu, để tới câu hỏi, lựa chọn hoặc câu trả lời."),
            self.tr("Bên mỗi câu: ghi chú, lịch sử thay đổi, và vì sao câu đó được hỏi hoặc số đó từ đâu ra."),
            self.tr("Biểu mẫu kia đã có số liệu thì chương trình đề nghị dùng lại; không tự ghi đè."),
        )

    def _tables(self) -> tuple[str, ...]:
        return (
            self.tr("Gõ như trong Excel: Enter xuống dòng, Tab sang ô, F2 sửa ô, Delete xóa ô."),
            self.tr("Chép một khối từ Excel hoặc LibreOffice rồi dán vào bảng; được xem trước khi nhận."),
            self.tr("Ctrl+Tab hoặc Esc ra khỏi bảng để tới câu hỏi tiếp theo."),
            self.tr("Lấy từ Excel…: lấy bảng cơ quan đã có; chương trình ghép cột, bạn xem lại rồi mới lấy."),
            self.tr("Gửi đơn vị khác nhập…: ghi bảng hoặc cả phần ra tệp Excel có danh mục và hướng dẫn."),
            self.tr("Nhận tệp đã nhập…: nhận nhiều tệp một lần; chỗ nào khác với hồ sơ thì bạn chọn."),
        )

    def _checking(self) -> tuple[str, ...]:
        return (
            self.tr("Lỗi và câu còn thiếu phải xong thì mới chốt được. Bấm vào một dòng để tới đúng chỗ."),
            self.tr("Lưu ý thì không phải sửa nếu số liệu đúng, nhưng phải ghi lý do; lý do được in kèm."),
            self.tr(
                "Ở đây còn có những câu nơi nhận trả lại và những gì đã đổi so với bản đã gửi. "
                "In phiếu kiểm tra để rà soát trên giấy."
            ),
        )

    def _issuing(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Đi theo thứ tự của trang: chốt số liệu, lãnh đạo ký, văn thư cấp số và ngày, cơ quan ký, đóng "
                "gói, gửi. Sau khi chốt, muốn sửa thì mở lại thành bản mới."
            ),
            self.tr(
                "Ký được bằng tệp chứng thư, USB token, phần mềm khác (xuất ra rồi nhận lại) hoặc bút mực (in, "
                "quét). Mã PIN và mật khẩu chỉ dùng một lần, không được lưu."
            ),
            self.tr(
                "Những gì lần nào cũng ghi (địa danh, ký hiệu, người ký) giữ thành mẫu được; lần sau chọn mẫu "
                "là điền sẵn, không tự ghi đè."
            ),
            self.tr(
                "Ảnh chữ ký (xanh) và con dấu (đỏ) để trong mẫu thì khi ký được đặt đúng chỗ, đúng kích thước. "
                "Ảnh chỉ ở trên máy này, không đi theo hồ sơ."
            ),
            self.tr(
                "Xem văn bản lúc nào cũng được (Ctrl+P); bản chưa chốt có chữ “DỰ THẢO”. Nháy đúp vào một chỗ "
                "trên trang để tới câu hỏi; dùng phím thì Alt+↓, Alt+↑ rồi Enter."
            ),
            self.tr("Gói được đọc lại và đối chiếu trước khi báo xong. Hãy gửi cả gói, không gửi từng tệp."),
        )

    def _receiving(self) -> tuple[str, ...]:
        return (
            self.tr("Thả gói hoặc PDF đã ký vào đây để biết còn nguyên vẹn không, ai ký, có tin được không."),
            self.tr(
                "Chứng thư gốc chỉ được tin cậy sau khi có người so vân tay với nơi cấp; chưa có thì không thể "
                "khẳng định về người ký. Kiểm tra không bao giờ dùng mạng."
            ),
        )

    def _setup(self) -> tuple[str, ...]:
        return (
            self.tr("Ngôn ngữ, màu và cỡ chữ đổi ngay, không mất gì. Thư mục dữ liệu cũng mở được từ đây."),
            self.tr(
                "Dịch vụ dấu thời gian và hỏi tình trạng chứng thư mặc định tắt; bật ở phần Chữ ký số để chữ "
                "ký có thời điểm được xác nhận và kiểm tra được lâu dài."
            ),
        )

    def _way(self) -> tuple[str, ...]:
        return (
            self.tr("1. Lập hồ sơ: chọn cơ quan trả lời. Muốn tập làm trước thì lập hồ sơ thử nghiệm."),
            self.tr("2. Nhập: mỗi câu trả lời được lưu ngay. Có thể nghỉ giữa chừng, tắt máy, mai làm tiếp."),
            self.tr("3. Kiểm tra: sửa các lỗi, giải trình các lưu ý. Bấm vào một dòng để tới đúng câu hỏi."),
            self.tr("4. Chốt số liệu, xuất và ký số, lấy số và đóng dấu theo quy trình văn thư của cơ quan."),
            self.tr("5. Gửi gói hồ sơ theo địa chỉ trong công văn. Chương trình không tự gửi gì qua mạng."),
            self.tr(
                "6. Nếu nơi nhận trả lại: nhận phiếu trả lại, mở lại hồ sơ, sửa từng câu rồi đánh dấu “Đã sửa xong”; "
                "chốt, ký và gửi lại."
            ),
        )

    def _two_computers(self) -> tuple[str, ...]:
        return (
            self.tr("Trên máy đang có hồ sơ, bấm “Chép sang máy khác…” ở hồ sơ đó rồi chọn USB hoặc thư mục."),
            self.tr("Trên máy kia, bấm “Mở bản chép…” hoặc kéo tệp .cbcd thả vào danh sách hồ sơ."),
            self.tr(
                "Nên nhập xong trên một máy rồi mới chép sang máy khác. Nếu cả hai máy đã sửa, chương trình cho xem "
                "từng chỗ khác nhau để chọn; lịch sử giữ lại cả hai."
            ),
        )

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
            ("Ctrl+Tab", self.tr("ra khỏi bảng (hoặc Esc); Shift+mũi tên: chọn nhiều ô")),
            ("Ctrl+D", self.tr("trong bảng: chép ô trên cùng xuống các ô đã chọn")),
            ("Alt+↑", self.tr("trong bảng: chuyển dòng lên; Alt+↓ chuyển xuống")),
            ("Shift+F10", self.tr("trong bảng: mọi việc làm được, kèm phím tắt")),
            ("Ctrl+PgDown", self.tr("sang phần tiếp theo")),
            ("Ctrl+PgUp", self.tr("về phần trước")),
            ("F7", self.tr("tới câu chưa trả lời tiếp theo")),
            ("F8", self.tr("tới lỗi hoặc lưu ý tiếp theo")),
            ("Ctrl+F", self.tr("tìm trong câu hỏi và câu trả lời")),
            ("Ctrl+P", self.tr("xem văn bản sẽ in ra, cả khi đang nhập; ở đó Ctrl+P lần nữa để in, Ctrl+F để tìm")),
            ("Alt+1", self.tr("ghi chú của câu trả lời; Alt+2 lịch sử, Alt+3 vì sao; Esc trở lại")),
            ("Alt+D", self.tr("dùng số liệu mà biểu mẫu khác đã có; Alt+Shift+D dùng tất cả của phần này")),
            ("Ctrl+L", self.tr("đổi ngôn ngữ của biểu mẫu")),
            ("Ctrl+Z", self.tr("hoàn tác việc vừa làm")),
            ("Ctrl+Y", self.tr("làm lại việc vừa hoàn tác")),
            ("Ctrl+S", self.tr("lưu ngay")),
            ("Ctrl+1", self.tr("tới Hồ sơ; Ctrl+2, Ctrl+3, Ctrl+4 tới các mục bên dưới")),
            ("F1", self.tr("mở trợ giúp về trang đang xem; F1 hoặc Esc lần nữa để trở lại")),
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
