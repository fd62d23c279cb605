-- Each key that a terminal ever enrolled with: a till whose disk was lost enrols anew with another key, and what it signed before stays good.
CREATE TABLE terminal_key (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    terminal_id VARCHAR(64) ${binary} NOT NULL,
    public_key  VARCHAR(200) NOT NULL,
    enrolled_at BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, public_key),
    FOREIGN KEY (tenant_id, terminal_id) REFERENCES terminal
);
INSERT INTO terminal_key (tenant_id, terminal_id, public_key, enrolled_at)
SELECT tenant_id, terminal_id, public_key, 0 FROM terminal WHERE public_key IS NOT NULL;

-- The key that has used the enrolment code; a new code makes it empty, and the terminal keeps its key until the new code is used.
ALTER TABLE terminal ADD COLUMN code_key VARCHAR(200);
UPDATE terminal SET code_key = public_key;

-- Where this lane takes connections of its neighbours, as JSON.
ALTER TABLE terminal ADD COLUMN addresses VARCHAR(4000);
