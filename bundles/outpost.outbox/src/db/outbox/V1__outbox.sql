-- Who this till is: its key (the private half sealed), its enrolment, and the name of this file.
CREATE TABLE sync_metadata (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- Every event that this till wrote. Rows stay after they were acknowledged: the last one of a pos_id is the head of its chain.
CREATE TABLE outbox (
    id             INTEGER PRIMARY KEY,
    terminal_id    TEXT    NOT NULL,
    pos_id         TEXT    NOT NULL,
    local_event_id INTEGER NOT NULL,
    type           TEXT    NOT NULL,
    branch_id      TEXT    NOT NULL,
    occurred_at    TEXT    NOT NULL,
    hlc            TEXT    NOT NULL,
    payload        TEXT    NOT NULL,
    payload_hash   TEXT    NOT NULL,
    previous_hash  TEXT    NOT NULL,
    hash           TEXT    NOT NULL,
    signature      TEXT    NOT NULL,
    priority       INTEGER NOT NULL,
    state          TEXT    NOT NULL DEFAULT 'pending'
                   CHECK (state IN ('pending', 'sending', 'acknowledged', 'parked')),
    attempts       INTEGER NOT NULL DEFAULT 0,
    code           TEXT,
    reason         TEXT,
    UNIQUE (pos_id, local_event_id)
);

CREATE INDEX outbox_by_state ON outbox (state, priority, id);

-- How many rows are in each state, so that showing it costs the same after a day and after a year.
CREATE TABLE outbox_counts (
    state TEXT PRIMARY KEY,
    count INTEGER NOT NULL CHECK (count >= 0)
) WITHOUT ROWID;

INSERT INTO outbox_counts (state, count)
VALUES ('pending', 0), ('sending', 0), ('acknowledged', 0), ('parked', 0);

CREATE TRIGGER outbox_added AFTER INSERT ON outbox
BEGIN
    UPDATE outbox_counts SET count = count + 1 WHERE state = new.state;
END;

CREATE TRIGGER outbox_moved AFTER UPDATE OF state ON outbox WHEN old.state <> new.state
BEGIN
    UPDATE outbox_counts SET count = count - 1 WHERE state = old.state;
    UPDATE outbox_counts SET count = count + 1 WHERE state = new.state;
END;
