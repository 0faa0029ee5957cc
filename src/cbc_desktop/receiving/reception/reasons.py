"""Why nothing, or not everything, could be read of what arrived, in words."""

from __future__ import annotations

from enum import Enum

from cbc_desktop.base.message import Message


class Reason(Enum):
    """The values are kept."""

    OTHER_KIND = "other-kind"
    TABLE = "table"
    WORKBOOK = "workbook"
    FOREIGN = "foreign"
    EMPTY = "empty"
    OWN = "own"
    """Told, and not kept."""
    TOO_LARGE = "too-large"
    NOT_READABLE = "not-readable"
    NO_DOSSIER = "no-dossier"
    NO_SCAN = "no-scan"
    NO_CODES = "no-codes"
    PART_OF_PAPER = "part-of-paper"
    BAD_MAIL = "bad-mail"
    EMPTY_MAIL = "empty-mail"
    DIED = "died"
    HANGS = "hangs"
    FAULT = "fault"

    @property
    def words(self) -> Message:
        return _WORDS[self]


_WORDS = {
    Reason.OTHER_KIND: Message(
        "không phải gói hồ sơ, PDF, bản quét hay thư điện tử", "no package, PDF, scan or e-mail"
    ),
    Reason.TABLE: Message(
        "bảng tính; nếu là kết quả biểu mẫu trực tuyến thì nhận bằng lệnh online hoặc “Biểu mẫu trực tuyến…”",
        "a table; if it is the export of an online form, take it in by the command online or “Online form…”",
    ),
    Reason.WORKBOOK: Message(
        "sổ tính kèm theo một gói hồ sơ, do chương trình lập; gói (.zip) hoặc PDF đã ký mới là tệp được nhận",
        "the workbook that goes with a package, made by the program; what is received is the package (.zip) or signed "
        "PDF",
    ),
    Reason.FOREIGN: Message("không phải gói hồ sơ của chương trình", "no package of the program"),
    Reason.EMPTY: Message("tệp rỗng, hãy xin gửi lại", "an empty file; ask for it again"),
    Reason.OWN: Message(
        "phiếu, thư hoặc tệp tổng hợp do nơi nhận lập, không phải hồ sơ; bỏ qua",
        "a receipt, letter or consolidated file that a receiver wrote, and no dossier; passed over",
    ),
    Reason.TOO_LARGE: Message("quá lớn, không nhận", "too large to be taken in"),
    Reason.NOT_READABLE: Message("ổ đĩa không đọc được tệp", "the disk could not read it"),
    Reason.NO_DOSSIER: Message("không có hồ sơ đọc được", "no dossier could be read in it"),
    Reason.NO_SCAN: Message("không phải bản quét đọc được", "no scan that can be read"),
    Reason.NO_CODES: Message("không thấy mã số liệu trên các trang", "no codes on its pages"),
    Reason.PART_OF_PAPER: Message("mới có một phần các trang của hồ sơ giấy", "only some pages of the paper"),
    Reason.BAD_MAIL: Message("thư điện tử bị hỏng hoặc quá lớn", "a damaged e-mail, or one that is too large"),
    Reason.EMPTY_MAIL: Message("thư điện tử không kèm gói hồ sơ nào", "an e-mail without a package"),
    Reason.DIED: Message("làm chương trình đọc dừng đột ngột", "made the reading program stop suddenly"),
    Reason.HANGS: Message("đọc quá lâu nên đã dừng", "took too long to read and was stopped"),
    Reason.FAULT: Message("chương trình gặp lỗi khi đọc", "the program met a fault while reading it"),
}
