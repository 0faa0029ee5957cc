"""The words for operators and functions of formulas, and how parts of a sentence are put together in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.message import Message

LOOSEST, COMPARED, ADDED, TIGHTEST = 0, 3, 5, 9
"""How tightly parts hold together, on the scale of the parser's binding powers; names and numbers hold tightest."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words for a part of a formula; looser ones go in brackets inside tighter ones."""

    words: Message
    power: int = TIGHTEST

    def within(self, power: int) -> Message:
        return self.words if self.power >= power else put("({0})", self.words)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with places for parts, which have to hold at least as tightly as ``inner``."""

    words: Message
    power: int = TIGHTEST
    inner: int = ADDED

    def of(self, *parts: Said) -> Said:
        return Said(put(self.words, *(part.within(self.inner) for part in parts)), self.power)


def put(sentence: Message | str, *parts: Message) -> Message:
    """``{0}``, ``{1}`` … stand for the parts."""
    both = Message(sentence, sentence) if isinstance(sentence, str) else sentence
    return Message(both.vi.format(*(part.vi for part in parts)), both.en.format(*(part.en for part in parts)))


def listed(parts: Sequence[Message]) -> Message:
    return Message.joined(parts, ", ")


OPERATORS: Mapping[str, Message] = {
    "or": Message("{0} hoặc {1}", "{0} or {1}"),
    "and": Message("{0} và {1}", "{0} and {1}"),
    "=": Message("{0} bằng {1}", "{0} is {1}"),
    "!=": Message("{0} khác {1}", "{0} is not {1}"),
    "<": Message("{0} nhỏ hơn {1}", "{0} is less than {1}"),
    "<=": Message("{0} không quá {1}", "{0} is at most {1}"),
    ">": Message("{0} lớn hơn {1}", "{0} is more than {1}"),
    ">=": Message("{0} ít nhất là {1}", "{0} is at least {1}"),
    "+": Message("{0} + {1}", "{0} + {1}"),
    "-": Message("{0} − {1}", "{0} − {1}"),
    "*": Message("{0} × {1}", "{0} × {1}"),
    "div": Message("{0} : {1}", "{0} : {1}"),
    "mod": Message("số dư của {0} : {1}", "the remainder of {0} : {1}"),
}
BETWEEN_DAYS: Mapping[str, Message] = {
    "<": Message("{0} trước {1}", "{0} is before {1}"),
    "<=": Message("{0} không sau {1}", "{0} is not after {1}"),
    ">": Message("{0} sau {1}", "{0} is after {1}"),
    ">=": Message("{0} không trước {1}", "{0} is not before {1}"),
}
TURNED: Mapping[str, str] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""The operator when its two sides change places."""
BLANK = {"=": Message("{0} để trống", "{0} is blank"), "!=": Message("{0} đã trả lời", "{0} is answered")}
CHOSEN = {"=": Message("{0} là “{1}”", "{0} is “{1}”"), "!=": Message("{0} không phải là “{1}”", "{0} is not “{1}”")}

TICKED = Phrase(Message("{0} có chọn “{1}”", "{0} has “{1}” chosen"), COMPARED)
NOT_TICKED = Phrase(Message("{0} không chọn “{1}”", "{0} has not “{1}” chosen"), COMPARED)
BETWEEN = Phrase(Message("{0} từ {1} đến {2}", "{0} is from {1} to {2}"), COMPARED)
EITHER = Message("{0}” hoặc “{1}", "{0}” or “{1}")
ROW_CHOSEN = Phrase(Message("dòng đó được chọn ở {0}", "that row is chosen in {0}"), COMPARED)
WHOLE = Phrase(Message("{0} không có phần lẻ", "{0} is a whole number"), COMPARED)
FEW_DECIMALS = Phrase(Message("{0} có không quá {1} chữ số lẻ", "{0} has at most {1} decimals"), COMPARED)
OR_ELSE = Phrase(Message("{0} (nếu trống thì lấy {1})", "{0} (where blank: {1})"))
BOTH = Phrase(OPERATORS["and"], 2, 2)
ROWS_WHERE = Phrase(Message("{0} (chỉ tính dòng mà {1})", "{0} (only rows where {1})"), inner=LOOSEST)
OF_THIS_ROW = Phrase(Message("{0} của dòng này", "{0} of this row"))
JOINED = Message("ghép liền: {0}", "joined together: {0}")
THIS_ANSWER = Message("câu trả lời này", "this answer")
ROW_NUMBER = Message("số thứ tự của dòng", "the number of the row")
NOTHING = Message("để trống", "blank")

FUNCTIONS: Mapping[tuple[str, int], Phrase] = {
    ("abs", 1): Phrase(Message("giá trị tuyệt đối của {0}", "the absolute value of {0}"), inner=TIGHTEST),
    ("boolean", 1): Phrase(Message("{0}", "{0}")),
    ("count", 1): Phrase(Message("số dòng của {0}", "the number of rows of {0}")),
    ("contains", 2): Phrase(Message("{0} có chứa {1}", "{0} contains {1}"), COMPARED),
    ("count-selected", 1): Phrase(Message("số mục được chọn ở {0}", "the number chosen in {0}")),
    ("date", 1): Phrase(Message("{0}", "{0}")),
    ("decimal-date-time", 1): Phrase(Message("{0}", "{0}")),
    ("ends-with", 2): Phrase(Message("{0} kết thúc bằng {1}", "{0} ends with {1}"), COMPARED),
    ("false", 0): Phrase(Message("không bao giờ", "never")),
    ("if", 3): Phrase(Message("nếu {0} thì {1}, còn không thì {2}", "if {0} then {1}, else {2}"), LOOSEST, 1),
    ("int", 1): Phrase(Message("phần nguyên của {0}", "the whole part of {0}"), inner=TIGHTEST),
    ("max", 1): Phrase(Message("giá trị lớn nhất của {0}", "the largest {0}")),
    ("min", 1): Phrase(Message("giá trị nhỏ nhất của {0}", "the smallest {0}")),
    ("normalize-space", 1): Phrase(Message("{0}", "{0}")),
    ("not", 1): Phrase(Message("không đúng là {0}", "it is not so that {0}"), COMPARED, COMPARED),
    ("now", 0): Phrase(Message("lúc này", "now")),
    ("number", 1): Phrase(Message("{0}", "{0}")),
    ("regex", 2): Phrase(Message("{0} viết đúng dạng quy định", "{0} is written as prescribed"), COMPARED),
    ("round", 1): Phrase(Message("{0} (làm tròn)", "{0} (rounded)"), inner=ADDED),
    ("round", 2): Phrase(Message("{0} (làm tròn đến {1} chữ số lẻ)", "{0} (rounded to {1} decimals)"), inner=ADDED),
    ("starts-with", 2): Phrase(Message("{0} bắt đầu bằng {1}", "{0} begins with {1}"), COMPARED),
    ("string", 1): Phrase(Message("{0}", "{0}")),
    ("string-length", 1): Phrase(Message("số ký tự của {0}", "the number of letters in {0}")),
    ("sum", 1): Phrase(Message("tổng {0}", "the sum of {0}")),
    ("today", 0): Phrase(Message("ngày hôm nay", "today")),
    ("true", 0): Phrase(Message("luôn luôn", "always")),
}
YEAR_OF = Phrase(Message("năm của {0}", "the year of {0}"))
