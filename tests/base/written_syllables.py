"""Writes ``resources/language/syllables.txt``: the syllables with Vietnamese letters that official texts use.

They are those of our own texts (forms, registers, windows, messages) and of common names:
``python -m tests.base.written_syllables``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook

from cbc_desktop.base.syllables import is_syllable
from cbc_desktop.base.text import nfc

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "resources/language/syllables.txt"
NAMES = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn lương trương đinh lâm mai tô trịnh
    hà cao tạ thái phùng quách tăng châu văn thị đức hữu ngọc hùng dũng cường tuấn hải sơn thủy lan hương hằng hạnh hoa
    hòa hiền loan nga phương thảo trang uyên yến bích kiều diễm quỳnh quốc bảo chí công đạt đông giang hiếu hoài khánh
    khoa kiên long lộc mạnh nghĩa nhân phú phúc phước quân quý sáng tài tâm tân thắng thành thiện thịnh thọ thuận tiến
    toàn trí trọng trung tùng vinh việt vương xuân ái ân
"""
_WORD = re.compile(r"[^\W\d_]+")


def main() -> None:
    words = {word for text in (NAMES, *_texts()) for word in _WORD.findall(nfc(text).lower())}
    found = sorted(word for word in words if not word.isascii() and is_syllable(word))
    TARGET.write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")


def _texts() -> Iterator[str]:
    for book in sorted((ROOT / "forms").rglob("*.xlsx")):
        for sheet in load_workbook(book, read_only=True):
            yield from (cell for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str))
    for suffix in ("*.csv", "*.md", "*.toml", "*.ts"):
        yield from (path.read_text(encoding="utf-8") for path in sorted((ROOT / "forms").rglob(suffix)))
        yield from (path.read_text(encoding="utf-8") for path in sorted((ROOT / "resources").rglob(suffix)))
    yield from (path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py")))


if __name__ == "__main__":
    main()
