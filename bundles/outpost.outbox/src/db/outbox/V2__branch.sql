-- The events of the branch's other lanes lie beside this till's own, so the table takes more states than its first form allowed. SQLite cannot change a CHECK,
-- therefore the rows move. An older bundle works on this form: it knows every column that has no default, and reads only the states that it knows.
CREATE TABLE outbox_next (
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
                   CHECK (state IN ('pending', 'sending', 'acknowledged', 'parked', 'held', 'superseded', 'discarded')),
    attempts       INTEGER NOT NULL DEFAULT 0,
    code           TEXT,
    reason         TEXT,
    -- 1: this till wrote it. 0: another lane did.
    own            INTEGER NOT NULL DEFAULT 1,
    -- The lanes that have it on their disks too, with a blank between them.
    peer_ack       TEXT,
    -- 1: the same as an event of another pos_id of its terminal, written again after that one's number was taken. No reader sees it a second time.
    copy           INTEGER NOT NULL DEFAULT 0,
    UNIQUE (pos_id, local_event_id)
);

INSERT INTO outbox_next (id, terminal_id, pos_id, local_event_id, type, branch_id, occurred_at, hlc, payload, payload_hash, previous_hash, hash, signature,
                         priority, state, attempts, code, reason)
SELECT id, terminal_id, pos_id, local_event_id, type, branch_id, occurred_at, hlc, payload, payload_hash, previous_hash, hash, signature,
       priority, state, attempts, code, reason
FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;

-- The order of sending: urgent before others, yet no event lets more than a thousand younger ones pass for each step of urgency. So nothing starves, and no
-- clock is asked.
CREATE INDEX outbox_by_rank ON outbox (state, (id + priority * 1000));

-- The highest stamp given out or seen; and the same event under two numbers is known by its stamp.
CREATE INDEX outbox_by_stamp ON outbox (own, hlc);

CREATE VIEW inbox AS SELECT * FROM outbox WHERE own = 0;

INSERT INTO outbox_counts (state, count) VALUES ('superseded', 0), ('discarded', 0);

-- As outbox_counts, of the neighbours' events.
CREATE TABLE inbox_counts (
    state TEXT PRIMARY KEY,
    count INTEGER NOT NULL CHECK (count >= 0)
) WITHOUT ROWID;

INSERT INTO inbox_counts (state, count)
VALUES ('pending', 0), ('sending', 0), ('acknowledged', 0), ('held', 0);

-- What the archive takes out goes on counting, so nothing is counted down when a row is deleted.
CREATE TRIGGER outbox_added AFTER INSERT ON outbox WHEN new.own = 1
BEGIN
    UPDATE outbox_counts SET count = count + 1 WHERE state = new.state;
END;

CREATE TRIGGER outbox_moved AFTER UPDATE OF state ON outbox WHEN new.own = 1 AND old.state <> new.state
BEGIN
    UPDATE outbox_counts SET count = count - 1 WHERE state = old.state;
    UPDATE outbox_counts SET count = count + 1 WHERE state = new.state;
END;

CREATE TRIGGER inbox_added AFTER INSERT ON outbox WHEN new.own = 0
BEGIN
    UPDATE inbox_counts SET count = count + 1 WHERE state = new.state;
END;

CREATE TRIGGER inbox_moved AFTER UPDATE OF state ON outbox WHEN new.own = 0 AND old.state <> new.state
BEGIN
    UPDATE inbox_counts SET count = count - 1 WHERE state = old.state;
    UPDATE inbox_counts SET count = count + 1 WHERE state = new.state;
END;

-- Up to which number the cloud is known to have everything of a pos_id, whoever brought it there.
CREATE TABLE at_cloud (
    pos_id TEXT PRIMARY KEY,
    up_to  INTEGER NOT NULL
) WITHOUT ROWID;

-- Old events that the cloud has, packed: rows of one pos_id without a gap between their numbers, as gzip of JSON lines.
CREATE TABLE outbox_archive (
    block       INTEGER PRIMARY KEY,
    terminal_id TEXT    NOT NULL,
    pos_id      TEXT    NOT NULL,
    own         INTEGER NOT NULL,
    first_event INTEGER NOT NULL,
    last_event  INTEGER NOT NULL,
    -- The highest outbox.id in it.
    last_id     INTEGER NOT NULL,
    events      BLOB    NOT NULL
);

CREATE INDEX outbox_archive_by_event ON outbox_archive (pos_id, last_event);

-- How far each reader of events came: the last outbox.id, and the last block of the archive.
CREATE TABLE event_readers (
    name     TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    block    INTEGER NOT NULL
) WITHOUT ROWID;

-- What a reader could not take in; it is shown to it again after the next start.
CREATE TABLE event_reader_failures (
    reader    TEXT    NOT NULL,
    outbox_id INTEGER NOT NULL,
    reason    TEXT    NOT NULL,
    PRIMARY KEY (reader, outbox_id)
) WITHOUT ROWID;
