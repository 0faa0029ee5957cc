"""What facts say to people: by fact, by whether it holds (None: undecided), and by reason where there are several."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message

SENTENCES: Mapping[tuple[str, bool | None, str], Message] = {
    ("archive-sound", True, ""): Message(
        "Cấu trúc của gói nguyên vẹn, không có gì bất thường.",
        "The archive is sound and holds nothing unusual.",
    ),
    ("archive-canonical", True, ""): Message(
        "Gói giống đến từng byte với gói mà chương trình lập ra từ các tệp này.",
        "The package is byte for byte what the program makes of these parts.",
    ),
    ("archive-canonical", False, ""): Message(
        "Gói không còn như khi được lập: khác ở phần ghi tệp “{part}”. Gói đã bị sửa hoặc đã được nén lại bằng chương "
        "trình khác; hãy đề nghị nơi gửi gửi lại tệp gốc.",
        "The package is not as it was made: it differs at “{part}”. It was altered, or packed again by another "
        "program; ask the sender for the original file.",
    ),
    ("archive-canonical", False, "end"): Message(
        "Gói không còn như khi được lập: khác ở phần cuối. Gói đã bị sửa hoặc đã được nén lại bằng chương trình khác; "
        "hãy đề nghị nơi gửi gửi lại tệp gốc.",
        "The package is not as it was made: it differs at its end. It was altered, or packed again by another "
        "program; ask the sender for the original file.",
    ),
    ("part-present", True, ""): Message(
        "Gói có đủ các thành phần bắt buộc.", "The package has all the parts that it must have."
    ),
    ("part-present", False, ""): Message("Gói thiếu thành phần “{part}”.", "The package lacks “{part}”."),
    ("part-present", False, "several"): Message(
        "Gói có nhiều tệp cùng loại “{part}”; không biết tệp nào là thật.",
        "The package holds several parts of the kind “{part}”; nobody can tell which is meant.",
    ),
    ("unexpected-part", True, ""): Message(
        "Gói không có tệp nào ngoài hồ sơ.", "The package holds nothing that does not belong to the dossier."
    ),
    ("unexpected-part", False, ""): Message(
        "Gói có tệp “{part}” không thuộc hồ sơ; tệp này đã được thêm vào.",
        "The package holds “{part}”, which does not belong to the dossier; it was added.",
    ),
    ("manifest-readable", False, ""): Message(
        "Bảng kê “{part}” không đọc được.", "The manifest “{part}” cannot be read."
    ),
    ("manifest-complete", True, ""): Message(
        "Bảng kê liệt kê đúng và đủ các tệp trong gói.", "The manifest lists exactly the parts of the package."
    ),
    ("manifest-complete", False, ""): Message(
        "Bảng kê không liệt kê tệp “{part}” có trong gói.",
        "The manifest does not list “{part}”, which is in the package.",
    ),
    ("manifest-complete", False, "missing"): Message(
        "Bảng kê có tệp “{part}” nhưng trong gói không có.",
        "The manifest lists “{part}”, which is not in the package.",
    ),
    ("manifest-complete", False, "revision"): Message(
        "Bảng kê ghi lần {number} với mã băm khác với phiếu hồ sơ.",
        "The manifest speaks of revision {number} with other digests than the dossier's record.",
    ),
    ("digest-matches", True, ""): Message(
        "Tệp “{part}” đúng với mã băm trong bảng kê.", "“{part}” has the digest that the manifest gives."
    ),
    ("digest-matches", False, ""): Message(
        "Tệp “{part}” đã bị thay đổi: không đúng với mã băm trong bảng kê.",
        "“{part}” was changed: it does not have the digest that the manifest gives.",
    ),
    ("sums-readable", False, ""): Message(
        "Danh sách mã băm “{part}” không đọc được.", "The list of digests “{part}” cannot be read."
    ),
    ("sums-match", True, ""): Message(
        "Mọi tệp đều đúng với danh sách SHA256SUMS.", "Every part agrees with SHA256SUMS."
    ),
    ("sums-match", False, ""): Message(
        "Tệp “{part}” không đúng với danh sách SHA256SUMS.", "“{part}” does not agree with SHA256SUMS."
    ),
    ("container-signature", True, ""): Message(
        "Chữ ký số của {signer} trên gói hợp lệ.", "The signature of {signer} over the package is valid."
    ),
    ("container-signature", True, "unknown-signer"): Message(
        "Chữ ký số trên gói nguyên vẹn; chưa xác nhận được người ký {signer}.",
        "The signature over the package is intact; the signer {signer} is not known to this computer.",
    ),
    ("container-signature", False, ""): Message(
        "Chữ ký số trên gói không khớp: bảng kê hoặc chữ ký “{part}” đã bị thay đổi.",
        "The signature over the package does not match: the manifest or “{part}” was changed.",
    ),
    ("container-signature", False, "manifest"): Message(
        "Bảng kê “{part}” không phải là bảng kê đã được ký: bảng kê hoặc chữ ký trên gói đã bị thay.",
        "The manifest “{part}” is not the one that was signed: it, or the signature over the package, was replaced.",
    ),
    ("container-signature", False, "missing"): Message(
        "Bảng kê nói gói có chữ ký số “{part}” nhưng chữ ký đã bị gỡ bỏ.",
        "The manifest says that the package is signed (“{part}”), but the signature was removed.",
    ),
    ("container-signature", False, "unannounced"): Message(
        "Gói có chữ ký số “{part}” mà bảng kê không nhắc đến; chữ ký này đã được thêm vào.",
        "The package holds the signature “{part}”, which the manifest does not announce; it was added.",
    ),
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
    ("paper-part", True, ""): Message("Phần {part}: đọc đủ {of} mã.", "Part {part}: all of its {of} codes were read."),
    ("paper-part", True, "restored"): Message(
        "Phần {part}: thiếu mã {number} của {of}, đã khôi phục được từ các mã còn lại.",
        "Part {part}: code {number} of {of} is missing and was restored from the others.",
    ),
    ("paper-part", None, ""): Message(
        "Phần {part}: chưa đọc được mã nào. Hãy quét các trang “Mã số liệu” của phần này, rồi đọc cùng các tệp đã có.",
        "Part {part}: none of its codes was read. Scan its pages “Mã số liệu” and read them with these files.",
    ),
    ("paper-part", False, ""): Message(
        "Phần {part}: các mã không khớp với nhau, không ghép lại được. Hãy quét lại từ bản giấy gốc.",
        "Part {part}: its codes do not belong together. Scan the original paper again.",
    ),
    ("paper-page", None, ""): Message(
        "Phần {part}, trang mã {page}: chưa thấy trang này (mã {numbers} của {of}). Hãy quét trang đó ở 300 dpi, rồi "
        "đọc cùng các tệp đã có.",
        "Part {part}, page {page} of its codes was not seen (codes {numbers} of {of}). Scan that page at 300 dpi, and "
        "read it together with these files.",
    ),
    ("paper-page", None, "seen"): Message(
        "Phần {part}, trang mã {page}: thiếu mã {numbers} của {of}; đó là trang {scan} của “{file}”. Hãy quét lại "
        "trang đó ở 300 dpi, rồi đọc cùng các tệp đã có.",
        "Part {part}, page {page} of its codes: {numbers} of {of} are missing; it is page {scan} of “{file}”. Scan "
        "that page again at 300 dpi, and read it together with these files.",
    ),
    ("paper-whole", True, ""): Message(
        "Các phần ghép lại đúng là một bản in.", "The parts are those of one printing, unchanged."
    ),
    ("paper-whole", False, ""): Message(
        "Các phần ghép lại không đúng với bản in: có mã đã bị sửa.",
        "Together the parts are not what was printed: a code was altered.",
    ),
    ("paper-digest", True, ""): Message(
        "Mã băm nội dung là {digest}, bắt đầu bằng {shown} như in ở chân mỗi trang.",
        "The content digest is {digest}; it begins with {shown}, as printed at the foot of every page.",
    ),
    ("paper-digest", False, ""): Message(
        "Mã băm nội dung là {digest}, khác với {shown} trong các mã trên giấy.",
        "The content digest is {digest}, other than {shown} in the codes.",
    ),
    ("paper-form", None, ""): Message(
        "Biểu mẫu “{part}” của hồ sơ không nằm trong mã trên giấy; hãy lấy từ tệp PDF đã ký hoặc gói hồ sơ.",
        "The form “{part}” of the dossier is not among the codes; take it from the signed PDF or the package.",
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
    ("scans-show", True, ""): Message(
        "Mã trên bản quét giấy khớp với số liệu của hồ sơ.", "The codes on the scanned paper are those of this dossier."
    ),
    ("scans-show", None, ""): Message(
        "Không đọc đủ mã trên bản quét giấy; hãy so bản quét với văn bản bằng mắt.",
        "Not all codes of the scanned paper could be read; compare the scan with the document by eye.",
    ),
    ("scans-show", False, ""): Message(
        "Bản quét giấy là của số liệu khác với hồ sơ này.", "The scanned paper is of other answers than this dossier."
    ),
    ("scans-show", False, "unreadable"): Message(
        "Bản quét giấy trong gói không mở được.", "The scans of the paper in the package cannot be opened."
    ),
}
