"""The truth table of a signature report, and the worst of several verdicts."""

from __future__ import annotations

import itertools

import pytest

from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict, worst


def report(*, intact: bool = True, strong: bool = True, changes_after: ChangesAfter, trusted: bool) -> SignatureReport:
    return SignatureReport(
        field="ChuKy",
        signer="Nguyễn Thị Lan",
        issuer="Tòa nhà cấp chứng thư",
        intact=intact,
        strong=strong,
        changes_after=changes_after,
        covers_whole_file=True,
        trusted=trusted,
    )


@pytest.mark.parametrize(("changes_after", "trusted"), list(itertools.product(ChangesAfter, (False, True))))
def test_a_broken_or_a_weak_signature_fails_whatever_else_is_true(changes_after: ChangesAfter, trusted: bool) -> None:
    assert report(intact=False, changes_after=changes_after, trusted=trusted).verdict is Verdict.FAILED
    assert report(strong=False, changes_after=changes_after, trusted=trusted).verdict is Verdict.FAILED


@pytest.mark.parametrize("trusted", [False, True])
def test_a_forbidden_change_fails_a_known_and_an_unknown_signer(trusted: bool) -> None:
    assert report(changes_after=ChangesAfter.FORBIDDEN, trusted=trusted).verdict is Verdict.FAILED


@pytest.mark.parametrize("changes_after", [ChangesAfter.NONE, ChangesAfter.PERMITTED])
def test_an_unknown_signer_is_not_a_changed_file(changes_after: ChangesAfter) -> None:
    assert report(changes_after=changes_after, trusted=False).verdict is Verdict.INDETERMINATE
    assert report(changes_after=changes_after, trusted=True).verdict is Verdict.PASSED


def test_the_worst_verdict_counts_and_nothing_to_judge_is_indeterminate() -> None:
    assert worst([Verdict.PASSED, Verdict.FAILED, Verdict.INDETERMINATE]) is Verdict.FAILED
    assert worst([Verdict.PASSED, Verdict.INDETERMINATE]) is Verdict.INDETERMINATE
    assert worst([Verdict.PASSED]) is Verdict.PASSED
    assert worst([]) is Verdict.INDETERMINATE
