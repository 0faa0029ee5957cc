"""A list beside the form is read once, however many dossiers are open: a register of all communes takes seconds."""

from __future__ import annotations

from cbc_desktop.xpath.xml_tree import still_tree_of, tree_of

REGISTER = b"<root>" + b"".join(b"<item><key>%d</key><name/></item>" % number for number in range(50)) + b"</root>"


def test_the_same_content_is_one_tree() -> None:
    assert still_tree_of(REGISTER) is still_tree_of(bytes(bytearray(REGISTER)))
    assert still_tree_of(REGISTER) is not still_tree_of(REGISTER.replace(b"49", b"50"))


def test_it_says_what_a_tree_of_its_own_says() -> None:
    (still,), (own,) = still_tree_of(REGISTER).children, tree_of(REGISTER).children
    assert still.string_value() == own.string_value()
    assert [one.string_value() for one in still.named_children("item", None)] == [
        one.string_value() for one in own.named_children("item", None)
    ]
    assert still.children[0].named_children("name", None)[0].children == ()
