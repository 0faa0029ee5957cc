"""Parts of documents that are written by programs: between two marks, renewed with ``--write``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """The part called ``name`` of a document."""

    document: Path
    name: str

    def read(self) -> str:
        """As the document has it."""
        return self._text().split(self._begin)[1].split(self._end)[0]

    def write(self, part: str) -> None:
        before, rest = self._text().split(self._begin)
        text = before + self._begin + part + self._end + rest.split(self._end)[1]
        self.document.write_text(text, encoding="utf-8", newline="\n")

    @property
    def _begin(self) -> str:
        return f"<!-- {self.name}: begin -->\n"

    @property
    def _end(self) -> str:
        return f"<!-- {self.name}: end -->"

    def _text(self) -> str:
        return self.document.read_text(encoding="utf-8")
