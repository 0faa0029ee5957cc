"""What the system says of files and connections reaches people in their own words."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from cbc_desktop.base.atomic_file import STAGE, disk_trouble
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.EIO, errno.ETIMEDOUT])
def test_what_happens_in_offices_has_words_of_its_own_in_both_languages(number: int) -> None:
    reason = reason_of(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in (reason.vi, reason.en)
    assert "Errno" not in reason.vi + reason.en


def test_what_nobody_expects_keeps_its_number_for_those_who_help() -> None:
    assert reason_of(OSError(9_999, "?")) == Message("hệ thống báo lỗi số 9999", "the system's error 9999")
    assert "unknown" in reason_of(OSError("a sentence of some library")).en


def test_a_file_that_is_no_text_or_no_json_says_where(tmp_path: Path) -> None:
    with pytest.raises(json.JSONDecodeError) as broken:
        json.loads('{"a":\n 1,,}')
    assert reason_of(broken.value).vi == "sai cú pháp JSON ở dòng 2, cột 4"
    with pytest.raises(UnicodeDecodeError) as strange:
        b"\xff".decode("utf-8")
    assert "UTF-8" in reason_of(strange.value).vi


def test_a_message_within_a_message_is_told_in_the_same_language() -> None:
    told = Message("Chưa nhận: {reason}", "Not taken: {reason}").filled(reason=Message("hỏng", "damaged"))
    assert told == Message("Chưa nhận: hỏng", "Not taken: damaged")


def test_a_file_on_a_stage_is_named_where_it_was_meant_to_be(tmp_path: Path) -> None:
    full = disk_trouble(tmp_path / f"{STAGE}ab12cd34" / "goi.zip", OSError(errno.ENOSPC, "full"))
    assert str(tmp_path / "goi.zip") in full.message.vi
    assert STAGE not in full.message.vi
