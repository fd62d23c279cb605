-- What came back of each line of a receipt, so that goods that two lanes took back without seeing each other are noticed: a row of the ticket's line, not of each return.
CREATE TABLE returned_goods (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    branch_id      VARCHAR(64) ${binary} NOT NULL,
    receipt_number VARCHAR(64) ${binary} NOT NULL,
    line_no        INTEGER     NOT NULL,
    quantity_milli BIGINT      NOT NULL,
    returns        INTEGER     NOT NULL,
    terminal_id    VARCHAR(64) NOT NULL,
    returned_at    BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, branch_id, receipt_number, line_no)
);
CREATE INDEX returned_goods_by_returns ON returned_goods (tenant_id, returns, returned_at);
CREATE INDEX sale_by_receipt ON sale (tenant_id, receipt_number);

INSERT INTO returned_goods (tenant_id, branch_id, receipt_number, line_no, quantity_milli, returns, terminal_id, returned_at)
    SELECT l.tenant_id, s.branch_id, l.refund_of_receipt, l.refund_of_line, SUM(-l.quantity_milli), COUNT(*), MAX(s.terminal_id), MAX(s.occurred_at)
    FROM sale_line l JOIN sale s ON s.tenant_id = l.tenant_id AND s.sale_id = l.sale_id
    WHERE l.refund_of_receipt IS NOT NULL AND NOT s.training
    GROUP BY l.tenant_id, s.branch_id, l.refund_of_receipt, l.refund_of_line;

-- Events that a person gave up before anything behind them had come: they are no gap when it comes.
ALTER TABLE event_stream ADD COLUMN given_up_ahead BIGINT DEFAULT 0 NOT NULL;
