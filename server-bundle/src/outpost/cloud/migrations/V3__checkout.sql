-- What a sale says since discounts, several tenders, training and the journal, and bodies that hold a picture.

ALTER TABLE catalog_entity ALTER COLUMN body SET DATA TYPE VARCHAR(262144);

ALTER TABLE sale ADD COLUMN training BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE sale ADD COLUMN tax_minor BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sale ADD COLUMN discount_minor BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sale ADD COLUMN rounding_minor BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sale ADD COLUMN shift_id VARCHAR(64);
ALTER TABLE sale ADD COLUMN business_day VARCHAR(10);
ALTER TABLE sale ADD COLUMN customer_id VARCHAR(64);

ALTER TABLE sale_line ADD COLUMN category_id VARCHAR(64);
ALTER TABLE sale_line ADD COLUMN discount_minor BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sale_line ADD COLUMN refund_of_receipt VARCHAR(64);
ALTER TABLE sale_line ADD COLUMN refund_of_line INTEGER;

CREATE TABLE sale_tender (
    tenant_id    VARCHAR(64) ${binary} NOT NULL,
    sale_id      VARCHAR(36) ${binary} NOT NULL,
    tender_no    INTEGER     NOT NULL,
    tender_type  VARCHAR(64) ${binary} NOT NULL,
    amount_minor BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, sale_id, tender_no),
    FOREIGN KEY (tenant_id, sale_id) REFERENCES sale
);

-- Until now a sale could be paid in cash only.
INSERT INTO sale_tender (tenant_id, sale_id, tender_no, tender_type, amount_minor)
    SELECT tenant_id, sale_id, 1, 'cash', total_minor FROM sale;

-- Each entry of a till's journal that an event has brought; the event holds its content. Two events may bring the same number: then the
-- journal was tampered with, and both are kept.
CREATE TABLE journal_entry (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    seq            BIGINT      NOT NULL,
    local_event_id BIGINT      NOT NULL,
    hash           VARCHAR(64) NOT NULL,
    previous_hash  VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, terminal_id, pos_id, seq, local_event_id),
    FOREIGN KEY (tenant_id, terminal_id, pos_id, local_event_id) REFERENCES event_ledger
);

-- How far the journal is known: its highest entry, how many entries there are, and how many links between them do not fit.
ALTER TABLE event_stream ADD COLUMN journal_seq BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE event_stream ADD COLUMN journal_hash VARCHAR(64);
ALTER TABLE event_stream ADD COLUMN journal_entries BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE event_stream ADD COLUMN journal_breaks BIGINT DEFAULT 0 NOT NULL;
