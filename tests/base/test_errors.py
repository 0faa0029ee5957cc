"""An error for a person comes whole from one process to another; the log has of a fault what holds no answer."""

from __future__ import annotations

import pickle
from pathlib import Path

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.log import record_fault
from cbc_desktop.base.message import Message
from cbc_desktop.exporting.issue_numbers import NumberWantedError
from cbc_desktop.signing.child.process import DiedError

FULL = Message("Đĩa đầy: {path}", "The disk is full: {path}").filled(path="/usb")


def test_another_process_tells_it_in_both_languages() -> None:
    error = pickle.loads(pickle.dumps(UserFacingError(FULL)))
    assert (error.message, str(error)) == (FULL, "The disk is full: /usb")


def test_it_is_still_of_its_own_kind() -> None:
    assert type(pickle.loads(pickle.dumps(DiedError(FULL)))) is DiedError
    assert type(pickle.loads(pickle.dumps(NumberWantedError(FULL)))) is NumberWantedError


def test_the_log_has_what_a_fault_says_for_it_and_nothing_else_that_it_says(tmp_path: Path) -> None:
    written = record_fault(tmp_path, BugError("quotes an answer", logged="page 3 has no colours")).read_text("utf-8")
    assert "page 3 has no colours" in written
    assert "quotes an answer" not in written
