"""Of two signatures with one certificate the sentences say which is which; others stay as short as they were."""

from __future__ import annotations

from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.telling_apart import told_apart


def fact(field: str, signer: str) -> Fact:
    return Fact.of(FactCode.SIGNATURE, True, field, signer=signer, issuer="Ban Cơ yếu", because="")


def test_sentences_that_are_the_same_begin_with_their_field() -> None:
    told = told_apart([fact("ky_lanh_dao", "Lan"), fact("ky_co_quan", "Lan"), fact("khac", "Minh")])
    assert [each.message.vi.partition(" của ")[0] for each in told] == [
        "Ô “chữ ký lãnh đạo”: Chữ ký số",
        "Ô “chữ ký cơ quan”: Chữ ký số",
        "Chữ ký số",
    ]
    assert told[1].message.en.startswith("Field “the agency's signature”: The signature of Lan")
