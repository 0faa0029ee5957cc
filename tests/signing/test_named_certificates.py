"""The people of the tests as files: every one is written and named, and openssl thinks of them what we do."""

from __future__ import annotations

import subprocess
from dataclasses import fields
from pathlib import Path

import pytest
from make_pki import NAMES, write_pki
from pki import PASSPHRASE, Pki

from cbc_desktop.signing.identity import load_pkcs12


@pytest.fixture(scope="module")
def folder(pki: Pki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pki")
    write_pki(pki, folder)
    return folder


def openssl_verify(folder: Path, pki: Pki, name: str, *options: str) -> str:
    trusted = ["-CAfile", str(folder / "authority.pem"), "-untrusted", str(folder / "issuing.pem")]
    moment = ["-attime", str(int(pki.now.timestamp()))]
    command = ["openssl", "verify", *trusted, *moment, *options, str(folder / f"{name}.pem")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_everybody_is_named_in_the_table(folder: Path) -> None:
    assert {field.name for field in fields(Pki)} - {"now"} == NAMES.keys()
    table = (folder / "README.md").read_text(encoding="utf-8")
    assert all(f"| {name} |" in table for name in NAMES)


@pytest.mark.parametrize("name", ["leader", "clerk", "organisation"])
def test_who_may_sign_is_loaded_from_the_file(folder: Path, pki: Pki, name: str) -> None:
    assert load_pkcs12(folder / f"{name}.p12", PASSPHRASE, now=pki.now).certificate.der == getattr(pki, name).der


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("leader", "OK"),
        ("organisation", "OK"),
        ("confusable", "OK"),
        ("namesake", "unable to get local issuer certificate"),
        ("stranger", "self-signed certificate"),
        ("expired", "certificate has expired"),
        ("not_yet_valid", "certificate is not yet valid"),
    ],
)
def test_openssl_tells_the_good_from_the_bad(folder: Path, pki: Pki, name: str, said: str) -> None:
    assert said in openssl_verify(folder, pki, name)


def test_openssl_finds_the_revoked_one_on_the_list_and_the_agency_not(folder: Path, pki: Pki) -> None:
    listed = ["-crl_check", "-CRLfile", str(folder / "thu-hoi.crl")]
    assert "certificate revoked" in openssl_verify(folder, pki, "revoked", *listed)
    assert "OK" in openssl_verify(folder, pki, "organisation", *listed)
