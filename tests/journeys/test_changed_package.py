"""A package that was changed on its way: the command says so with exit code 1 and names the part."""

from __future__ import annotations

import fnmatch
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from command_line import Command
from demo_files import DemoFiles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.office import open_receiving_desk
from cbc_desktop.package.archive import build_archive
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, DATA_ROLES, RECORD, role_of
from cbc_desktop.package.manifest import Manifest
from cbc_desktop.signing.signer import Signer

pytestmark = pytest.mark.slow

SUBMISSION = "submissions/khao-sat-nhanh.xml"
EVERY_PART = (
    *("mimetype", "*.pdf", "*.xlsx", SUBMISSION, "submissions/ke-hoach*", "dossier.json", "outgoing.xml"),
    *(
        "media/bang-ke*",
        "media/phu-luc*",
        "signed/*.pdf",
        "SHA256SUMS",
        "META-INF/ASiCManifest001.xml",
        "META-INF/signature001.p7s",
    ),
)
Parts = dict[str, bytes]


def the_part(pattern: str, parts: Mapping[str, bytes]) -> str:
    """The one part of the package that the pattern means; ``*`` does not reach into folders."""
    (name,) = (name for name in parts if fnmatch.fnmatch(name, pattern) and name.count("/") == pattern.count("/"))
    return name


def flipped(content: bytes, position: int) -> bytes:
    return content[:position] + bytes([content[position] ^ 1]) + content[position + 1 :]


def place_in(archive: bytes, content: bytes) -> int:
    """Where a part lies; parts are stored, not compressed."""
    return archive.index(content)


def judged(cbc: Command, path: Path, *trust: object) -> tuple[int, list[str]]:
    code, out, _ = cbc("verify", path, "--json", *trust)
    return code, json.loads(out)["failed_parts"]


def test_every_part_is_tried(demo: DemoFiles) -> None:
    parts = demo.parts()
    assert {the_part(pattern, parts) for pattern in EVERY_PART} == set(parts)


def test_unchanged_it_is_indeterminate_without_a_trust_anchor_and_passes_with_it(cbc: Command, demo: DemoFiles) -> None:
    assert judged(cbc, demo.package) == (2, [])
    assert judged(cbc, demo.package, "--trust", demo.authority) == (0, [])


@pytest.mark.parametrize("pattern", EVERY_PART)
def test_one_changed_byte_in_any_part_fails_and_the_part_is_named(
    cbc: Command, demo: DemoFiles, tmp_path: Path, pattern: str
) -> None:
    parts, archive = demo.parts(), demo.package.read_bytes()
    name = the_part(pattern, parts)
    position = place_in(archive, parts[name]) + len(parts[name]) // 2
    (tmp_path / "goi.zip").write_bytes(flipped(archive, position))
    code, named = judged(cbc, tmp_path / "goi.zip", "--trust", demo.authority)
    assert code == 1
    assert name in named
    assert name in cbc("verify", tmp_path / "goi.zip").out


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wherever_one_byte_is_changed_the_package_fails(demo: DemoFiles, tmp_path: Path, data: st.DataObject) -> None:
    archive = demo.package.read_bytes()
    position = data.draw(st.integers(0, len(archive) - 1), label="position")
    (tmp_path / "goi.zip").write_bytes(flipped(archive, position))
    report = open_receiving_desk().verify(tmp_path / "goi.zip", demo.authority)
    assert report.verdict.value == "failed"
    assert report.failed_parts


