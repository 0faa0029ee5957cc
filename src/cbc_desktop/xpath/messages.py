"""What the language says when it cannot go on, in both languages."""

from __future__ import annotations

from cbc_desktop.base.message import Message

EMPTY = Message("Công thức còn để trống.", "The expression is empty.")
UNEXPECTED_CHARACTER = Message(
    "Công thức có ký tự “{found}” không dùng được ở vị trí {place}.",
    "The expression has a character “{found}” that does not belong at position {place}.",
)
OPEN_STRING = Message(
    "Công thức có chuỗi mở dấu nháy ở vị trí {place} mà không đóng lại.",
    "The expression has a text that opens with a quotation mark at position {place} and is never closed.",
)
UNEXPECTED_TOKEN = Message(
    "Ở vị trí {place}, công thức cần {wanted} nhưng lại gặp “{found}”.",
    "At position {place} the expression needs {wanted} but has “{found}”.",
)
UNEXPECTED_END = Message("Công thức kết thúc khi còn thiếu {wanted}.", "The expression ends where it needs {wanted}.")
TOO_DEEP = Message(
    "Công thức lồng quá nhiều lớp. Hãy tách thành nhiều câu tính toán.",
    "The expression is nested too deeply. Split it into several calculations.",
)
NO_VARIABLES = Message(
    "Ở vị trí {place} có biến “$”, biểu mẫu ODK không dùng biến của XPath. Có phải định viết ${{tên_câu_hỏi}}?",
    "At position {place} there is a variable “$”; ODK forms have no XPath variables. Was ${{question_name}} meant?",
)
UNKNOWN_AXIS = Message("Không có trục “{name}” (vị trí {place}).", "There is no axis “{name}” (position {place}).")
UNKNOWN_PREFIX = Message(
    "Tiền tố “{prefix}” (vị trí {place}) chưa được khai báo trong biểu mẫu.",
    "The prefix “{prefix}” (position {place}) is not declared in the form.",
)
UNKNOWN_FUNCTION = Message("Không có hàm “{name}()”.", "There is no function “{name}()”.")
UNKNOWN_FUNCTION_NEAR = Message(
    "Không có hàm “{name}()”. Có phải định viết “{nearest}()”?",
    "There is no function “{name}()”. Did you mean “{nearest}()”?",
)
WRONG_ARITY = Message(
    "Hàm “{name}()” cần {wanted} tham số, nhưng ở đây có {found}.",
    "The function “{name}()” takes {wanted} arguments, but {found} are given here.",
)
NOT_A_DATE = Message("“{text}” không phải là ngày tháng.", "“{text}” is no date.")
NOT_A_NODE_SET = Message(
    "Công thức cần một nhóm câu hỏi (đường dẫn) nhưng lại nhận một giá trị.",
    "The expression needs a set of nodes (a path) but got a value.",
)
