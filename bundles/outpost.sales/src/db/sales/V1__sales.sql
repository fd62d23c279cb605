-- Every completed ticket. Its lines and tenders follow; its taxes follow from its lines.
CREATE TABLE receipts (
    number       TEXT PRIMARY KEY,
    pos_id       TEXT    NOT NULL,
    sequence     INTEGER NOT NULL,
    sale_id      TEXT    NOT NULL UNIQUE,
    kind         TEXT    NOT NULL CHECK (kind IN ('sale', 'refund')),
    completed_at TEXT    NOT NULL,
    cashier      TEXT    NOT NULL,
    reference    TEXT UNIQUE,
    currency     TEXT    NOT NULL,
    total_minor  INTEGER NOT NULL,
    UNIQUE (pos_id, sequence)
);

CREATE TABLE receipt_items (
    number           TEXT    NOT NULL REFERENCES receipts (number),
    line_no          INTEGER NOT NULL,
    product_id       TEXT,
    code             TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    quantity_milli   INTEGER NOT NULL,
    unit_price_minor INTEGER NOT NULL,
    total_minor      INTEGER NOT NULL,
    tax_rate_id      TEXT    NOT NULL,
    tax_rate_ppm     INTEGER NOT NULL,
    PRIMARY KEY (number, line_no)
) WITHOUT ROWID;

CREATE TABLE receipt_tenders (
    number         TEXT    NOT NULL REFERENCES receipts (number),
    tender_no      INTEGER NOT NULL,
    type           TEXT    NOT NULL,
    amount_minor   INTEGER NOT NULL,
    tendered_minor INTEGER NOT NULL,
    change_minor   INTEGER NOT NULL,
    PRIMARY KEY (number, tender_no)
) WITHOUT ROWID;

-- What this till has rung in all, kept with each ticket, so that showing it costs the same after a day and after a year.
CREATE TABLE rung (
    currency  TEXT PRIMARY KEY,
    sales     INTEGER NOT NULL,
    refunds   INTEGER NOT NULL,
    lines     INTEGER NOT NULL,
    net_minor INTEGER NOT NULL
) WITHOUT ROWID;

-- What happened at this till, in order. Each entry's hash covers the one before, so that none can be changed or taken out unseen.
CREATE TABLE journal (
    seq           INTEGER PRIMARY KEY,
    at            TEXT NOT NULL,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    payload_hash  TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
);
