"""What arrived: one row for each file's bytes or each paper, written once, with the answers that were verified."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import Remark
from cbc_desktop.store.database import Database, Row, Value
from cbc_desktop.store.remarks import in_remark


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedDossier:
    """Whose answers they are, as the file says it; of what never was a dossier ``dossier_id`` is ""."""

    identity: DossierIdentity
    agency_name: str
    number: int
    content_digest: Digest
    replaces: Digest | None
    finalised_at: datetime
    trial: bool


@dataclass(frozen=True, slots=True)
class ArrivedMail:
    """What a mail says of itself, and the name of its file; "" for what it does not say."""

    name: str
    subject: str
    sender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """``came_as`` is the digest of what was read: the file's; where several papers lay on it, they have their own.

    route, source and verdict are values of their enums; ``set_aside`` is the reason for which nothing was read, "" for
    none; ``doubts`` are the codes of facts that do not hold for sure; ``sent_at`` is the date of the earliest mail
    that brought it, or the beginning of the day on which it came as ``dated_by`` says, None where nobody knows.
    """

    digest: Digest
    came_as: Digest
    name: str
    size: int
    route: str
    source: str
    taken_at: datetime
    taken_by: str
    sent_at: datetime | None = None
    dated_by: str = ""
    """The person who said the day; "" where none did."""
    mail: ArrivedMail | None = None
    """The earliest that brought it, where one is known by more than its date."""
    set_aside: str = ""
    verdict: str = ""
    doubts: tuple[str, ...] = ()
    dossier: ArrivedDossier | None = None
    form_digests: Mapping[str, Digest] = field(default_factory=dict)
    """Of the forms whose answers are kept: which version of each was filled in."""


@dataclass(frozen=True, slots=True)
class ArrivedForm:
    """The answers to one form; ``form_digest`` says which version of it was filled in."""

    form_id: str
    form_digest: Digest
    submission: bytes = field(repr=False)


class ArrivalStore:
    """Nothing in it is changed or deleted; what people decide about it, and what is judged again, lies beside it.

    Reports and submissions are kept packed (zlib): they say much in the same words, and there may be many thousands.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, digest: Digest) -> Arrival | None:
        """What was kept when a file, or scans together, of this digest came; the first where there were several."""
        found = "WHERE digest = ?1 OR came_as = ?1"
        return next(iter(self._found(found, (str(digest),))), None)

    def add(
        self,
        arrival: Arrival,
        report: str,
        forms: Iterable[ArrivedForm] = (),
        remarks: Iterable[Remark] = (),
        *,
        trusted: int | None = None,
    ) -> None:
        """Keeps it with its ``report`` (JSON), in one transaction; nothing happens when it is known already.

        ``trusted``: the row of the certificates that it was judged with.
        """
        with self._database.atomic():
            if self._database.first("SELECT 1 FROM arrival WHERE digest = ?", (str(arrival.digest),)):
                return
            values = {
                **_about_file(arrival),
                "report": zlib.compress(report.encode()),
                "trusted": trusted,
                **_about_dossier(arrival.dossier),
            }
            marks = ", ".join("?" * len(values))
            sql = f"INSERT INTO arrival ({', '.join(values)}) VALUES ({marks})"
            row = self._database.insert(sql, tuple(values.values()))
            self._database.execute_many(
                "INSERT INTO arrived_form (arrival, form_id, form_digest, submission) VALUES (?, ?, ?, ?)",
                [(row, form.form_id, str(form.form_digest), zlib.compress(form.submission)) for form in forms],
            )
            self._database.execute_many(
                "INSERT INTO arrived_remark (arrival, form_id, rid, path, kind, words) VALUES (?, ?, ?, ?, ?, ?)",
                [(row, one.form_id, one.rid, one.path, one.kind.value, one.text) for one in remarks],
            )

    def add_mail(
        self, came_as: Digest, mail: Digest, sent_at: datetime | None, told: ArrivedMail | None = None
    ) -> None:
        """It was in this mail; nothing happens when that is known."""
        if told is not None:
            self._database.execute(
                "INSERT INTO mail (digest, name, subject, sender) SELECT ?1, ?2, ?3, ?4 "
                "WHERE NOT EXISTS (SELECT 1 FROM mail WHERE digest = ?1)",
                (str(mail), told.name, told.subject, told.sender),
            )
        self._database.execute(
            "INSERT INTO mailed (came_as, mail, sent_at) SELECT ?1, ?2, ?3 "
            "WHERE NOT EXISTS (SELECT 1 FROM mailed WHERE came_as = ?1 AND mail = ?2)",
            (str(came_as), str(mail), sent_at.isoformat() if sent_at else None),
        )

    def state_day(self, came_as: Digest, day: date, *, at: datetime, who: str) -> None:
        """It came on this day, as a person says; what was said last holds."""
        values = (str(came_as), day.isoformat(), at.isoformat(), who)
        self._database.execute("INSERT INTO day_stated (came_as, day, at, who) VALUES (?, ?, ?, ?)", values)

    def of_campaign(self, campaign_id: str, *, trial: bool | None = None) -> tuple[Arrival, ...]:
        """As they were taken in; with ``trial`` only those for practice, or only those in earnest."""
        if trial is None:
            return tuple(self._found("WHERE campaign_id = ?", (campaign_id,)))
        return tuple(self._found("WHERE campaign_id = ? AND trial = ?", (campaign_id, int(trial))))

    def count(self, campaign_id: str, *, trial: bool) -> int:
        """How many there are in earnest, or for practice."""
        row = self._database.first(
            "SELECT count(*) FROM arrival WHERE campaign_id = ? AND trial = ?", (campaign_id, int(trial))
        )
        return int(row[0]) if row else 0

    def without_campaign(self) -> tuple[Arrival, ...]:
        """Those of which nobody knows whose they are."""
        return tuple(self._found("WHERE campaign_id IS NULL", ()))

    def campaigns(self) -> tuple[str, ...]:
        """Those that something arrived for."""
        rows = self._database.query("SELECT DISTINCT campaign_id FROM arrival WHERE campaign_id NOT NULL ORDER BY 1")
        return tuple(row[0] for row in rows)

    def named(self, beginning: str) -> tuple[Arrival, ...]:
        """Those whose digest begins so."""
        # Not one by one: what begins so, and goes on with a hexadecimal digit, stands together in the index.
        return tuple(self._found("WHERE digest >= ?1 AND digest < ?1 || 'g'", (beginning,)))

    def senders(self) -> dict[str, str]:
        """Who wrote the last mail that brought something of an agency, by its key; of any campaign."""
        return dict(self._database.query(_SENDERS))

    def report(self, digest: Digest) -> str:
        """The JSON that was kept when it was last judged, "" when there is no such arrival."""
        found = self._database.read(_report, f"SELECT {_last('report')} FROM arrival WHERE digest = ?", (str(digest),))
        return next(iter(found), "")

    def forms(self, digest: Digest) -> tuple[ArrivedForm, ...]:
        """In the order of the dossier."""
        return tuple(self._database.read(_form, _FORMS, (str(digest),)))

    def remarks(self, digest: Digest) -> tuple[Remark, ...]:
        """What the sender wrote beside the answers, in the order of the dossier."""
        return tuple(self._database.read(in_remark, _REMARKS, (str(digest),)))

    def _found(self, where: str, values: tuple[Value, ...]) -> list[Arrival]:
        versions = self._versions(where, values)

        def found(row: Row) -> Arrival:
            return _arrival(row[1:], versions.get(row[0], {}))

        return self._database.read(found, f"SELECT id, {_COLUMNS} FROM arrival {where} ORDER BY id", values)

    def _versions(self, where: str, values: tuple[Value, ...]) -> dict[int, dict[str, Digest]]:
        found: dict[int, dict[str, Digest]] = {}
        chosen = f"SELECT id FROM arrival {where}"
        sql = f"SELECT arrival, form_id, form_digest FROM arrived_form WHERE arrival IN ({chosen})"
        for arrival, form_id, digest in self._database.read(_version, sql, values):
            found.setdefault(arrival, {})[form_id] = digest
        return found


