"""Facts about signatures that read alike are told apart by the field of the document that each is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from cbc_desktop.base.message import Message
from cbc_desktop.package.facts import Fact
from cbc_desktop.package.signature_words import name_of_field

IN_FIELD = Message("Ô “{field}”: {told}", "Field “{field}”: {told}")


def told_apart(facts: Iterable[Fact]) -> list[Fact]:
    """One certificate may sign for the leader and for the agency: then both sentences would be the same."""
    listed = list(facts)
    alike = Counter(fact.message for fact in listed)
    return [_in_its_field(fact) if alike[fact.message] > 1 else fact for fact in listed]


def _in_its_field(fact: Fact) -> Fact:
    return replace(fact, message=IN_FIELD.filled(field=name_of_field(fact.part), told=fact.message))
