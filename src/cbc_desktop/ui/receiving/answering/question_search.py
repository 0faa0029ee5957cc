"""Finding the question that a remark is about, among all that an arrival was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cbc_desktop.base.text import folded
from cbc_desktop.ui.kit.search_list import SearchList

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.questions import AskedQuestion

_MOST = 200
"""That are listed; who wants another one types more of it."""


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """``searched`` is folded."""

    asked: AskedQuestion
    words: str
    searched: str

    @classmethod
    def of(cls, asked: AskedQuestion) -> QuestionEntry:
        words = f"{question_words(asked)}: {asked.answer or '–'}"
        return cls(asked, words, folded(words))


class QuestionSearch(SearchList[QuestionEntry]):
    def __init__(self, parent: QWidget | None = None) -> None:
        self._entries: Sequence[QuestionEntry] = ()
        names = (
            self.tr("Tìm câu hỏi"),
            self.tr("Gõ chữ trong câu hỏi hoặc câu trả lời, không cần dấu"),
            self.tr("Các câu tìm thấy"),
            self.tr("Không có câu nào như vậy trong hồ sơ này."),
        )
        super().__init__(self._found, lambda entry: entry.words, names, parent)

    def offer(self, questions: Sequence[AskedQuestion]) -> None:
        self._entries = [QuestionEntry.of(asked) for asked in questions]
        self.show_found()

    @property
    def question(self) -> AskedQuestion | None:
        """The one that is selected."""
        return self.found.asked if self.found else None

    def _found(self, text: str) -> Sequence[QuestionEntry]:
        words = folded(text).split()
        return [entry for entry in self._entries if all(word in entry.searched for word in words)][:_MOST]


def question_words(asked: AskedQuestion) -> str:
    return f"{asked.label} [{asked.row}]" if asked.row else asked.label
