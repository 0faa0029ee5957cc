"""Judges a document that comes back: signed in another program, or on paper, signed or stamped by hand.

Nothing is kept here; what is undecided, a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError, embedded_files
from cbc_desktop.documents.pdf.finished import page_count
from cbc_desktop.documents.pdf.issue_lines import IssueLines, issue_lines
from cbc_desktop.documents.pdf.shown_fields import drawn_otherwise
from cbc_desktop.documents.scans.files import pages_of
from cbc_desktop.dossier.record_reading import BadDossierRecord, record_from_json
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.carried_dossier import carries
from cbc_desktop.package.layout import RECORD, place_of_embedded
from cbc_desktop.package.scan_facts import scans_show
from cbc_desktop.signing.pdf_verification import UnreadablePdfError as UnreadableSignaturesError
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.revisions import Since, since
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict

_WAIT = Message("Hồ sơ trên máy không thay đổi.", "The dossier here is untouched.")
NOT_A_PDF = Message(
    "Tệp này không phải là PDF, hoặc phần mềm kia đã ghi sai chuẩn PDF nên không kiểm tra được. Hãy lấy lại tệp từ "
    "phần mềm kia.",
    "This file is no PDF, or the other program broke the rules of PDF, so that it cannot be checked. Get the file from "
    "the other program again.",
)
NOT_SIGNED = Message(
    "Tệp này chưa có chữ ký số nào. Hãy ký trong phần mềm kia, lưu lại rồi nhận lại tệp đã ký.",
    "Nobody has signed this file yet. Sign it in the other program, save it, and take back the signed file.",
)
BROKEN = Message(
    "Chữ ký ở ô “{field}” không còn đúng: tệp đã bị sửa sau khi ký. Hãy lấy lại đúng tệp mà phần mềm kia đã ký.",
    "The signature in “{field}” does not hold: the file was altered after signing. Take the very file that the other "
    "program signed.",
)
COVERED = Message(
    "Sau khi “{signer}” ký, phần mềm kia còn thêm nội dung lên trang, nên chữ ký ấy không còn bảo đảm cho trang. Hãy "
    "lấy tệp ngay sau chữ ký này rồi cấp số và ký của cơ quan ở đây.",
    "After “{signer}” had signed, the other program added content to the pages, which that signature does not vouch "
    "for. Take the file as it was right after that signature, and number and seal it here.",
)
TRIAL_SIGNATURE = Message(
    "Chứng thư THỬ NGHIỆM không được dùng cho văn bản thật. Văn bản không thay đổi; hãy ký bằng chứng thư thật.",
    "A TRIAL certificate cannot sign a real document. The document is unchanged; sign with a real certificate.",
)
OTHER_DATA = Message(
    "Tệp này không mang số liệu của hồ sơ này (lần {number}): có thể là tệp của hồ sơ khác hoặc của lần chốt khác.",
    "This file does not carry the answers of this dossier (revision {number}): it may be of another one.",
)
OTHER_REVISION = Message(
    "Tệp này là bản của lần chốt {carried}, còn hồ sơ nay ở lần {number}. Hãy nhận đúng tệp đã ký của lần {number}.",
    "This file is that of revision {carried}, and the dossier is at revision {number} now. Take the signed file of "
    "revision {number}.",
)
OTHER_FILES = Message(
    "Tệp đính trong PDF (sổ tính hoặc phần mô tả hồ sơ) không còn như khi xuất: phần mềm kia đã sửa, bỏ hoặc thêm tệp. "
    "Hãy ký lại từ đúng tệp mà chương trình này xuất ra.",
    "The files inside the PDF (the workbook or the description of the dossier) are not as they were exported: the "
    "other program changed, dropped or added one. Sign the very file that this program exported once more.",
)
ADDED = Message(
    "Tệp là đúng văn bản đã xuất, chỉ thêm chữ ký: {signers}.",
    "The file is the very document that was exported, with signatures added: {signers}.",
)
FILLED_ELSEWHERE = Message(
    "Phần mềm kia đã điền số hoặc ngày và tự vẽ chữ ở ô đó: chữ nhìn thấy có thể khác giá trị của ô. Hãy xem lại trang "
    "đầu rồi quyết định. Chữ ký: {signers}.",
    "The other program filled in number or date and drew the words itself: what is seen may differ from the field's "
    "value. Look at the first page and decide. Signatures: {signers}.",
)
CHANGED = Message(
    "Trước khi ký, phần mềm kia đã thêm nội dung lên trang (có thể là số, ngày, hình). Số liệu mang theo vẫn đúng là "
    "của hồ sơ này; hãy xem lại các trang rồi quyết định. Chữ ký: {signers}.",
    "Before signing, the other program added content to the pages (perhaps a number, a date, a picture). The answers "
    "that the file carries are those of this dossier; look at its pages and decide. Signatures: {signers}.",
)
REWRITTEN = Message(
    "Phần mềm kia đã ghi lại toàn bộ tệp, nên chương trình không tự khẳng định được các trang còn y nguyên. Số liệu "
    "mang theo vẫn đúng là của hồ sơ này; hãy xem lại các trang rồi quyết định. Chữ ký: {signers}.",
    "The other program wrote the file anew, so that nobody but you can say whether its pages are the same. The answers "
    "that it carries are those of this dossier; look at its pages and decide. Signatures: {signers}.",
)
STRANGER = Message(
    "Máy này chưa tin cậy nơi cấp chứng thư của “{signer}” ({issuer}), nên chưa xác nhận được người ký là ai.",
    "This computer does not trust who issued the certificate of “{signer}” ({issuer}), so nobody vouches for the "
    "signer.",
)
SCAN_RIGHT = Message(
    "Các mã trên bản quét đúng là số liệu của hồ sơ này.", "The codes on the scan are those of this dossier."
)
SCAN_UNREAD = Message(
    "Không đọc đủ mã trên bản quét: {scanned}/{pages} trang; {missing}. Hãy so bản quét với văn bản bằng mắt, hoặc "
    "quét lại cả các trang mã ở 300 dpi.",
    "Not all codes could be read from the scan: {scanned} of {pages} pages; {missing}. Compare it with the document by "
    "eye, or scan the pages with codes again at 300 dpi.",
)
SCAN_SHORT = Message(
    "Các mã đúng là số liệu của hồ sơ này, nhưng bản quét chỉ có {scanned} trang, văn bản có {pages} trang. Hãy xem đã "
    "có trang mang chữ ký chưa.",
    "The codes are those of this dossier, but the scan has only {scanned} pages and the document {pages}. See whether "
    "the page with the signature is among them.",
)
SCAN_OTHER = Message(
    "Bản quét là của số liệu khác, không phải lần chốt này. Hãy in lại đúng văn bản của lần này rồi ký.",
    "The scan is of other answers, not of this revision. Print the document of this revision and sign that.",
)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """``verdict``: PASSED may be taken, INDETERMINATE after a person has looked, FAILED not at all."""

    verdict: Verdict
    message: Message
    content: bytes = field(default=b"", repr=False)
    signatures: tuple[SignatureReport, ...] = ()
    compared_with: Digest | None = None
    """The document as it was here when a PDF was judged."""
    stated: IssueLines = field(default_factory=IssueLines)
    """Number and date that the fields of the PDF say."""

    @property
    def strangers(self) -> tuple[Message, ...]:
        """Whom this computer does not know to be who they say: a line for each certificate."""
        unknown = [(report.signer, report.issuer) for report in self.signatures if not report.trusted]
        return tuple(STRANGER.filled(signer=signer, issuer=issuer) for signer, issuer in dict.fromkeys(unknown))


_JUDGED = {
    Since.SAME: (Verdict.FAILED, NOT_SIGNED),
    Since.ADDED: (Verdict.PASSED, ADDED),
    Since.CHANGED: (Verdict.INDETERMINATE, CHANGED),
    Since.REWRITTEN: (Verdict.INDETERMINATE, REWRITTEN),
}


def judged_return(exported: bytes, returned: bytes, revision: Revision, trust: TrustAnchors, at: datetime) -> TakenBack:
    """``exported`` is what was handed out, ``returned`` what came back; ``revision`` what the document shows.

    ``trust`` decides nothing here: whose issuer is unknown is told.
    """
    try:
        signatures = verify_pdf(returned, trust, at=at)
        carried = _number_carried(returned, revision)
        same_data = carries(returned, revision.content_digest)
        same_files = _packed_files(returned) == _packed_files(exported)
    except (UnreadableSignaturesError, UnreadablePdfError):
        return _refused(NOT_A_PDF)
    broken = next((report for report in signatures if not report.intact or not report.strong), None)
    covered = next((report for report in signatures if report.changes_after is ChangesAfter.FORBIDDEN), None)
    for wrong, message in (
        (carried != revision.number, OTHER_REVISION.filled(carried=carried, number=revision.number)),
        (not same_data, OTHER_DATA.filled(number=revision.number)),
        (not same_files, OTHER_FILES),
        (not signatures, NOT_SIGNED),
        (any(report.trial for report in signatures) and not is_trial(exported), TRIAL_SIGNATURE),
        (broken is not None, BROKEN.filled(field=broken.field if broken else "")),
        (covered is not None, COVERED.filled(signer=covered.signer if covered else "")),
    ):
        if wrong:
            return _refused(message)
    signers = ", ".join(report.signer for report in signatures)
    changed = since(exported, returned)
    verdict, told = _JUDGED[changed]
    if changed is Since.ADDED and drawn_otherwise(returned):
        verdict, told = Verdict.INDETERMINATE, FILLED_ELSEWHERE
    return TakenBack(
        verdict, told.filled(signers=signers), returned, signatures, Digest.of(exported), issue_lines(returned)
    )


def judged_paper(
    scans: Sequence[Path], content: Digest, document: bytes, progress: Progress = lambda _: None
) -> TakenBack:
    """``content`` is the content digest of what the paper shows, ``document`` the PDF that was printed.

    UserFacingError for a file that is no scan.
    """
    shown, pages = scans_show(scans, content, document, progress), page_count(document)
    if shown.holds is False:
        return _refused(SCAN_OTHER)
    scanned = sum(pages_of(scan) for scan in scans)
    if not shown.holds:
        told = SCAN_UNREAD.filled(scanned=scanned, pages=pages, missing=shown.missing)
        return TakenBack(Verdict.INDETERMINATE, told)
    if scanned < pages:
        return TakenBack(Verdict.INDETERMINATE, SCAN_SHORT.filled(scanned=scanned, pages=pages))
    return TakenBack(Verdict.PASSED, SCAN_RIGHT)


def _number_carried(pdf: bytes, revision: Revision) -> int:
    """Of which revision of this dossier the PDF is; what says nothing of the dossier is judged by its data."""
    content = embedded_files(pdf).get(RECORD)
    try:
        record = record_from_json(content) if content else None
    except BadDossierRecord:
        return revision.number
    return record.number if record and record.identity == revision.identity else revision.number


def _packed_files(pdf: bytes) -> dict[str, bytes]:
    """The embedded files that a package takes out of the PDF."""
    return {name: content for name, content in embedded_files(pdf).items() if place_of_embedded(name)}


def is_trial(pdf: bytes) -> bool:
    """Whether a document of ours is marked THỬ NGHIỆM: the record inside says so."""
    return record_from_json(embedded_files(pdf)[RECORD]).trial


def _refused(reason: Message) -> TakenBack:
    return TakenBack(Verdict.FAILED, Message(f"{reason.vi} {_WAIT.vi}", f"{reason.en} {_WAIT.en}"))
