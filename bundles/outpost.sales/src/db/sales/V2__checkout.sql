-- The receipt as it was sent, to the letter; absent in receipts of version 1, which are read from their rows. A training receipt counts down from -1 in its
-- sequence, so that it takes no number of the real ones.
ALTER TABLE receipts ADD COLUMN payload TEXT;
ALTER TABLE receipts ADD COLUMN shift_id TEXT;
ALTER TABLE receipts ADD COLUMN business_day TEXT;
ALTER TABLE receipts ADD COLUMN training INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipts ADD COLUMN copies INTEGER NOT NULL DEFAULT 0;
CREATE INDEX receipts_by_shift ON receipts (shift_id);
CREATE INDEX receipts_by_day ON receipts (business_day);

-- Which line of which receipt came back.
ALTER TABLE receipt_items ADD COLUMN refund_of TEXT;
ALTER TABLE receipt_items ADD COLUMN refund_of_line INTEGER;
CREATE INDEX receipt_items_refunding ON receipt_items (refund_of, refund_of_line) WHERE refund_of IS NOT NULL;

-- What an entry tells; a sale's is the receipt's payload and lies there only. Entries of version 1 have neither signature nor pos_id.
ALTER TABLE journal ADD COLUMN pos_id TEXT;
ALTER TABLE journal ADD COLUMN payload TEXT;
ALTER TABLE journal ADD COLUMN signature TEXT;

-- The open ticket and those that wait, each as JSON.
CREATE TABLE tickets (
    id      TEXT PRIMARY KEY,
    state   TEXT NOT NULL CHECK (state IN ('open', 'held')),
    name    TEXT NOT NULL DEFAULT '',
    held_at TEXT,
    cashier TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL
);
CREATE UNIQUE INDEX tickets_one_open ON tickets (state) WHERE state = 'open';

CREATE TABLE shifts (
    id           TEXT PRIMARY KEY,
    number       INTEGER NOT NULL UNIQUE,
    business_day TEXT    NOT NULL,
    currency     TEXT    NOT NULL,
    opened_at    TEXT    NOT NULL,
    opened_by    TEXT    NOT NULL,
    float_minor  INTEGER NOT NULL,
    closed_at    TEXT,
    -- The Z report as JSON, as it was made.
    report       TEXT
);
CREATE UNIQUE INDEX shifts_one_open ON shifts (closed_at IS NULL) WHERE closed_at IS NULL;

CREATE TABLE cash_movements (
    id           INTEGER PRIMARY KEY,
    shift_id     TEXT    NOT NULL REFERENCES shifts (id),
    at           TEXT    NOT NULL,
    by_user      TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL,
    reason       TEXT    NOT NULL
);
CREATE INDEX cash_movements_by_shift ON cash_movements (shift_id);

-- Lines and tickets that were given up in a shift, for its report. An act before the first sale of a day finds no open shift and belongs to none.
CREATE TABLE voids (
    id           INTEGER PRIMARY KEY,
    shift_id     TEXT    NOT NULL REFERENCES shifts (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('line', 'ticket')),
    reason       TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL
);
CREATE INDEX voids_by_shift ON voids (shift_id);

-- Wrong PINs in a row, so that a restart does not shorten the wait.
CREATE TABLE pin_failures (
    user_id    TEXT PRIMARY KEY,
    failures   INTEGER NOT NULL,
    until_time TEXT    NOT NULL
) WITHOUT ROWID;

-- What is on or off at this till, such as training.
CREATE TABLE till_marks (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Nothing of a customer but the id is readable here.
CREATE TABLE customers (
    id     TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) WITHOUT ROWID;
