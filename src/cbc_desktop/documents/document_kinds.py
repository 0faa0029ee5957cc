"""Names and abbreviations of the kinds of documents (Decree 30/2020/NĐ-CP, Article 7 and Appendix III, part I)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.forms.campaign_documents import DocumentKind


@dataclass(frozen=True, slots=True)
class DocumentType:
    """``noun`` as it stands in a sentence; ``abbreviation`` heads the symbol, "" for a công văn, which has none."""

    noun: str
    abbreviation: str = ""

    @property
    def title(self) -> str:
        """As it stands above the summary; a công văn has no such line."""
        return self.noun.upper() if self.abbreviation else ""

    def called(self, subject: str) -> str:
        """A document of this type as titles of files and bookmarks name it: "Quyết định: Về việc …"."""
        return f"{self.noun}: {subject}"

    def symbol(self, agency: str, chosen: str) -> str:
        """The symbol: ``chosen`` by a person where it is one of this type, else made of the agency's.

        A dossier that left as a plan keeps the plan's symbol, which is none of a công văn.
        """
        if not self.abbreviation:
            return chosen if chosen and chosen.partition("-")[0] not in _ABBREVIATIONS else agency
        own = f"{self.abbreviation}-"
        return chosen if chosen.startswith(own) else f"{own}{agency}"


DOCUMENT_TYPES: Mapping[DocumentKind, DocumentType] = {
    DocumentKind.LETTER: DocumentType("Công văn"),
    DocumentKind.REPORT: DocumentType("Báo cáo", "BC"),
    DocumentKind.PLAN: DocumentType("Kế hoạch", "KH"),
    DocumentKind.DECISION: DocumentType("Quyết định", "QĐ"),
}
_ABBREVIATIONS = frozenset(one.abbreviation for one in DOCUMENT_TYPES.values() if one.abbreviation)


def type_of(symbol: str) -> DocumentType:
    """Of an issued document, by the abbreviation that heads its symbol: KH-UBND is a plan's, UBND-VX a công văn's."""
    own = symbol.partition("-")[0]
    named = (one for one in DOCUMENT_TYPES.values() if one.abbreviation and one.abbreviation == own)
    return next(named, DOCUMENT_TYPES[DocumentKind.LETTER])
