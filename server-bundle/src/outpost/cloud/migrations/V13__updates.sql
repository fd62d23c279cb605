-- Releases for tills, the channels that give them, and which channel each branch listens to. Releases and channels are the whole cloud's: the tenant '*'.

CREATE TABLE update_release (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    number      BIGINT       NOT NULL,
    version     VARCHAR(64)  NOT NULL,
    words       TEXT         NOT NULL,
    uploaded_at BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, number)
);

-- A file in pieces, so that neither database nor cloud ever holds a whole one in memory.
CREATE TABLE update_piece (
    tenant_id VARCHAR(64)  ${binary} NOT NULL,
    number    BIGINT                 NOT NULL,
    path      VARCHAR(250) ${binary} NOT NULL,
    piece     INTEGER                NOT NULL,
    content   BYTEA                  NOT NULL,
    PRIMARY KEY (tenant_id, number, path, piece),
    FOREIGN KEY (tenant_id, number) REFERENCES update_release
);

CREATE TABLE update_channel (
    tenant_id VARCHAR(64) ${binary} NOT NULL,
    channel   VARCHAR(64) ${binary} NOT NULL,
    number    BIGINT      NOT NULL,
    halted    BOOLEAN     NOT NULL,
    PRIMARY KEY (tenant_id, channel),
    FOREIGN KEY (tenant_id, number) REFERENCES update_release
);

CREATE TABLE update_ring (
    tenant_id VARCHAR(64) ${binary} NOT NULL,
    branch_id VARCHAR(64) ${binary} NOT NULL,
    channel   VARCHAR(64) ${binary} NOT NULL,
    PRIMARY KEY (tenant_id, branch_id),
    FOREIGN KEY (tenant_id, branch_id) REFERENCES branch
);
