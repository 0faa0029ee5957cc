"""What a frozen submission holds, read without its form: the texts of its leaves."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base import xml
from cbc_desktop.dossier.revision import FrozenForm


def frozen_answer(form: FrozenForm, path: str) -> str:
    """The answer to a question outside all repeats, by its path ("/data/part/question"); "" where there is none."""
    node = xml.parse(form.submission)
    for name in path.split("/")[2:]:
        found = xml.children_by_name(node).get(name)
        if not found:
            return ""
        node = found[0]
    return str(node.text or "")


def leaf_texts(form: FrozenForm) -> Iterator[str]:
    """Every text in the submission, in its order."""
    return (element.text for element in xml.parse(form.submission).iter() if element.text)
