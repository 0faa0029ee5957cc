"""Which campaigns, agencies and dossiers there are, and a new one."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, Command, OneOf, Word, given_path

RECEIVED = Word(
    "--received",
    Message("dữ liệu của nơi nhận, không phải các hồ sơ", "what was received, not the dossiers"),
    {"action": "store_true"},
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "campaigns",
        Message("liệt kê các đợt khảo sát trên máy", "list the campaigns installed here"),
        "listing.campaigns",
    ),
    Command(
        "update-campaigns",
        Message(
            "cập nhật biểu mẫu từ tệp có chữ ký của nơi phát hành; trước hết chỉ xem",
            "update forms from a file that their publisher signed; at first it only shows what would change",
        ),
        "forms_updating.update_campaigns",
        (
            Word("file", Message("tệp .cbcu", "the .cbcu file"), {"type": given_path}),
            Word("--take", Message("cập nhật, không chỉ xem", "update, not only show"), {"action": "store_true"}),
        ),
    ),
    Command(
        "agencies",
        Message("tìm cơ quan được hỏi trong một đợt khảo sát", "find the agencies that a campaign asks"),
        "listing.agencies",
        (
            Word("campaign", Message("mã đợt khảo sát", "campaign id")),
            Word(
                "search",
                Message("một phần tên, không cần dấu", "part of the name, accents may be left out"),
                {"nargs": "*"},
            ),
        ),
    ),
    Command("list", Message("liệt kê các hồ sơ", "list the dossiers"), "listing.dossiers"),
    Command(
        "remove",
        Message("xóa hẳn một hồ sơ, cả trong các bản sao lưu", "remove a dossier for good, from the backups too"),
        "removing.remove",
        (
            DOSSIER,
            Word(
                "--for-good",
                Message("xóa thật; không lấy lại được", "do it; there is no way back"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "restore",
        Message(
            "xem các bản sao lưu, khôi phục một bản; dữ liệu hiện nay được giữ lại",
            "see the backups, or put one back; what is there now is kept",
        ),
        "restoring.restore",
        (
            OneOf(
                (
                    Word(
                        "backup",
                        Message("tên bản sao lưu, hoặc tệp đã chép ra USB", "name of a backup, or a copy on a stick"),
                        {"type": given_path, "nargs": "?"},
                    ),
                    Word("--latest", Message("bản mới nhất", "the newest one"), {"action": "store_true"}),
                ),
                required=False,
            ),
            RECEIVED,
        ),
    ),
    Command(
        "salvage",
        Message(
            "cứu dữ liệu đã hỏng: lấy những gì còn đọc được vào tệp mới, giữ nguyên tệp hỏng",
            "salvage damaged data: what can be read goes into a new file, the damaged one is kept",
        ),
        "salvaging.salvage",
        (
            RECEIVED,
            Word(
                "--anyway",
                Message("cứu dù còn bản sao lưu", "also where there is a backup"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "new",
        Message("lập hồ sơ mới cho một cơ quan", "begin a dossier for an agency"),
        "filling.new",
        (
            Word("campaign", Message("mã đợt khảo sát", "campaign id")),
            Word("agency", Message("mã hoặc tên cơ quan", "code or name of the agency")),
            Word(
                "--trial",
                Message("hồ sơ thử nghiệm, không dùng thật", "a trial dossier, not meant"),
                {"action": "store_true"},
            ),
        ),
    ),
)
