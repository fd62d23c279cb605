-- Every movement of goods in a branch, as sales and stock documents tell it. Nothing here is ever changed: how much is there follows from these rows when it is
-- asked for. The key is also the index that a level is added up from. A moment is stamp/document/line, each of fixed length.
CREATE TABLE stock_movement (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    branch_id      VARCHAR(64) ${binary} NOT NULL,
    product_id     VARCHAR(64) ${binary} NOT NULL,
    moment         VARCHAR(59) ${binary} NOT NULL,
    kind           VARCHAR(32) NOT NULL,
    quantity_milli BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, branch_id, product_id, moment, kind)
);

-- Which event brought a stock document, so that none counts twice.
CREATE TABLE stock_document (
    tenant_id      VARCHAR(64) ${binary} NOT NULL,
    stock_id       VARCHAR(36) ${binary} NOT NULL,
    terminal_id    VARCHAR(64) ${binary} NOT NULL,
    pos_id         VARCHAR(64) ${binary} NOT NULL,
    local_event_id BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, stock_id),
    FOREIGN KEY (tenant_id, terminal_id, pos_id, local_event_id) REFERENCES event_ledger
);

-- What the sales that are here have moved.
INSERT INTO stock_movement (tenant_id, branch_id, product_id, moment, kind, quantity_milli)
    SELECT s.tenant_id, s.branch_id, l.product_id, e.hlc || '/' || s.sale_id || '/' || LPAD(CAST(l.line_no AS VARCHAR(5)), 5, '0'), 'sale',
           -l.quantity_milli
    FROM sale s
    JOIN sale_line l ON l.tenant_id = s.tenant_id AND l.sale_id = s.sale_id
    JOIN event_ledger e ON e.tenant_id = s.tenant_id AND e.terminal_id = s.terminal_id AND e.pos_id = s.pos_id
        AND e.local_event_id = s.local_event_id
    WHERE s.training = FALSE AND l.product_id IS NOT NULL AND l.quantity_milli BETWEEN -1000000000000 AND 1000000000000;
