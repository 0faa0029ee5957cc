"""What a person is told when the database cannot be opened or written, by SQLite's result code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cbc_desktop.base.atomic_file import FULL_DISK
from cbc_desktop.base.message import Message

NETWORK_SHARE = Message(
    "Không thể để dữ liệu ở “{path}” vì đây là thư mục mạng; dữ liệu dùng chung qua mạng dễ bị hỏng. "
    "Hãy chọn một thư mục trên ổ đĩa của máy này. Chưa có gì bị thay đổi.",
    "The data cannot be kept in “{path}”, because it is on a network share, where databases get damaged. "
    "Choose a folder on a disk of this computer. Nothing has been changed.",
)
ALREADY_OPEN = Message(
    "Dữ liệu ở “{path}” đang được mở bằng một cửa sổ khác của phần mềm. Hãy dùng cửa sổ đó, hoặc đóng nó trước.",
    "The data in “{path}” is already open in another window of the program. Use that window, or close it first.",
)
NEWER = Message(
    "Dữ liệu ở “{path}” do phiên bản mới hơn của phần mềm tạo ra. Hãy cập nhật phần mềm rồi mở lại; dữ liệu vẫn nguyên "
    "vẹn.",
    "The data in “{path}” was made by a newer version of the program. Update the program and open it again; "
    "the data has not been touched.",
)
FOREIGN = Message(
    "“{path}” không phải là dữ liệu của phần mềm này. Hãy chọn thư mục khác; tệp này không bị thay đổi.",
    "“{path}” is not this program's data. Choose another folder; the file has not been changed.",
)
DAMAGED = Message(
    "Dữ liệu ở “{path}” đã bị hỏng. Hãy sao chép cả thư mục để giữ lại, rồi khôi phục từ bản sao lưu gần nhất "
    "hoặc cứu những gì còn đọc được; phần mềm không sửa hay xóa gì trong tệp này.",
    "The data in “{path}” is damaged. Copy the whole folder to keep it, then restore the latest backup or "
    "salvage what can be read; the program changes and deletes nothing in it.",
)
CHANGED_OUTSIDE = Message(
    "Dữ liệu ở “{path}” không còn như khi chương trình đóng lại: ổ đĩa có lỗi, chương trình khác đã sửa, hoặc tệp bị "
    "chép đè. Hãy sao chép cả thư mục để giữ lại, rồi khôi phục bản sao lưu gần nhất hoặc cứu những gì còn đọc được. "
    "Nếu chính bạn đã chép tệp này vào, hãy xóa “{seal}” rồi mở lại. Chưa có gì bị thay đổi.",
    "The data in “{path}” are no longer as they were when the program closed them: the disk is faulty, another program "
    "changed them, or the file was written over. Copy the whole folder to keep it, then restore the latest backup or "
    "salvage what can be read. If you put this file there yourself, delete “{seal}” and open it again. Nothing has "
    "been changed.",
)
DISK_FULL = Message(
    "Ổ đĩa chứa dữ liệu (“{path}”) đã đầy nên chưa lưu được thay đổi vừa rồi. Hãy xóa bớt tệp rồi làm lại; "
    "những gì đã báo lưu vẫn còn nguyên.",
    "The disk that holds the data (“{path}”) is full, so the last change could not be saved. Free some space and try "
    "again; everything that was reported as saved is still there.",
)
NO_ROOM_TO_OPEN = Message(
    "Ổ đĩa chứa thư mục “{folder}” đã đầy nên không mở được dữ liệu. Hãy xóa bớt tệp trên ổ đĩa đó, hoặc chép cả thư "
    "mục sang ổ khác, rồi mở lại; những gì đã báo lưu vẫn còn nguyên.",
    "The disk of the folder “{folder}” is full, so the data cannot be opened. Free some space there, or copy the whole "
    "folder to another disk, and open it again; everything that was reported as saved is still there.",
)
READ_ONLY = Message(
    "Không có quyền ghi vào “{path}” nên chưa lưu được thay đổi vừa rồi. Hãy kiểm tra quyền của thư mục rồi làm lại; "
    "những gì đã báo lưu vẫn còn nguyên.",
    "“{path}” may not be written, so the last change could not be saved. Check the folder's permissions and try "
    "again; everything that was reported as saved is still there.",
)
BUSY = Message(
    "Một chương trình khác đang giữ tệp “{path}” nên chưa lưu được. Hãy đóng chương trình đó (ví dụ phần mềm sao lưu "
    "hoặc diệt vi-rút) rồi làm lại; những gì đã báo lưu vẫn còn nguyên.",
    "Another program is holding “{path}”, so the last change could not be saved. Close it (a backup or anti-virus "
    "program, for example) and try again; everything that was reported as saved is still there.",
)
DISK_FAILED = Message(
    "Ổ đĩa báo lỗi khi đọc hoặc ghi “{path}”. Hãy kiểm tra ổ đĩa và sao lưu dữ liệu rồi làm lại; "
    "những gì đã báo lưu vẫn còn nguyên.",
    "The disk reported an error while “{path}” was read or written. Check the disk and make a backup, then try again; "
    "everything that was reported as saved is still there.",
)
CANNOT_OPEN = Message(
    "Không mở được “{path}”. Hãy kiểm tra thư mục có tồn tại và được phép đọc, ghi hay không; chưa có gì bị thay đổi.",
    "“{path}” cannot be opened. Check that the folder exists and may be read and written; nothing has been changed.",
)
NO_COPY = Message(
    "“{path}” không phải là bản chép của một hồ sơ, hoặc đã bị hỏng. Hãy chép lại từ máy kia rồi mở lại; "
    "dữ liệu trên máy này không thay đổi.",
    "“{path}” is no copy of a dossier, or it is damaged. Copy the dossier again on the other computer and open that; "
    "nothing on this computer has been changed.",
)
NEWER_COPY = Message(
    "“{path}” do phiên bản mới hơn của phần mềm tạo ra. Hãy cập nhật phần mềm trên máy này rồi mở lại; "
    "dữ liệu trên máy này không thay đổi.",
    "“{path}” was made by a newer version of the program. Update the program on this computer and open it again; "
    "nothing on this computer has been changed.",
)

# Result codes, https://www.sqlite.org/rescode.html: mostly the primary ones, which stand for all their extended ones.
BY_CODE: Mapping[int, Message] = {
    3: READ_ONLY,  # SQLITE_PERM
    5: BUSY,  # SQLITE_BUSY
    8: READ_ONLY,  # SQLITE_READONLY
    10: DISK_FAILED,  # SQLITE_IOERR
    11: DAMAGED,  # SQLITE_CORRUPT
    13: DISK_FULL,  # SQLITE_FULL
    14: CANNOT_OPEN,  # SQLITE_CANTOPEN
    22: DISK_FULL,  # SQLITE_NOLFS: larger than the file system can hold
    26: DAMAGED,  # SQLITE_NOTADB
    4874: DISK_FULL,  # SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log
}


def cannot_open(path: Path, error: OSError) -> Message:
    """``path`` is a file or folder that could not be made or read."""
    if error.errno in FULL_DISK:
        return NO_ROOM_TO_OPEN.filled(folder=path.parent)
    return CANNOT_OPEN.filled(path=path)


def message_for(code: int) -> Message | None:
    """None when the code is not the environment's fault but ours. Extended codes keep the primary one in 8 bits."""
    return BY_CODE.get(code) or BY_CODE.get(code & 0xFF)
