-- What this branch changed of products and the cloud's rows do not yet contain: own edits and those of other lanes. What they contain goes.
CREATE TABLE product_edits (
    actor          TEXT    NOT NULL,
    n              INTEGER NOT NULL,
    product        TEXT    NOT NULL,
    terminal_id    TEXT    NOT NULL,
    pos_id         TEXT    NOT NULL,
    local_event_id INTEGER NOT NULL,
    edit           TEXT    NOT NULL,
    PRIMARY KEY (actor, n)
) WITHOUT ROWID;

CREATE INDEX product_edits_by_product ON product_edits (product);
CREATE INDEX product_edits_by_event ON product_edits (pos_id, local_event_id);

-- Products as they are sold here, where that is not what the cloud's row says.
CREATE TABLE product_overlays (
    entity INTEGER PRIMARY KEY REFERENCES catalog_entities (entity) ON DELETE CASCADE,
    body   TEXT    NOT NULL
);

-- Fields that were changed at several places at once, and wait for a person.
CREATE TABLE sync_conflicts (
    product  TEXT NOT NULL,
    field    TEXT NOT NULL,
    id       TEXT NOT NULL UNIQUE,
    conflict TEXT NOT NULL,
    PRIMARY KEY (product, field)
) WITHOUT ROWID;
