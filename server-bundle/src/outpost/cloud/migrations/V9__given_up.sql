-- Events that a person gave up at the till, after the cloud had refused them: their numbers stay empty, and that is no gap.
CREATE TABLE given_up_event (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    local_event_id BIGINT        NOT NULL,
    reason         VARCHAR(1000) NOT NULL,
    given_up_by    VARCHAR(250)  NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, pos_id, local_event_id)
);
ALTER TABLE event_stream ADD COLUMN given_up BIGINT DEFAULT 0 NOT NULL;