def _last(column: str) -> str:
    """Of what was judged again the last that is kept, else what was found first."""
    kept = f"judged.arrival = arrival.id AND judged.{column} NOT NULL"
    return f"coalesce((SELECT {column} FROM judged WHERE {kept} ORDER BY id DESC LIMIT 1), {column})"


def _stated(column: str) -> str:
    """What a person said last of the day on which it came."""
    return f"(SELECT {column} FROM day_stated AS d WHERE d.came_as = arrival.came_as ORDER BY d.id DESC LIMIT 1)"


_MAIL = (
    "(SELECT json_array(m.name, m.subject, m.sender) FROM mailed JOIN mail AS m ON m.digest = mailed.mail "
    "WHERE mailed.came_as = arrival.came_as ORDER BY sent_at IS NULL, sent_at, m.digest LIMIT 1)"
)
_COLUMNS = (
    "digest, came_as, name, size, route, source, taken_at, taken_by, set_aside, "
    f"{_last('verdict')}, {_last('doubts')}, "
    "(SELECT min(sent_at) FROM mailed WHERE mailed.came_as = arrival.came_as), "
    f"{_stated('day')}, {_stated('who')}, {_MAIL}, "
    "campaign_id, agency, agency_name, dossier_id, revision, content_digest, replaces, finalised_at, trial"
)
_SENDERS = (
    "SELECT agency, m.sender FROM arrival JOIN mailed USING (came_as) JOIN mail AS m ON m.digest = mailed.mail "
    "WHERE agency NOT NULL AND m.sender <> '' ORDER BY sent_at, m.digest"
)
_FORMS = (
    "SELECT form_id, form_digest, submission FROM arrived_form JOIN arrival ON arrival.id = arrival "
    "WHERE digest = ? ORDER BY arrived_form.rowid"
)


