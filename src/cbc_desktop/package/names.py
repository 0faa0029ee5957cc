"""Which names a part may have: ASCII names that mean the same on every system and stay inside the package."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message

LONGEST_NAME = 180

_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
_ORDINARY = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")


@dataclass(frozen=True, slots=True)
class NameRule:
    """One reason to refuse a name: a stable code, when it applies, and a sentence with ``{name}``."""

    code: str
    breaks: Callable[[str], bool]
    message: Message


def _segments(name: str) -> list[str]:
    return name.split("/")


def _names_a_device(name: str) -> bool:
    return any(segment.split(".")[0].rstrip(" ").casefold() in _WINDOWS_DEVICES for segment in _segments(name))


def _ends_in_dot_or_space(name: str) -> bool:
    return any(segment.endswith((".", " ")) for segment in _segments(name))


NAME_RULES: tuple[NameRule, ...] = (
    NameRule(
        "archive.name-not-ascii",
        lambda name: not name.isascii(),
        Message(
            "Gói có tệp “{name}” với tên chứa ký tự ngoài bảng ASCII; tên như vậy mỗi máy hiểu một khác.",
            "The package holds “{name}”, a name with letters outside ASCII, which every system reads differently.",
        ),
    ),
    NameRule(
        "archive.name-backslash",
        lambda name: "\\" in name,
        Message(
            "Gói có tệp “{name}” với dấu “\\” trong tên; trên Windows tên này trỏ sang thư mục khác.",
            "The package holds “{name}”, a name with a backslash, which points to another folder on Windows.",
        ),
    ),
    NameRule(
        "archive.name-drive",
        lambda name: re.match(r"[A-Za-z]:", name) is not None,
        Message(
            "Gói có tệp “{name}” với tên bắt đầu bằng ký hiệu ổ đĩa; tệp trong gói không được ghi ra ngoài gói.",
            "The package holds “{name}”, a name that begins with a drive letter; a part may not leave the package.",
        ),
    ),
    NameRule(
        "archive.name-absolute",
        lambda name: name.startswith("/"),
        Message(
            "Gói có tệp “{name}” với đường dẫn tuyệt đối; tệp trong gói không được ghi ra ngoài gói.",
            "The package holds “{name}”, an absolute path; a part may not leave the package.",
        ),
    ),
    NameRule(
        "archive.name-traversal",
        lambda name: any(segment in {".", ".."} for segment in _segments(name)),
        Message(
            "Gói có tệp “{name}” với tên trỏ ngược ra ngoài thư mục; tệp trong gói không được ghi ra ngoài gói.",
            "The package holds “{name}”, a name that climbs out of its folder; a part may not leave the package.",
        ),
    ),
    NameRule(
        "archive.name-reserved",
        _names_a_device,
        Message(
            "Gói có tệp “{name}”; Windows dành tên này cho thiết bị nên không lưu được thành tệp.",
            "The package holds “{name}”, a name that Windows reserves for a device and cannot store.",
        ),
    ),
    NameRule(
        "archive.name-trailing",
        _ends_in_dot_or_space,
        Message(
            "Gói có tệp “{name}” với tên kết thúc bằng dấu chấm hoặc dấu cách; Windows tự bỏ ký tự đó đi.",
            "The package holds “{name}”, a name that ends in a dot or a space, which Windows drops.",
        ),
    ),
    NameRule(
        "archive.name-odd",
        lambda name: _ORDINARY.fullmatch(name) is None or len(name) > LONGEST_NAME,
        Message(
            "Gói có mục “{name}” với tên không dùng trong gói: tên chỉ gồm chữ cái ASCII, chữ số, “.”, “-”, “_” "
            "và không quá 180 ký tự.",
            "The package holds “{name}”, a name that packages do not use: only ASCII letters, digits, “.”, “-” and "
            "“_”, at most 180 characters.",
        ),
    ),
)

DUPLICATE_NAME = Message(
    "Gói có nhiều tệp cùng tên “{name}” (không phân biệt chữ hoa, chữ thường); không biết tệp nào là thật.",
    "The package holds several parts named “{name}” (letter case aside); nobody can tell which is meant.",
)


def refused_name(name: str) -> Finding | None:
    """The first reason why a part may not have this name, None when it may."""
    for rule in NAME_RULES:
        if rule.breaks(name):
            shown = printable(name)
            return Finding(rule.code, Severity.ERROR, shown, rule.message.filled(name=shown))
    return None


def duplicate_names(names: Iterable[str]) -> list[Finding]:
    """One finding for each name that an earlier one equals on a system that ignores letter case."""
    seen: set[str] = set()
    findings = []
    for name in names:
        if name.casefold() in seen:
            shown = printable(name)
            findings.append(Finding("archive.name-duplicate", Severity.ERROR, shown, DUPLICATE_NAME.filled(name=shown)))
        seen.add(name.casefold())
    return findings


def printable(name: str) -> str:
    """The name without control characters and not endless: a stranger's name must not write on our screen."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    return shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME] + "…"
