"""Gives the texts of an XForm their quotation marks back: pyxform writes “ and ” as straight ones.

Only words that people read: formulas, the values of choices and answers stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.xml import Element
from cbc_desktop.forms.names import OWN, XHTML, javarosa, xforms

_OUTPUT = "\ufffc"
"""Stands for an ``<output>`` between two pieces of a text."""
_OPENING_BRACKETS = "([{<“‘«"
_MESSAGES = (javarosa("constraintMsg"), javarosa("requiredMsg"))


def typographic(text: str) -> str:
    """The same text, as long as before, with “ and ” for pairs of straight quotes; one without a partner stays."""
    letters, open_places = list(text), []
    for place, letter in enumerate(text):
        if letter != '"':
            continue
        before = text[place - 1] if place else " "
        if before.isspace() or before in _OPENING_BRACKETS:
            open_places.append(place)
        elif open_places:
            letters[open_places.pop()], letters[place] = "“", "”"
    return "".join(letters)


def restore_quotes(root: Element) -> None:
    """In the title, the itext, labels and hints written in place, messages, and the texts of our own columns."""
    for node in _texts(root):
        _restore_in(node)
    for bind in root.iter(xforms("bind")):
        for name, text in bind.attrib.items():
            if _is_text(name, text):
                bind.set(name, typographic(text))


def _texts(root: Element) -> Iterator[Element]:
    head, body = root.find(f"{{{XHTML}}}head"), root.find(f"{{{XHTML}}}body")
    model = head.find(xforms("model"))
    yield from head.iter(f"{{{XHTML}}}title")
    for itext in model.findall(xforms("itext")):
        yield from itext.iter(xforms("value"))
    for choices in model.findall(xforms("instance"))[1:]:
        yield from choices.iter(xforms("label"))
    yield from body.iter(xforms("label"), xforms("hint"))


def _restore_in(node: Element) -> None:
    """A pair may have an ``<output>`` between its marks, so the whole text is looked at."""
    pieces = [node.text or "", *(child.tail or "" for child in node)]
    whole, end = typographic(_OUTPUT.join(pieces)), len(pieces[0])
    node.text = whole[:end]
    for child, piece in zip(node, pieces[1:], strict=True):
        start, end = end + 1, end + 1 + len(piece)
        child.tail = whole[start:end]


def _is_text(attribute: str, text: str) -> bool:
    if attribute in _MESSAGES:
        return not text.startswith("jr:itext(")
    return attribute.startswith(f"{{{OWN}}}") and attribute.endswith(("-vi", "-en"))
