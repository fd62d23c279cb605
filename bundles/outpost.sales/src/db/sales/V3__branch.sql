-- Receipts of the branch's other lanes (and of this lane's lost or earlier files): the receipt itself is the event of that number.
CREATE TABLE branch_receipts (
    number         TEXT PRIMARY KEY,
    pos_id         TEXT    NOT NULL,
    local_event_id INTEGER NOT NULL
) WITHOUT ROWID;

-- What came back at those lanes, of whichever lane's receipt.
CREATE TABLE branch_returns (
    number         TEXT    NOT NULL,
    line_no        INTEGER NOT NULL,
    refund_of      TEXT    NOT NULL,
    refund_of_line INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL,
    PRIMARY KEY (number, line_no)
) WITHOUT ROWID;
CREATE INDEX branch_returns_refunding ON branch_returns (refund_of, refund_of_line);
