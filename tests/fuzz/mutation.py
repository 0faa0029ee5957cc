"""A file changed a little, by what it is made of: bytes, lines, values of JSON, nodes of XML, members of a zip."""

from __future__ import annotations

import json
import warnings
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import PurePath
from random import Random
from typing import Any

from damage import damaged
from lxml import etree
from words_to_try import DEEP, WORDS

Mutate = Callable[[bytes, Random], bytes]
_XML = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
_SEPARATORS = (b",", b";", b"\t", b"=", b" ", b'"', b".", b"[", b"]", b"\n")
_MOST = 4_000_000
"""Bytes, so that what grows with every step stops growing."""


def by_structure(change: Mutate) -> Mutate:
    """Mostly changed by what it is made of; now and then simply damaged, as what cannot be taken apart always is."""

    def mutate(content: bytes, random: Random) -> bytes:
        for _ in range(random.choice((1, 1, 2, 5))):
            sensible = random.random() < 0.9 and len(content) < _MOST
            content = _changed(content or random.randbytes(9), change if sensible else damaged, random)
        return content

    return mutate


def _changed(content: bytes, change: Mutate, random: Random, otherwise: Mutate = damaged) -> bytes:
    try:
        return change(content, random)
    except Exception:  # whatever the libraries say of what cannot be taken apart
        return otherwise(content, random)


def word(random: Random) -> str:
    return random.choice(WORDS)


def change_lines(content: bytes, random: Random) -> bytes:
    """Lines move, double, go; cells and values between separators become others, or take each other's place."""
    lines = content.splitlines(keepends=True)
    at = random.randrange(len(lines))
    deed = random.randrange(6)
    if deed == 0:
        lines.insert(random.randrange(len(lines)), lines[at])
    elif deed == 1:
        del lines[at]
    elif deed == 2:
        lines.insert(random.randrange(len(lines)), lines.pop(at))
    else:
        lines[at] = _change_cells(lines[at], random.choice(lines), random)
    return b"".join(lines)


def _change_cells(line: bytes, other: bytes, random: Random) -> bytes:
    separator = random.choice([one for one in _SEPARATORS if one in line] or [b"\n"])
    cells, others = line.split(separator), other.split(separator)
    at = random.randrange(len(cells))
    new = (_encoded(word(random)), random.choice(others), cells[at] * 2, b"", separator)
    cells[at] = random.choice(new)
    return separator.join(cells)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def change_json(content: bytes, random: Random) -> bytes:
    written = _encoded(json.dumps(_changed_value(json.loads(content), random), ensure_ascii=random.random() < 0.5))
    return written.replace(b'"', random.choice(DEEP).encode(), 1) if random.random() < 0.02 else written


def _changed_value(value: Any, random: Random) -> Any:
    """Down to some place, where the value becomes another one."""
    if isinstance(value, dict | list) and value and random.random() < 0.85:
        places: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
        at = random.choice(places)
        if random.random() < 0.1:
            del value[at]
        elif random.random() < 0.1 and isinstance(value, dict):
            value[word(random)] = value.pop(at)
        else:
            value[at] = _changed_value(value[at], random)
        return value
    odd = (None, True, -1, 0, 2**53, 10**400, 1.5, [], {}, [value], {"a": value}, str(value), [[]] * 99)
    return random.choice((*odd, *([word(random)] * len(odd))))


def change_xml(content: bytes, random: Random) -> bytes:
    """A node goes, doubles, moves, is called as another one, or holds something else; so with attributes."""
    root = etree.fromstring(content, _XML)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    node, other = random.choice(nodes), random.choice(nodes)
    random.choice(_DEEDS)(node, other, random)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=random.random() < 0.5))


def _delete(node: Any, other: Any, random: Random) -> None:
    if node.getparent() is not None:
        node.getparent().remove(node)


def _double(node: Any, other: Any, random: Random) -> None:
    copy = etree.fromstring(etree.tostring(node, with_tail=False))
    other.insert(random.randrange(len(other) + 1), copy)


def _move(node: Any, other: Any, random: Random) -> None:
    if other not in set(node.iter()) and node.getparent() is not None:
        other.insert(random.randrange(len(other) + 1), node)


def _rename(node: Any, other: Any, random: Random) -> None:
    node.tag = other.tag


def _say(node: Any, other: Any, random: Random) -> None:
    node.text = _allowed(random.choice((word(random), word(random), other.text or "", (node.text or "") * 2)))


def _attribute(node: Any, other: Any, random: Random) -> None:
    names = [*node.attrib] or [*other.attrib]
    if not names:
        return
    name = random.choice(names)
    if random.random() < 0.2:
        node.attrib.pop(name, None)
    else:
        values = [*other.attrib.values(), word(random), word(random)]
        node.set(random.choice([*names, *other.attrib]), _allowed(random.choice(values)))


_DEEDS = (_delete, _double, _move, _rename, _say, _say, _say, _attribute, _attribute, _attribute)


def _allowed(text: str) -> str:
    """Without what no XML can hold."""
    return "".join(
        letter for letter in text if letter in "\t\n\r" or " " <= letter < "\ud800" or "\ue000" <= letter < "\ufffe"
    )


def change_folder(content: bytes, random: Random) -> bytes:
    """A zip that stands for a folder: its files change, itself stays whole."""
    for _ in range(random.choice((1, 1, 2, 5))):
        content = _changed(content, change_zip, random, lambda whole, _: whole)
    return content


def changer_of(name: str) -> Mutate:
    """By what a file is called."""
    return _CHANGERS.get(PurePath(name).suffix.lower(), damaged)


def change_zip(content: bytes, random: Random) -> bytes:
    """A member is changed by what it is, goes, is there twice, or is called otherwise."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped(_changed_members(members, random), random)


def _changed_members(members: list[tuple[str, bytes]], random: Random) -> list[tuple[str, bytes]]:
    at = random.randrange(len(members))
    name, content = members[at]
    deed = random.randrange(12)
    if deed == 0:
        del members[at]
    elif deed == 1:
        members.append((name, content))
    elif deed == 2:
        members[at] = (_allowed(word(random)).replace("\0", "") or "x", content)
    elif content:
        members[at] = (name, by_structure(changer_of(name))(content, random))
    return members


def zipped(members: list[tuple[str, bytes]], random: Random) -> bytes:
    written = BytesIO()
    packing = random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with warnings.catch_warnings(), zipfile.ZipFile(written, "w", packing) as archive:
        warnings.simplefilter("ignore")  # a name that is there twice is what this is about
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return written.getvalue()


_CHANGERS: Mapping[str, Mutate] = {
    **dict.fromkeys((".xml", ".rels", ".vml"), change_xml),
    **dict.fromkeys((".toml", ".csv", ".txt", ".pem", ".eml", ".ini"), change_lines),
    **dict.fromkeys((".zip", ".xlsx", ".cbcu"), change_zip),
    ".json": change_json,
}
