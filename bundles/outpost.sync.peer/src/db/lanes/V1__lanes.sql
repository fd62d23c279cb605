-- What the cloud has signed about the lanes of this branch: every key that events may be signed by, as certificates.
CREATE TABLE lane_certificates (
    terminal_id TEXT    NOT NULL,
    public_key  TEXT    NOT NULL,
    certificate TEXT    NOT NULL,
    former      INTEGER NOT NULL,
    issued_at   INTEGER NOT NULL,
    PRIMARY KEY (terminal_id, public_key)
) WITHOUT ROWID;

-- The lanes of the cloud's last list, and where they take connections (JSON).
CREATE TABLE lanes (
    terminal_id TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    addresses   TEXT NOT NULL
) WITHOUT ROWID;

-- When that list was made, by the cloud's clock.
CREATE TABLE lanes_list (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    as_of INTEGER NOT NULL
);
