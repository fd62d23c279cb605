-- A search asks each product of its leading word for the other words: all of that lies in this index, where the table itself had to be read at random.
CREATE INDEX product_word_of_product ON product_word (tenant_id, product_id, word);
DROP INDEX product_word_by_product;
