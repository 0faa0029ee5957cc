"""The tables of what arrived, as numbered steps, as `store.migrations` has those of the office."""

from __future__ import annotations

from cbc_desktop.store.migrations import APPLICATION_ID, Migration, append_only

_ARRIVALS = f"""
PRAGMA application_id = {APPLICATION_ID};

CREATE TABLE arrival (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    came_as TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    route TEXT NOT NULL,
    source TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    verdict TEXT NOT NULL,
    doubts TEXT NOT NULL,
    report BLOB NOT NULL,
    campaign_id TEXT,
    agency TEXT,
    agency_name TEXT,
    dossier_id TEXT,
    revision INTEGER,
    content_digest TEXT,
    replaces TEXT,
    finalised_at TEXT,
    trial INTEGER CHECK (trial IN (0, 1)),
    CHECK ((campaign_id IS NULL) = (content_digest IS NULL))
) STRICT;
CREATE INDEX arrival_of_campaign ON arrival (campaign_id);
CREATE INDEX arrival_came_as ON arrival (came_as);

CREATE TABLE mailed (
    came_as TEXT NOT NULL,
    mail TEXT NOT NULL,
    sent_at TEXT,
    PRIMARY KEY (came_as, mail)
) STRICT, WITHOUT ROWID;

CREATE TABLE arrived_form (
    arrival INTEGER NOT NULL REFERENCES arrival,
    form_id TEXT NOT NULL,
    form_digest TEXT NOT NULL,
    submission BLOB NOT NULL,
    PRIMARY KEY (arrival, form_id)
) STRICT;

{append_only("arrival")}
{append_only("arrived_form")}
{append_only("mailed")}
"""

_DECISIONS = f"""
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    arrival TEXT NOT NULL,
    value TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;

CREATE TABLE undone (
    decision INTEGER PRIMARY KEY REFERENCES decision,
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;

{append_only("decision")}
{append_only("undone")}
"""

_RECEIPTS = f"""
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    arrival TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    outcome TEXT NOT NULL,
    content BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE INDEX receipt_of_arrival ON receipt (arrival);

{append_only("receipt")}
"""

_JUDGED_AGAIN = f"""
CREATE TABLE trusted (
    id INTEGER PRIMARY KEY,
    certificates TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE arrival ADD COLUMN trusted INTEGER REFERENCES trusted;

CREATE TABLE judged (
    id INTEGER PRIMARY KEY,
    arrival INTEGER NOT NULL REFERENCES arrival,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    trusted INTEGER NOT NULL REFERENCES trusted,
    verdict TEXT NOT NULL,
    doubts TEXT NOT NULL,
    report BLOB
) STRICT;
CREATE INDEX judged_arrival ON judged (arrival);

{append_only("trusted")}
{append_only("judged")}
"""

_REMARKS = f"""
CREATE TABLE arrived_remark (
    id INTEGER PRIMARY KEY,
    arrival INTEGER NOT NULL REFERENCES arrival,
    form_id TEXT NOT NULL,
    rid TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX arrived_remark_of_arrival ON arrived_remark (arrival);

{append_only("arrived_remark")}
"""

_DAYS = f"""
CREATE TABLE day_stated (
    id INTEGER PRIMARY KEY,
    came_as TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;
CREATE INDEX day_stated_came_as ON day_stated (came_as);

{append_only("day_stated")}
"""

_MAILS = f"""
CREATE TABLE mail (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    sender TEXT NOT NULL
) STRICT, WITHOUT ROWID;

{append_only("mail")}
"""

_ADDRESSES = """
CREATE TABLE agency_address (
    agency TEXT PRIMARY KEY,
    address TEXT NOT NULL CHECK (address <> ''),
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

RECEIVED_MIGRATIONS: tuple[Migration, ...] = (
    Migration("received-0001_arrivals", _ARRIVALS),
    Migration("received-0002_decisions", _DECISIONS),
    Migration("received-0003_receipts", _RECEIPTS),
    Migration("received-0004_judged_again", _JUDGED_AGAIN),
    Migration("received-0005_remarks", _REMARKS),
    Migration("received-0006_days", _DAYS),
    Migration("received-0007_mails", _MAILS),
    Migration("received-0008_addresses", _ADDRESSES),
)