@pytest.mark.parametrize("pattern", [pattern for pattern in EVERY_PART if not pattern.endswith("p7s")])
def test_a_part_changed_with_another_zip_program_which_repairs_the_checksum_is_named(
    cbc: Command, demo: DemoFiles, tmp_path: Path, pattern: str
) -> None:
    parts = demo.parts()
    name = the_part(pattern, parts)
    parts[name] = flipped(parts[name], len(parts[name]) // 2)
    with zipfile.ZipFile(tmp_path / "goi.zip", "w", zipfile.ZIP_STORED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    code, named = judged(cbc, tmp_path / "goi.zip", "--trust", demo.authority)
    assert code == 1
    assert name in named


# --- somebody replaces a part and computes every digest anew --------------------------------------------------------


def with_another_workbook(parts: Parts) -> str:
    name = the_part("*.xlsx", parts)
    parts[name] = parts[the_part("media/bang-ke*", parts)]
    return name


def with_other_answers(parts: Parts) -> str:
    """The record's digests of the submission and of the content are those of the forged answers."""
    before = parts[SUBMISSION]
    parts[SUBMISSION] = before.replace(b"<q1_06>86</q1_06>", b"<q1_06>68</q1_06>")
    assert parts[SUBMISSION] != before
    record = parts[RECORD].replace(str(Digest.of(before)).encode(), str(Digest.of(parts[SUBMISSION])).encode())
    parts[RECORD] = record
    return SUBMISSION


def with_another_attachment(parts: Parts) -> str:
    name = the_part("media/phu-luc*", parts)
    before, parts[name] = parts[name], parts[name] + b"\n%"
    record = json.loads(parts[RECORD])
    for attachment in record["attachments"]:
        if attachment["sha256"] == str(Digest.of(before)):
            attachment |= {"sha256": str(Digest.of(parts[name])), "size": len(parts[name])}
    parts[RECORD] = (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
    return name


@pytest.mark.parametrize("forged", [with_another_workbook, with_other_answers, with_another_attachment])
@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed by a forger"])
def test_a_replaced_part_is_caught_although_every_digest_was_made_anew_for_the_signed_document_embeds_them(
    cbc: Command,
    demo: DemoFiles,
    signer: Signer,
    tmp_path: Path,
    forged: Callable[[Parts], str],
    signed: bool,
) -> None:
    parts = {name: content for name, content in demo.parts().items() if role_of(name) in DATA_ROLES}
    name = forged(parts)
    parts[RECORD] = with_a_matching_content_digest(demo, parts)
    moment = datetime.fromisoformat(json.loads(parts[RECORD])["finalised_at"])
    manifest = Manifest.of(parts, signed=True).to_xml()
    signature = signer.sign_manifest(manifest, at=moment) if signed else None
    (tmp_path / "goi.zip").write_bytes(build_archive(parts, moment, signature))
    code, named = judged(cbc, tmp_path / "goi.zip", "--trust", demo.authority)
    assert code == 1
    assert name in named
    assert CONTAINER_SIGNATURE not in named


def with_a_matching_content_digest(demo: DemoFiles, parts: Parts) -> bytes:
    """The record with the content digest that the forged submissions and attachments have."""
    revision = open_receiving_desk().verify(demo.package).revision
    assert revision is not None
    forms = tuple(replace(form, submission=parts[f"submissions/{form.form_id}.xml"]) for form in revision.forms)
    media = (replace(file, digest=Digest.of(parts[f"media/{file.name}"])) for file in revision.attachments)
    digest = content_digest(revision.identity, forms, revision.remarks, tuple(media))
    return parts[RECORD].replace(str(revision.content_digest).encode(), str(digest).encode())


# --- verifying ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("changed", [False, True], ids=["good", "changed"])
def test_verifying_changes_nothing_in_what_it_verifies_nor_beside_it(
    cbc: Command, demo: DemoFiles, tmp_path: Path, changed: bool
) -> None:
    for path in (demo.package, demo.document):
        shutil.copy2(path, tmp_path)
    if changed:
        package = tmp_path / demo.package.name
        package.write_bytes(flipped(package.read_bytes(), 100_000))

    def seen() -> dict[str, tuple[bytes, int]]:
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}

    before = seen()
    for name in before:
        cbc("verify", tmp_path / name)
    assert seen() == before


def test_the_signed_document_alone_can_be_verified_too(cbc: Command, demo: DemoFiles) -> None:
    """Attachments travel beside it, so that it cannot vouch for them alone."""
    code, out, _ = cbc("verify", demo.document, "--trust", demo.authority, "--json")
    facts = json.loads(out)
    assert (code, facts["verdict"], facts["failed_parts"]) == (2, "indeterminate", [])
    undecided = {fact["part"] for fact in facts["facts"] if fact["holds"] is None}
    assert undecided == {name for name in demo.parts() if name.startswith("media/")}
