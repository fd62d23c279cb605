-- The number under which a product's name is in the search index, 0 for what is not in it: its first digits are the name's length, so that the index itself
-- gives shorter names first.
ALTER TABLE catalog_entities ADD COLUMN name_row INTEGER NOT NULL DEFAULT 0;

-- Products that an earlier version stored: the till brings them into the indexes while it sells.
CREATE INDEX unindexed_products ON catalog_entities (entity) WHERE type = 'product' AND name_row = 0;

-- Rises with every change, so that what was read of rates and currency is known to hold still.
ALTER TABLE catalog_meta ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;

-- The digest of what is in the indexes: another one than the catalog's after an earlier version, which does not know them, has changed something.
ALTER TABLE catalog_meta ADD COLUMN indexed_digest INTEGER NOT NULL DEFAULT 0;
UPDATE catalog_meta SET indexed_digest = digest;

-- Takes the place of product_names, which stays for a till that steps back. The words come folded and parted by spaces; which word begins the name is a word
-- of its own, marked by a letter that nobody can type (U+E000). The first letters typed match the most words, so these have indexes of their own.
CREATE VIRTUAL TABLE product_words USING fts5(
    words,
    content = '',
    contentless_delete = 1,
    detail = none,
    prefix = '1 2 3 4 5',
    tokenize = 'ascii'
);

-- The products on each category's page of quick keys; those without a place have a place behind all others.
CREATE TABLE category_products (
    category TEXT    NOT NULL,
    place    INTEGER NOT NULL,
    entity   INTEGER NOT NULL REFERENCES catalog_entities (entity) ON DELETE CASCADE,
    PRIMARY KEY (category, place, entity)
) WITHOUT ROWID;

CREATE INDEX category_products_by_entity ON category_products (entity);
