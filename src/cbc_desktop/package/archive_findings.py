"""What can be wrong with a stranger's archive: codes, and sentences with ``{name}`` for the part."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.package.names import printable

_SENTENCES: Mapping[str, Message] = {
    "archive.not-an-archive": Message(
        "Tệp này không phải là gói hồ sơ. Hãy chọn đúng tệp gói, hoặc đề nghị nơi gửi gửi lại tệp gốc.",
        "This file is not a package. Choose the package, or ask the sender for the original file again.",
    ),
    "archive.truncated": Message(
        "Gói bị cắt mất phần cuối, thường là do sao chép hoặc tải về chưa xong. Hãy sao chép lại, hoặc đề nghị nơi gửi "
        "gửi lại tệp gốc.",
        "The end of the package is missing, usually because a copy or a download was not finished. Copy it again, or "
        "ask the sender for the original file.",
    ),
    "archive.too-large": Message(
        "Tệp quá lớn nên không được mở; gói hồ sơ không bao giờ lớn như vậy.",
        "The file is too large and was not opened; a package is never that large.",
    ),
    "archive.unusual": Message(
        "Gói chia thành nhiều tập hoặc dùng định dạng ZIP64 mà gói hồ sơ không dùng.",
        "The package is split into volumes or uses ZIP64, which packages do not use.",
    ),
    "archive.too-many-parts": Message(
        "Gói chứa quá nhiều tệp nên không được mở.", "The package holds too many parts and was not opened."
    ),
    "archive.directory-damaged": Message(
        "Mục lục của gói bị hỏng hoặc đã bị sửa. Hãy đề nghị nơi gửi gửi lại tệp gốc.",
        "The directory of the package is damaged or was altered. Ask the sender for the original file again.",
    ),
    "archive.bytes-before": Message(
        "Có dữ liệu lạ nằm trước phần đầu của gói; chương trình lập gói không ghi dữ liệu đó.",
        "Foreign data lies before the beginning of the package; the program that makes packages did not write it.",
    ),
    "archive.bytes-after": Message(
        "Có dữ liệu lạ nằm sau phần cuối của gói; chương trình lập gói không ghi dữ liệu đó.",
        "Foreign data lies after the end of the package; the program that makes packages did not write it.",
    ),
    "archive.bytes-between": Message(
        "Có dữ liệu lạ giấu giữa các tệp trong gói; chương trình lập gói không ghi dữ liệu đó.",
        "Foreign data is hidden between the parts of the package; the program that makes packages did not write it.",
    ),
    "archive.overlap": Message(
        "Các tệp trong gói nằm chồng lên nhau (“{name}”); gói đã bị sửa hoặc được tạo ra để gây hại.",
        "Parts of the package lie on top of each other (“{name}”); it was altered or made to do harm.",
    ),
    "archive.header-differs": Message(
        "Phần đầu của tệp “{name}” trong gói không khớp với mục lục của gói; gói đã bị sửa hoặc bị hỏng.",
        "The header of “{name}” does not agree with the package's directory; it was altered or is damaged.",
    ),
    "archive.encrypted": Message(
        "Tệp “{name}” trong gói bị đặt mật khẩu nên không kiểm tra được; gói hồ sơ không đặt mật khẩu.",
        "The part “{name}” is encrypted and cannot be checked; packages are not encrypted.",
    ),
    "archive.not-a-file": Message(
        "Mục “{name}” trong gói là liên kết hoặc thiết bị chứ không phải tệp; gói được tạo ra để gây hại.",
        "“{name}” is a link or a device and not a file; such a package was made to do harm.",
    ),
    "archive.compression-unknown": Message(
        "Tệp “{name}” trong gói được nén theo cách mà gói hồ sơ không dùng.",
        "The part “{name}” is compressed in a way that packages do not use.",
    ),
    "archive.part-damaged": Message(
        "Tệp “{name}” trong gói bị hỏng: nội dung không khớp với tổng kiểm tra. Hãy đề nghị nơi gửi gửi lại tệp gốc.",
        "The part “{name}” is damaged: its content does not have its checksum. Ask the sender for the original file "
        "again.",
    ),
    "archive.part-too-large": Message(
        "Tệp “{name}” trong gói quá lớn nên không được mở.", "The part “{name}” is too large and was not opened."
    ),
    "archive.total-too-large": Message(
        "Các tệp trong gói gộp lại quá lớn nên tệp “{name}” không được mở.",
        "The parts of the package are too large together; “{name}” was not opened.",
    ),
    "archive.bomb": Message(
        "Tệp “{name}” trong gói bung ra lớn bất thường (“bom nén”) nên không được mở.",
        "The part “{name}” grows beyond reason when unpacked (a “zip bomb”) and was not opened.",
    ),
    "archive.mimetype-missing": Message(
        "Gói thiếu tệp “mimetype” hoặc tệp này không nằm đầu tiên, nên không phải gói do chương trình lập ra.",
        "The package has no “mimetype” at its very beginning, so the program did not make it.",
    ),
    "archive.mimetype-wrong": Message(
        "Tệp “mimetype” của gói không ghi đúng loại gói hồ sơ.",
        "The “mimetype” of the package does not name our kind of package.",
    ),
}


class RefusedError(Exception):
    """The archive, or one part of it, cannot be read; the finding says why. Caught where findings are collected."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def archive_finding(code: str, name: str = "") -> Finding:
    """``name`` is the part, "" for the archive as a whole."""
    shown = printable(name)
    return Finding(code, Severity.ERROR, shown, _SENTENCES[code].filled(name=shown))
