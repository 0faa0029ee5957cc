"""What an agency's documents say each time: kept from a dossier, and put into another one."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, JSON, Command, CommandGroup, Word, decimal, given_path

AGENCY = Word("agency", Message("mã cơ quan, như lệnh list in ra", "the agency's code, as list prints it"))
NAME = Word("name", Message("tên mẫu", "name of the profile"))
NAME_IF_SEVERAL = Word(
    "name",
    Message("tên mẫu (không ghi: mẫu duy nhất của cơ quan)", "name of the profile (default: the agency's only one)"),
    {"nargs": "?", "default": ""},
)
SIGNATORY = Word(
    "--signatory",
    Message("họ tên người ký (không ghi: người đầu tiên)", "who signs (default: the first one)"),
    {"default": ""},
)
FILE = Word(
    "--file", Message("tệp ảnh PNG hoặc JPEG", "an image file, PNG or JPEG"), {"type": given_path, "metavar": "IMAGE"}
)
CLEAR_WHITE = Word(
    "--clear-white",
    Message("làm trong suốt nền giấy trắng của ảnh", "make the white paper of the image transparent"),
    {"action": "store_true"},
)
REMOVE = Word("--remove", Message("bỏ ảnh đang giữ", "remove the image that is kept"), {"action": "store_true"})
DIAMETER = Word(
    "--mm",
    Message(
        "đường kính con dấu, mm (không ghi: theo độ phân giải của ảnh, hoặc 36)",
        "diameter of the seal in mm (default: as the image's resolution tells, or 36)",
    ),
    {"type": decimal},
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
                    SIGNATORY,
                    Word(
                        "--replace",
                        Message("thay cả những gì đã ghi khác với mẫu", "replace what says something else, too"),
                        {"action": "store_true"},
                    ),
                ),
            ),
            Command("remove", Message("xóa một mẫu", "remove a profile"), "profiles.remove", (AGENCY, NAME)),
            Command(
                "signature",
                Message("giữ ảnh chữ ký (màu xanh) của một người ký", "keep the image of a signatory's blue signature"),
                "profile_images.signature",
                (AGENCY, NAME_IF_SEVERAL, SIGNATORY, FILE, CLEAR_WHITE, REMOVE),
            ),
            Command(
                "seal",
                Message("giữ ảnh con dấu (màu đỏ) của cơ quan", "keep the image of the agency's red seal"),
                "profile_images.seal",
                (AGENCY, NAME_IF_SEVERAL, FILE, DIAMETER, CLEAR_WHITE, REMOVE),
            ),
        ),
    ),
)
