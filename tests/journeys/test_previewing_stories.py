"""Lan looks at the document before it is signed, and long before it is finished."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from clerk import Clerk, refused
from invented_campaign import AGENCY, CAMPAIGN

from cbc_desktop.base.message import Message
from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf.flattened import flattened
from cbc_desktop.dossier.states import State
from cbc_desktop.exporting.preview import Preview


def test_a_draft_is_looked_at_with_what_is_answered_so_far(lan: Clerk) -> None:
    lan.answers("/data/s1/dia_chi", "Số 1, phố đang nhập dở")
    said = pages(draft_of(lan))
    assert any("phố đang nhập dở" in page for page in said)
    assert all("DỰ THẢO" in page and "chưa chốt số liệu" in page for page in said)


def test_looking_at_a_draft_keeps_nothing(lan: Clerk) -> None:
    lan.fills_in()
    before = (lan.office.store.journal.of(lan.dossier.dossier_id), lan.dossier.stored)
    draft_of(lan)
    assert (lan.office.store.journal.of(lan.dossier.dossier_id), lan.dossier.stored) == before
    assert lan.state is State.DRAFT
    lan.finalises()
    assert lan.state is State.FINALISED


def test_a_wrong_answer_is_shown_as_it_is(lan: Clerk) -> None:
    lan.answers("/data/s1/so_sach", "chừng ba nghìn")
    assert any("chừng ba nghìn" in page for page in pages(draft_of(lan)))


def test_some_forms_are_looked_at_alone(lan: Clerk) -> None:
    lan.fills_in()
    (survey, _) = lan.dossier.forms
    both, one = draft_of(lan), draft_of(lan, [survey])
    assert len(pages(one)) < len(pages(both))
    assert {mark.form_id for mark in one.map.landmarks if mark.address != HEAD} == {survey}


def test_what_is_finalised_looks_as_it_will_be_signed(lan: Clerk, tmp_path: Path) -> None:
    """A trial, because it is signed with a certificate for trials here, of which every page tells."""
    lan.dossier = lan.office.filling.begin(CAMPAIGN, AGENCY, trial=True)
    lan.fills_in()
    lan.finalises()
    desk = lan.office.exporting
    shown = pages(desk.preview(desk.plan(lan.dossier.dossier_id, tmp_path), lambda _: None))
    assert not any("DỰ THẢO" in page for page in shown)
    signed = texts(flattened(lan.exports(tmp_path).document.read_bytes()))
    assert shown[1:] == signed[1:]
    assert set(shown[0].split()) <= set(signed[0].split()), "the signature is all that has come"


def test_whoever_waits_for_the_pages_is_told_of_each_and_can_stop(lan: Clerk) -> None:
    lan.fills_in()
    desk = lan.office.exporting
    plan = desk.plan_of_draft(lan.dossier.as_if_finalised(), Path())

    def stop_at_the_second(message: Message) -> None:
        if "page 2" in message.en:
            raise StoppedError

    with pytest.raises(StoppedError):
        desk.preview(plan, stop_at_the_second)


def test_a_draft_is_never_exported(lan: Clerk, tmp_path: Path) -> None:
    lan.fills_in()
    with refused("chưa chốt số liệu"):
        lan.exports(tmp_path)


class StoppedError(Exception):
    """Somebody pressed the button."""


def draft_of(lan: Clerk, forms: list[str] | None = None) -> Preview:
    desk = lan.office.exporting
    plan = desk.plan_of_draft(lan.dossier.as_if_finalised(forms), Path())
    return desk.preview(plan, lambda _: None)


def pages(preview: Preview) -> list[str]:
    return texts(preview.content)


def texts(pdf: bytes) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]
