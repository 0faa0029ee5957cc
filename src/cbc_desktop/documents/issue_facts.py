"""Number and symbol of a document as Decree 30/2020/NĐ-CP wants them, whoever gives them and wherever."""

from __future__ import annotations

import re
from dataclasses import replace

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import document_number
from cbc_desktop.dossier.revision import IssueFacts

NO_NUMBER = Message(
    "“{number}” không phải là số văn bản. Hãy ghi bằng chữ số, ví dụ 45 hoặc 45a; ký hiệu ghi ở mục riêng.",
    "“{number}” is no number of a document. Write digits, such as 45 or 45a; the symbol has its own place.",
)
NO_SYMBOL = Message(
    "“{symbol}” không phải là ký hiệu văn bản. Hãy ghi bằng chữ in hoa, không có dấu cách, ví dụ UBND-VX; số ghi ở mục "
    "riêng.",
    "“{symbol}” is no symbol of a document. Write capital letters without spaces, such as UBND-VX; the number has its "
    "own place.",
)
_A_NUMBER = re.compile(r"(?=0*[1-9])\d{1,6}[^\W\d_]?")
_A_SYMBOL = re.compile(r"[^\W\d_](?:[\w&.]|[-/](?=\w))*")


def numbered(facts: IssueFacts) -> IssueFacts:
    """With the zero before a single digit (Decree 30/2020/NĐ-CP, Appendix I, part II.3).

    UserFacingError for what is no number.
    """
    number = facts.number.strip()
    if not _A_NUMBER.fullmatch(number):
        raise UserFacingError(NO_NUMBER.filled(number=number))
    return replace(facts, number=document_number(int(number)) if number.isdecimal() else number)


def require_symbol(symbol: str) -> None:
    """Capital letters, groups of them joined by hyphens; UserFacingError for anything else (the same part II.3)."""
    if symbol != symbol.upper() or not _A_SYMBOL.fullmatch(symbol):
        raise UserFacingError(NO_SYMBOL.filled(symbol=symbol))
