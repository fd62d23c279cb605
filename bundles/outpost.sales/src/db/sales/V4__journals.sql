-- A file that takes a new pos_id begins a new journal, numbered from 1 again. SQLite cannot change a primary key, therefore the rows move; an older bundle
-- works on this form.
CREATE TABLE journal_next (
    id            INTEGER PRIMARY KEY,
    seq           INTEGER NOT NULL,
    at            TEXT NOT NULL,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    payload_hash  TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL,
    pos_id        TEXT,
    payload       TEXT,
    signature     TEXT,
    UNIQUE (pos_id, seq)
);

INSERT INTO journal_next (id, seq, at, kind, subject, payload_hash, previous_hash, hash, pos_id, payload, signature)
SELECT seq, seq, at, kind, subject, payload_hash, previous_hash, hash, pos_id, payload, signature
FROM journal;

DROP TABLE journal;
ALTER TABLE journal_next RENAME TO journal;
