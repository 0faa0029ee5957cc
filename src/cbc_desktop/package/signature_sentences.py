"""What facts about the signed PDF say to people: who signed it, for whom, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message

SIGNATURE_SENTENCES: Mapping[tuple[str, bool | None, str], Message] = {
    ("pdf-readable", True, ""): Message("Tệp PDF “{part}” đọc được.", "The PDF “{part}” can be read."),
    ("pdf-readable", False, ""): Message(
        "Tệp PDF “{part}” không đọc được, có thể đã bị hỏng. Hãy đề nghị nơi gửi gửi lại tệp gốc.",
        "The PDF “{part}” cannot be read; it may be damaged. Ask the sender for the original file again.",
    ),
    ("pdf-signed", True, ""): Message("Văn bản PDF “{part}” đã được ký số.", "The PDF “{part}” is signed."),
    ("pdf-signed", None, ""): Message(
        "Văn bản PDF “{part}” không có chữ ký số nên không xác nhận được ai đã ban hành. Nếu văn bản được ký tay, hãy "
        "đối chiếu với bản giấy.",
        "The PDF “{part}” has no digital signature, so nobody can tell who issued it. If it was signed with a pen, "
        "compare it with the paper.",
    ),
    ("signature", True, ""): Message(
        "Chữ ký số của {signer} hợp lệ: chứng thư do {issuer} cấp, văn bản không bị sửa sau khi ký.",
        "The signature of {signer} is valid: certificate by {issuer}, the document was not altered after signing.",
    ),
    ("signature", None, ""): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng máy này không xác nhận được chứng thư do {issuer} cấp ({because}).",
        "The signature of {signer} is intact, but this computer cannot confirm the certificate by {issuer} "
        "({because}).",
    ),
    ("signature", None, "NO_CERTIFICATE_CHAIN_FOUND"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng máy này chưa tin cậy nơi cấp chứng thư: {issuer}.",
        "The signature of {signer} is intact, but this computer does not trust the issuer {issuer}.",
    ),
    ("signature", None, "NOT_YET_VALID"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng chứng thư chưa có hiệu lực vào lúc ký hoặc lúc kiểm tra.",
        "The signature of {signer} is intact, but the certificate was not valid yet when it was used or checked.",
    ),
    ("signature", None, "OUT_OF_BOUNDS_NO_POE"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng chứng thư đã hết hạn và không có gì chứng minh thời điểm ký.",
        "The signature of {signer} is intact, but the certificate has expired and nothing proves when it was used.",
    ),
    ("signature", None, "CHAIN_CONSTRAINTS_FAILURE"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng chứng thư không được cấp để ký văn bản.",
        "The signature of {signer} is intact, but the certificate was not issued for signing documents.",
    ),
    ("signature", None, "REVOKED_NO_POE"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng chứng thư đã bị thu hồi và không có gì chứng minh là ký trước đó.",
        "The signature of {signer} is intact, but the certificate was revoked and nothing proves that it was used "
        "before.",
    ),
    ("signature", None, "REVOKED_CA_NO_POE"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng chứng thư của nơi cấp {issuer} đã bị thu hồi.",
        "The signature of {signer} is intact, but the certificate of its issuer {issuer} was revoked.",
    ),
    ("signature", None, "TRY_LATER"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng nơi cấp {issuer} trả lời chưa rõ tình trạng chứng thư; hãy hỏi lại "
        "sau.",
        "The signature of {signer} is intact, but {issuer} answers that it does not know the status of the "
        "certificate; ask again later.",
    ),
    ("signature", None, "CRYPTO_CONSTRAINTS_FAILURE"): Message(
        "Chữ ký số của {signer} nguyên vẹn, nhưng chứng thư được cấp bằng thuật toán đã lỗi thời, có thể bị làm giả.",
        "The signature of {signer} is intact, but its certificate was issued with an outdated algorithm that can be "
        "forged.",
    ),
    ("signature", False, "REVOKED"): Message(
        "Chứng thư của {signer} đã bị thu hồi trước khi ký, như dấu thời gian xác nhận.",
        "The certificate of {signer} had been revoked before it was used, as a timestamp attests.",
    ),
    ("signature", False, "EXPIRED"): Message(
        "Chứng thư của {signer} đã hết hạn trước khi ký, như dấu thời gian xác nhận.",
        "The certificate of {signer} had expired before it was used, as a timestamp attests.",
    ),
    ("signature", False, "altered"): Message(
        "Chữ ký số của {signer} không khớp: văn bản đã bị sửa sau khi ký, hoặc tệp bị hỏng.",
        "The signature of {signer} does not match: the document was altered after signing, or the file is damaged.",
    ),
    ("signature", False, "left-out"): Message(
        "Tệp còn giữ một chữ ký số mà văn bản trong tệp không nêu: sau khi ký, văn bản đã bị thay bằng bản khác.",
        "The file holds a signature that the document in it does not name: after signing it was replaced by another.",
    ),
    ("signature", False, "weak"): Message(
        "Chữ ký số của {signer} dùng thuật toán đã lỗi thời, có thể bị làm giả.",
        "The signature of {signer} uses an outdated algorithm that can be forged.",
    ),
    ("signature", False, "forbidden-change"): Message(
        "Sau khi {signer} ký, văn bản đã bị sửa theo cách không được phép.",
        "After {signer} signed, the document was changed in a way that is not permitted.",
    ),
    ("signature-closes", None, ""): Message(
        "Khi ký, {signer} đã khóa văn bản (chứng nhận, không cho thay đổi) trong khi còn ô chữ ký trống: cơ quan không "
        "cấp số và ký số thêm được. Nếu cần, hãy đề nghị ký lại mà không khóa.",
        "{signer} locked the document when signing (certified it, no changes allowed) while a place for a signature is "
        "empty: it cannot be numbered and sealed any more. If it has to be, ask for a signature without the lock.",
    ),
    ("signatures-cover-file", True, ""): Message(
        "Chữ ký số cuối cùng bao trùm toàn bộ tệp PDF.", "The last signature covers the whole PDF."
    ),
    ("signatures-cover-file", True, "evidence"): Message(
        "Sau chữ ký số cuối cùng chỉ có dấu thời gian và dữ liệu về tình trạng chứng thư được thêm vào PDF.",
        "After the last signature only timestamps and the status of certificates were added to the PDF.",
    ),
    ("signatures-cover-file", None, ""): Message(
        "Sau chữ ký số cuối cùng, văn bản còn được thêm nội dung mà không chữ ký nào xác nhận: một ô như số hoặc ngày, "
        "hoặc phần mô tả của tệp.",
        "After the last signature something was added that no signature vouches for: a field, such as the number or "
        "date, or the description of the file.",
    ),
    ("field-shows", None, "so_ky_hieu"): Message(
        "Ô số, ký hiệu do phần mềm khác vẽ: chữ nhìn thấy trên trang có thể khác giá trị của ô, “{value}”. Hãy xem "
        "trang đó.",
        "Number and symbol were drawn by another program: what is seen on the page may differ from the field's value, "
        "“{value}”. Look at that page.",
    ),
    ("field-shows", None, "dia_danh_ngay"): Message(
        "Ô địa danh, ngày do phần mềm khác vẽ: chữ nhìn thấy trên trang có thể khác giá trị của ô, “{value}”. Hãy xem "
        "trang đó.",
        "Place and date were drawn by another program: what is seen on the page may differ from the field's value, "
        "“{value}”. Look at that page.",
    ),
    ("nothing-active", True, ""): Message(
        "Văn bản không có thành phần tự hoạt động, tự ẩn hiện.",
        "Nothing in the document acts by itself or shows now this and now that.",
    ),
    ("nothing-active", None, "script"): Message(
        "Văn bản “{part}” có đoạn chương trình (JavaScript): nội dung nhìn thấy có thể tự đổi mà chữ ký vẫn đúng. Văn "
        "bản do chương trình này xuất không có; hãy hỏi lại nơi gửi.",
        "The document “{part}” holds a program (JavaScript): what is seen may change while the signature stays right. "
        "Documents of this program hold none; ask the sender.",
    ),
    ("nothing-active", None, "launch"): Message(
        "Văn bản “{part}” có lệnh mở tệp hoặc chương trình khác, hoặc gửi dữ liệu đi. Đừng bấm vào; hãy hỏi nơi gửi.",
        "The document “{part}” can open another file or program, or send data. Click nothing in it; ask the sender.",
    ),
    ("nothing-active", None, "media"): Message(
        "Văn bản “{part}” có âm thanh, phim hoặc hình động che được trang. Hãy hỏi lại nơi gửi.",
        "The document “{part}” holds sound, film or moving pictures, which can cover its pages. Ask the sender.",
    ),
    ("nothing-active", None, "xfa"): Message(
        "Văn bản “{part}” có biểu mẫu thứ hai (XFA), có phần mềm hiển thị thay cho các trang. Hãy hỏi lại nơi gửi.",
        "The document “{part}” holds a second form (XFA), which some readers show in place of its pages. "
        "Ask the sender.",
    ),
    ("nothing-active", None, "layers"): Message(
        "Văn bản “{part}” có nhiều lớp ẩn hiện được: trên màn hình và khi in có thể khác nhau. Hãy hỏi lại nơi gửi.",
        "The document “{part}” has layers that are shown or hidden: screen and paper may differ. Ask the sender.",
    ),
    ("signer-fits-agency", True, ""): Message(
        "Chứng thư của {signer} ghi tên cơ quan của hồ sơ: {name}.",
        "The certificate of {signer} names the dossier's agency: {name}.",
    ),
    ("signer-fits-agency", True, "vouched"): Message(
        "Chứng thư của {signer} ghi “{name}”; chữ ký của cơ quan {agency} đặt sau đó đã xác nhận chữ ký này.",
        "The certificate of {signer} names “{name}”; {agency} signed after it and vouches for it.",
    ),
    ("signer-fits-agency", None, "nearly"): Message(
        "Chứng thư của {signer} ghi “{name}”, chỉ gần giống tên cơ quan của hồ sơ, “{agency}”. Hãy hỏi lại cơ quan đó.",
        "The certificate of {signer} names “{name}”, which is only nearly the dossier's agency, “{agency}”. Ask that "
        "agency.",
    ),
    ("signer-fits-agency", None, "different"): Message(
        "Chứng thư của {signer} ghi “{name}”, không phải cơ quan của hồ sơ, “{agency}”. Hãy kiểm tra người ký có được "
        "ký cho cơ quan đó không.",
        "The certificate of {signer} names “{name}”, not the dossier's agency, “{agency}”. Find out whether the signer "
        "may sign for that agency.",
    ),
    ("signer-fits-agency", None, "unnamed"): Message(
        "Chứng thư của {signer} không ghi tên cơ quan nào; cơ quan của hồ sơ là “{agency}”. Hãy kiểm tra người ký có "
        "được ký cho cơ quan đó không.",
        "The certificate of {signer} names no agency; the dossier's is “{agency}”. Find out whether the signer may "
        "sign for that agency.",
    ),
    ("signer-fits-agency", False, "look-alike"): Message(
        "Tên “{name}” trong chứng thư có ký tự lạ ({letter}) trông giống chữ khác hoặc không nhìn thấy: chứng thư được "
        "làm để giả tên người khác.",
        "The name “{name}” in the certificate holds a character ({letter}) that looks like another or is not seen: it "
        "was made to pass for somebody else.",
    ),
    ("agency-signed", None, ""): Message(
        "Chưa có chữ ký số của cơ quan, “{agency}”: ô dành cho chữ ký ấy còn trống. Hãy hỏi cơ quan đó văn bản đã "
        "được phát hành chưa.",
        "The agency, “{agency}”, has not signed: the place for its signature is empty. Ask the agency whether the "
        "document has been issued.",
    ),
    ("agency-signed", True, "trial"): Message(
        "Chưa có chữ ký số của cơ quan, “{agency}”: hồ sơ thử nghiệm không cần, văn bản thật thì phải có.",
        "The agency, “{agency}”, has not signed: a trial needs no such signature, a document in earnest does.",
    ),
    ("agency-signed-apart", None, ""): Message(
        "Chữ ký của lãnh đạo và của cơ quan được ký bằng cùng một chứng thư (“{signer}”); cơ quan phải ký bằng chứng "
        "thư của cơ quan. Hãy hỏi cơ quan đó.",
        "Leader and agency signed with one and the same certificate (“{signer}”); an agency is to sign with a "
        "certificate of its own. Ask that agency.",
    ),
    ("copy-signed", True, ""): Message(
        "Bản có chữ ký của tệp đính kèm “{part}” đúng là tệp đính kèm và chữ ký của cơ quan hợp lệ.",
        "The signed copy “{part}” is of the attached file, and its signature is good.",
    ),
    ("copy-signed", None, ""): Message(
        "Bản có chữ ký của tệp đính kèm “{part}” đúng là tệp đính kèm, nhưng không biết rõ người ký.",
        "The signed copy “{part}” is of the attached file, but its signer is not known to be trusted.",
    ),
    ("copy-signed", False, ""): Message(
        "Chữ ký trên bản có chữ ký của tệp đính kèm “{part}” không hợp lệ.",
        "The signature of the signed copy “{part}” does not hold.",
    ),
    ("copy-signed", False, "other"): Message(
        "“{part}” không phải là bản có chữ ký của một tệp đính kèm trong gói.",
        "“{part}” is no signed copy of a file that is attached in this package.",
    ),
    ("copy-signed", False, "signer"): Message(
        "“{part}” do người không ký văn bản này ký.", "“{part}” was signed by somebody who has not signed the document."
    ),
}
