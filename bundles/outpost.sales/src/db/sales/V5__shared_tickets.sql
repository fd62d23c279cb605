-- Where each ticket that was put aside in the branch is now, by the last that was heard of it. Without a holder it is nowhere: taken up, or given up.
CREATE TABLE branch_tickets (
    id      TEXT PRIMARY KEY,
    -- The event's stamp and its terminal: the highest counts, in whatever order they come.
    stamp   TEXT NOT NULL,
    holder  TEXT,
    name    TEXT NOT NULL,
    held_at TEXT NOT NULL,
    cashier TEXT NOT NULL,
    content TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX branch_tickets_held ON branch_tickets (holder) WHERE holder IS NOT NULL;
