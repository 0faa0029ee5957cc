"""What is said about workbooks that came back."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.engine.nodes import LeafNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.table_columns import table_columns
from cbc_desktop.filling.whereabouts import row_words

READING = Message("Đang đọc {name}…", "Reading {name}…")
OTHER_DOSSIER = Message(
    "Tệp thuộc hồ sơ khác ({agency}, gửi đi ngày {made}) nên không nhận. Hãy mở đúng hồ sơ rồi nhận lại.",
    "The file belongs to another dossier ({agency}, sent out on {made}) and was not taken. Open that dossier and take "
    "it there.",
)
OTHER_FORM = Message(
    "Tệp thuộc biểu mẫu “{form}” của hồ sơ này. Hãy mở biểu mẫu đó rồi nhận lại.",
    "The file belongs to the form “{form}” of this dossier. Open that form and take it there.",
)
OTHER_VERSION = Message(
    "Tệp được gửi đi từ phiên bản khác của biểu mẫu. Những câu vẫn còn trong biểu mẫu được nhận; hãy xem kỹ.",
    "The file went out with another version of the form. Questions that are still in the form are taken; look closely.",
)
TABLE_GONE = Message(
    "Bảng này không còn trong biểu mẫu nên không nhận được.", "This table is no longer in the form and was not taken."
)
REALIGNED = Message(
    "Bảng đã được sắp xếp mà cột ẩn không đi theo; các dòng đã được ghép lại theo nội dung. Hãy xem kỹ các thay đổi.",
    "The table was sorted without its hidden column; rows were matched by their contents. Look closely at the changes.",
)
OWN_COLUMN = Message("Cột do người điền tự thêm, không được lấy.", "A column that somebody added; it is not taken.")
ROW_GONE = Message(
    "Câu hoặc dòng này đã bị xóa trong hồ sơ; nội dung “{text}” không được lấy.",
    "This question or row was deleted in the dossier; “{text}” is not taken.",
)
GREY = Message(
    "Ô chỉ để xem; nội dung sửa thành “{text}” không được lấy.",
    "A cell for reading only; its change to “{text}” is not taken.",
)
NOT_READABLE = Message(
    "Không hiểu “{text}” ở ô này. Nội dung vẫn được lấy nguyên văn và đánh dấu lỗi để sửa.",
    "“{text}” cannot be read here. It is taken as it is, and marked so that it can be corrected.",
)
TOTAL_ROW = Message(
    "Dòng tổng cộng không được lấy; chương trình tự cộng.", "A row of totals is not taken; the program adds up itself."
)
FIXED_ROWS = Message(
    "Bảng này có số dòng cố định nên dòng thêm không được lấy.",
    "The rows of this table are fixed; the added one is not taken.",
)
IN_ANOTHER_FILE = Message(
    "Tệp “{file}” cũng có dòng này nên chỉ lấy một lần.", "“{file}” has the same row; it is taken once."
)
THERE_ALREADY = Message(
    "Dòng này đã có trong hồ sơ nên không thêm nữa.", "This row is there already and not added again."
)


def row_named(session: FormSession, row: RowNode) -> Message:
    """``Nhân sự, dòng 3 (Sở A)``: its place, and its first answer."""
    where, name = row_words(session, row), _first_answer(session, row)
    return Message(f"{where.vi} ({name})", f"{where.en} ({name})") if name else where


def _first_answer(session: FormSession, row: RowNode) -> str:
    leaves = (row.within[column.path] for column in table_columns(row.definition))
    texts = (as_read(session, leaf) for leaf in leaves if isinstance(leaf, LeafNode) and not leaf.readonly)
    return next((text for text in texts if text), "")
