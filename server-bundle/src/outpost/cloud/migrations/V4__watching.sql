-- Events that tell again what was told under another posId, files whose events have a gap, and what an operator watches.

-- An event that is appended again under a new posId keeps its stamp: that is how it is found.
CREATE INDEX event_ledger_by_stamp ON event_ledger (tenant_id, terminal_id, hlc);

-- Since when the first missing event of a file is missed.
ALTER TABLE event_stream ADD COLUMN gap_since BIGINT;
UPDATE event_stream SET gap_since = CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT) WHERE highest > received;

-- What a refused event told may arrive under another key, or be accepted when it comes again: then it is settled.
ALTER TABLE quarantined_event ADD COLUMN payload_hash VARCHAR(64);
ALTER TABLE quarantined_event ADD COLUMN settled_at BIGINT;
CREATE INDEX quarantined_event_by_content ON quarantined_event (tenant_id, terminal_id, payload_hash);

-- The entries of journals again, as an event may bring one of another posId's journal.
CREATE TABLE journal_link (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    seq            BIGINT      NOT NULL,
    event_pos_id   VARCHAR(64) ${binary} NOT NULL,
    local_event_id BIGINT      NOT NULL,
    hash           VARCHAR(64) NOT NULL,
    previous_hash  VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, pos_id, seq, event_pos_id, local_event_id),
    FOREIGN KEY (tenant_id, terminal_id, event_pos_id, local_event_id) REFERENCES event_ledger
);
INSERT INTO journal_link (tenant_id, terminal_id, pos_id, seq, event_pos_id, local_event_id, hash, previous_hash)
    SELECT tenant_id, terminal_id, pos_id, seq, pos_id, local_event_id, hash, previous_hash FROM journal_entry;
DROP TABLE journal_entry;

-- Accepted events of types that this version cannot read; a newer one reads them when it starts.
CREATE TABLE unread_event (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    event_type     VARCHAR(64) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    local_event_id BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, event_type, terminal_id, pos_id, local_event_id),
    FOREIGN KEY (tenant_id, terminal_id, pos_id, local_event_id) REFERENCES event_ledger
);
INSERT INTO unread_event (tenant_id, event_type, terminal_id, pos_id, local_event_id)
    SELECT tenant_id, event_type, terminal_id, pos_id, local_event_id FROM event_ledger
    WHERE event_type NOT IN ('sale', 'refund', 'shift', 'journal');

-- When a terminal was last heard of, and what it said of itself.
CREATE TABLE terminal_report (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    terminal_id VARCHAR(64) ${binary} NOT NULL,
    seen_at     BIGINT NOT NULL,
    reported_at BIGINT,
    report      VARCHAR(16384),
    PRIMARY KEY (tenant_id, terminal_id),
    FOREIGN KEY (tenant_id, terminal_id) REFERENCES terminal
);

-- What an operator should look at. An alarm of one kind about one file or terminal is raised, cleared, and raised again as the next episode.
CREATE TABLE alarm (
    tenant_id   VARCHAR(64) ${binary} NOT NULL,
    kind        VARCHAR(32) ${binary} NOT NULL,
    terminal_id VARCHAR(64) ${binary} NOT NULL,
    pos_id      VARCHAR(64) ${binary} NOT NULL,
    episode     INTEGER       NOT NULL,
    since       BIGINT        NOT NULL,
    cleared_at  BIGINT,
    detail      VARCHAR(1000) NOT NULL,
    PRIMARY KEY (tenant_id, kind, terminal_id, pos_id, episode)
);
CREATE INDEX alarm_by_time ON alarm (tenant_id, since);
