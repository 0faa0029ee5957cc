"""Which certificates this office trusts, and which services on the network it asks."""

from __future__ import annotations

from argparse import BooleanOptionalAction

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import JSON, Command, CommandGroup, Word, file_of_kind, given_path
from cbc_desktop.signing.signature_facts import AnchorGroup

_GROUPS = [group.value for group in AnchorGroup if group is not AnchorGroup.GIVEN]

COMMANDS: tuple[Command | CommandGroup, ...] = (
    CommandGroup(
        "trust",
        Message("chứng thư mà máy này tin cậy khi kiểm tra chữ ký", "certificates that this computer trusts"),
        (
            Command("list", Message("xem danh sách", "show them"), "trusting.list_all", (JSON,)),
            Command(
                "add",
                Message(
                    "thêm chứng thư từ tệp; lần đầu chỉ hiện vân tay để so",
                    "add a certificate from a file; at first only its fingerprint is shown, to be compared",
                ),
                "trusting.add",
                (
                    Word("file", Message("tệp PEM, DER hoặc P7B", "a PEM, DER or P7B file"), {"type": given_path}),
                    Word(
                        "--fingerprint",
                        Message(
                            "vân tay SHA-256 lấy từ nơi cấp (ít nhất 16 chữ số đầu)",
                            "the SHA-256 fingerprint as its issuer tells it (at least its first 16 digits)",
                        ),
                        {"default": ""},
                    ),
                    Word(
                        "--group",
                        Message("nhóm (mặc định: own)", "the group (default: own)"),
                        {"choices": _GROUPS, "default": ""},
                    ),
                    Word("--why", Message("lý do tin cậy", "why it is trusted"), {"default": ""}),
                ),
            ),
            Command(
                "export",
                Message("ghi các chứng thư tin cậy ra tệp PEM", "write the trusted certificates as a PEM file"),
                "trusting.export",
                (
                    Word(
                        "--out",
                        Message("tệp để ghi (.pem)", "file to write (.pem)"),
                        {"type": file_of_kind(".pem"), "required": True},
                    ),
                    Word("--fingerprint", Message("chỉ chứng thư này", "only this certificate"), {"default": ""}),
                ),
            ),
            Command(
                "remove",
                Message("không tin cậy một chứng thư nữa", "trust a certificate no longer"),
                "trusting.remove",
                (Word("fingerprint", Message("phần đầu của vân tay", "beginning of its fingerprint")),),
            ),
        ),
    ),
    CommandGroup(
        "services",
        Message(
            "dịch vụ trên mạng cho chữ ký số: dấu thời gian, tình trạng chứng thư (mặc định: tắt)",
            "services on the network for signatures: timestamps, status of certificates (default: off)",
        ),
        (
            Command("show", Message("xem đang bật gì", "show what is on"), "trusting.show_services", (JSON,)),
            Command(
                "set",
                Message("bật; điều không ghi thì giữ nguyên", "switch on; what is not named stays as it is"),
                "trusting.set_services",
                (
                    Word(
                        "--timestamps",
                        Message("địa chỉ dịch vụ dấu thời gian", "address of the time stamping service"),
                        {"metavar": "URL"},
                    ),
                    Word(
                        "--status",
                        Message("hỏi tình trạng thu hồi của chứng thư", "ask whether certificates are revoked"),
                        {"action": BooleanOptionalAction},
                    ),
                ),
            ),
            Command("off", Message("tắt hết", "switch everything off"), "trusting.switch_off"),
        ),
    ),
    Command(
        "extend",
        Message(
            "bổ sung dấu thời gian và tình trạng chứng thư cho một PDF đã ký (cần bật dịch vụ)",
            "add timestamps and the status of certificates to a signed PDF (services must be on)",
        ),
        "trusting.extend",
        (
            Word("file", Message("tệp .pdf đã ký", "the signed .pdf"), {"type": given_path}),
            Word(
                "--out",
                Message("tệp để ghi (.pdf)", "file to write (.pdf)"),
                {"type": file_of_kind(".pdf"), "required": True},
            ),
        ),
    ),
)
