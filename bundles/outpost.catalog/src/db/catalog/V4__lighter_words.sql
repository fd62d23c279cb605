-- The index of words, made anew to cost less when it is written: without the beginnings of five letters, which the whole words answer nearly as fast, and with
-- pieces that are merged when eight are of one size, not four, or when 40 of 100 of their names are gone, not 10: a merge is done by the write that makes it due,
-- and whoever writes next waits. The till brings its products into it while it sells.
DROP TABLE product_words;

CREATE VIRTUAL TABLE product_words USING fts5(
    words,
    content = '',
    contentless_delete = 1,
    detail = none,
    prefix = '1 2 3 4',
    tokenize = 'ascii'
);

INSERT INTO product_words (product_words, rank) VALUES ('automerge', 8), ('deletemerge', 40);

UPDATE catalog_entities SET name_row = 0 WHERE type = 'product' AND name_row <> 0;
