"""Signing with a token on the command line: found by itself, its PIN asked for once, its troubles told."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path

import pytest
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN, PLAN, PLAN_SAMPLE, SURVEY, SURVEY_SAMPLE
from pki import Pki, make_pki
from soft_token import PIN, SoftTokens, serial_of, soft_module

from cbc_desktop.base.clock import SystemClock

LABEL = "Chữ ký của Lan"


@pytest.fixture(scope="module")
def people() -> Pki:
    """Commands ask this computer's clock."""
    return make_pki(SystemClock().now())


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftTokens:
    tokens = SoftTokens.made(tmp_path / "softhsm", monkeypatch)
    monkeypatch.setenv("CBC_DESKTOP_PKCS11_MODULES", str(soft_module()))
    return tokens


@pytest.fixture
def pin(tmp_path: Path) -> Path:
    path = tmp_path / "pin.txt"
    path.write_text(f"{PIN}\n", encoding="utf-8")
    return path


@pytest.fixture
def finalised(cbc: Command, tmp_path: Path) -> Command:
    assert cbc("new", CAMPAIGN, AGENCY).code == 0
    for form_id, sample in ((SURVEY, SURVEY_SAMPLE), (PLAN, PLAN_SAMPLE)):
        path = tmp_path / f"{form_id}.json"
        path.write_text(json.dumps(sample), encoding="utf-8")
        assert cbc("fill", AGENCY, form_id, path).code == 0
    assert cbc("facts", AGENCY, "--symbol", "TVM-NV", "--place", "Mẫu").code == 0
    assert cbc("finalise", AGENCY).code == 0
    return cbc


def test_the_token_doctor_says_what_is_there_and_what_to_do(cbc: Command, tokens: SoftTokens, people: Pki) -> None:
    nothing = cbc("token")
    assert nothing.code == 1
    assert "không thấy token nào" in nothing.out
    assert "Hãy cắm token vào máy" in nothing.out
    tokens.token(LABEL, people.expired)
    tokens.token("Trống")
    expired = cbc("token", lang="en")
    assert expired.code == 1
    assert "expired at" in expired.out
    assert "The token shows no certificate before the PIN is entered." in expired.out
    tokens.token("Con dấu", people.leader, authorities=(people.authority,))
    found = cbc("token")
    assert found.code == 0
    assert f"USB token “Con dấu”, số {serial_of('Con dấu')} (SoftHSM project SoftHSM v2)" in found.out
    assert f"{people.leader.name} · {people.authority.name} · hạn đến " in found.out
    assert "dùng để ký được\n" in found.out
    assert "chứng thư của nơi cấp\n" in found.out


def test_the_token_doctor_speaks_to_programs_too(cbc: Command, tokens: SoftTokens, people: Pki) -> None:
    tokens.token(LABEL, people.leader, authorities=(people.authority,))
    (module,) = json.loads(cbc("token", "--json").out)["modules"]
    assert (module["state"], module["path"]) == ("ready", str(soft_module()))
    (token,) = module["tokens"]
    assert (token["label"], token["pin"], token["own_keypad"]) == (LABEL, "good", False)
    assert {one["subject"]: one["can_sign"] for one in token["certificates"]} == {
        people.leader.name: True,
        people.authority.name: False,
    }


def test_a_dossier_is_exported_with_the_only_token_there_is(
    finalised: Command, tokens: SoftTokens, people: Pki, pin: Path, tmp_path: Path
) -> None:
    tokens.token(LABEL, people.leader, authorities=(people.authority,))
    authority = tmp_path / "ca.pem"
    authority.write_bytes(people.authority.pem)
    exported = finalised("export", AGENCY, "--out", tmp_path / "ra", "--token", "--pin-file", pin)
    assert (exported.code, PIN in exported.out + exported.err) == (0, False)
    (package,) = (tmp_path / "ra").glob("*.zip")
    verified = finalised("verify", package, "--trust", authority)
    assert "TOTAL-PASSED" in verified.out
    assert verified.code == 2  # the certificate is another agency's
    assert people.leader.name in verified.out


def test_of_two_tokens_one_is_named_and_a_wrong_pin_is_warned_of(
    finalised: Command, tokens: SoftTokens, people: Pki, pin: Path, tmp_path: Path
) -> None:
    tokens.token(LABEL, people.leader)
    tokens.token("Con dấu", people.clerk)
    out = ("export", AGENCY, "--out", tmp_path / "ra")
    several = finalised(*out, "--token", "--pin-file", pin)
    assert several.code == 1
    assert people.leader.name in several.err
    assert people.clerk.name in several.err
    wrong = tmp_path / "sai.txt"
    wrong.write_text("97531", encoding="utf-8")
    refused = finalised(*out, "--token", LABEL, "--pin-file", wrong)
    assert refused.code == 1
    assert "không đúng" in refused.err
    assert not list(tmp_path.glob("ra/*"))
    done = finalised(*out, "--token", LABEL, "--certificate", people.leader.name, "--pin-file", pin)
    assert done.code == 0
    assert "Đã có lần nhập sai mã PIN." in done.err


def test_the_pin_is_asked_for_where_somebody_types(
    finalised: Command, tokens: SoftTokens, people: Pki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens.token(LABEL, people.leader)
    out = ("export", AGENCY, "--out", tmp_path / "ra", "--token")
    assert "--pin-file" in finalised(*out).err, "nobody can type here"
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return PIN

    monkeypatch.setattr(getpass, "getpass", typed)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert finalised(*out).code == 0
    assert asked == [f"Mã PIN của USB token “{LABEL}” ({people.leader.name}): "]


@pytest.mark.parametrize("words", [(), ("--token", "--p12", "a.p12")], ids=["neither", "both"])
def test_a_file_or_a_token_has_to_be_named_and_only_one(finalised: Command, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as wrong:
        finalised("export", AGENCY, "--out", "ra", *words)
    assert wrong.value.code == 64
