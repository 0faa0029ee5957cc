"""Puts the data of a revision on the paper of its document, as codes after each form, and says so in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.printed_codes import ON_A_PAGE, TITLE, CodePage, PrintedCode, PrintedCodes
from cbc_desktop.documents.printed_form import PrintedDossier, PrintedForm
from cbc_desktop.exporting.parts import RevisionParts
from cbc_desktop.package.layout import RECORD, submission_file, submission_part
from cbc_desktop.package.paper.chunk import Chunk
from cbc_desktop.package.paper.cutting import MOST_CODES, paper_of

WORDS = (
    "Các mã dưới đây chứa toàn bộ câu trả lời của {appendix}. Nơi nhận bản giấy quét trang này (nên ở 300 dpi) và đọc "
    "lại số liệu bằng phần mềm cbc-desktop; mất một mã bất kỳ của phần này vẫn đọc lại được đủ."
)
WITHOUT_FILES = " Tệp đính kèm không nằm trong mã, chỉ có mã băm của tệp."
LEFT_OUT = (
    "{appendix} có quá nhiều số liệu để in thành mã (tối đa {most} mã cho cả văn bản). Số liệu nằm trong tệp PDF đã ký "
    "và trong gói hồ sơ. Mã băm nội dung của cả hồ sơ: {digest}."
)
PLACE = "(Phần {part}/{parts}, trang mã {page}/{pages})"
CAPTION = "Mã {number}/{of}"
FOOT = "Mã băm nội dung của cả hồ sơ (SHA-256):\n{digest}"


def on_paper(printed: PrintedDossier, parts: RevisionParts) -> PrintedDossier:
    """The dossier with codes; ``parts`` are those of the same revision."""
    submissions = [
        (name, parts.data[submission_part(name)]) for name in (submission_file(form.form_id) for form in printed.forms)
    ]
    paper = paper_of(printed.content_digest, parts.data[RECORD], submissions)
    carried = dict(zip((form.form_id for form in printed.forms[: paper.forms]), paper.parts, strict=False))
    codes = {
        form.form_id: _codes(_named(form, printed), carried.get(form.form_id, ()), printed, files=bool(parts.media))
        for form in printed.forms
    }
    return replace(printed, codes=codes)


def _named(form: PrintedForm, printed: PrintedDossier) -> str:
    """As what the form is on paper: an appendix, or the body of a plan."""
    body = printed.document.body
    if body and body.form_id == form.form_id:
        return DOCUMENT_TYPES[body.kind].noun
    return f"Phụ lục {form.number}".strip()


def _codes(name: str, chunks: Sequence[Chunk], printed: PrintedDossier, *, files: bool) -> PrintedCodes:
    words = {"appendix": name, "most": MOST_CODES, "digest": " ".join(printed.content_digest.groups)}
    said = (WORDS if chunks else LEFT_OUT) + (WITHOUT_FILES if chunks and files else "")
    return PrintedCodes(
        title=TITLE.format(appendix=words["appendix"]).upper(),
        words=said.format(**words),
        pages=_pages(chunks),
        foot=FOOT.format(**words),
    )


def _pages(chunks: Sequence[Chunk]) -> tuple[CodePage, ...]:
    starts = range(0, len(chunks), ON_A_PAGE)
    return tuple(
        CodePage(_place(chunks[start], number, len(starts)), tuple(map(_code, chunks[start : start + ON_A_PAGE])))
        for number, start in enumerate(starts, start=1)
    )


def _place(chunk: Chunk, page: int, pages: int) -> str:
    return PLACE.format(part=chunk.part, parts=chunk.parts, page=page, pages=pages)


def _code(chunk: Chunk) -> PrintedCode:
    return PrintedCode(chunk.to_bytes(), CAPTION.format(number=chunk.number, of=chunk.of))
