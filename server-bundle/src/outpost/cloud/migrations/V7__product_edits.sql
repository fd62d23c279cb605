-- What branches change in products, and what becomes of it.

-- Which of a product's fields the cloud itself has changed last, and when, as JSON: against that a branch's edit is held. Empty for a product that never changed.
ALTER TABLE catalog_entity ADD COLUMN origins VARCHAR(4096);

-- The audit trail: each change of a field that a branch has made, or that the cloud has made where branches had edited, and what became of it.
CREATE TABLE field_change (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    product_id  VARCHAR(64) ${binary} NOT NULL,
    field_name  VARCHAR(64) ${binary} NOT NULL,
    actor       VARCHAR(64) ${binary} NOT NULL,
    n           BIGINT       NOT NULL,
    terminal_id VARCHAR(64)  NOT NULL,
    changed_by  VARCHAR(250) NOT NULL,
    stamp       VARCHAR(16)  NOT NULL,
    received_at BIGINT       NOT NULL,
    outcome     VARCHAR(16)  NOT NULL,
    old_value   VARCHAR(32768),
    new_value   VARCHAR(32768),
    PRIMARY KEY (tenant_id, product_id, field_name, actor, n)
);
CREATE INDEX field_change_by_time ON field_change (tenant_id, received_at);

-- The conflicts that wait for a person.
CREATE TABLE product_conflict (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    product_id  VARCHAR(64) ${binary} NOT NULL,
    field_name  VARCHAR(64) ${binary} NOT NULL,
    conflict_id VARCHAR(64) NOT NULL,
    since       BIGINT      NOT NULL,
    conflict    VARCHAR(262144) NOT NULL,
    PRIMARY KEY (tenant_id, product_id, field_name)
);
