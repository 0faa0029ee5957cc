"""What facts about the container say to people, and about its own signature."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message

ARCHIVE_SENTENCES: Mapping[tuple[str, bool | None, str], Message] = {
    ("of-program", False, ""): Message(
        "Trong tệp không có phần nào của gói hồ sơ do chương trình lập. Hãy xem có chọn đúng tệp không: gói là tệp "
        ".zip mà chương trình lập, hoặc PDF đã ký. Nếu đây đúng là tệp được gửi đến thì đề nghị nơi gửi gửi gói gốc.",
        "Nothing in the file is part of a package of the program. See whether it is the right file: a package is the "
        ".zip that the program made, or the signed PDF. If it is what was sent, ask the sender for the original.",
    ),
    ("of-program", False, "empty"): Message(
        "Tệp rỗng (0 byte). Hãy chép lại tệp từ nơi lưu, hoặc đề nghị nơi gửi gửi lại.",
        "The file is empty (0 bytes). Copy it anew from where it is kept, or ask the sender for it again.",
    ),
    ("of-program", False, "table"): Message(
        "Tệp này là bảng tính, không phải gói hồ sơ. Nếu là kết quả xuất từ biểu mẫu trực tuyến thì nhận bằng “Biểu "
        "mẫu trực tuyến…” ở phòng Tiếp nhận, hoặc bằng lệnh online.",
        "The file is a table and no package. If it is the export of an online form, take it in by “Online form…” in "
        "the receiving room, or by the command online.",
    ),
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
}
