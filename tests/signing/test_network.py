"""The door to the network, tried on this machine alone: in processes of their own, for in this one it is forbidden."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.services import OFF, SECONDS, Services

CHILD = Path(__file__).with_name("network_child.py")


def child_says(scene: str, folder: Path) -> Any:
    done = subprocess.run(
        [sys.executable, "-W", "error", str(CHILD), scene, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_what_is_no_answer_is_told_with_its_reason_and_only_http_is_spoken(tmp_path: Path) -> None:
    said = child_says("plain", tmp_path)
    assert said["fine"] == "answer"
    assert "404" in said["nothing"]
    assert "too large" in said["large"]
    assert said["closed"].startswith("unreachable: 127.0.0.1:1: ")
    assert said["none"].startswith("unreachable: ")
    for place in ("elsewhere", "file"):
        assert said[place].startswith("unreachable: ")


def test_a_service_that_does_not_answer_is_tried_again_and_then_given_up_in_time(tmp_path: Path) -> None:
    said = child_says("slow", tmp_path)
    assert "did not answer within 1 seconds" in said["answer"]
    assert said["seconds"] < 4
    assert [line.split("attempt ")[1][:6] for line in said["told"]] == ["1 of 2", "1 of 2", "2 of 2", "2 of 2"]


def test_a_person_who_stops_does_not_wait_for_the_service(tmp_path: Path) -> None:
    said = child_says("stopped", tmp_path)
    assert (said["raised"], said["seconds"] < 2) == ("'stopped'", True)


def test_a_signature_becomes_lasting_by_the_services_for_practice_over_http(tmp_path: Path) -> None:
    said = child_says("lasting", tmp_path)
    assert (said["troubles"], said["level"], said["verdict"]) == ([], "B-LTA", "passed")
    assert "404" in said["refused"]
    assert "400" in said["not understood"]


def test_everything_is_off_unless_somebody_switches_it_on() -> None:
    assert (OFF.on, OFF.timestamps, OFF.status) == (False, "", False)
    assert Services("http://tsa.invalid").on
    assert Services(status=True).on
    assert OFF.web.seconds == SECONDS


@pytest.mark.parametrize(
    "address", ["tsa.ca.gov.vn", "ftp://tsa.invalid", "http://", "http://[", "http://tsa.invalid:x/"]
)
def test_what_is_no_address_is_not_kept(address: str) -> None:
    with pytest.raises(UserFacingError):
        Services.chosen(address, status=False)


def test_an_address_is_kept_without_the_room_around_it() -> None:
    assert Services.chosen(" https://tsa.invalid/ ", status=True) == Services("https://tsa.invalid/", status=True)
    assert Services.chosen("  ", status=False) == OFF
