"""The words of the command line: one table of commands, each with its options and the function that carries it out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from cbc_desktop import __version__
from cbc_desktop.base.message import Message
from cbc_desktop.base.paths import default_home
from cbc_desktop.cli import (
    carrying,
    comparing,
    entry_sheets,
    exporting,
    filling,
    listing,
    prefilling,
    receiving,
    returning,
    reviewing,
    searching,
)
from cbc_desktop.cli.terminal import Terminal

WRONG_USAGE = 64

Run = Callable[[argparse.Namespace, Terminal], int]


@dataclass(frozen=True, slots=True)
class Word:
    """An argument or option; ``settings`` go to argparse."""

    name: str
    help: Message
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    help: Message
    run: Run
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class CommandGroup:
    """Commands of two words: ``form play``."""

    name: str
    help: Message
    commands: tuple[Command, ...]


def _demo(arguments: argparse.Namespace, terminal: Terminal) -> int:
    from cbc_desktop.cli.demonstrating import demo  # loads pyHanko, which other commands need not wait for

    return demo(arguments, terminal)


def _check_campaign(arguments: argparse.Namespace, terminal: Terminal) -> int:
    from cbc_desktop.cli.checking import check_campaign  # loads pyxform

    return check_campaign(arguments, terminal)


def _check_form(arguments: argparse.Namespace, terminal: Terminal) -> int:
    from cbc_desktop.cli.checking import check_form  # loads pyxform

    return check_form(arguments, terminal)


def _play_form(arguments: argparse.Namespace, terminal: Terminal) -> int:
    from cbc_desktop.cli.form_tools import play_form  # loads the engine

    return play_form(arguments, terminal)


def _evaluate_expression(arguments: argparse.Namespace, terminal: Terminal) -> int:
    from cbc_desktop.cli.form_tools import evaluate_expression  # loads the engine

    return evaluate_expression(arguments, terminal)


DOSSIER = Word(
    "dossier", Message("mã hồ sơ (hoặc vài ký tự đầu), hoặc mã cơ quan", "dossier id, or its beginning, or agency code")
)
FORM = Word("form", Message("mã biểu mẫu", "form id"))
REF = Word(
    "ref",
    Message("đường dẫn của câu hỏi, ví dụ /data/phan_1/cau_2", "reference of the question, such as /data/phan_1/cau_2"),
)
TEXT = Word("text", Message("nội dung; để trống là xóa", "text; empty takes it away"))
JSON = Word("--json", Message("in kết quả dạng JSON", "print the result as JSON"), {"action": "store_true"})
FORMS = Word("--forms", Message("chỉ các biểu mẫu này", "only these forms"), {"nargs": "+", "metavar": "FORM"})
LEAVE_OUT = Word(
    "--leave-out",
    Message("bỏ hẳn biểu mẫu đã gửi lần trước mà lần này không chọn", "leave out a form that was sent before"),
    {"action": "store_true"},
)

BATCH = Word(
    "--batch",
    Message("nhiều việc: tệp JSONL vào, tệp JSONL ra", "many jobs: a JSONL file in, a JSONL file out"),
    {"type": Path, "nargs": 2, "metavar": ("JOBS", "OUT")},
)
XFORM = Word("form", Message("biểu mẫu .xlsx hoặc .xml", "the form, .xlsx or .xml"), {"type": Path, "nargs": "?"})

FORM_TOOLS = CommandGroup(
    "form",
    Message("công cụ cho người soạn biểu mẫu", "tools for a form's owner"),
    (
        Command(
            "check",
            Message("kiểm tra một biểu mẫu", "check a form"),
            _check_form,
            (Word("form", Message("biểu mẫu .xlsx hoặc .xml", "the form, .xlsx or .xml"), {"type": Path}), JSON),
        ),
        Command(
            "play",
            Message(
                "chạy thử một biểu mẫu theo kịch bản, không cần cửa sổ", "play a form by a script, without a window"
            ),
            _play_form,
            (
                XFORM,
                Word("steps", Message("kịch bản JSON", "the script, JSON"), {"type": Path, "nargs": "?"}),
                Word("--media", Message("thư mục tệp đi kèm biểu mẫu", "folder of the form's files"), {"type": Path}),
                Word("--now", Message("thời điểm giả định, ISO 8601", "the moment to assume, ISO 8601")),
                JSON,
                BATCH,
            ),
        ),
        Command(
            "eval",
            Message("tính một biểu thức XPath trên biểu mẫu", "evaluate an XPath expression on a form"),
            _evaluate_expression,
            (
                XFORM,
                Word("expression", Message("biểu thức", "the expression"), {"nargs": "?"}),
                Word("--at", Message("tại mục này (mặc định: gốc)", "at this node (default: the root)")),
                Word("--script", Message("kịch bản JSON chạy trước", "script to run before, JSON"), {"type": Path}),
                JSON,
                BATCH,
            ),
        ),
    ),
)

COMMANDS: tuple[Command | CommandGroup, ...] = (
    Command(
        "campaigns",
        Message("liệt kê các đợt khảo sát trên máy", "list the campaigns installed here"),
        listing.campaigns,
    ),
    Command(
        "agencies",
        Message("tìm cơ quan được hỏi trong một đợt khảo sát", "find the agencies that a campaign asks"),
        listing.agencies,
        (
            Word("campaign", Message("mã đợt khảo sát", "campaign id")),
            Word(
                "search",
                Message("một phần tên, không cần dấu", "part of the name, accents may be left out"),
                {"nargs": "*"},
            ),
        ),
    ),
    Command("list", Message("liệt kê các hồ sơ", "list the dossiers"), listing.dossiers),
    Command(
        "new",
        Message("lập hồ sơ mới cho một cơ quan", "begin a dossier for an agency"),
        filling.new,
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
    Command(
        "answer",
        Message("trả lời một câu hỏi (ví dụ 1.234,5; 20/3/2022; mã hoặc nhãn lựa chọn)", "answer a question"),
        filling.answer,
        (DOSSIER, FORM, REF, TEXT),
    ),
    Command(
        "add-row", Message("thêm một dòng vào bảng", "add a row to a table"), filling.add_row, (DOSSIER, FORM, REF)
    ),
    Command(
        "delete-row",
        Message("xóa một dòng của bảng", "delete a row of a table"),
        filling.delete_row,
        (DOSSIER, FORM, REF),
    ),
    Command(
        "note",
        Message("ghi chú cho một câu hỏi", "write a note to a question"),
        filling.note,
        (DOSSIER, FORM, REF, TEXT),
    ),
    Command(
        "explain",
        Message("giải trình một cảnh báo", "explain a warning"),
        filling.explain,
        (DOSSIER, FORM, REF, TEXT),
    ),
    Command(
        "attach",
        Message("đính kèm một tệp PDF, DOCX hoặc XLSX", "attach a PDF, DOCX or XLSX file"),
        filling.attach,
        (
            DOSSIER,
            FORM,
            REF,
            Word("file", Message("tệp", "the file"), {"type": Path}),
            Word(
                "--beside",
                Message("kèm bên câu trả lời bất kỳ", "beside any answer, not as the answer"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "fill",
        Message("nhập một biểu mẫu từ tệp JSON đã chuẩn bị", "fill a form from a prepared JSON file"),
        filling.fill,
        (DOSSIER, FORM, Word("file", Message("tệp JSON", "the JSON file"), {"type": Path})),
    ),
    Command(
        "split",
        Message(
            "ghi một bảng hoặc một phần ra tệp Excel để đơn vị khác điền",
            "write a table or a section as a workbook for others to fill in",
        ),
        entry_sheets.split,
        (
            DOSSIER,
            FORM,
            Word(
                "ref",
                Message("bảng hoặc phần, ví dụ /data/s1/t1", "table or section, such as /data/s1/t1"),
                {"nargs": "+"},
            ),
            Word("--out", Message("tệp .xlsx để ghi", "the .xlsx file to write"), {"type": Path, "required": True}),
        ),
    ),
    Command(
        "gather",
        Message("xem (hoặc nhận) số liệu trong các tệp Excel đã điền", "see (or take) what filled-in workbooks bring"),
        entry_sheets.gather,
        (
            DOSSIER,
            FORM,
            Word("files", Message("các tệp .xlsx đã điền", "the filled-in .xlsx files"), {"nargs": "+", "type": Path}),
            Word("--take", Message("nhận vào hồ sơ", "take it into the dossier"), {"action": "store_true"}),
            Word(
                "--theirs",
                Message("chỗ khác nhau thì lấy theo tệp (mặc định: giữ hồ sơ)", "where they differ, the files count"),
                {"action": "store_true"},
            ),
            Word(
                "--delete",
                Message("xóa các dòng không còn trong tệp", "delete the rows that are missing in the files"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "take-table",
        Message("xem (hoặc lấy) bảng Excel của cơ quan vào một bảng", "see (or take) an office's own table"),
        entry_sheets.take_table,
        (
            DOSSIER,
            FORM,
            Word("ref", Message("bảng, ví dụ /data/s1/t1", "the table, such as /data/s1/t1")),
            Word("file", Message("tệp .xlsx hoặc .csv", "the .xlsx or .csv file"), {"type": Path}),
            Word("--sheet", Message("tên trang tính (mặc định: trang khớp nhất)", "sheet (default: the likeliest)")),
            Word(
                "--column",
                Message("câu hỏi=cột, ví dụ don_vi=C; cột trống là bỏ", "question=column, such as unit=C; empty: none"),
                {"action": "append", "default": []},
            ),
            Word("--take", Message("lấy vào bảng", "take it into the table"), {"action": "store_true"}),
        ),
    ),
    Command(
        "facts",
        Message("ghi số, ký hiệu, ngày, địa danh của văn bản", "set number, symbol, date and place of the document"),
        filling.facts,
        (
            DOSSIER,
            Word("--number", Message("số văn bản, ví dụ 45", "number, such as 45")),
            Word("--symbol", Message("ký hiệu, ví dụ UBND-VX", "symbol, such as UBND-VX")),
            Word("--date", Message("ngày ban hành, ví dụ 25/3/2022", "date of issue, such as 25/3/2022")),
            Word("--place", Message("địa danh", "place of issue")),
            Word("--sent", Message("ngày gửi, ví dụ 26/3/2022", "date sent, such as 26/3/2022")),
        ),
    ),
    Command(
        "show",
        Message("xem các câu hỏi, lựa chọn và câu trả lời", "show questions, choices and answers"),
        reviewing.show,
        (
            DOSSIER,
            FORM,
            Word("ref", Message("chỉ phần này, ví dụ /data/s1", "only this part, such as /data/s1"), {"nargs": "?"}),
        ),
    ),
    Command(
        "search",
        Message("tìm trong câu hỏi, lựa chọn và câu trả lời", "search questions, choices and answers"),
        searching.search,
        (
            DOSSIER,
            Word(
                "text",
                Message("vài chữ đầu của các từ, không cần dấu", "beginnings of words, accents may be left out"),
                {"nargs": "+"},
            ),
        ),
    ),
    Command(
        "review",
        Message("kiểm tra: lỗi, cảnh báo, câu chưa trả lời", "review errors, warnings and open questions"),
        reviewing.review,
        (
            DOSSIER,
            FORMS,
            JSON,
            Word("--open", Message("cả các câu còn trống", "open questions too"), {"action": "store_true"}),
        ),
    ),
    Command(
        "check-sheet",
        Message("phiếu kiểm tra để in (PDF)", "the review as a sheet to print (PDF)"),
        reviewing.check_sheet,
        (DOSSIER, Word("--out", Message("tệp PDF để ghi", "PDF to write"), {"type": Path, "required": True})),
    ),
    Command(
        "offers",
        Message("xem (hoặc nhận) số liệu mà biểu mẫu khác đề xuất", "see (or take) what other forms offer"),
        reviewing.offers,
        (
            DOSSIER,
            FORM,
            Word("--take", Message("nhận đề xuất số này", "take the offer with this number"), {"type": int}),
        ),
    ),
    Command("finalise", Message("chốt số liệu", "finalise"), reviewing.finalise, (DOSSIER, FORMS, LEAVE_OUT)),
    Command("reopen", Message("mở lại để lập bản mới", "reopen as a new revision"), reviewing.reopen, (DOSSIER,)),
    Command(
        "changes",
        Message("so với bản đã gửi: những chỗ đã đổi", "what differs from the revision that was sent"),
        comparing.changes,
        (DOSSIER,),
    ),
    Command(
        "export",
        Message("xuất PDF đã ký, sổ tính, gói và thư nháp", "export signed PDF, workbook, package and e-mail draft"),
        exporting.export,
        (
            DOSSIER,
            Word("--out", Message("thư mục để ghi", "folder to write into"), {"type": Path, "required": True}),
            Word(
                "--p12", Message("tệp chứng thư PKCS#12", "PKCS#12 certificate file"), {"type": Path, "required": True}
            ),
            Word(
                "--passphrase-file",
                Message("tệp chứa mật khẩu (không có thì hỏi)", "file with the passphrase (else it is asked for)"),
                {"type": Path},
            ),
        ),
    ),
    Command(
        "hand-over",
        Message("ghi nhận đã gửi gói hồ sơ", "record that the package was handed over"),
        exporting.hand_over,
        (DOSSIER, Word("--sent", Message("ngày gửi, ví dụ 25/3/2022 (không ghi: hôm nay)", "day (else today)"))),
    ),
    Command(
        "prefill",
        Message(
            "lấy số liệu từ hồ sơ trước của cơ quan, không ghi đè",
            "take answers of an earlier dossier, overwriting none",
        ),
        prefilling.prefill,
        (
            DOSSIER,
            Word(
                "--from",
                Message("mã hồ sơ trước (mặc định: mới nhất)", "id of the earlier dossier (default: the latest)"),
                {"dest": "source", "default": "", "metavar": "DOSSIER"},
            ),
            Word("--take", Message("lấy, không chỉ xem", "take them, not only show"), {"action": "store_true"}),
        ),
    ),
    Command(
        "copy-out",
        Message(
            "chép một hồ sơ thành một tệp để mang sang máy khác", "copy a dossier into a file for another computer"
        ),
        carrying.copy_out,
        (
            DOSSIER,
            Word(
                "--out",
                Message("thư mục hoặc USB để ghi", "folder or stick to write to"),
                {"type": Path, "required": True},
            ),
        ),
    ),
    Command(
        "take-in",
        Message("nhận bản chép hồ sơ từ máy khác", "take in the copy of a dossier from another computer"),
        carrying.take_in,
        (
            Word("file", Message("tệp .cbcd", "the .cbcd file"), {"type": Path}),
            Word(
                "--theirs",
                Message("nếu cả hai máy đã sửa: lấy tất cả của bản chép", "if both were changed: all as in the copy"),
                {"action": "store_true"},
            ),
            Word(
                "--mine",
                Message("nếu cả hai máy đã sửa: giữ tất cả của máy này", "if both were changed: all as here"),
                {"action": "store_true"},
            ),
            Word(
                "--take",
                Message("nếu cả hai máy đã sửa: chỉ lấy các chỗ số này", "if both were changed: only these places"),
                {"type": int, "nargs": "+", "metavar": "NUMBER"},
            ),
        ),
    ),
    Command(
        "verify",
        Message("kiểm tra một gói hoặc một PDF đã ký", "verify a package or a signed PDF"),
        receiving.verify,
        (
            Word("file", Message("gói .zip hoặc tệp .pdf", "the .zip package or .pdf"), {"type": Path}),
            Word("--trust", Message("tệp PEM có chứng thư gốc tin cậy", "PEM file with trust anchors"), {"type": Path}),
            JSON,
        ),
    ),
    Command(
        "return",
        Message("(nơi nhận) lập phiếu trả lại một gói để đơn vị sửa", "(receiver) return a package for correction"),
        returning.write_return,
        (
            Word("file", Message("gói .zip hoặc tệp .pdf", "the .zip package or .pdf"), {"type": Path}),
            Word(
                "--question",
                Message("câu bị trả lại và ý kiến; ghi được nhiều lần", "a question and what is wrong; repeatable"),
                {"nargs": 3, "action": "append", "metavar": ("FORM", "REF", "WORDS")},
            ),
            Word(
                "--whole",
                Message("ý kiến cho cả hồ sơ; ghi được nhiều lần", "a remark on the whole dossier; may be repeated"),
                {"action": "append", "metavar": "WORDS"},
            ),
            Word("--by", Message("người hoặc đơn vị trả lại", "who returns it"), {"required": True}),
            Word(
                "--out", Message("tệp phiếu để ghi (.json)", "slip to write (.json)"), {"type": Path, "required": True}
            ),
        ),
    ),
    Command(
        "take-return",
        Message("nhận phiếu trả lại của nơi nhận", "take in the receiver's return slip"),
        returning.take_return,
        (Word("file", Message("tệp phiếu trả lại (.json)", "the return slip (.json)"), {"type": Path}),),
    ),
    Command(
        "returned",
        Message("xem các câu bị trả lại, đánh dấu đã sửa xong", "see what was returned, mark it as settled"),
        returning.returned,
        (
            DOSSIER,
            Word("--settle", Message("mục số này đã sửa xong", "this number is settled"), {"type": int}),
        ),
    ),
    Command(
        "check-campaign",
        Message("kiểm tra thư mục của một đợt khảo sát", "check the folder of a campaign"),
        _check_campaign,
        (Word("folder", Message("thư mục có campaign.toml", "folder with campaign.toml"), {"type": Path}), JSON),
    ),
    FORM_TOOLS,
    Command(
        "trial-certificate",
        Message("tạo chứng thư THỬ NGHIỆM", "make a trial certificate"),
        exporting.trial_certificate,
        (
            Word("--out", Message("thư mục để ghi", "folder to write into"), {"type": Path, "required": True}),
            Word("--agency", Message("tên cơ quan", "name of the agency"), {"required": True}),
            Word("--passphrase-file", Message("tệp chứa mật khẩu", "file with the passphrase"), {"type": Path}),
        ),
    ),
    Command(
        "demo",
        Message("làm trọn một hồ sơ mẫu, từ nhập đến kiểm tra gói", "take a sample dossier through the whole work"),
        _demo,
        (
            Word(
                "--out", Message("thư mục trống để ghi", "empty folder to write into"), {"type": Path, "required": True}
            ),
            Word(
                "--campaign",
                Message("mã đợt khảo sát (mặc định: đợt đầu tiên)", "campaign id (default: the first one)"),
                {"default": ""},
            ),
        ),
    ),
)


class _Parser(argparse.ArgumentParser):
    """Wrong usage exits with 64 (decision 14); argparse's own 2 means indeterminate here."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def command_line(language: str) -> argparse.ArgumentParser:
    about = Message(
        "Trả lời một đợt khảo sát của Cục Báo chí, không cần mạng. Không có lệnh nào: mở cửa sổ.",
        "Answers a survey round of the Press Department offline. Without a command: opens the window.",
    )
    parser = _Parser(prog="cbc-desktop", description=about.in_language(language))
    parser.add_argument("--version", action="version", version=f"cbc-desktop {__version__}")
    for word in _GENERAL:
        parser.add_argument(word.name, help=word.help.in_language(language), **word.settings)
    parser.set_defaults(home=default_home())
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        _add(commands, command, language)
    return parser


def _add(commands: Any, command: Command | CommandGroup, language: str) -> None:
    title = command.help.in_language(language)
    sub = commands.add_parser(command.name, help=title, description=title)
    if isinstance(command, CommandGroup):
        inner = sub.add_subparsers(metavar="COMMAND", required=True)
        for one in command.commands:
            _add(inner, one, language)
        return
    for word in command.words:
        sub.add_argument(word.name, help=word.help.in_language(language), **word.settings)
    sub.set_defaults(command=command.run)


_GENERAL = (
    Word(
        "--home",
        Message("thư mục dữ liệu", "folder of the data"),
        {"type": Path, "metavar": "FOLDER"},
    ),
    Word(
        "--campaigns",
        Message("thư mục chứa thêm các đợt khảo sát", "a further folder of campaigns"),
        {"type": Path, "metavar": "FOLDER"},
    ),
    Word("--lang", Message("ngôn ngữ: vi hoặc en", "language: vi or en"), {"choices": ("vi", "en"), "default": "vi"}),
)
