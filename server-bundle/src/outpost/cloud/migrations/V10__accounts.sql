-- People at the dashboard, their sessions, and what they did. Those who run the whole cloud belong to the tenant '*', which no retailer can be called.

CREATE TABLE account (
    tenant_id     VARCHAR(64) ${binary} NOT NULL,
    name          VARCHAR(64) ${binary} NOT NULL,
    role          VARCHAR(32)  NOT NULL,
    branch_id     VARCHAR(64),
    password_hash VARCHAR(200) NOT NULL,
    created_at    BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

-- A session is found by the hash of its secret: who reads this table cannot go on with somebody's session.
CREATE TABLE account_session (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    secret_hash VARCHAR(64) ${binary} NOT NULL,
    name        VARCHAR(64) ${binary} NOT NULL,
    opened_at   BIGINT NOT NULL,
    used_at     BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, secret_hash),
    FOREIGN KEY (tenant_id, name) REFERENCES account
);
CREATE INDEX account_session_by_name ON account_session (tenant_id, name);

-- Every administrative act. The id begins with the time in milliseconds, in hexadecimal digits, so that ids sort by time.
CREATE TABLE admin_act (
    tenant_id VARCHAR(64) ${binary} NOT NULL,
    act_id    VARCHAR(32) ${binary} NOT NULL,
    account   VARCHAR(130) NOT NULL,
    role      VARCHAR(32)  NOT NULL,
    act       VARCHAR(500) NOT NULL,
    about     VARCHAR(500) NOT NULL,
    status    INTEGER,
    address   VARCHAR(64)  NOT NULL,
    PRIMARY KEY (tenant_id, act_id)
);
