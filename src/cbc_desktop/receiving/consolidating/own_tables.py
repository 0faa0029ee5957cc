"""The tables that every consolidated file has: who was asked, what came, what the columns mean, what was found."""

from __future__ import annotations

SCHEMA: tuple[str, ...] = (
    """CREATE TABLE about (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    )""",
    """CREATE TABLE agency (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        name_en TEXT NOT NULL,
        kind TEXT NOT NULL,
        region TEXT NOT NULL,
        asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
        status TEXT NOT NULL CHECK (status IN ('in_time', 'late', 'undecided', 'pending', 'missing')),
        sent_on TEXT
    )""",
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        agency TEXT NOT NULL UNIQUE REFERENCES agency (id),
        file TEXT NOT NULL,
        digest TEXT NOT NULL,
        kind TEXT NOT NULL,
        route TEXT NOT NULL,
        dossier TEXT NOT NULL,
        revision INTEGER NOT NULL,
        content_digest TEXT NOT NULL,
        verdict TEXT NOT NULL,
        trial INTEGER NOT NULL,
        finalised_at TEXT NOT NULL,
        sent_at TEXT,
        taken_at TEXT NOT NULL,
        late INTEGER NOT NULL
    )""",
    """CREATE TABLE answer_table (
        name TEXT PRIMARY KEY,
        form TEXT NOT NULL,
        path TEXT NOT NULL,
        parent TEXT REFERENCES answer_table (name),
        label TEXT NOT NULL,
        label_en TEXT NOT NULL
    )""",
    """CREATE TABLE question (
        id INTEGER PRIMARY KEY,
        answer_table TEXT NOT NULL REFERENCES answer_table (name),
        column_name TEXT NOT NULL,
        path TEXT NOT NULL,
        type TEXT NOT NULL,
        is_asked INTEGER NOT NULL,
        is_long INTEGER NOT NULL,
        choice TEXT,
        label TEXT NOT NULL,
        label_en TEXT NOT NULL,
        unit TEXT NOT NULL,
        unit_en TEXT NOT NULL,
        UNIQUE (answer_table, column_name)
    )""",
    """CREATE TABLE choice (
        id INTEGER PRIMARY KEY,
        answer_table TEXT NOT NULL REFERENCES answer_table (name),
        column_name TEXT NOT NULL,
        value TEXT NOT NULL,
        label TEXT NOT NULL,
        label_en TEXT NOT NULL,
        UNIQUE (answer_table, column_name, value)
    )""",
    """CREATE TABLE unfit (
        id INTEGER PRIMARY KEY,
        agency TEXT NOT NULL REFERENCES agency (id),
        answer_table TEXT NOT NULL REFERENCES answer_table (name),
        row_id INTEGER NOT NULL,
        column_name TEXT NOT NULL,
        given TEXT NOT NULL
    )""",
    """CREATE TABLE left_out (
        id INTEGER PRIMARY KEY,
        agency TEXT NOT NULL,
        name TEXT NOT NULL,
        file TEXT NOT NULL,
        reason TEXT NOT NULL,
        reason_en TEXT NOT NULL
    )""",
    """CREATE TABLE remark (
        id INTEGER PRIMARY KEY,
        agency TEXT NOT NULL REFERENCES agency (id),
        form TEXT NOT NULL,
        path TEXT NOT NULL,
        reference TEXT NOT NULL,
        row_number INTEGER,
        kind TEXT NOT NULL CHECK (kind IN ('note', 'explanation')),
        label TEXT NOT NULL,
        label_en TEXT NOT NULL,
        words TEXT NOT NULL
    )""",
    """CREATE TABLE unplaced (
        id INTEGER PRIMARY KEY,
        agency TEXT NOT NULL REFERENCES agency (id),
        path TEXT NOT NULL
    )""",
)

RESULTS: tuple[str, ...] = (
    """CREATE TABLE indicator (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        name_en TEXT NOT NULL,
        measure TEXT NOT NULL,
        unit TEXT NOT NULL,
        query TEXT NOT NULL
    )""",
    """CREATE TABLE figure (
        id INTEGER PRIMARY KEY,
        indicator TEXT NOT NULL REFERENCES indicator (id),
        item TEXT NOT NULL,
        label TEXT NOT NULL,
        grouped_by TEXT NOT NULL,
        of_group TEXT NOT NULL,
        value REAL NOT NULL,
        base REAL,
        agencies INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        blank INTEGER NOT NULL,
        respondents INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        percent_of_asked REAL,
        percent_of_respondents REAL,
        percent_of_answered REAL
    )""",
    """CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        rule TEXT NOT NULL,
        severity TEXT NOT NULL,
        agency TEXT NOT NULL REFERENCES agency (id),
        words TEXT NOT NULL,
        words_en TEXT NOT NULL,
        form TEXT NOT NULL,
        reference TEXT NOT NULL
    )""",
)
