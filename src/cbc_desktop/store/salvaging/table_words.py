"""What the rows of each table are, in a person's words, for telling how many of them came over."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message

TABLE_WORDS: Mapping[str, Message] = {
    "dossier": Message("hồ sơ", "dossiers"),
    "revision": Message("lần lập hồ sơ", "revisions"),
    "transition": Message("bước của hồ sơ", "steps of dossiers"),
    "instance": Message("biểu mẫu đang nhập", "forms being filled in"),
    "row": Message("dòng của các bảng", "rows of tables"),
    "answer": Message("câu trả lời", "answers"),
    "remark": Message("ghi chú và giải trình", "notes and explanations"),
    "change": Message("thay đổi trong nhật ký nhập", "changes in the log of answers"),
    "attachment": Message("tệp đính kèm", "attached files"),
    "submission": Message("biểu đã chốt", "finalised forms"),
    "submitted_remark": Message("ghi chú đã chốt", "finalised notes"),
    "submitted_attachment": Message("tệp đính kèm đã chốt", "finalised attachments"),
    "journal": Message("việc trong nhật ký", "entries of the journal"),
    "edit": Message("thao tác hoàn tác được", "actions that can be undone"),
    "return_slip": Message("phiếu phản hồi", "slips of receivers"),
    "settled_question": Message("ý kiến đã xử lý", "remarks dealt with"),
    "form": Message("mẫu đã giữ", "kept forms"),
    "form_file": Message("tệp của mẫu", "files of forms"),
    "profile": Message("hồ sơ cơ quan", "profiles of agencies"),
    "signatory": Message("người ký", "signatories"),
    "issued": Message("văn bản đã phát hành từng bước", "files of issued documents"),
    "trust_anchor": Message("chứng thư được tin cậy", "trusted certificates"),
    "service": Message("dịch vụ ký số", "services for signing"),
    "arrival": Message("tệp đã nhận", "files that arrived"),
    "mailed": Message("tệp đã nhận qua thư", "files that came by mail"),
    "mail": Message("thư đã nhận", "mails that arrived"),
    "arrived_form": Message("biểu đã nhận", "forms that arrived"),
    "decision": Message("quyết định của nơi nhận", "decisions of the receiver"),
    "undone": Message("quyết định đã rút lại", "decisions taken back"),
    "receipt": Message("phiếu đã gửi", "receipts sent"),
    "trusted": Message("bộ chứng thư khi kiểm tra", "sets of certificates at judging"),
    "judged": Message("lần kiểm tra lại", "later judgements"),
    "arrived_remark": Message("ghi chú đã nhận", "notes that arrived"),
    "day_stated": Message("ngày đến do người nhận ghi", "days of arrival stated by a person"),
    "agency_address": Message("địa chỉ thư của cơ quan", "e-mail addresses of agencies"),
}
