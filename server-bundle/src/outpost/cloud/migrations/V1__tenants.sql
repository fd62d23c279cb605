CREATE TABLE tenant (
    tenant_id  VARCHAR(64)  NOT NULL PRIMARY KEY,
    name       VARCHAR(200) NOT NULL,
    change_seq BIGINT       NOT NULL
);
