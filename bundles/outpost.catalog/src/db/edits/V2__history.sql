-- Who in this branch changed what of a product, for people: kept after the cloud's rows contain it.
CREATE TABLE product_history (
    product     TEXT NOT NULL,
    stamp       TEXT NOT NULL,
    terminal_id TEXT NOT NULL,
    edited_by   TEXT NOT NULL,
    changes     TEXT NOT NULL,
    PRIMARY KEY (product, stamp, terminal_id)
) WITHOUT ROWID;

INSERT OR IGNORE INTO product_history (product, stamp, terminal_id, edited_by, changes)
SELECT product, json_extract(edit, '$.at'), terminal_id, json_extract(edit, '$.by'), json_extract(edit, '$.changes') FROM product_edits;
