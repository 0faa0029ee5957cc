"""The tables, as numbered steps: each runs once, in the transaction that records it, and is never edited afterwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from one shape of the tables to the next; names sort in the order in which they run."""

    name: str
    sql: str


NEVER_DELETED = "_is_never_deleted"
"""How the name of a table goes on in that of the trigger that keeps its rows."""


def append_only(table: str) -> str:
    """Triggers that refuse to change or delete what was written once."""
    return f"""
    CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is written once'); END;
    CREATE TRIGGER {table}{NEVER_DELETED} BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is written once'); END;
    """


# "CBCD": tells our files from other programs' (https://www.sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x43424344

_DOSSIERS = f"""
PRAGMA application_id = {APPLICATION_ID};

CREATE TABLE dossier (
    id INTEGER PRIMARY KEY,
    dossier_id TEXT NOT NULL UNIQUE,
    campaign_id TEXT NOT NULL,
    agency TEXT NOT NULL,
    agency_name TEXT NOT NULL,
    trial INTEGER NOT NULL CHECK (trial IN (0, 1)),
    created_at TEXT NOT NULL,
    UNIQUE (campaign_id, agency, trial)
) STRICT;

CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier,
    number INTEGER NOT NULL CHECK (number >= 1),
    state TEXT NOT NULL,
    replaces TEXT,
    content_digest TEXT,
    finalised_at TEXT,
    issue_number TEXT NOT NULL DEFAULT '',
    issue_symbol TEXT NOT NULL DEFAULT '',
    issue_date TEXT,
    issue_place TEXT NOT NULL DEFAULT '',
    sent TEXT,
    UNIQUE (dossier, number)
) STRICT;

CREATE TABLE transition (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    action TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX transition_of_revision ON transition (revision);
{append_only("transition")}

CREATE TABLE instance (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier,
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    form_digest TEXT NOT NULL,
    instance_id TEXT NOT NULL UNIQUE,
    deprecated_id TEXT NOT NULL DEFAULT '',
    UNIQUE (dossier, form_id)
) STRICT;
"""

_ANSWERS = f"""
CREATE TABLE row (
    instance INTEGER NOT NULL REFERENCES instance,
    rid TEXT NOT NULL CHECK (rid <> ''),
    parent TEXT NOT NULL,
    path TEXT NOT NULL,
    ordinal REAL NOT NULL,
    PRIMARY KEY (instance, rid)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX row_in_order ON row (instance, parent, path, ordinal);
CREATE TRIGGER row_has_its_parent BEFORE INSERT ON row WHEN NEW.parent <> ''
    AND NOT EXISTS (SELECT 1 FROM row WHERE instance = NEW.instance AND rid = NEW.parent)
BEGIN SELECT RAISE(ABORT, 'a row without its parent'); END;

CREATE TABLE answer (
    instance INTEGER NOT NULL REFERENCES instance,
    rid TEXT NOT NULL,
    path TEXT NOT NULL,
    lexical TEXT NOT NULL CHECK (lexical <> ''),
    PRIMARY KEY (instance, rid, path)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER answer_has_its_row BEFORE INSERT ON answer WHEN NEW.rid <> ''
    AND NOT EXISTS (SELECT 1 FROM row WHERE instance = NEW.instance AND rid = NEW.rid)
BEGIN SELECT RAISE(ABORT, 'an answer without its row'); END;

CREATE TABLE remark (
    instance INTEGER NOT NULL REFERENCES instance,
    rid TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (instance, rid, path, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    edit INTEGER NOT NULL,
    instance INTEGER NOT NULL REFERENCES instance,
    kind TEXT NOT NULL,
    rid TEXT NOT NULL,
    path TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_edit ON change (edit);
CREATE INDEX change_of_instance ON change (instance);
{append_only("change")}

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier,
    name TEXT NOT NULL,
    original_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (dossier, name)
) STRICT;
{append_only("attachment")}
"""

