-- The number under which a product's name is in the search index, 0 for what is no product: its first digits are the name's length, so that the index itself
-- gives shorter names first.
ALTER TABLE catalog_entities ADD COLUMN name_row INTEGER NOT NULL DEFAULT 0;

-- In which form the indexes are; the till makes them anew from the bodies where it knows a newer one.
ALTER TABLE catalog_meta ADD COLUMN index_version INTEGER NOT NULL DEFAULT 1;

-- The words come folded and parted by spaces; which word begins the name is an own word, marked by a letter that nobody can type (U+E000).
-- The first letters typed match the most words, so these have indexes of their own.
DROP TABLE product_names;
CREATE VIRTUAL TABLE product_names USING fts5(
    words,
    content = '',
    contentless_delete = 1,
    detail = none,
    prefix = '1 2 3',
    tokenize = 'ascii'
);

-- The products on each category's page of quick keys; those without a place have a place behind all others.
CREATE TABLE category_products (
    category TEXT    NOT NULL,
    place    INTEGER NOT NULL,
    entity   INTEGER NOT NULL REFERENCES catalog_entities (entity),
    PRIMARY KEY (category, place, entity)
) WITHOUT ROWID;

CREATE INDEX category_products_by_entity ON category_products (entity);
