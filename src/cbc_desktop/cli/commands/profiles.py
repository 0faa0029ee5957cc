"""What an agency's documents say each time: kept from a dossier, and put into another one."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, JSON, Command, CommandGroup, Word

AGENCY = Word("agency", Message("mã cơ quan, như lệnh list in ra", "the agency's code, as list prints it"))
NAME = Word("name", Message("tên mẫu", "name of the profile"))
NAME_IF_SEVERAL = Word(
    "name",
    Message("tên mẫu (không ghi: mẫu duy nhất của cơ quan)", "name of the profile (default: the agency's only one)"),
    {"nargs": "?", "default": ""},
)

COMMANDS: tuple[CommandGroup, ...] = (
    CommandGroup(
        "profile",
        Message(
            "mẫu thông tin của cơ quan: địa danh, ký hiệu, người ký",
            "profiles of the agency: place, symbol, signatories",
        ),
        (
            Command("list", Message("các mẫu trên máy này", "the profiles of this computer"), "profiles.list_all"),
            Command("show", Message("xem một mẫu", "show a profile"), "profiles.show", (AGENCY, NAME_IF_SEVERAL, JSON)),
            Command(
                "keep",
                Message("giữ thông tin của một hồ sơ thành mẫu", "keep what a dossier says as a profile"),
                "profiles.keep",
                (
                    DOSSIER,
                    Word(
                        "--name",
                        Message("tên mẫu (không ghi: tự đặt)", "name of the profile (default: one is made up)"),
                        {"default": ""},
                    ),
                ),
            ),
            Command(
                "apply",
                Message("điền một hồ sơ theo mẫu", "fill in a dossier from a profile"),
                "profiles.apply",
                (
                    DOSSIER,
                    NAME_IF_SEVERAL,
                    Word(
                        "--signatory",
                        Message("họ tên người ký (không ghi: người đầu tiên)", "who signs (default: the first one)"),
                        {"default": ""},
                    ),
                    Word(
                        "--replace",
                        Message("thay cả những gì đã ghi khác với mẫu", "replace what says something else, too"),
                        {"action": "store_true"},
                    ),
                ),
            ),
            Command("remove", Message("xóa một mẫu", "remove a profile"), "profiles.remove", (AGENCY, NAME)),
        ),
    ),
)
