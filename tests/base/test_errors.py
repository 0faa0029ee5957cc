"""An error for a person comes whole from one process to another."""

from __future__ import annotations

import pickle

from cbc_desktop.base.errors import UserFacingError
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
