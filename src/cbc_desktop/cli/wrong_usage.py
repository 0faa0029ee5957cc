"""What argparse says of words that it does not understand, as this program says it, in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cbc_desktop.base.message import Message

COMMAND = "COMMAND"
"""What argparse calls the name of a command."""
_NAME, _VALUE = "(?P<name>.+?)", "'?(?P<value>.*?)'?"
_SENTENCES: Mapping[str, Message] = {
    r"unrecognized arguments: (?P<words>.+)": Message(
        "Lệnh này không có phần “{words}”.", "This command takes no “{words}”."
    ),
    f"the following arguments are required: {COMMAND}": Message("Thiếu tên lệnh.", "The name of a command is missing."),
    r"the following arguments are required: (?P<words>.+)": Message("Còn thiếu: {words}.", "Missing: {words}."),
    r"one of the arguments (?P<words>.+) is required": Message(
        "Cần đúng một trong các phần: {words}.", "Exactly one of these is needed: {words}."
    ),
    f"argument {COMMAND}: invalid choice: {_VALUE} \\(choose from .*\\)": Message(
        "Không có lệnh “{value}”.", "There is no command “{value}”."
    ),
    f"argument {_NAME}: invalid choice: {_VALUE} \\(choose from (?P<words>.*)\\)": Message(
        "{name} không nhận “{value}”; hãy chọn một trong: {words}.", "{name} is not “{value}”, but one of: {words}."
    ),
    f"argument {_NAME}: invalid int value: {_VALUE}": Message(
        "{name} cần một số nguyên, không phải “{value}”.", "{name} is a whole number, not “{value}”."
    ),
    f"argument {_NAME}: invalid decimal value: {_VALUE}": Message(
        "{name} cần một số, không phải “{value}”.", "{name} is a number, not “{value}”."
    ),
    f"argument {_NAME}: invalid given_path value: {_VALUE}": Message(
        "{name} còn trống; hãy ghi tên tệp hoặc thư mục.", "{name} is empty; give the name of a file or folder."
    ),
    f"argument {_NAME}: {_VALUE} does not end in (?P<suffix>.+)": Message(
        "{name} cần một tên tệp có đuôi {suffix}, không phải “{value}”. Chưa có gì được ghi.",
        "{name} is the name of a file that ends in {suffix}, not “{value}”. Nothing has been written.",
    ),
    f"argument {_NAME}: not allowed with argument (?P<other>.+)": Message(
        "{name} không dùng cùng với {other}.", "{name} does not go together with {other}."
    ),
    f"argument {_NAME}: expected one argument": Message(
        "Sau {name} phải có một giá trị.", "A value belongs behind {name}."
    ),
    f"argument {_NAME}: expected at least one argument": Message(
        "Sau {name} phải có ít nhất một giá trị.", "At least one value belongs behind {name}."
    ),
    f"argument {_NAME}: expected (?P<count>\\d+) arguments?": Message(
        "Sau {name} phải có đúng {count} giá trị.", "Exactly {count} values belong behind {name}."
    ),
    f"argument {_NAME}: ignored explicit argument {_VALUE}": Message(
        "{name} không đi kèm giá trị, nên không nhận “{value}”.", "{name} takes no value, such as “{value}”."
    ),
    f"ambiguous option: {_NAME} could match (?P<words>.+)": Message(
        "{name} chưa rõ là tùy chọn nào: {words}.", "{name} may be any of: {words}."
    ),
}
_ANY = Message("Dùng lệnh chưa đúng: {said}.", "Wrong usage: {said}.")
HELP = Message("Xem cách dùng: {command} --help", "See how it is used: {command} --help")


def wrong_usage(said: str) -> Message:
    """``said`` is argparse's own sentence; one that is not known here is quoted."""
    for pattern, message in _SENTENCES.items():
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return message.filled(**found.groupdict())
    return _ANY.filled(said=said)
