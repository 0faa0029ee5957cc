"""Before somebody signs: whether the certificate is revoked, where a person switched that question on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pki import Pki, certified
from trial_town import HOUR, NOW, OtherWeb, Town, unreachable

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.fitness import STATUS_NOT_CHECKED, TRIAL_CERTIFICATE, cautions
from cbc_desktop.signing.network import Question, UnreachableError, Web
from cbc_desktop.signing.services import OFF, Services
from cbc_desktop.signing.status_before_signing import Asked, warnings_before_signing
from cbc_desktop.signing.trust import TrustAnchors


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(founded: Town) -> Iterator[Town]:
    yield founded
    founded.trial.revoked.clear()


def warnings(
    town: Town, *, web: Web | None = None, services: Services | None = None, trust: TrustAnchors | None = None
) -> tuple[Finding, ...]:
    certificate = town.identity.certificate
    asked = Asked(services or town.services, trust or town.trust, web or town.trial, lambda _: None)
    return warnings_before_signing(certificate, cautions(certificate), asked, at=NOW)


def test_while_everything_is_off_nobody_is_asked_and_the_signer_is_told_so(town: Town) -> None:
    web = OtherWeb(town, {})
    assert [each.code for each in warnings(town, web=web, services=OFF)] == [STATUS_NOT_CHECKED, TRIAL_CERTIFICATE]
    assert web.asked == []


def test_a_good_certificate_leaves_the_other_warnings_only(town: Town) -> None:
    assert [each.code for each in warnings(town)] == [TRIAL_CERTIFICATE]


def test_a_revoked_certificate_does_not_sign(town: Town) -> None:
    town.revoke_leader(NOW - HOUR)
    with pytest.raises(UserFacingError) as refused:
        warnings(town)
    assert "has been revoked since 08:30 20/11/2026" in refused.value.message.en
    assert "chưa ký gì" in refused.value.message.vi.lower()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (unreachable, "no route to host"),
        (lambda _: b"<html>", "could not be had"),
        (lambda _: b"\x30\x03\x0a\x01\x06", "unauthorized"),
    ],
    ids=["nobody there", "no answer", "refused"],
)
def test_what_could_not_be_had_is_a_warning_with_the_reason(
    town: Town, answer: Callable[[Question], bytes], words: str
) -> None:
    told = warnings(town, web=OtherWeb(town, {"http://town.invalid": answer}))
    assert [each.code for each in told] == [STATUS_NOT_CHECKED, TRIAL_CERTIFICATE]
    assert words in told[0].message.en


def test_an_answer_by_somebody_else_is_none(town: Town, tmp_path: Path) -> None:
    other = Town(tmp_path)
    forged = OtherWeb(town, {"http://town.invalid/ocsp": lambda asked: other.trial.answer("/ocsp", asked.body)})
    assert "gave no answer that could be verified" in warnings(town, web=forged)[0].message.en


def test_an_issuer_that_nobody_trusts_is_told(town: Town) -> None:
    (told, _) = warnings(town, trust=TrustAnchors.none())
    assert "does not trust its issuer (CA THỬ NGHIỆM)" in told.message.en


class IssuerOnly:
    """A web in which only the certificate of one issuer is to be had."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def ask(self, question: Question, tell: Progress) -> bytes:
        if question.body:
            raise UnreachableError(Message("không ai trả lời", "no responder"))
        return self.content


def test_issuers_between_a_certificate_and_the_anchor_are_fetched_where_it_says(pki: Pki) -> None:
    leaf = certified("Hoàng Dưới Cấp", NOW, issuer=pki.middle, status_at="http://middle.invalid/")
    certificate = Certificate.of(leaf.der)
    trust = TrustAnchors.from_pem(pki.authority.pem)

    def told(content: bytes) -> str:
        asked = Asked(Services(status=True), trust, IssuerOnly(content), lambda _: None)
        return warnings_before_signing(certificate, (), asked, at=NOW)[0].message.en

    assert "no responder" in told(pki.middle.pem)  # the chain is there, the status is not
    assert "does not trust its issuer" in told(pki.stranger.pem)
    assert "does not trust its issuer" in told(b"no certificate")
