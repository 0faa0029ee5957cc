"""What facts about the dossier say to people: its record, answers and files, and what document systems are told."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message

DOSSIER_SENTENCES: Mapping[tuple[str, bool | None, str], Message] = {
    ("record-embedded", True, ""): Message(
        "Tệp PDF chứa dữ liệu của hồ sơ.", "The PDF embeds the data of the dossier."
    ),
    ("record-embedded", False, ""): Message(
        "Tệp PDF “{part}” không chứa dữ liệu của hồ sơ, nên chữ ký số không xác nhận gì cho các số liệu trong gói.",
        "The PDF “{part}” embeds no dossier, so its signature does not vouch for the answers in the package.",
    ),
    ("record-embedded", None, ""): Message(
        "Tệp PDF “{part}” không chứa dữ liệu của hồ sơ nào; chỉ kiểm tra được chữ ký số.",
        "The PDF “{part}” embeds no dossier; only its signatures could be checked.",
    ),
    ("embedded-equals", True, ""): Message(
        "Tệp “{part}” giống hệt tệp nằm trong văn bản PDF.", "“{part}” is identical to the one in the PDF."
    ),
    ("embedded-equals", False, ""): Message(
        "Tệp “{part}” khác với tệp nằm trong văn bản PDF đã ký; tệp ngoài đã bị thay thế.",
        "“{part}” differs from the one in the signed PDF; it was replaced.",
    ),
    ("embedded-equals", False, "not-embedded"): Message(
        "Tệp “{part}” không có trong văn bản PDF đã ký, nên chữ ký số không xác nhận cho tệp này.",
        "“{part}” is not in the signed PDF, so no signature vouches for it.",
    ),
    ("embedded-equals", False, "not-in-package"): Message(
        "Văn bản PDF đã ký có tệp “{part}” nhưng trong gói không có.",
        "The signed PDF holds “{part}”, which is missing from the package.",
    ),
    ("record-readable", True, ""): Message("Phiếu hồ sơ “{part}” đọc được.", "The record “{part}” can be read."),
    ("record-readable", False, "too-large"): Message(
        "Phiếu hồ sơ “{part}” quá lớn nên không được mở.", "The record “{part}” is too large and was not opened."
    ),
    ("revision-consistent", True, ""): Message(
        "Thông tin về lần lập hồ sơ (lần {number}) hợp lý.",
        "The facts of the revision (number {number}) are consistent.",
    ),
    ("revision-consistent", False, ""): Message(
        "Hồ sơ lần {number} ghi không nhất quán về hồ sơ mà nó thay thế.",
        "Revision {number} contradicts itself about the revision that it replaces.",
    ),
    ("revision-consistent", False, "no-forms"): Message("Hồ sơ không có biểu mẫu nào.", "The dossier has no form."),
    ("submission-matches", True, ""): Message(
        "Phần trả lời “{part}” đúng với phiếu hồ sơ.", "The submission “{part}” is the one that the record names."
    ),
    ("submission-matches", False, "missing"): Message(
        "Thiếu phần trả lời “{part}” mà phiếu hồ sơ có nêu.",
        "The submission “{part}”, named by the record, is missing.",
    ),
    ("submission-matches", False, "too-large"): Message(
        "Phần trả lời “{part}” quá lớn nên không được mở.", "The submission “{part}” is too large and was not opened."
    ),
    ("submission-matches", False, "unreadable"): Message(
        "Phần trả lời “{part}” không phải là XML đọc được.", "The submission “{part}” is not readable XML."
    ),
    ("submission-matches", False, "digest"): Message(
        "Phần trả lời “{part}” đã bị thay đổi: không đúng với mã băm trong phiếu hồ sơ.",
        "The submission “{part}” was changed: it does not have the digest that the record gives.",
    ),
    ("submission-matches", False, "form"): Message(
        "Phần trả lời “{part}” thuộc biểu mẫu khác, hoặc phiên bản biểu mẫu khác, so với phiếu hồ sơ.",
        "The submission “{part}” belongs to another form, or another version of it, than the record says.",
    ),
    ("submission-matches", False, "instance"): Message(
        "Phần trả lời “{part}” mang mã instanceID hoặc deprecatedID khác với phiếu hồ sơ.",
        "The submission “{part}” has another instanceID or deprecatedID than the record says.",
    ),
    ("content-digest-right", True, ""): Message(
        "Mã băm nội dung của hồ sơ đúng.", "The content digest of the dossier is right."
    ),
    ("content-digest-right", False, ""): Message(
        "Mã băm nội dung trong phiếu hồ sơ “{part}” không đúng với các câu trả lời.",
        "The content digest in the record “{part}” is not that of the answers.",
    ),
    ("media-matches", True, ""): Message(
        "Tệp đính kèm “{part}” đúng với phiếu hồ sơ.", "The attachment “{part}” is the one that the record names."
    ),
    ("media-matches", False, ""): Message(
        "Tệp đính kèm “{part}” đã bị thay thế: không đúng với phiếu hồ sơ.",
        "The attachment “{part}” was replaced: it is not the one that the record names.",
    ),
    ("media-matches", False, "missing"): Message(
        "Thiếu tệp đính kèm “{part}” mà phiếu hồ sơ có nêu.",
        "The attachment “{part}”, named by the record, is missing.",
    ),
    ("media-matches", None, ""): Message(
        "Tệp đính kèm “{part}” không đi cùng nên chưa kiểm tra được; hãy kiểm tra cả gói hồ sơ.",
        "The attachment “{part}” does not travel with it and could not be checked; verify the whole package.",
    ),
    ("outgoing-fits", True, ""): Message(
        "Thông tin văn bản đi (“{part}”) khớp với số, ngày và cơ quan trên văn bản.",
        "What “{part}” says of the outgoing document agrees with its number, date and agency.",
    ),
    ("outgoing-fits", None, ""): Message(
        "Số hoặc ngày trong “{part}” không có ở ô của văn bản: có thể được viết tay hoặc đóng dấu lên trang. Hãy xem "
        "văn bản.",
        "The number or date in “{part}” is not in the fields of the document: it may be written or stamped on the "
        "page. Look at the document.",
    ),
    ("outgoing-numbered", None, ""): Message(
        "Văn bản chưa có số. Hãy hỏi cơ quan gửi văn bản đã được cấp số và phát hành chưa.",
        "The document has no number. Ask the sending agency whether it was numbered and issued.",
    ),
    ("outgoing-numbered", True, "trial"): Message(
        "Văn bản chưa có số: hồ sơ thử nghiệm không cần, văn bản thật thì phải có.",
        "The document has no number: a trial needs none, a document in earnest does.",
    ),
    ("outgoing-dated", None, ""): Message(
        "Văn bản chưa có ngày ban hành. Hãy hỏi cơ quan gửi văn bản đã được phát hành chưa, vào ngày nào.",
        "The document has no date of issue. Ask the sending agency whether it was issued, and when.",
    ),
    ("outgoing-dated", True, "trial"): Message(
        "Văn bản chưa có ngày ban hành: hồ sơ thử nghiệm không cần, văn bản thật thì phải có.",
        "The document has no date of issue: a trial needs none, a document in earnest does.",
    ),
    ("outgoing-fits", False, "unreadable"): Message(
        "Thông tin văn bản đi “{part}” không đọc được.", "“{part}” of the outgoing document cannot be read."
    ),
    ("outgoing-fits", False, "agency"): Message(
        "Thông tin văn bản đi “{part}” ghi một cơ quan khác với hồ sơ.",
        "“{part}” names another agency than the dossier.",
    ),
    ("outgoing-fits", False, "page"): Message(
        "Văn bản ghi “{shown}”, còn “{part}” ghi “{told}”.", "The document says “{shown}”, but “{part}” says “{told}”."
    ),
}
