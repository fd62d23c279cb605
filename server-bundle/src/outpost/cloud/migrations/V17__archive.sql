-- Old events, packed: what they tell moves here, and what tells them from others stays in the ledger, so that no question of a till gets another answer.

-- Up to 200 events of one file, the lines of their JSON compressed by gzip.
CREATE TABLE event_page (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    last_event_id  BIGINT NOT NULL,
    first_event_id BIGINT NOT NULL,
    content        BYTEA  NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, pos_id, last_event_id),
    FOREIGN KEY (tenant_id, terminal_id, pos_id) REFERENCES event_stream
);

ALTER TABLE event_ledger ALTER COLUMN payload DROP NOT NULL;
ALTER TABLE event_ledger ALTER COLUMN previous_hash DROP NOT NULL;
ALTER TABLE event_ledger ALTER COLUMN signature DROP NOT NULL;

-- Up to which event a file's events are packed.
ALTER TABLE event_stream ADD COLUMN packed BIGINT DEFAULT 0 NOT NULL;
