"""Where parts lie and what they are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.package.layout import (
    Role,
    embedded_name,
    in_order,
    media_part,
    media_type_of,
    role_of,
    submission_file,
    submission_part,
)
from cbc_desktop.package.names import NAME_RULES, refused_name


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("mimetype", Role.MIMETYPE),
        ("cao-bang.pdf", Role.DOCUMENT),
        ("cao-bang.xlsx", Role.WORKBOOK),
        ("submissions/khao-sat.xml", Role.SUBMISSION),
        ("dossier.json", Role.RECORD),
        ("media/anh.jpg", Role.MEDIA),
        ("SHA256SUMS", Role.SUMS),
        ("META-INF/ASiCManifest001.xml", Role.MANIFEST),
        ("META-INF/signature001.p7s", Role.CONTAINER_SIGNATURE),
        ("META-INF/signature002.p7s", None),
        ("readme.txt", None),
        ("submissions/a/b.xml", None),
        ("media/a/b.jpg", None),
        ("Dossier.json", None),
    ],
)
def test_a_name_says_what_a_part_is_for(name: str, role: Role | None) -> None:
    assert role_of(name) is role


def test_strangers_lie_last() -> None:
    assert in_order(["x.txt", "dossier.json", "mimetype", "b.pdf"]) == ["mimetype", "b.pdf", "dossier.json", "x.txt"]


def test_media_types_do_not_depend_on_the_machine() -> None:
    assert media_type_of("a.PDF") == "application/pdf"
    assert media_type_of("SHA256SUMS") == "text/plain"
    assert media_type_of("media/a.unknown") == "application/octet-stream"


def test_a_plain_form_id_is_kept_in_the_file_name() -> None:
    assert submission_file("khao-sat-nhanh") == "khao-sat-nhanh.xml"
    assert submission_part("khao-sat-nhanh.xml") == "submissions/khao-sat-nhanh.xml"
    assert embedded_name("submissions/khao-sat-nhanh.xml") == "khao-sat-nhanh.xml"
    assert media_part("anh.jpg") == "media/anh.jpg"


@pytest.mark.parametrize("form_id", ["khảo sát", "../x", "a/b", "CON", "", ".x", "a" * 300, "http://x/y?z"])
def test_an_odd_form_id_gets_an_ordinary_file_name_of_its_own(form_id: str) -> None:
    name = submission_part(submission_file(form_id))
    assert refused_name(name) is None
    assert role_of(name) is Role.SUBMISSION


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_forms_never_share_a_file_name(one: str, other: str) -> None:
    assert (submission_file(one) == submission_file(other)) is (one == other)


@given(st.text(max_size=200))
def test_every_refusal_has_a_sentence_that_is_safe_to_show(name: str) -> None:
    finding = refused_name(name)
    if finding is not None:
        assert finding.code in {rule.code for rule in NAME_RULES}
        assert finding.message.vi.isprintable()
        assert finding.message.en.isprintable()
