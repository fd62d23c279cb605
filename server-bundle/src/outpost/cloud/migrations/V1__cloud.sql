-- Standard SQL that H2 and PostgreSQL both take. The tenant is the first column of every key, so the tables distribute unchanged.
-- ${binary} makes text sort by its characters' codes, as H2 does by itself: a snapshot is resumed after a key, on either database.
-- Instants are milliseconds since 1970-01-01 UTC.

CREATE TABLE cloud_identity (
    id          INTEGER      NOT NULL PRIMARY KEY,
    cloud_id    VARCHAR(64)  NOT NULL,
    public_key  VARCHAR(200) NOT NULL,
    private_key VARCHAR(200) NOT NULL
);

CREATE TABLE tenant (
    tenant_id       VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
    name            VARCHAR(250) NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    change_sequence BIGINT       NOT NULL,
    catalog_rows    BIGINT       NOT NULL,
    catalog_digest  BIGINT       NOT NULL
);

CREATE TABLE branch (
    tenant_id VARCHAR(64) ${binary} NOT NULL REFERENCES tenant,
    branch_id VARCHAR(64) ${binary} NOT NULL,
    name      VARCHAR(250) NOT NULL,
    PRIMARY KEY (tenant_id, branch_id)
);

CREATE TABLE terminal (
    tenant_id       VARCHAR(64) ${binary} NOT NULL,
    terminal_id     VARCHAR(64) ${binary} NOT NULL,
    branch_id       VARCHAR(64) ${binary} NOT NULL,
    name            VARCHAR(250) NOT NULL,
    code_hash       VARCHAR(64)  NOT NULL,
    code_expires_at BIGINT       NOT NULL,
    public_key      VARCHAR(200),
    PRIMARY KEY (tenant_id, terminal_id),
    UNIQUE (tenant_id, code_hash),
    FOREIGN KEY (tenant_id, branch_id) REFERENCES branch
);

-- The latest state of each thing that the cloud owns; without a body it is a tombstone.
CREATE TABLE catalog_entity (
    tenant_id   VARCHAR(64) ${binary} NOT NULL REFERENCES tenant,
    entity_type VARCHAR(64) ${binary} NOT NULL,
    entity_id   VARCHAR(64) ${binary} NOT NULL,
    seq         BIGINT NOT NULL,
    body        VARCHAR(65536),
    tax_rate_id VARCHAR(64) ${binary},
    PRIMARY KEY (tenant_id, entity_type, entity_id)
);
CREATE UNIQUE INDEX catalog_entity_by_seq ON catalog_entity (tenant_id, seq);
CREATE INDEX catalog_entity_by_tax_rate ON catalog_entity (tenant_id, tax_rate_id);

-- How far the events of one database file of a till have arrived.
CREATE TABLE event_stream (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    terminal_id VARCHAR(64) ${binary} NOT NULL,
    pos_id      VARCHAR(64) ${binary} NOT NULL,
    contiguous  BIGINT NOT NULL,
    highest     BIGINT NOT NULL,
    received    BIGINT NOT NULL,
    duplicates  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, pos_id),
    FOREIGN KEY (tenant_id, terminal_id) REFERENCES terminal
);

-- Every accepted event, as it was signed.
CREATE TABLE event_ledger (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    local_event_id BIGINT        NOT NULL,
    event_type     VARCHAR(64)   NOT NULL,
    branch_id      VARCHAR(64) ${binary} NOT NULL,
    occurred_at    VARCHAR(100)  NOT NULL,
    hlc            VARCHAR(16)   NOT NULL,
    payload        VARCHAR(1048576) NOT NULL,
    payload_hash   VARCHAR(64)   NOT NULL,
    previous_hash  VARCHAR(64)   NOT NULL,
    hash           VARCHAR(64)   NOT NULL,
    signature      VARCHAR(100)  NOT NULL,
    delivered_by   VARCHAR(64)   NOT NULL,
    received_at    BIGINT        NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, pos_id, local_event_id)
);

CREATE TABLE sale (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    sale_id        VARCHAR(36) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    local_event_id BIGINT       NOT NULL,
    branch_id      VARCHAR(64) ${binary} NOT NULL,
    refund         BOOLEAN      NOT NULL,
    occurred_at    BIGINT       NOT NULL,
    receipt_number VARCHAR(64)  NOT NULL,
    reference      VARCHAR(64),
    cashier        VARCHAR(250) NOT NULL,
    total_minor    BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, sale_id),
    FOREIGN KEY (tenant_id, terminal_id, pos_id, local_event_id) REFERENCES event_ledger
);

CREATE TABLE sale_line (
    tenant_id        VARCHAR(64) ${binary} NOT NULL,
    sale_id          VARCHAR(36) ${binary} NOT NULL,
    line_no          INTEGER      NOT NULL,
    product_id       VARCHAR(64),
    code             VARCHAR(64)  NOT NULL,
    name             VARCHAR(250) NOT NULL,
    quantity_milli   BIGINT       NOT NULL,
    unit_price_minor BIGINT       NOT NULL,
    total_minor      BIGINT       NOT NULL,
    tax_rate_id      VARCHAR(64)  NOT NULL,
    tax_rate_ppm     INTEGER      NOT NULL,
    PRIMARY KEY (tenant_id, sale_id, line_no),
    FOREIGN KEY (tenant_id, sale_id) REFERENCES sale
);

-- What each batch was answered, for the batch that comes again because its answer got lost.
CREATE TABLE pushed_batch (
    tenant_id       VARCHAR(64) ${binary} NOT NULL,
    terminal_id     VARCHAR(64) ${binary} NOT NULL,
    idempotency_key VARCHAR(64)     NOT NULL,
    content_hash    VARCHAR(64)     NOT NULL,
    answer          VARCHAR(262144) NOT NULL,
    received_at     BIGINT          NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, idempotency_key)
);
CREATE INDEX pushed_batch_by_age ON pushed_batch (tenant_id, terminal_id, received_at);

-- Refused events, whole; what they claim to be is kept where it is readable.
CREATE TABLE quarantined_event (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    quarantine_id  VARCHAR(64)   NOT NULL,
    delivered_by   VARCHAR(64)   NOT NULL,
    branch_id      VARCHAR(64)   NOT NULL,
    terminal_id    VARCHAR(64),
    pos_id         VARCHAR(64),
    local_event_id BIGINT,
    code           VARCHAR(64)   NOT NULL,
    reason         VARCHAR(1000) NOT NULL,
    event          TEXT          NOT NULL,
    first_seen_at  BIGINT        NOT NULL,
    last_seen_at   BIGINT        NOT NULL,
    deliveries     BIGINT        NOT NULL,
    PRIMARY KEY (tenant_id, quarantine_id)
);
CREATE INDEX quarantined_event_by_time ON quarantined_event (tenant_id, last_seen_at);
