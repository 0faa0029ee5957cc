"""What a form's owner asks of a form or a campaign."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import JSON, Command, CommandGroup, Word, file_of_kind, given_path
from cbc_desktop.cli.signing_words import SIGNER_WORDS

BATCH = Word(
    "--batch",
    Message("nhiều việc: tệp JSONL vào, tệp JSONL ra", "many jobs: a JSONL file in, a JSONL file out"),
    {"type": given_path, "nargs": 2, "metavar": ("JOBS", "OUT")},
)
XFORM = Word("form", Message("biểu mẫu .xlsx hoặc .xml", "the form, .xlsx or .xml"), {"type": given_path, "nargs": "?"})

FORM_TOOLS = CommandGroup(
    "form",
    Message("công cụ cho người soạn biểu mẫu", "tools for a form's owner"),
    (
        Command(
            "check",
            Message("kiểm tra một biểu mẫu", "check a form"),
            "checking.check_form",
            (Word("form", Message("biểu mẫu .xlsx hoặc .xml", "the form, .xlsx or .xml"), {"type": given_path}), JSON),
        ),
        Command(
            "play",
            Message(
                "chạy thử một biểu mẫu theo kịch bản, không cần cửa sổ", "play a form by a script, without a window"
            ),
            "form_tools.play_form",
            (
                XFORM,
                Word("steps", Message("kịch bản JSON", "the script, JSON"), {"type": given_path, "nargs": "?"}),
                Word(
                    "--media",
                    Message("thư mục tệp đi kèm biểu mẫu", "folder of the form's files"),
                    {"type": given_path},
                ),
                Word("--now", Message("thời điểm giả định, ISO 8601", "the moment to assume, ISO 8601")),
                JSON,
                BATCH,
            ),
        ),
        Command(
            "eval",
            Message("tính một biểu thức XPath trên biểu mẫu", "evaluate an XPath expression on a form"),
            "form_tools.evaluate_expression",
            (
                XFORM,
                Word("expression", Message("biểu thức", "the expression"), {"nargs": "?"}),
                Word("--at", Message("tại mục này (mặc định: gốc)", "at this node (default: the root)")),
                Word(
                    "--script", Message("kịch bản JSON chạy trước", "script to run before, JSON"), {"type": given_path}
                ),
                JSON,
                BATCH,
            ),
        ),
    ),
)

COMMANDS: tuple[Command | CommandGroup, ...] = (
    Command(
        "check-campaign",
        Message("kiểm tra thư mục của một đợt khảo sát", "check the folder of a campaign"),
        "checking.check_campaign",
        (Word("folder", Message("thư mục có campaign.toml", "folder with campaign.toml"), {"type": given_path}), JSON),
    ),
    Command(
        "publish-campaign",
        Message("ký thư mục của một đợt khảo sát thành tệp cập nhật", "sign a campaign's folder as an update file"),
        "forms_updating.publish_campaign",
        (
            Word("folder", Message("thư mục có campaign.toml", "folder with campaign.toml"), {"type": given_path}),
            Word(
                "--out",
                Message("tệp .cbcu để ghi", "the .cbcu file to write"),
                {"type": file_of_kind(".cbcu"), "required": True},
            ),
            *SIGNER_WORDS,
        ),
    ),
    FORM_TOOLS,
)
