"""Messages, findings, digests, identifiers, clocks and shipped files: the small values everything stands on."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM, FixedClock, SystemClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity, has_errors, worst_first
from cbc_desktop.base.identifiers import IdentifierSource, SeededIdentifiers, SystemIdentifiers
from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.base.paths import resources, shipped_forms

GREETING = Message("Chào {name}", "Hello {name}")


@given(st.text())
def test_a_fact_is_said_as_it_is_in_both_languages_braces_included(name: str) -> None:
    said = GREETING.filled(name=name)
    assert (said.vi, said.en) == (f"Chào {name}", f"Hello {name}")


def test_a_message_that_is_not_in_a_persons_language_is_said_in_vietnamese() -> None:
    assert [GREETING.in_language(language) for language in (VIETNAMESE, ENGLISH, "fr")] == [
        "Chào {name}",
        "Hello {name}",
        "Chào {name}",
    ]


def test_messages_in_a_message_and_one_after_the_other_stay_in_their_languages() -> None:
    table = Finding("code", Severity.NOTE, "B7", Message("bảng {0}", "table {0}"))
    both = Message.joined((GREETING.filled(name=table.message), table.placed), "; ")
    assert both == Message("Chào bảng {0}; B7: bảng {0}", "Hello table {0}; B7: table {0}")


def test_a_fact_that_was_forgotten_is_noticed() -> None:
    with pytest.raises(KeyError):
        GREETING.filled(nam="Lan")


def test_an_error_for_a_person_keeps_both_languages_and_logs_english() -> None:
    error = UserFacingError(GREETING.filled(name="Lan"))
    assert str(error) == "Hello Lan"
    assert error.message.vi == "Chào Lan"


@given(st.lists(st.tuples(st.sampled_from(Severity), st.integers())))
def test_the_worst_findings_come_first_and_equals_keep_their_order(found: list[tuple[Severity, int]]) -> None:
    findings = [Finding("code", severity, str(number), GREETING) for severity, number in found]
    ordered = worst_first(findings)
    assert [finding.severity for finding in ordered] == sorted(severity for severity, _ in found)
    for severity in Severity:
        assert [f for f in ordered if f.severity is severity] == [f for f in findings if f.severity is severity]


@pytest.mark.parametrize(
    ("severities", "errors"),
    [((), False), ((Severity.WARNING, Severity.NOTE), False), ((Severity.NOTE, Severity.ERROR), True)],
)
def test_only_errors_are_errors(severities: tuple[Severity, ...], errors: bool) -> None:
    assert has_errors(Finding("code", severity, "here", GREETING) for severity in severities) is errors


@given(st.binary())
def test_a_digest_is_sha_256_in_lower_case(content: bytes) -> None:
    assert str(Digest.of(content)) == hashlib.sha256(content).hexdigest()


def test_a_files_digest_is_that_of_its_content(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 300_000)
    assert Digest.of_file(tmp_path / "file") == Digest.of(b"x" * 300_000)


@pytest.mark.parametrize("text", ["", "a" * 63, "a" * 65, "A" * 64, "g" * 64, "a" * 64 + "\n", "٠" * 64])
def test_what_is_not_a_digest_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256 digest"):
        Digest(text)


@pytest.mark.parametrize("source", [SystemIdentifiers(), SeededIdentifiers()])
def test_identifiers_are_random_uuids_and_never_twice_the_same(source: IdentifierSource) -> None:
    made = [source.new_uuid() for _ in range(100)]
    assert len(set(made)) == 100
    assert all(str(uuid.UUID(one)) == one and uuid.UUID(one).version == 4 for one in made)
    assert all(0 <= source.random() < 1 for _ in range(100))


def test_the_same_seed_gives_the_same_identifiers_and_another_seed_others() -> None:
    assert SeededIdentifiers(1).new_uuid() == SeededIdentifiers(1).new_uuid()
    assert SeededIdentifiers(1).new_uuid() != SeededIdentifiers(2).new_uuid()
    assert SeededIdentifiers(1).random() == SeededIdentifiers(1).random()


def test_the_machines_clock_tells_the_present_moment_in_vietnams_time() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(hours=7)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_fixed_clock_stands_still_until_it_is_moved() -> None:
    clock = FixedClock(datetime(2022, 3, 25, 15, 4, 5, tzinfo=VIETNAM))
    assert clock.now() == clock.now()
    clock.advance(55.5)
    assert clock.now() == datetime(2022, 3, 25, 15, 5, 0, 500_000, tzinfo=VIETNAM)


def test_fonts_and_forms_are_found_wherever_the_program_lies() -> None:
    assert (resources() / "fonts").is_dir()
    assert shipped_forms().is_dir()
