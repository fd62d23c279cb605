-- What the cloud gave, row by row as it was hashed: the one truth. The views below name its parts; the other tables are indexes into it.
-- Types that this version does not know are kept too, as the digest counts them.
CREATE TABLE catalog_entities (
    entity     INTEGER PRIMARY KEY,
    type       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    seq        INTEGER NOT NULL,
    digest     INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    UNIQUE (type, id)
);

CREATE VIEW products   AS SELECT entity, id, seq, body FROM catalog_entities WHERE type = 'product';
CREATE VIEW categories AS SELECT entity, id, seq, body FROM catalog_entities WHERE type = 'category';
CREATE VIEW tax_rates  AS SELECT entity, id, seq, body FROM catalog_entities WHERE type = 'tax_rate';
CREATE VIEW settings   AS SELECT entity, id, seq, body FROM catalog_entities WHERE type = 'setting';

-- What a scanner may read: a GTIN in its 14-digit form, any other code as it is.
CREATE TABLE product_codes (
    code   TEXT    NOT NULL,
    entity INTEGER NOT NULL REFERENCES catalog_entities (entity),
    PRIMARY KEY (code, entity)
) WITHOUT ROWID;

CREATE INDEX product_codes_by_entity ON product_codes (entity);

-- Only the index is stored; the name itself is in the body. The first one or two letters typed match the most words, so these have an index of their own.
CREATE VIRTUAL TABLE product_names USING fts5 (
    name,
    content = '',
    contentless_delete = 1,
    prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- How far the catalog came (cursor, count, digest), and the snapshot that is running.
CREATE TABLE catalog_meta (
    only           INTEGER PRIMARY KEY CHECK (only = 1),
    cursor         INTEGER NOT NULL DEFAULT 0,
    count          INTEGER NOT NULL DEFAULT 0,
    digest         INTEGER NOT NULL DEFAULT 0,
    generation     INTEGER NOT NULL DEFAULT 0,
    running_cursor INTEGER,
    running_count  INTEGER,
    after_type     TEXT,
    after_id       TEXT
);

INSERT INTO catalog_meta (only) VALUES (1);