_REMARKS = (
    "SELECT form_id, rid, path, kind, words FROM arrived_remark JOIN arrival ON arrival.id = arrival "
    "WHERE digest = ? ORDER BY arrived_remark.id"
)


def _about_file(arrival: Arrival) -> dict[str, Value]:
    return {
        "digest": str(arrival.digest),
        "came_as": str(arrival.came_as),
        "name": arrival.name,
        "size": arrival.size,
        "route": arrival.route,
        "source": arrival.source,
        "taken_at": arrival.taken_at.isoformat(),
        "taken_by": arrival.taken_by,
        "set_aside": arrival.set_aside,
        "verdict": arrival.verdict,
        "doubts": " ".join(arrival.doubts),
    }


def _about_dossier(dossier: ArrivedDossier | None) -> dict[str, Value]:
    if dossier is None:
        return {}
    return {
        "campaign_id": dossier.identity.campaign_id,
        "agency": str(dossier.identity.agency),
        "agency_name": dossier.agency_name,
        "dossier_id": dossier.identity.dossier_id,
        "revision": dossier.number,
        "content_digest": str(dossier.content_digest),
        "replaces": str(dossier.replaces) if dossier.replaces else None,
        "finalised_at": dossier.finalised_at.isoformat(),
        "trial": int(dossier.trial),
    }


def _arrival(row: Row, form_digests: Mapping[str, Digest]) -> Arrival:
    digest, came_as, name, size, route, source, taken_at, taken_by, set_aside, verdict, doubts, sent_at = row[:12]
    day, dated_by, mail = row[12:15]
    return Arrival(
        digest=Digest(digest),
        came_as=Digest(came_as),
        name=name,
        size=size,
        route=route,
        source=source,
        taken_at=datetime.fromisoformat(taken_at),
        taken_by=taken_by,
        sent_at=_beginning(day) if day else datetime.fromisoformat(sent_at) if sent_at else None,
        dated_by=dated_by or "",
        mail=ArrivedMail(*json.loads(mail)) if mail else None,
        set_aside=set_aside,
        verdict=verdict,
        doubts=tuple(doubts.split()),
        dossier=_dossier(row[15:]),
        form_digests=form_digests,
    )


def _version(row: Row) -> tuple[int, str, Digest]:
    arrival, form_id, digest = row
    return arrival, form_id, Digest(digest)


def _report(row: Row) -> str:
    return zlib.decompress(row[0]).decode()


def _form(row: Row) -> ArrivedForm:
    form_id, form, packed = row
    return ArrivedForm(form_id, Digest(form), zlib.decompress(packed))


def _beginning(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=VIETNAM)


def _dossier(row: Row) -> ArrivedDossier | None:
    campaign, agency, agency_name, dossier_id, revision, content, replaces, finalised_at, trial = row
    if campaign is None:
        return None
    return ArrivedDossier(
        identity=DossierIdentity(campaign, AgencyKey.parse(agency), dossier_id),
        agency_name=agency_name,
        number=revision,
        content_digest=Digest(content),
        replaces=Digest(replaces) if replaces else None,
        finalised_at=datetime.fromisoformat(finalised_at),
        trial=bool(trial),
    )
