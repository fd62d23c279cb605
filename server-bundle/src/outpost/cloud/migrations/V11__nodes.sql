-- Several processes on one database, what they tell outside, and what is asked about sales.

-- A process that serves this database. It belongs to no tenant.
CREATE TABLE node (
    node_id     VARCHAR(64)  NOT NULL PRIMARY KEY,
    name        VARCHAR(250) NOT NULL,
    started_at  BIGINT       NOT NULL,
    seen_at     BIGINT       NOT NULL,
    disk_free   BIGINT       NOT NULL,
    connections BIGINT       NOT NULL
);

-- Work that one node does for all, until that moment.
CREATE TABLE duty (
    duty_id  VARCHAR(64) NOT NULL PRIMARY KEY,
    node_id  VARCHAR(64) NOT NULL,
    until_at BIGINT      NOT NULL
);

-- The minute on the till's own clock, 2026-01-31T10:15: days and hours of a shop are those of its wall.
ALTER TABLE sale ADD COLUMN local_minute VARCHAR(16);
UPDATE sale SET local_minute = (SELECT SUBSTRING(e.occurred_at FROM 1 FOR 16) FROM event_ledger e WHERE e.tenant_id = sale.tenant_id
    AND e.terminal_id = sale.terminal_id AND e.pos_id = sale.pos_id AND e.local_event_id = sale.local_event_id);
CREATE INDEX sale_by_minute ON sale (tenant_id, local_minute, sale_id);

-- Whom alarms are sent to. The secret signs what is sent, so it has to be kept as it is.
CREATE TABLE webhook (
    tenant_id  VARCHAR(64) ${binary} NOT NULL REFERENCES tenant,
    webhook_id VARCHAR(64) ${binary} NOT NULL,
    url        VARCHAR(2000) NOT NULL,
    secret     VARCHAR(64)   NOT NULL,
    PRIMARY KEY (tenant_id, webhook_id)
);

-- What was or has to be sent there.
CREATE TABLE webhook_delivery (
    tenant_id    VARCHAR(64) ${binary} NOT NULL,
    webhook_id   VARCHAR(64) ${binary} NOT NULL,
    delivery_id  VARCHAR(36) ${binary} NOT NULL,
    body         VARCHAR(4000) NOT NULL,
    made_at      BIGINT        NOT NULL,
    attempts     INTEGER       NOT NULL,
    next_at      BIGINT,
    delivered_at BIGINT,
    problem      VARCHAR(250),
    PRIMARY KEY (tenant_id, webhook_id, delivery_id),
    FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook ON DELETE CASCADE
);
CREATE INDEX webhook_delivery_by_time ON webhook_delivery (tenant_id, next_at);

-- The calls of each terminal that did something or were refused, the newest of them.
CREATE TABLE sync_call (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    terminal_id VARCHAR(64) ${binary} NOT NULL,
    call_id     VARCHAR(36) ${binary} NOT NULL,
    at          BIGINT      NOT NULL,
    call_name   VARCHAR(32) NOT NULL,
    status      INTEGER     NOT NULL,
    code        VARCHAR(64),
    millis      BIGINT      NOT NULL,
    request_id  VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, call_id)
);
CREATE INDEX sync_call_by_time ON sync_call (tenant_id, terminal_id, at);
