-- The sync worker's journal. Bounded: the oldest rows go.
CREATE TABLE sync_log (
    number          INTEGER PRIMARY KEY,
    kind            TEXT    NOT NULL,
    -- Milliseconds since 1970-01-01 UTC, in corrected time.
    at              INTEGER NOT NULL,
    duration_millis INTEGER NOT NULL,
    sent            INTEGER NOT NULL,
    received        INTEGER NOT NULL,
    attempt         INTEGER NOT NULL,
    code            TEXT,
    problem         TEXT
);

-- What was done since the data folder began, and when a cycle last went well.
CREATE TABLE sync_counters (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
