-- What people at the dashboard look for: sales of a day, products by words of their names, and what a product was before.

CREATE INDEX sale_by_moment ON sale (tenant_id, occurred_at);

-- Each word of a product's name, and each of its codes, without case and accents. It is written behind the catalog, by its change numbers, so that no import waits for it.
CREATE TABLE product_word (
    tenant_id  VARCHAR(64) ${binary} NOT NULL,
    word       VARCHAR(64) ${binary} NOT NULL,
    product_id VARCHAR(64) ${binary} NOT NULL,
    PRIMARY KEY (tenant_id, word, product_id)
);
CREATE INDEX product_word_by_product ON product_word (tenant_id, product_id);

-- Up to which change of the catalog the words are written.
CREATE TABLE product_words_state (
    tenant_id VARCHAR(64) ${binary} NOT NULL PRIMARY KEY REFERENCES tenant,
    seq       BIGINT NOT NULL
);

-- What a product was, and who made it something else. Without a body it was deleted.
CREATE TABLE former_product (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    product_id  VARCHAR(64) ${binary} NOT NULL,
    seq         BIGINT       NOT NULL,
    body        VARCHAR(262144),
    replaced_at BIGINT       NOT NULL,
    cause       VARCHAR(16)  NOT NULL,
    replaced_by VARCHAR(250) NOT NULL,
    PRIMARY KEY (tenant_id, product_id, seq)
);
