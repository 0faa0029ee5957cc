"""Texts of a form in its languages: ``<itext>``, labels, hints and messages, with their ``<output>`` expressions.

https://getodk.github.io/xforms-spec/#languages
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cbc_desktop.base.message import Message
from cbc_desktop.base.xml import Element, local_name
from cbc_desktop.forms.definition import EMPTY_TEXT, LocalizedText, TextPart
from cbc_desktop.forms.names import xforms
from cbc_desktop.forms.reading import Collector

_NO_TRANSLATION = ("-",)
"""What pyxform writes where a translation is missing."""
_ITEXT_CALL = re.compile(r"\s*jr:itext\(\s*(['\"])(?P<id>.*)\1\s*\)\s*")


NO_SUCH_TEXT = Message(
    "Không có bản dịch cho {reference} nên chỗ này trống. Hãy thêm text trong itext, hoặc sửa id.",
    "There is no text for {reference}, and nothing is shown. Add it to the itext, or correct its id.",
)


@dataclass(frozen=True, slots=True)
class Languages:
    """The translations of one form: languages in order, the default one, and texts by id."""

    names: tuple[str, ...] = ()
    default: str = ""
    texts: Mapping[str, LocalizedText] = field(default_factory=dict)

    def referred_to(self, reference: str) -> LocalizedText | None:
        """The text that ``jr:itext('id')`` names; None when ``reference`` is no such call."""
        call = _ITEXT_CALL.fullmatch(reference)
        return self.texts.get(call["id"], EMPTY_TEXT) if call else None


def read_itext(model: Element, collector: Collector) -> Languages:
    names: list[str] = []
    default = ""
    texts: dict[str, dict[str, tuple[TextPart, ...]]] = {}
    for translation in model.findall(f"{xforms('itext')}/{xforms('translation')}"):
        language = translation.get("lang", "")
        names.append(language)
        if "default" in translation.attrib:
            default = language
        for text in translation.findall(xforms("text")):
            variants = texts.setdefault(text.get("id", ""), {})
            if parts := _plain_value(text, collector):
                variants[language] = parts
    localized = {key: LocalizedText(variants) for key, variants in texts.items()}
    return Languages(tuple(names), default or next(iter(names), ""), localized)


def _plain_value(text: Element, collector: Collector) -> tuple[TextPart, ...]:
    """The value without a ``form``: those with one are images, sounds and short or guidance texts.

    A missing translation is no text: the text of another language stands in for it, or our own message.
    """
    for value in text.findall(xforms("value")):
        if not value.get("form"):
            parts = read_parts(value, text.get("id", "").replace(":", " ", 1), collector)  # "/data/a:label"
            return () if parts == _NO_TRANSLATION else parts
    return ()


def read_parts(node: Element, where: str, collector: Collector) -> tuple[TextPart, ...]:
    """Literal text and ``<output>`` expressions in order; the text's outer white space does not count."""
    parts: list[TextPart] = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str) and local_name(child) == "output":
            expression = collector.compiled(child.get("value") or child.get("ref") or "''", where)
            if expression is not None:
                parts.append(expression)
        parts.append(child.tail or "")
    return _trimmed(parts)


def _trimmed(parts: list[TextPart]) -> tuple[TextPart, ...]:
    if isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part != "")


def read_text(node: Element | None, where: str, languages: Languages, collector: Collector) -> LocalizedText:
    """The text of a ``<label>`` or ``<hint>``: by itext reference, or written in place for every language."""
    if node is None:
        return EMPTY_TEXT
    referred = languages.referred_to(node.get("ref", ""))
    if referred is EMPTY_TEXT:
        collector.warning("form.itext", where, NO_SUCH_TEXT.filled(reference=node.get("ref")))
    if referred is not None:
        return referred
    parts = read_parts(node, where, collector)
    return LocalizedText({"": parts}) if parts else EMPTY_TEXT


def read_message(attribute: str | None, languages: Languages) -> LocalizedText:
    """A ``jr:constraintMsg`` or ``jr:requiredMsg``: an itext reference or the message itself."""
    if not attribute:
        return EMPTY_TEXT
    referred = languages.referred_to(attribute)
    return referred if referred is not None else LocalizedText({"": (attribute,)})