_SUBMISSIONS = f"""
CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    form_digest TEXT NOT NULL,
    instance_id TEXT NOT NULL UNIQUE,
    deprecated_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (revision, form_id)
) STRICT;
{append_only("submission")}

CREATE TABLE submitted_remark (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    form_id TEXT NOT NULL,
    rid TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX submitted_remark_of_revision ON submitted_remark (revision);
{append_only("submitted_remark")}

CREATE TABLE submitted_attachment (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    name TEXT NOT NULL,
    original_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    UNIQUE (revision, name)
) STRICT;
{append_only("submitted_attachment")}
"""

_JOURNAL = f"""
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    event TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_dossier ON journal (dossier_id);
{append_only("journal")}
"""

_EDITS = """
CREATE TABLE edit (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier,
    status TEXT NOT NULL CHECK (status IN ('done', 'undone', 'settled'))
) STRICT;
CREATE INDEX edit_by_status ON edit (dossier, status, id);
CREATE INDEX change_at_address ON change (instance, rid, path);
"""

_RETURNS = f"""
CREATE TABLE return_slip (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    digest TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX return_slip_of_revision ON return_slip (revision);
{append_only("return_slip")}

CREATE TABLE settled_question (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    slip TEXT NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    settled_in INTEGER NOT NULL,
    UNIQUE (slip, place)
) STRICT;
CREATE INDEX settled_question_of_revision ON settled_question (revision);
"""

_FORMS = f"""
CREATE TABLE form (digest TEXT PRIMARY KEY, xform BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE form_file (
    digest TEXT NOT NULL,
    instance TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (digest, instance)
) STRICT, WITHOUT ROWID;

{append_only("form")}
{append_only("form_file")}
"""

_PROFILES = """
ALTER TABLE revision ADD COLUMN issue_parent TEXT NOT NULL DEFAULT '';

CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    profile_id TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    parent_agency TEXT NOT NULL,
    place TEXT NOT NULL,
    symbol TEXT NOT NULL,
    drafting_unit TEXT NOT NULL,
    collective TEXT NOT NULL,
    head TEXT NOT NULL,
    UNIQUE (agency, name)
) STRICT;

CREATE TABLE signatory (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    form TEXT NOT NULL,
    own_lines TEXT NOT NULL
) STRICT;
CREATE INDEX signatory_of_profile ON signatory (profile);
"""

_ISSUED = f"""
CREATE TABLE issued (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision,
    step TEXT NOT NULL,
    document TEXT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX issued_of_revision ON issued (revision);

{append_only("issued")}
"""

_IMAGES = """
ALTER TABLE profile ADD COLUMN seal_image BLOB NOT NULL DEFAULT x'' CHECK (length(seal_image) <= 2097152);
ALTER TABLE profile ADD COLUMN seal_mm REAL NOT NULL DEFAULT 36;
ALTER TABLE signatory ADD COLUMN signature_image BLOB NOT NULL DEFAULT x''
    CHECK (length(signature_image) <= 2097152);
"""

_TRUST = """
CREATE TABLE trust_anchor (
    id INTEGER PRIMARY KEY,
    der BLOB NOT NULL,
    anchor_group TEXT NOT NULL,
    since TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX trusted_once ON trust_anchor (der) WHERE removed_at IS NULL;

CREATE TABLE service (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: tuple[Migration, ...] = (
    Migration("0001_dossiers", _DOSSIERS),
    Migration("0002_answers", _ANSWERS),
    Migration("0003_submissions", _SUBMISSIONS),
    Migration("0004_journal", _JOURNAL),
    Migration("0005_edits", _EDITS),
    Migration("0006_returns", _RETURNS),
    Migration("0007_forms", _FORMS),
    Migration("0008_profiles", _PROFILES),
    Migration("0009_issued", _ISSUED),
    Migration("0010_images", _IMAGES),
    Migration("0011_trust", _TRUST),
)
