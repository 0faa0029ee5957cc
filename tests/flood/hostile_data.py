"""Packages in perfect order, digests and signatures and all, in which somebody wrote down something to do harm."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from random import Random
from xml.sax.saxutils import escape

from damage import damaged
from flood_packages import SIGNED
from mutant import Make, Material
from pki import certified
from quick_signatures import detached
from zip_surgery import zipped

from cbc_desktop.base.xml import XmlSyntaxError
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.revision import FrozenForm, Revision
from cbc_desktop.package.archive import build_archive, read_archive
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MANIFEST, RECORD, SUMS
from cbc_desktop.package.manifest import Manifest

Change = Callable[[bytes, Random], bytes]

HARMFUL_TEXTS = (
    *("=1+1", '=HYPERLINK("http://x.example","x")', "+84", "-1+1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"),
    *(
        "<b>đậm</b>",
        "<img src='file:///etc/passwd'/>",
        "<para><br></b>",
        "</para>",
        "&lt;&amp;&#0;",
        "<a href='x'>x</a>",
    ),
    *("<script>alert(1)</script>", "{agency}", "%s%n", "{0.__class__}", "\u202ee\u202c", "a\u0300" * 3000, "😀" * 500),
    *("x" * 100_000, "\n" * 5000, "'; DROP TABLE agency; --", "NULL", "nan", "1e400", "\ufeff", "\u2028", "<![CDATA["),
)
_ROOT = re.compile(rb"<data[^>]*>")
_ANSWER = re.compile(rb"(?<!<rid)>([^<>]+)</")
_ENTITIES = b"".join(b'<!ENTITY l%d "%b">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 12))


def _bomb(submission: bytes, random: Random) -> bytes:
    """Entities that are ten of one another, or one that is long and used often."""
    declared = random.choice((b'<!ENTITY l0 "lol">' + _ENTITIES, b'<!ENTITY l11 "%b">' % (b"l" * 100_000)))
    return _with_doctype(submission, declared, b"&l11;" * random.choice((1, 10_000)))


def _external(submission: bytes, random: Random) -> bytes:
    where = random.choice((b"file:///etc/passwd", b"http://127.0.0.1:9/x", b"/dev/zero", b"\\\\127.0.0.1\\x"))
    kind = random.choice(
        (b'<!ENTITY l SYSTEM "%b">', b'<!ENTITY %% l SYSTEM "%b"> %%l;', b'<!ENTITY l PUBLIC "x" "%b">')
    )
    return _with_doctype(submission, kind % where, b"&l;")


def _with_doctype(submission: bytes, declared: bytes, used: bytes) -> bytes:
    body = submission[_body(submission) :]
    body = _ROOT.sub(lambda root: root[0] + used, body, count=1)
    return b"<?xml version='1.0'?><!DOCTYPE data [%b]>%b" % (declared, body)


def _body(submission: bytes) -> int:
    found = _ROOT.search(submission)
    return found.start() if found else 0


def _deep(submission: bytes, random: Random) -> bytes:
    depth = random.choice((200, 255, 256, 100_000))
    return _inserted(submission, b"<a>" * depth + b"</a>" * depth)


def _wide(submission: bytes, random: Random) -> bytes:
    """A million answers, to no question or to one over and over; or one with a million attributes."""
    many = (b"<x>1</x>" * 1_000_000, b"<s1>" + b"<q1_01>1</q1_01>" * 300_000 + b"</s1>", _repeated(submission, 100_000))
    return _inserted(submission, random.choice((*many, b"<x %b/>" % b" ".join(b'a%d=""' % n for n in range(2_000)))))


def _repeated(submission: bytes, times: int) -> bytes:
    """The row of a table once more, with the same name or with one of its own, if there is a table."""
    row = re.search(rb"<(\w+)><rid>[^<]*</rid>.*?</\1>", submission)
    return row[0] * min(times, 20_000_000 // len(row[0])) if row else b""


def _rows(submission: bytes, random: Random) -> bytes:
    """Rows of a table are there again in their place."""
    row = re.search(rb"<(\w+)><rid>[^<]*</rid>.*?</\1>", submission)
    if row is None:
        return submission
    own = random.random() < 0.5
    count = random.choice((1, 300, 3000))
    more = b"".join(
        re.sub(rb"<rid>[^<]*</rid>", b"<rid>r%d</rid>" % n if own else b"\\g<0>", row[0]) for n in range(count)
    )
    return submission[: row.end()] + more + submission[row.end() :]


def _encoded(submission: bytes, random: Random) -> bytes:
    text = submission[_body(submission) :].decode()
    claimed, used = (
        random.choice(("UTF-8", "UTF-16", "ISO-8859-1", "windows-1258", "UTF-7", "x", "UCS-4")) for _ in "12"
    )
    try:
        return (f"<?xml version='1.0' encoding='{claimed}'?>" + text).encode(used, "replace")
    except LookupError:
        return f"<?xml version='1.0' encoding='{claimed}'?>".encode() + text.encode("utf-16-be")


def _inserted(submission: bytes, more: bytes) -> bytes:
    return _ROOT.sub(lambda root: root[0] + more, submission, count=1)


def _texts(submission: bytes, random: Random) -> bytes:
    """Answers that programs would run, or show as something else: all of them are right by the form."""

    def other(found: re.Match[bytes]) -> bytes:
        kept = found[1].startswith(b"uuid:") or found[1].strip().isdigit() or random.random() < 0.3
        return found[0] if kept else b">" + escape(random.choice(HARMFUL_TEXTS)).encode() + b"</"

    return _ANSWER.sub(other, submission)


def _numbers(submission: bytes, random: Random) -> bytes:
    enormous = (
        b"9" * 18,
        b"9" * 5000,
        b"-" + b"9" * 18,
        b"1e308",
        b"1E99999",
        b"NaN",
        b"-0",
        b"0x10",
        "١٢".encode(),
        b" 7 ",
    )

    def other(found: re.Match[bytes]) -> bytes:
        return b">" + random.choice(enormous) + b"</" if found[1].isdigit() else found[0]

    return _ANSWER.sub(other, submission)


SUBMISSIONS: dict[str, Change] = {
    "bombs": _bomb,
    "external": _external,
    "deep": _deep,
    "a million answers": _wide,
    "rows": _rows,
    "encodings": _encoded,
    "texts": _texts,
    "numbers": _numbers,
    "damaged": damaged,
}


def rewritten(of: Revision, change: Change, random: Random) -> Revision:
    """With the change in one form, and all digests as they must be, as far as the form can still be read."""
    place = random.randrange(len(of.forms))
    forms = [_changed(form, change, random) if at == place else form for at, form in enumerate(of.forms)]
    try:
        return replace(of, forms=tuple(forms), content_digest=content_digest(of.identity, forms))
    except XmlSyntaxError:
        return replace(of, forms=tuple(forms))


def _changed(form: FrozenForm, change: Change, random: Random) -> FrozenForm:
    return replace(form, submission=change(form.submission, random))


def _of_submission(change: Change) -> Make:
    def made(material: Material, random: Random) -> tuple[str, bytes]:
        sent = material.shipment(random)
        revision = rewritten(material.revision(sent), change, random)
        return "phieu.zip", material.mailroom.packed(revision, sent.commune)

    return made


def _record(material: Material, random: Random) -> tuple[str, bytes]:
    """One field of the record, or two, is something else."""
    sent = material.shipment(random)
    data = material.data(sent)
    record = json.loads(data[RECORD])
    for _ in range(random.choice((1, 2))):
        _put(record, random, random.choice(_VALUES))
    written = json.dumps(record, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    return "ho-so.zip", material.mailroom.packed_data({**data, RECORD: written}, sent.commune)


_VALUES: tuple[object, ...] = (
    *(None, True, -1, 0, 2**53, 10**400, 1.5, [], {}, "", "\ud800", "\0", [[]] * 1000, "x" * 3_000_000),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2022-03-20", "24:00", "../../../etc/passwd", "CON"),
    *HARMFUL_TEXTS,
)


def _put(record: dict[str, object], random: Random, value: object) -> None:
    place: object = record
    while True:
        key = random.choice(list(place) if isinstance(place, dict) else range(len(place)))  # type: ignore[arg-type]
        inner = place[key]  # type: ignore[index]
        if isinstance(inner, dict | list) and inner and random.random() < 0.7:
            place = inner
        else:
            place[key] = value  # type: ignore[index]
            return


def _bad_json(material: Material, random: Random) -> tuple[str, bytes]:
    sent = material.shipment(random)
    data = material.data(sent)
    record = data[RECORD]
    written = random.choice(
        (
            b"[" * 200_000,
            b'{"a":' * 100_000,
            b"9" * 5_000_000,
            b"\xff\xfe" + record.decode().encode("utf-16-le"),
            b"\xef\xbb\xbf" + record,
            record.replace(b"{", b'{"format": 1, ', 1),
            record + record,
            b"",
            damaged(record, random),
        )
    )
    return "ho-so-hong.zip", material.mailroom.packed_data({**data, RECORD: written}, sent.commune)


def _own_parts(material: Material, random: Random) -> tuple[str, bytes]:
    """Manifest, sums, outgoing.xml or the outer signature are something else."""
    parts = material.parts(random)
    bomb = b'<!DOCTYPE x [<!ENTITY l0 "lol">%b]><x>&l11;</x>' % _ENTITIES
    name = random.choice((MANIFEST, SUMS, CONTAINER_SIGNATURE, "outgoing.xml"))
    was = parts.get(name, b"<OutgoingDocument/>")
    parts[name] = random.choice((bomb, b"<a>" * 100_000, b"0" * 33 * 2**20, b"\x30\x80" * 50_000, damaged(was, random)))
    return "thung.zip", _as_they_are(parts)


def _as_they_are(parts: dict[str, bytes]) -> bytes:
    return zipped([(name, content) for name, content in parts.items() if name != "mimetype"])


def _names_of_people(material: Material, random: Random) -> tuple[str, bytes]:
    """A certificate, and a dossier, in the name of something that is to be shown or run."""
    text = random.choice(HARMFUL_TEXTS)[:15]  # 64 bytes are the most of a name in a certificate
    sent, room = material.shipment(random), material.mailroom
    data = material.data(sent)
    record = json.loads(data[RECORD])
    record["agency"]["name"] = record["facts"]["place"] = text
    data[RECORD] = json.dumps(record).encode()
    by = certified(text, SIGNED, issuer=room.authority, key=room.keys[0], organisation=text)
    package = room.packed_data(data, sent.commune)
    parts = {name: part for name, part in read_archive(package).parts.items() if name not in _OWN}
    signature = detached(Manifest.of(parts, signed=True).to_xml(), by, room.authority, SIGNED)
    return "ten-nguoi.zip", build_archive(parts, material.revision(sent).finalised_at, signature)


_OWN = ("mimetype", SUMS, MANIFEST, CONTAINER_SIGNATURE)
FAMILIES: dict[str, Make] = {
    **{f"answers: {name}": _of_submission(change) for name, change in SUBMISSIONS.items()},
    "record: fields": _record,
    "record: no JSON": _bad_json,
    "parts of the container": _own_parts,
    "names of people": _names_of_people,
}
