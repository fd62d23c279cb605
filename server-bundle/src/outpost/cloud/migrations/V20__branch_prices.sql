-- What a product costs in one branch, where that is not what it costs elsewhere. Only that branch's tills get these rows, so their count and digest are kept by branch,
-- beside the tenant's of what all have; their numbers are of the tenant's one sequence. Without a price it is a tombstone.
CREATE TABLE branch_price (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    branch_id   VARCHAR(64) ${binary} NOT NULL,
    product_id  VARCHAR(64) ${binary} NOT NULL,
    seq         BIGINT NOT NULL,
    body        VARCHAR(1000),
    place       BIGINT,
    digest      BIGINT,
    changed_at  BIGINT       NOT NULL,
    changed_by  VARCHAR(250) NOT NULL,
    PRIMARY KEY (tenant_id, branch_id, product_id),
    FOREIGN KEY (tenant_id, branch_id) REFERENCES branch
);
CREATE UNIQUE INDEX branch_price_by_seq ON branch_price (tenant_id, branch_id, seq);
CREATE INDEX branch_price_by_place ON branch_price (tenant_id, branch_id, place, digest);
CREATE INDEX branch_price_by_product ON branch_price (tenant_id, product_id);

ALTER TABLE branch ADD COLUMN price_rows BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE branch ADD COLUMN price_digest BIGINT DEFAULT 0 NOT NULL;
