"""What the report says: the verdict first, a sentence for every fact in both languages, and JSON for machines."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from package_samples import SIGNED, Parcel, Verify, pdf_embedding

from cbc_desktop.package import pdf_facts
from cbc_desktop.package.fact_sentences import SENTENCES
from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict

SOUND = SignatureReport(
    field="chu-ky",
    signer="Nông Thị Mẫu",
    issuer="CA Mẫu",
    intact=True,
    strong=True,
    changes_after=ChangesAfter.NONE,
    covers_whole_file=True,
    trusted=True,
)


@pytest.mark.parametrize(
    ("signature", "sentence"),
    [
        (SOUND, "Nông Thị Mẫu is valid: certificate by CA Mẫu"),
        (replace(SOUND, intact=False), "does not match"),
        (replace(SOUND, intact=False, signer=""), "The signature of chu-ky does not match"),
        (replace(SOUND, strong=False), "outdated algorithm"),
        (replace(SOUND, changes_after=ChangesAfter.FORBIDDEN), "not permitted"),
        (replace(SOUND, trusted=False, not_trusted_because="NO_CERTIFICATE_CHAIN_FOUND"), "does not trust the issuer"),
        (replace(SOUND, trusted=False, not_trusted_because="NOT_YET_VALID"), "not valid yet"),
        (replace(SOUND, trusted=False, not_trusted_because="OUT_OF_BOUNDS_NO_POE"), "has expired"),
        (replace(SOUND, trusted=False, not_trusted_because="CHAIN_CONSTRAINTS_FAILURE"), "not issued for signing"),
        (replace(SOUND, trusted=False, not_trusted_because="REVOKED_NO_POE"), "revoked and nothing proves"),
        (replace(SOUND, trusted=False, not_trusted_because="REVOKED_CA_NO_POE"), "its issuer CA Mẫu was revoked"),
        (replace(SOUND, trusted=False, not_trusted_because="TRY_LATER"), "ask again later"),
        (replace(SOUND, trusted=False, not_trusted_because="CRYPTO_CONSTRAINTS_FAILURE"), "outdated algorithm"),
        (replace(SOUND, trusted=False, not_trusted_because="REVOKED"), "revoked before it was used"),
        (replace(SOUND, trusted=False, not_trusted_because="EXPIRED"), "expired before it was used"),
        (replace(SOUND, trusted=False, not_trusted_because="NO_POE"), "(NO_POE)"),
    ],
)
def test_each_fact_about_a_signature_has_its_sentence(
    monkeypatch: pytest.MonkeyPatch, signature: SignatureReport, sentence: str
) -> None:
    monkeypatch.setattr(pdf_facts, "verify_pdf", lambda *_, **__: (signature,))
    judged = pdf_facts.judged_pdf("a.pdf", pdf_embedding({}), TrustAnchors.none(), SIGNED)
    fact = next(fact for fact in judged.facts if fact.code is FactCode.SIGNATURE)
    assert sentence in fact.message.en
    assert "{" not in fact.message.vi
    assert fact.holds is {Verdict.PASSED: True, Verdict.INDETERMINATE: None, Verdict.FAILED: False}[signature.verdict]


def test_a_field_filled_in_after_the_last_signature_leaves_the_verdict_open(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = replace(SOUND, changes_after=ChangesAfter.PERMITTED, covers_whole_file=False)
    monkeypatch.setattr(pdf_facts, "verify_pdf", lambda *_, **__: (filled,))
    judged = pdf_facts.judged_pdf("a.pdf", pdf_embedding({}), TrustAnchors.none(), SIGNED)
    assert [fact.code for fact in judged.facts if fact.holds is None] == [FactCode.SIGNATURES_COVER_FILE]


def test_timestamps_and_status_behind_the_last_signature_leave_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    lasting = replace(SOUND, changes_after=ChangesAfter.PERMITTED, covers_whole_file=False, only_evidence_after=True)
    monkeypatch.setattr(pdf_facts, "verify_pdf", lambda *_, **__: (lasting,))
    judged = pdf_facts.judged_pdf("a.pdf", pdf_embedding({}), TrustAnchors.none(), SIGNED)
    assert [fact for fact in judged.facts if fact.holds is not True] == []


def test_the_report_as_json_has_its_keys(sealed: Parcel, verify: Verify) -> None:
    told = json.loads(json.dumps(verify(sealed.archive()).to_json(), ensure_ascii=False))
    assert list(told) == [
        "path",
        "kind",
        "verdict",
        "failed_parts",
        "dossier",
        "facts",
        "signatures",
        "container_signature",
    ]
    assert (told["kind"], told["verdict"], told["failed_parts"]) == ("package", "passed", [])
    assert told["dossier"]["agency"] == "04@2020-01-01"
    assert told["dossier"]["finalised_at"] == "2022-03-15T09:41:07+07:00"
    assert {"code", "part", "holds", "vi", "en"} == set(told["facts"][0])
    assert told["signatures"][0]["verdict"] == told["container_signature"]["verdict"] == "passed"


def test_the_report_without_a_dossier_is_json_too(verify: Verify) -> None:
    told = verify(b"PK").to_json()
    assert (told["verdict"], told["dossier"], told["container_signature"]) == ("failed", None, None)


@pytest.mark.parametrize(
    ("language", "verdict", "worst", "best"),
    [("vi", "KHÔNG ĐẠT", "[SAI]", "[ĐÚNG]"), ("en", "FAILED", "[WRONG]", "[RIGHT]")],
)
def test_the_lines_begin_with_the_verdict_whose_package_it_is_and_the_worst(
    good: Parcel, verify: Verify, language: str, verdict: str, worst: str, best: str
) -> None:
    lines = verify(good.with_part("media/hop-bao.jpg", b"other").archive()).lines(language)
    assert lines[0].startswith(verdict)
    assert ("THỬ NGHIỆM" if language == "vi" else "TRIAL") in lines[1]
    assert "Ủy ban nhân dân tỉnh Cao Bằng" in lines[2]
    marks = [line.split()[0] for line in lines[3:] if line.startswith("[")]
    assert marks == [worst] * marks.count(worst) + [best] * marks.count(best)
    assert "media/hop-bao.jpg" in lines[3]
    assert not any("{" in line for line in lines)


def test_every_sentence_belongs_to_a_fact_and_is_told_in_both_languages() -> None:
    codes = {code.value for code in FactCode}
    for (code, _, _), message in SENTENCES.items():
        assert code in codes
        assert message.vi.endswith(".")
        assert message.en.endswith(".")
        assert set(re.findall(r"{\w+}", message.vi)) == set(re.findall(r"{\w+}", message.en))
