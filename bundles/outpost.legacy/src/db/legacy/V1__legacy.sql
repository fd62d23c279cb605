-- Which product of this catalog each product of the earlier till is, found by its code; NULL where the catalog has none.
CREATE TABLE catalog_id_map (
    legacy_id  TEXT PRIMARY KEY,
    code       TEXT NOT NULL,
    product_id TEXT
) WITHOUT ROWID;

-- What the earlier till had not sent and this one has queued, by its content, so that no second run queues it again.
CREATE TABLE legacy_operations (
    digest TEXT PRIMARY KEY
) WITHOUT ROWID;
