"""The command that removes a dossier for good; without being told so it only says what would be gone."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.filling.removing_desk import Removal

WOULD_BE_GONE = Message(
    "{agency}, lần {number} ({state}): mọi câu trả lời, {files} tệp đính kèm; xóa cả trong {backups} bản sao "
    "lưu. Chưa xóa gì; thêm --for-good để xóa hẳn, không lấy lại được.",
    "{agency}, revision {number} ({state}): all answers, {files} attached files; from {backups} backups too. "
    "Nothing has been removed; --for-good does it, and there is no way back.",
)
GONE = Message(
    "Đã xóa hẳn hồ sơ. Bản chép ra USB, tệp đã xuất và thư đã gửi không nằm trong tầm của chương trình; hãy tự xóa.",
    "The dossier was removed for good. Copies on sticks, exported files and sent mails are out of the program's reach; "
    "delete those yourself.",
)
UNREAD = Message(
    "Không đọc được bản sao lưu “{path}” nên chưa xóa được hồ sơ trong đó. Nếu không cần nữa, hãy xóa tệp này.",
    "The backup “{path}” cannot be read, so the dossier may still be in it. Delete that file if you do not need it.",
)
_LEFT_SOMETHING = 1


def remove(arguments: Namespace, terminal: Terminal) -> int:
    """1 when a backup could not be read, so that something may be left."""
    with office_of(arguments) as office:
        dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
        if not arguments.for_good:
            terminal.say(_told(office.removing.look(dossier_id), terminal))
            return 0
        unread = office.removing.remove(dossier_id)
    terminal.say(GONE)
    for path in unread:
        terminal.trouble(UNREAD.filled(path=path))
    return _LEFT_SOMETHING if unread else 0


def _told(removal: Removal, terminal: Terminal) -> Message:
    dossier = removal.dossier
    return WOULD_BE_GONE.filled(
        agency=dossier.agency_name,
        number=dossier.revision.number,
        state=terminal.text(STATE_TITLES[dossier.revision.state]),
        files=removal.files,
        backups=removal.backups,
    )
