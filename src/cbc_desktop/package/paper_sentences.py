"""What facts about paper say to people: codes that were read, and scans beside the document."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message

PAPER_SENTENCES: Mapping[tuple[str, bool | None, str], Message] = {
    ("paper-part", True, ""): Message("Phần {part}: đọc đủ {of} mã.", "Part {part}: all of its {of} codes were read."),
    ("paper-part", True, "restored"): Message(
        "Phần {part}: thiếu mã {number} của {of}, đã khôi phục được từ các mã còn lại.",
        "Part {part}: code {number} of {of} is missing and was restored from the others.",
    ),
    ("paper-part", None, ""): Message(
        "Phần {part}: chưa đọc được mã nào. Hãy quét các trang có tiêu đề “MÃ SỐ LIỆU CỦA …” và dòng “Phần {part}”, "
        "rồi đọc cùng các tệp đã có.",
        "Part {part}: none of its codes was read. Scan the pages under the title “MÃ SỐ LIỆU CỦA …” with the line "
        "“Phần {part}”, and read them with these files.",
    ),
    ("paper-part", False, ""): Message(
        "Phần {part}: các mã không khớp với nhau, không ghép lại được. Hãy quét lại từ bản giấy gốc.",
        "Part {part}: its codes do not belong together. Scan the original paper again.",
    ),
    ("paper-page", None, ""): Message(
        "Phần {part}, trang mã {page}: chưa thấy trang này (mã {numbers} của {of}). Dưới tiêu đề “MÃ SỐ LIỆU CỦA …” "
        "của trang đó có dòng “Phần {part}, trang mã {page}”; hãy quét ở 300 dpi, rồi đọc cùng các tệp đã có.",
        "Part {part}, page {page} of its codes was not seen (codes {numbers} of {of}). That page has the line “Phần "
        "{part}, trang mã {page}” under its title “MÃ SỐ LIỆU CỦA …”; scan it at 300 dpi, and read it together with "
        "these files.",
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
    ("scans-show", True, ""): Message(
        "Mã trên bản quét giấy khớp với số liệu của hồ sơ.", "The codes on the scanned paper are those of this dossier."
    ),
    ("scans-show", None, ""): Message(
        "Không đọc đủ mã trên bản quét giấy ({missing}); hãy so bản quét với văn bản bằng mắt.",
        "Not all codes of the scanned paper could be read ({missing}); compare the scan with the document by eye.",
    ),
    ("scans-show", False, ""): Message(
        "Bản quét giấy là của số liệu khác với hồ sơ này.", "The scanned paper is of other answers than this dossier."
    ),
    ("scans-show", False, "unreadable"): Message(
        "Bản quét giấy trong gói không mở được.", "The scans of the paper in the package cannot be opened."
    ),
}
