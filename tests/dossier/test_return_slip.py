"""A return slip says what it said when it was written, and nothing bad comes of reading a wrong one."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from dossier_samples import IDENTITY, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.return_slip import (
    MOST_BYTES,
    BadReturnSlip,
    Outcome,
    ReturnSlip,
    SlipQuestion,
    slip_from_json,
    slip_to_json,
)

SLIP = ReturnSlip(
    identity=IDENTITY,
    agency_name="UBND tỉnh Mẫu",
    number=2,
    content_digest=Digest.of(b"content"),
    returned_by="Phòng Báo chí",
    returned_at=datetime(2026, 8, 24, 9, 30, tzinfo=VIETNAM),
    questions=(
        SlipQuestion("survey", "r1", "/data/t/q2", "Số máy, dòng 1", "Khác số năm trước."),
        SlipQuestion("", "", "", "", "Thiếu phụ lục."),
    ),
)
words = texts.map(keepable).map(str.strip).filter(bool)


def changed(*place: str | int, to: Any) -> bytes:
    content = json.loads(slip_to_json(SLIP))
    inner = content
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = to
    return json.dumps(content).encode()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.builds(SlipQuestion, texts, texts, texts, texts.map(keepable), words), max_size=4))
def test_what_is_written_is_read_back_the_same(questions: list[SlipQuestion]) -> None:
    slip = ReturnSlip(IDENTITY, "UBND", 1, SLIP.content_digest, SLIP.returned_by, SLIP.returned_at, tuple(questions))
    assert slip_from_json(slip_to_json(slip)) == slip


@pytest.mark.parametrize("outcome", Outcome)
def test_a_receipt_says_what_became_of_the_revision(outcome: Outcome) -> None:
    slip = replace(SLIP, outcome=outcome)
    assert slip_from_json(slip_to_json(slip)).outcome is outcome


def test_people_can_read_it() -> None:
    text = slip_to_json(SLIP).decode()
    assert text.startswith('{\n  "kind": "cbc-desktop/receipt",\n  "format": 1,\n  "outcome": "to-be-corrected",\n')
    assert '"words": "Khác số năm trước."' in text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "không phải phiếu trả lại"),
        (b"\xff\xfe", "không phải phiếu trả lại"),
        (b'{"kind": 1, "kind": 2}', "không phải phiếu trả lại"),
        (b"[" * 100_000, "không phải phiếu trả lại"),
        (b" " * (MOST_BYTES + 1), "không phải phiếu trả lại"),
        (b'{"format": 1}', "không phải phiếu trả lại"),
        (changed("kind", to="other"), "không phải phiếu trả lại"),
        (changed("format", to=2), "phiên bản mới hơn"),
        (changed("outcome", to="lost"), "phiên bản mới hơn"),
        (changed("agency", "key", to="no key"), "“agency.key”"),
        (changed("revision", to=0), "“revision”"),
        (changed("content_digest", to="12"), "“content_digest”"),
        (changed("returned_at", to="2026-08-24T09:30:00"), "“returned_at”"),
        (changed("questions", to={}), "“questions”"),
        (changed("questions", 0, "words", to=" \n"), "“questions[0].words”"),
        (changed("questions", 0, "path", to=None), "“questions[0].path”"),
        (changed("questions", 0, "rid", to="\ud800"), "“questions[0].rid”"),
    ],
)
def test_anything_else_is_refused_in_words(content: bytes, told: str) -> None:
    with pytest.raises(BadReturnSlip) as refusal:
        slip_from_json(content)
    assert told in refusal.value.message.vi
    assert "not been changed" in refusal.value.message.en


@settings(deadline=None, max_examples=100)
@given(st.integers(0, len(slip_to_json(SLIP))), st.binary(min_size=1, max_size=4))
def test_a_damaged_slip_is_refused_or_says_something_else_but_never_breaks(place: int, damage: bytes) -> None:
    content = slip_to_json(SLIP)
    with suppress(BadReturnSlip):
        slip_from_json(content[:place] + damage + content[place + len(damage) :])


def test_what_a_newer_program_adds_is_passed_over() -> None:
    assert slip_from_json(changed("signature", to={"a": 1})) == SLIP
