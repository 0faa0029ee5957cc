"""Words that the command line does not understand are told in both languages, with where to look, and exit with 64."""

from __future__ import annotations

import re

import pytest

from cbc_desktop.cli.arguments import command_line
from cbc_desktop.cli.main import run
from cbc_desktop.cli.wrong_usage import wrong_usage

WRONG_USAGE = 64
WORDS = [
    ((), "Thiếu tên lệnh.", "The name of a command is missing."),
    (("fil",), "Không có lệnh “fil”.", "There is no command “fil”."),
    (("profile", "xyz"), "Không có lệnh “xyz”.", "There is no command “xyz”."),
    (("fill", "04"), "Còn thiếu: form, file.", "Missing: form, file."),
    (("issued", "04", "--all"), "Lệnh này không có phần “--all”.", "This command takes no “--all”."),
    (("issued", "04", "--save"), "Sau --save phải có một giá trị.", "A value belongs behind --save."),
    (("finalise", "04", "--forms"), "Sau --forms phải có ít nhất một", "At least one value belongs behind --forms."),
    (("offers", "04", "f", "--take", "hai"), "--take cần một số nguyên, không phải “hai”", "--take is a whole number"),
    (("--lang", "fr", "dossiers"), "--lang không nhận “fr”; hãy chọn một trong: ", "--lang is not “fr”, but one of: "),
    (("fill", "04", "f", "x.json", "--replace=1"), "--replace không đi kèm giá trị", "--replace takes no value"),
]


@pytest.mark.parametrize(("words", "vietnamese", "english"), WORDS, ids=lambda words: " ".join(words)[:30])
def test_wrong_usage_is_told_in_both_languages(
    words: tuple[str, ...],
    vietnamese: str,
    english: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for language, told, usage in (("vi", vietnamese, "cách dùng: "), ("en", english, "usage: ")):
        monkeypatch.setenv("CBC_DESKTOP_LANG", language)
        with pytest.raises(SystemExit) as ended:
            run(words) if words[:1] != ("--lang",) else command_line(language).parse_args(words)
        assert ended.value.code == WRONG_USAGE
        said = capsys.readouterr().err
        assert said.startswith(usage)
        assert told in said
        assert re.search(r"cbc-desktop.* --help\n$", said)


def test_a_sentence_that_nobody_has_translated_is_quoted() -> None:
    assert wrong_usage("can't open the door").vi == "Dùng lệnh chưa đúng: can't open the door."


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_headings_of_the_help_are_in_the_language_too(language: str) -> None:
    told = command_line(language).format_help()
    assert ("tùy chọn:" in told, "options:" in told) == (language == "vi", language == "en")
